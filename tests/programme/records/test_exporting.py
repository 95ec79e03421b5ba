"""Export of records: what goes out comes back unchanged, and no cell is computed by a spreadsheet program."""

import csv
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.programme_made import make
from benchmarks.programme_made_world import Size
from catalog.database import Catalog
from catalog.opening import create
from programme.records import exporting, importing
from programme.records.importing_file import cleaned
from programme.records.importing_kinds import KINDS_BY_NAME
from programme.records.listings import LISTINGS
from tests.catalog import making

SAID = st.text(st.characters(exclude_categories=("Cs", "Cn", "Cc")), min_size=1, max_size=12)
TEXTS = st.one_of(SAID, st.sampled_from(("=1+1", "+62 812", "-5", "@SUM(A1)", "'=x", "''-", "18/7/2025", 'a,b;"c"')))
TEXTS = TEXTS.map(cleaned).filter(bool)
DAYS = st.dates().map(lambda day: day.isoformat())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    made = create(tmp_path_factory.mktemp("ekspor") / "data")
    yield made
    made.close()


def fill(catalog: Catalog, texts: list[str], day: str) -> None:
    """One record or some of every kind, in place of those that are there."""
    db = catalog.db
    for table in ("reuse", "asset_unit", "critical_topic", "commitment", "plan_item", "theme_question", "staff_count"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM community_member")
    db.execute("DELETE FROM community")
    db.execute("INSERT INTO community (id, name, unit, decree) VALUES (1, ?, 'BPAD', ?)", [texts[0], texts[-1]])
    for text in dict.fromkeys(texts):
        db.execute(
            "INSERT INTO community_member (community, name, unit, role, valid_from) VALUES (1, ?, 'BPAD', 'ketua', ?)",
            [text, day],
        )
        db.execute("INSERT INTO theme_question (community, theme, text, added) VALUES (1, 'BMD', ?, ?)", [text, day])
        db.execute("INSERT INTO critical_topic (community, topic, added) VALUES (1, ?, ?)", [text, day])
        db.execute(
            "INSERT INTO commitment (community, kind, year, number, day) VALUES (1, 'dpa', 2026, ?, ?)", [text, day]
        )
        db.execute("INSERT INTO plan_item (community, year, quarter, activity) VALUES (1, 2026, 3, ?)", [text])
        db.execute(
            "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, result, day)"
            " VALUES (lower(hex(randomblob(6))), (SELECT min(id) FROM asset), 1, 'DINKES', 'adopsi', ?, ?, '', ?)",
            [text, texts[0], day],
        )
    db.execute("INSERT INTO staff_count VALUES ('BPAD', '2026Q3', 1250, ?)", [texts[0]])
    db.execute("INSERT INTO asset_unit VALUES ((SELECT min(id) FROM asset), 'DINKES')")


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), DAYS, st.booleans())
def test_what_is_exported_comes_back_unchanged(shared: Catalog, texts: list[str], day: str, as_workbook: bool) -> None:
    with shared.writing():
        if not shared.db.execute("SELECT 1 FROM asset").fetchall():
            making.asset(shared)
        fill(shared, texts, day)
    for name, kind in KINDS_BY_NAME.items():
        made = exporting.as_workbook(shared, [name]) if as_workbook else exporting.as_csv(shared, name)
        report = importing.rehearse(shared, kind, made)
        assert (report.problems, report.new, report.changed) == ((), 0, 0), name
        assert report.unchanged == report.rows > 0, name


def test_what_is_exported_fills_an_empty_catalog_with_the_same(shared: Catalog) -> None:
    with shared.writing():
        if not shared.db.execute("SELECT 1 FROM asset").fetchall():
            making.asset(shared)
        fill(shared, ["Komunitas A", "-5", "'=x"], "2026-03-05")
    with tempfile.TemporaryDirectory() as folder:
        other = create(Path(folder) / "data")
        for name in ("communities", "members", "staff", "questions", "plan", "commitments", "topics"):
            made = exporting.as_csv(shared, name)
            importing.apply(other, KINDS_BY_NAME[name], made, by="uji")
            assert exporting.as_csv(other, name) == made
        other.close()


def test_no_exported_cell_begins_like_a_formula(shared: Catalog) -> None:
    with shared.writing():
        fill(shared, ["=HYPERLINK(1)", "+1", "-1", "@x"], "2026-03-05")
    for name in exporting.names():
        rows = list(csv.reader(io.StringIO(exporting.as_csv(shared, name).decode("utf-8-sig"))))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))], name
    book = openpyxl.load_workbook(io.BytesIO(exporting.as_workbook(shared, exporting.names())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(book.sheetnames) == len(exporting.names())
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_template_has_the_heading_of_its_kind_and_imports_as_nothing(catalog: Catalog) -> None:
    for name, kind in KINDS_BY_NAME.items():
        report = importing.rehearse(catalog, kind, exporting.template(name))
        assert (report.rows, report.problems) == (0, ()), name


def test_gaps_of_few_askers_do_not_go_out(catalog: Catalog) -> None:
    for question, askers in (("Sewa gedung?", 5), ("Cuti besar?", 4)):
        catalog.db.execute(
            "INSERT INTO gap_group (key, question, times, askers, first, last, since)"
            " VALUES (?1, ?1, 9, ?2, '', '', '')",
            [question, askers],
        )
    made = exporting.as_csv(catalog, "gaps").decode("utf-8-sig")
    assert ("Sewa gedung?" in made, "Cuti besar?" in made) == (True, False)


def test_what_only_goes_out_has_a_line_for_each_row(catalog: Catalog) -> None:
    make(catalog, Size(communities=3, assets=6))
    tables = {"goals": "theme_goal", "plans": "plan", "meetings": "meeting", "attendance": "attendance"}
    tables |= {"mentors": "mentor", "covers": "critical_cover", "advice": "advice", "appraisals": "appraisal"}
    for name, table in tables.items():
        lines = list(exporting.rows(catalog, name))
        count = catalog.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert len(lines) - 1 == count, name
        assert {len(line) for line in lines} == {len(LISTINGS[name].heads)}
    assert len(list(exporting.rows(catalog, "meetings"))) > 3
