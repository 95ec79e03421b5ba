"""The template: what is said of a version is kept by version, and completeness counts what a kind must have."""

import pytest

from catalog import dropping, metadata, storing, template
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from tests.catalog.making import asset, key_of, version

WHOLE = {
    "ringkasan": "kata " * 60,
    "tema": "kendaraan, pinjam",
    "unit_kerja": "Bidang Umum",
    "penyusun": "Siti",
    "jabatan": "Analis",
    "versi": "1.0",
    "dasar_hukum": "Permendagri 19/2016",
    "bebas_data_pribadi": "ya",
}
COLUMNS = {"title": "SOP", "kind": "sop", "unit": "BPAD", "community": "CoP Aset", "date": "2025-03-05"}


def newest(catalog: Catalog, made: int) -> int:
    return int(catalog.db.execute("SELECT id FROM version WHERE asset = ? AND newest = 1", [made]).fetchone()[0])


def say(catalog: Catalog, made: int, said: dict[str, str], **columns: str) -> int:
    with catalog.writing():
        metadata.apply(catalog, made, Metadata(**columns))
        template.save(catalog, newest(catalog, made), said)
    return newest(catalog, made)


def test_a_paper_that_lacks_nothing_is_complete(catalog: Catalog) -> None:
    made = asset(catalog, new=version("kata " * 100))
    told = template.completeness(catalog, say(catalog, made, WHOLE, **COLUMNS, review_on="2027-03-05"))
    assert (told.percent, told.missing, told.wanted) == (100, (), 14)


def test_what_is_missing_is_named_and_counted(catalog: Catalog) -> None:
    made = asset(catalog, new=version("terlalu pendek"))
    told = template.completeness(catalog, newest(catalog, made))
    assert told.missing == tuple(n for n in template.MANDATORY if n not in ("judul", "jenis", "akses"))
    assert told.percent == 100 * 3 // 14


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ringkasan", {"ringkasan": "kata " * 49}),
        ("ringkasan", {"ringkasan": "kata " * 151}),
        ("penyusun", {"jabatan": " "}),
        ("unit", {"unit_kerja": ""}),
        ("bebas_data_pribadi", {"bebas_data_pribadi": ""}),
    ],
)
def test_half_a_field_is_none(catalog: Catalog, name: str, said: dict[str, str]) -> None:
    made = asset(catalog, new=version("kata " * 100))
    told = template.completeness(catalog, say(catalog, made, WHOLE | said, **COLUMNS, review_on="2027-03-05"))
    assert told.missing == (name,)


def test_a_lesson_must_have_more(catalog: Catalog) -> None:
    made = asset(catalog, new=version("kata " * 100))
    columns = COLUMNS | {"kind": "lesson", "review_on": "2027-03-05"}
    told = template.completeness(catalog, say(catalog, made, WHOLE | {"konteks": "Banjir"}, **columns))
    assert told.missing == template.LESSON[1:]
    assert told.wanted == 21


def test_a_new_version_begins_with_what_was_said_of_the_one_before(catalog: Catalog) -> None:
    made = asset(catalog)
    first = say(catalog, made, {"tema": "arsip", "tidak ada": "x", "nomor": "  12\r\n\x00 "})
    with catalog.writing():
        storing.add_version(catalog, made, version("lain", "b" * 64))
    second = newest(catalog, made)
    assert template.of(catalog, first) == template.of(catalog, second) == {"tema": "arsip", "nomor": "12"}
    say(catalog, made, {"tema": "gudang"})
    assert template.of(catalog, first)["tema"] == "arsip"
    assert template.of(catalog, second) == {"tema": "gudang"}


def test_a_field_without_end_is_refused(catalog: Catalog) -> None:
    made = asset(catalog)
    with pytest.raises(RujukanError, match="5001 karakter"):
        say(catalog, made, {"ringkasan": "x" * 5001})
    assert template.of(catalog, newest(catalog, made)) == {}


def test_what_is_said_counts_in_the_digest_and_goes_with_the_asset(catalog: Catalog) -> None:
    made = asset(catalog)
    before = digest(catalog)
    say(catalog, made, {"tema": "arsip"})
    assert digest(catalog) != before
    dropping.drop(catalog, [key_of(catalog, made)])
    assert catalog.db.execute("SELECT count(*) FROM described").fetchone() == (0,)
