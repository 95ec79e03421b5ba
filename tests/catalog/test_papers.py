"""Where a paper tells of itself, for whoever has found one of its passages."""

from pathlib import Path

import pytest

from catalog import metadata, opening, storing
from catalog.database import Catalog
from catalog.fields import Place, Places
from catalog.metadata import Metadata
from catalog.papers import passage_of_field
from catalog.scope import OPERATOR, scope_of
from catalog.storing import NewPage, NewPart, NewPassage, NewVersion

PAGES = ("Pasal 1 memuat ketentuan umum.", "Ditetapkan di Jakarta pada tanggal 2 Mei 2024.")
LAW: Places = {"tanggal": {"page": 2, "sheet": None, "row": None, "start": 35, "end": 45}}


def at(page: int, start: int) -> Place:
    return {"page": page, "sheet": None, "row": None, "start": start, "end": start + 5}


def stored(root: Path, fields_at: Places, parts: tuple[NewPart, ...] = ()) -> tuple[Catalog, list[int]]:
    """Store a paper of two pages, each of one passage; give the passages' ids."""
    catalog = opening.create(root)
    pages = tuple(NewPage(number, None, "text", 1.0, text) for number, text in enumerate(PAGES, 1))
    passages = tuple(
        NewPassage(place, "text", None, (), 0, len(text), text, text.encode()) for place, text in enumerate(PAGES)
    )
    new = NewVersion("0" * 64, 1, "x/y", "A", "regulasi", {}, pages, passages, fields_at=fields_at, parts=parts)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "a.pdf")
        storing.add_version(catalog, asset, new)
        metadata.apply(catalog, asset, Metadata(access="internal", unit="DINKES", status="disahkan"))
    return catalog, [row["id"] for row in catalog.db.query("SELECT id FROM passage ORDER BY id")]


def test_the_passage_is_given_in_which_the_paper_has_the_field_and_its_range(tmp_path: Path) -> None:
    catalog, (first, last) = stored(tmp_path, LAW)
    for beside in (first, last):
        found = passage_of_field(catalog, beside, "tanggal", OPERATOR)
        assert found and (found[0].id, found[0].text[found[1] : found[2]]) == (last, "2 Mei 2024")


def test_of_a_list_its_first_item_is_given(tmp_path: Path) -> None:
    catalog, (first, last) = stored(tmp_path, {"dasar_hukum": [at(2, 3), at(1, 0)], "peralatan": []})
    found = passage_of_field(catalog, first, "dasar_hukum", OPERATOR)
    assert found and (found[0].id, found[1]) == (last, 3)
    assert passage_of_field(catalog, first, "peralatan", OPERATOR) is None


@pytest.mark.parametrize(
    "places", [{}, {"tanggal": at(3, 0)}, {"tanggal": {"page": 2, "sheet": None, "start": None, "end": None}}]
)
def test_a_field_that_stands_nowhere_has_no_passage(tmp_path: Path, places: Places) -> None:
    catalog, (first, _) = stored(tmp_path, places)
    assert passage_of_field(catalog, first, "tanggal", OPERATOR) is None


def test_who_may_not_see_the_paper_is_given_none(tmp_path: Path) -> None:
    catalog, (first, _) = stored(tmp_path, LAW)
    assert passage_of_field(catalog, first, "tanggal", scope_of("internal"))
    assert passage_of_field(catalog, first, "tanggal", scope_of("public")) is None


def test_of_a_part_its_own_field_is_given_and_not_the_files(tmp_path: Path) -> None:
    part = NewPart(2, 2, "SOP B", "sop", {}, {"nomor": at(2, 7)}, ())
    catalog, (first, last) = stored(tmp_path, {"nomor": at(1, 0)}, (part,))
    assert [(passage_of_field(catalog, beside, "nomor", OPERATOR) or (None, -1))[1] for beside in (first, last)] == [
        0,
        7,
    ]


def test_what_stands_below_a_field_may_be_of_another_passage(tmp_path: Path) -> None:
    catalog, (_, last) = stored(tmp_path, LAW)
    end = PAGES[1].index("2 Mei 2024") + len("2 Mei 2024")
    with catalog.writing():
        catalog.db.execute("UPDATE passage SET end = ? WHERE id = ?", [end, last])
        catalog.db.execute(
            "INSERT INTO passage (version, page, kind, heading, start, end, text)"
            " SELECT version, page, kind, heading, ?, ?, 'GUBERNUR' FROM passage WHERE id = ?",
            [end + 1, end + 20, last],
        )
    below = passage_of_field(catalog, last, "tanggal", OPERATOR, below=True)
    assert below and (below[0].start, below[1:]) == (end + 1, (end - len("2 Mei 2024"), end))
    own = passage_of_field(catalog, last, "tanggal", OPERATOR)
    assert own and own[0].id == last
