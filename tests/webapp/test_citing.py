from dataclasses import replace

from catalog.assets import Card
from webapp.citing import citation

CARD = Card(
    id=1,
    key="abc",
    version_id=1,
    version=1,
    source="uji",
    path="sop.pdf",
    sha256="ab" * 32,
    bytes=9,
    media_type="application/pdf",
    title="SOP  Peminjaman\nKendaraan",
    kind="sop",
    kind_evidence=(),
    fields={"nomor": "12/SOP/2025"},
    fields_at={},
    unit="BPSDM",
    community=None,
    access="terbuka",
    status="disahkan",
    validity="berlaku",
    date="2025-03-05",
    review_on=None,
    versions=(1,),
    file="abc",
    parts=(),
)
ADDRESS = "https://rujukan.example/aset/abc/sumber?versi=1&hal=3"


def test_title_number_agency_date_page_and_address_on_one_line() -> None:
    assert citation(CARD, "Badan Pelatihan", "Halaman 3", ADDRESS) == (
        f"SOP Peminjaman Kendaraan, Nomor 12/SOP/2025, Badan Pelatihan, 5 Maret 2025, halaman 3, {ADDRESS}"
    )


def test_the_quote_stands_above_its_source() -> None:
    first, second = citation(CARD, "", "Halaman 3", ADDRESS, "paling lambat\ndua hari").split("\n")
    assert first == "“paling lambat dua hari”"
    assert second.startswith("(SOP Peminjaman Kendaraan, Nomor 12/SOP/2025, 5 Maret 2025, halaman 3, https://")


def test_what_is_not_known_is_left_out_and_a_later_version_is_named() -> None:
    card = replace(CARD, fields={"nomor": ["1", "2"]}, date=None, version=2)
    assert citation(card, "", "", ADDRESS) == f"SOP Peminjaman Kendaraan, versi 2, {ADDRESS}"
