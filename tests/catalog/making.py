"""Assets made by hand for the tests of the catalog."""

from catalog import storing
from catalog.database import Catalog
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion


def version(text: str = "satu dua tiga", sha256: str = "a" * 64) -> NewVersion:
    """A version of one page that is one passage and one row."""
    return NewVersion(
        sha256=sha256,
        bytes=len(text),
        media_type="text/plain",
        title="Judul dari isi",
        kind="sop",
        fields={"nomor": "1"},
        pages=(NewPage(1, None, "text", 1.0, text, (NewRow(4, {"kode": "001"}, 0, 4),)),),
        passages=(NewPassage(0, "text", None, ("BAB I",), 0, len(text), text, text.encode()[:16].ljust(16)),),
    )


def asset(catalog: Catalog, path: str = "a.txt", *, source: str = "/s", new: NewVersion | None = None) -> int:
    """An asset with one version, as a run without flags leaves it."""
    with catalog.writing():
        made = storing.add_asset(catalog, storing.source_id(catalog, source), path)
        storing.add_version(catalog, made, new or version())
    return made


def key_of(catalog: Catalog, made: int) -> str:
    return str(next(iter(catalog.db.query("SELECT key FROM asset WHERE id = ?", [made])))["key"])
