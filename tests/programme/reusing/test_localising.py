import csv
import io
import zipfile
from dataclasses import replace

import pytest

from catalog import metadata, originals, storing
from catalog.assets import Card, card
from catalog.citations import NewCitation
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from catalog.storing import NewPage
from programme.reusing import localising, reuse_kit
from programme.reusing.localising import Localised
from programme.reusing.reuse_kit import Origin
from tests.catalog import making

FIRST = (
    "DINAS KESEHATAN\nBerdasarkan Peraturan Gubernur Nomor 24 Tahun 2012, Dinas Kesehatan dan BPAD menyerahkan\n"
    "barang senilai Rp1.250.000.000,00 dan 250 juta rupiah pada 18 Juli 2025 di Jalan Contoh Raya Nomor 8.\n"
    "Hubungi Bapak Budi Contoh Santoso, telepon 0812-0000-1234, atau loket@contoh.invalid.\n"
    "Pajak dan aset dicatat di lapangan.\n"
)
SECOND = "Kepala Dinas,\n\nDr. Pramudita Sastranegara, M.Pd.\nNIP 197001012000011001\nDinas Kesehatan, 18-07-2025\n"
RULE = "Peraturan Gubernur Nomor 24 Tahun 2012"
ORIGIN = Origin("Dinas Kesehatan", "https://rujukan/aset/k?versi=1", "SOP.txt")


def made(catalog: Catalog, *texts: str, title: str = "SOP Serah Terima") -> Card:
    """An asset of these pages, with its original in place."""
    file = catalog.folder.root / "berkas"
    file.write_text("".join(texts))
    taken = originals.take(catalog.folder, file)
    originals.keep(catalog.folder, taken)
    cited = [NewCitation(i, "pergub-24-2012", at, at + len(RULE), True, None)
             for i, text in enumerate(texts) if (at := text.find(RULE)) >= 0]  # fmt: skip
    new = replace(
        making.version("".join(texts), taken.sha256),
        pages=tuple(NewPage(number, None, "text", 1.0, text) for number, text in enumerate(texts, 1)),
        passages=(),
        citations=tuple(cited),
    )
    id_ = making.asset(catalog, new=new)
    with catalog.writing():
        metadata.apply(catalog, id_, Metadata(title=title, unit="DINKES", date="2025-07-18"))
    return card(catalog, making.key_of(catalog, id_), OPERATOR)


def told(catalog: Catalog, one: Card) -> dict[str, list[str]]:
    found = localising.found(catalog, one).rows
    return {kind: [f.text for f in found if f.kind == kind] for kind in localising.KINDS}


def test_each_kind_is_found_as_it_is_written(catalog: Catalog) -> None:
    assert told(catalog, made(catalog, FIRST, SECOND)) == {
        "dasar_hukum": [RULE],
        "satuan_kerja": ["DINAS KESEHATAN", "Dinas Kesehatan", "BPAD"],
        "uang": ["Rp1.250.000.000,00", "250 juta rupiah"],
        "tanggal": ["18 Juli 2025", "18-07-2025"],
        "kontak": ["0812-0000-1234", "loket@contoh.invalid"],
        "tempat": ["Jalan Contoh Raya Nomor 8"],
        "nama": ["Bapak Budi Contoh Santoso", "Dr. Pramudita Sastranegara, M.Pd."],
    }


def test_what_comes_back_is_one_row_with_its_pages_and_the_words_around_the_first(catalog: Catalog) -> None:
    found = localising.found(catalog, made(catalog, FIRST, SECOND)).rows
    unit = next(one for one in found if one.text == "Dinas Kesehatan")
    assert (unit.times, unit.places) == (2, ("1", "2"))
    money = next(one for one in found if one.text.startswith("Rp"))
    assert money.before.endswith("barang senilai")
    assert money.after.startswith("dan 250 juta")


@pytest.mark.parametrize(
    "text",
    [
        "Pajak daerah, aset, arsip, dan kerja sama dicatat.",
        "Halaman 12 dari 40, nomor urut 3.",
        "Petugas lapangan memeriksa berkas. Kepala bidang menandatangani.",
        "Pemerintah Provinsi Daerah Khusus Ibukota Jakarta",
        "Budi pekerti luhur dan sri panggung.",
    ],
)
def test_ordinary_words_are_nothing_to_localise(catalog: Catalog, text: str) -> None:
    assert localising.found(catalog, made(catalog, text)) == Localised((), is_cut=False)


def test_the_kit_holds_the_original_whom_to_name_and_the_list(catalog: Catalog) -> None:
    one = made(catalog, FIRST, SECOND)
    kit = reuse_kit.kit_of(catalog, one, ORIGIN)
    content = b"".join(kit.pieces())
    assert content == b"".join(kit.pieces())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["asli/SOP.txt", "atribusi.txt", "lokalisasi.csv", "lokalisasi.html"]
        assert archive.read("asli/SOP.txt").decode() == FIRST + SECOND
        named = archive.read("atribusi.txt").decode()
        rows = list(csv.DictReader(io.StringIO(archive.read("lokalisasi.csv").decode("utf-8-sig"))))
    assert named.splitlines()[0] == (
        "Diolah dari “SOP Serah Terima”, Dinas Kesehatan, 2025-07-18, versi 1. https://rujukan/aset/k?versi=1"
    )
    assert one.sha256 in named
    assert len(rows) == len(localising.found(catalog, one).rows)
    assert rows[0]["jenis"] == "Dasar hukum"
    assert rows[0]["ganti_dengan"] == ""


def test_nothing_of_a_paper_is_markup_or_a_formula_in_the_lists(catalog: Catalog) -> None:
    hostile = "<img src=x>=1+1 18 Juli 2025 <script>alert(1)</script>\n-cmd 19 Juli 2025\n"
    one = made(catalog, hostile, title="<b>Judul</b>")
    found = localising.found(catalog, one)
    page, table = reuse_kit.as_html(one, found), reuse_kit.as_csv(found.rows)
    assert "<script>" not in page and "<img" not in page and "<b>Judul" not in page
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_of_a_paper_that_is_too_long_the_beginning_is_listed_and_that_is_said(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = made(catalog, FIRST, SECOND)
    monkeypatch.setattr(localising, "LONGEST", len(FIRST))
    found = localising.found(catalog, one)
    assert found.is_cut
    assert {place for row in found.rows for place in row.places} == {"1"}
    assert "terlalu panjang" in reuse_kit.as_html(one, found)


def test_a_lost_original_is_said(catalog: Catalog) -> None:
    one = made(catalog, FIRST)
    place = originals.place_of(catalog.folder, one.sha256)
    place.parent.chmod(0o700)
    place.unlink()
    with pytest.raises(RujukanError, match="tidak ada"):
        reuse_kit.kit_of(catalog, one, ORIGIN)
    with catalog.writing():
        storing.drop_asset(catalog, one.id)
