"""The three translations of a Scope, and the contract's viewer rules said once more in plain words, must agree."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import opening, passages
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import Scope, scope_of, scope_of_units
from catalog.words import ACCESS, STATUS
from engine.engine import Engine
from tests.engine.shelf import describe, engine_of, ids_of, request, revise, shelve

UNITS = ("BPAD", "DINKES")
VIEWERS: tuple[str | tuple[str, ...] | None, ...] = (None, "public", "internal", *UNITS, "BAPENDA", UNITS)
"""As `--as` names them, and an account with a role at each of several units."""


@dataclass(frozen=True)
class Paper:
    """An asset: None is what nobody said; one status a version, oldest first."""

    access: str | None
    unit: str | None
    statuses: tuple[str, ...]


PAPERS = st.builds(
    Paper,
    st.sampled_from((None, *ACCESS)),
    st.sampled_from((None, *UNITS)),
    st.lists(st.sampled_from(STATUS), min_size=1, max_size=3).map(tuple),
)


def scope_for(viewer: str | tuple[str, ...] | None) -> Scope:
    return scope_of_units(viewer) if isinstance(viewer, tuple) else scope_of(viewer)


def seen_versions(viewer: str | tuple[str, ...] | None, paper: Paper) -> set[int]:
    """The contract's section Viewer: which of the paper's versions (from 0) answer this viewer."""
    newest = len(paper.statuses) - 1
    if viewer is None:
        return {newest}
    access = paper.access or "terbatas"
    may_read = access == "terbuka" or (access == "internal" and viewer != "public")
    units = viewer if isinstance(viewer, tuple) else (viewer,)
    may_read = may_read or (access == "terbatas" and paper.unit in units)
    if paper.unit is None or not may_read:
        return set()
    for number in range(newest, -1, -1):
        if paper.statuses[number] in ("disahkan", "perlu_diperbarui"):
            return {number}
        if paper.statuses[number] in ("diarsipkan", "ditarik"):
            return set()
    return set()


def fill(catalog: Catalog, papers: list[Paper]) -> list[int]:
    assets = []
    for name, paper in enumerate(papers):
        cards = [Metadata(access=paper.access, unit=paper.unit, status=status) for status in paper.statuses]
        assets.append(shelve(catalog, str(name), [f"hibah {name} 0"], cards[0]))
        for number, card in enumerate(cards[1:], 1):
            revise(catalog, assets[-1], [f"hibah {name} {number}"], card)
    return assets


def allowed(catalog: Catalog, viewer: str | tuple[str, ...] | None, papers: list[Paper]) -> set[int]:
    wanted = {f"hibah {name} {number}" for name, paper in enumerate(papers) for number in seen_versions(viewer, paper)}
    return {row["id"] for row in catalog.db.query("SELECT id, text FROM passage") if row["text"] in wanted}


def assert_agreement(catalog: Catalog, engine: Engine, papers: list[Paper]) -> None:
    every = [row["id"] for row in catalog.db.query("SELECT id FROM passage")]
    for viewer in VIEWERS:
        rule, scope = allowed(catalog, viewer, papers), scope_for(viewer)
        found = engine.retrieve(catalog, request("hibah", scope))
        assert set(passages.read(catalog, every, scope)) == rule, viewer
        assert ids_of(found.lexical) == rule, viewer
        assert ids_of(found.dense) == rule, viewer


@settings(max_examples=25)
@given(st.lists(PAPERS, min_size=1, max_size=8), st.sampled_from((0, 1000)))
def test_advisory_1_rows_terms_and_masks_show_every_viewer_the_same_passages(
    papers: list[Paper], tail_limit: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opening.create(Path(folder))
        fill(catalog, papers)
        engine = engine_of(catalog, tail_limit=tail_limit)
        engine.publish(catalog)
        assert_agreement(catalog, engine, papers)
        catalog.close()


@settings(max_examples=15)
@given(st.lists(PAPERS, min_size=1, max_size=5), st.data())
def test_a_change_of_rights_holds_before_the_indexes_hear_of_it(papers: list[Paper], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opening.create(Path(folder))
        assets = fill(catalog, papers)
        engine = engine_of(catalog, tail_limit=0)
        engine.publish(catalog)
        changed = [_changed(paper, data.draw(PAPERS)) for paper in papers]
        for asset, paper in zip(assets, changed, strict=True):
            describe(catalog, asset, Metadata(access=paper.access, unit=paper.unit, status=paper.statuses[-1]))
        for viewer in VIEWERS:
            found = engine.retrieve(catalog, request("hibah", scope_for(viewer)))
            assert ids_of(found.lexical) <= allowed(catalog, viewer, changed), viewer
            assert ids_of(found.dense) == allowed(catalog, viewer, changed), viewer
        engine.publish(catalog)
        assert_agreement(catalog, engine, changed)
        catalog.close()


def _changed(old: Paper, new: Paper) -> Paper:
    """What is not given stays as it is; a status is the newest version's."""
    return Paper(new.access or old.access, new.unit or old.unit, (*old.statuses[:-1], new.statuses[-1]))
