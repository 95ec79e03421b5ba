"""What an asset begins with."""

from catalog import parts, passages
from catalog.database import Catalog
from catalog.scope import OPERATOR
from catalog.whole_texts import opening
from tests.engine.shelf import shelve


def test_the_opening_is_what_the_first_page_begins_with(catalog: Catalog) -> None:
    shelve(catalog, "arsip.pdf", ["Laporan arsip.", "Isi laporan."])
    for passage in passages.read(catalog, passages.live_ids(catalog), OPERATOR).values():
        assert opening(catalog, passage, 7) == "Laporan"


def test_a_part_of_a_file_begins_with_its_own_first_page(catalog: Catalog) -> None:
    shelve(catalog, "sop.pdf", ["Sampul.", "SOP arsip.", "Langkah arsip."])
    (version,) = next(iter(catalog.db.execute("SELECT id FROM version")))
    with catalog.writing():
        parts.add(catalog, version, [parts.NewPart(2, 3, "SOP Arsip", "sop", {})])
    of_part = [one for one in passages.read(catalog, passages.live_ids(catalog), OPERATOR).values() if one.part_of]
    assert {opening(catalog, one, 100) for one in of_part} == {"SOP arsip."}
