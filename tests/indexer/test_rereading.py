"""Stored originals read again by the readers of today: in place, whole or not at all, and only what reads otherwise."""

from pathlib import Path

import pytest

from catalog import changes, editions, originals, stored_pages
from catalog.audit import findings
from catalog.digest import digest
from catalog.scope import OPERATOR
from indexer.outcome import Item, Run
from indexer.rereading import Rereading, read_again
from indexer.run import Tools
from tests.indexer.editing import MODELS, Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_in(tmp_path)
    made.now()
    made.index()
    return made


def again(desk: Desk, *, job: int = 7, most: int = 1000, kind: str | None = None) -> Run:
    """Read again, and stop after so many items."""
    edition, told = desk.now(), []
    chosen = stored_pages.to_read_again(desk.catalog, kind=kind, unit=None, job=job)

    def tell(item: Item, _done: int, _total: int) -> None:
        told.append(item)

    tools = Tools(desk.catalog, desk.engine(edition), MODELS[edition.model.id])
    return read_again(tools, chosen, Rereading(job, 1, tell, lambda: len(told) < most))


def outcomes(run: Run) -> dict[str, str]:
    return {item.path: item.outcome for item in run.items}


def read_otherwise(desk: Desk, path: str) -> None:
    """Make the catalog hold what a worse reader had read."""
    with desk.catalog.writing():
        for table in ("passage", "page"):
            desk.catalog.db.execute(
                f"UPDATE {table} SET text = upper(text) WHERE version ="
                " (SELECT v.id FROM version v JOIN asset a ON a.id = v.asset WHERE a.path = ?)",
                [path],
            )


def test_what_reads_as_before_is_left_alone(desk: Desk) -> None:
    before, seq = digest(desk.catalog), changes.last_seq(desk.catalog)
    assert outcomes(again(desk)) == {"kendaraan.md": "unchanged", "panduan.txt": "unchanged"}
    assert (digest(desk.catalog), changes.last_seq(desk.catalog)) == (before, seq)


def test_another_reading_takes_the_place_of_the_old_one(desk: Desk) -> None:
    before = digest(desk.catalog)
    read_otherwise(desk, "kendaraan.md")
    assert digest(desk.catalog) != before
    assert outcomes(again(desk)) == {"kendaraan.md": "indexed", "panduan.txt": "unchanged"}
    assert digest(desk.catalog) == before
    assert findings(desk.catalog) + desk.engine(desk.now()).findings(desk.catalog) == []
    (best, *_) = desk.searcher(desk.now()).search(desk.catalog, "nota dinas kendaraan", OPERATOR).hits
    assert (best.card.path, best.card.version) == ("kendaraan.md", 1)


def test_the_source_files_are_not_needed(desk: Desk) -> None:
    read_otherwise(desk, "kendaraan.md")
    (desk.folder / "kendaraan.md").unlink()
    assert outcomes(again(desk))["kendaraan.md"] == "indexed"


def test_a_damaged_original_fails_and_its_old_reading_stays(desk: Desk) -> None:
    before = digest(desk.catalog)
    (row,) = desk.catalog.db.query(
        "SELECT sha256 FROM version v JOIN asset a ON a.id = v.asset WHERE a.path = 'panduan.txt'"
    )
    originals.place_of(desk.catalog.folder, row["sha256"]).unlink()
    run = again(desk)
    assert outcomes(run) == {"kendaraan.md": "unchanged", "panduan.txt": "failed"}
    assert all("lama tetap dipakai" in item.reason for item in run.items if item.outcome == "failed")
    assert digest(desk.catalog) == before


def test_a_job_that_was_stopped_reads_the_rest_and_nothing_twice(desk: Desk) -> None:
    for number in range(6):
        (desk.folder / f"{number}.txt").write_text(f"Arsip nomor {number} disimpan di boks.\n", encoding="utf8")
    desk.index()
    first = again(desk, most=3)
    second = again(desk)
    assert 3 <= len(first.items) < 8
    assert sorted([*outcomes(first), *outcomes(second)]) == sorted(
        ["kendaraan.md", "panduan.txt", *(f"{n}.txt" for n in range(6))]
    )
    assert len(again(desk, job=8).items) == 8


def test_only_a_kind_is_read_again_if_told(desk: Desk) -> None:
    assert again(desk, kind="bast").items == []


def test_a_shadow_lacks_what_was_read_otherwise_until_it_is_caught_up(desk: Desk) -> None:
    made = desk.shadow(sizes=(60, 15))
    desk.build(made)
    read_otherwise(desk, "panduan.txt")
    again(desk)
    assert stored_pages.without_passages(desk.catalog, made.splitting.number) != []
    assert desk.build(made)
    editions.switch(desk.catalog)
    assert findings(desk.catalog) + desk.engine(desk.now()).findings(desk.catalog) == []
