"""Who is told at each step: those whose turn it is, and in the end those whom it is about."""

from catalog.database import Catalog
from programme.assessment import objections, panel
from programme.assessment.appraisals import with_key
from tests.programme.appraising import People, all_at, begun, computed, people, rated, submitted, verified


def told(catalog: Catalog, who: People) -> list[tuple[str, str]]:
    """The notices since the last look."""
    rows = catalog.db.execute("SELECT account, kind FROM notice WHERE read IS NULL ORDER BY id").fetchall()
    catalog.db.execute("UPDATE notice SET read = 1")
    names = {account.id: login for login, account in who.items()}
    return [(names[number], kind.removeprefix("penilaian_")) for number, kind in rows]


def test_at_each_step_those_whose_turn_it_is_are_told(catalog: Catalog, community: int) -> None:
    who = people(catalog, community)
    computed(catalog, community)
    key = begun(catalog, community).key
    assert told(catalog, who) == [("ketua", "giliran")]
    submitted(catalog, who, key)
    assert told(catalog, who) == [("verifikator", "giliran")]
    verified(catalog, who, key)
    assert told(catalog, who) == [("panelis", "giliran")]
    rated(catalog, who, key)
    assert told(catalog, who) == [("panelis", "giliran"), ("juri", "giliran"), ("panelis", "giliran")]
    panel.save_decision(catalog, who["panelis"], key, all_at(3, "7.1"))
    panel.decide(catalog, who["panelis"], key)
    assert told(catalog, who) == [("kepala", "giliran")]
    objections.object_to(catalog, who["kepala"], key, "Keliru.")
    assert told(catalog, who) == [("panelis", "giliran")]
    objections.answer(catalog, who["panelis"], key, "Tetap.", {})
    assert told(catalog, who) == [("ketua", "final"), ("kepala", "final")]
    assert with_key(catalog, key).state == "final"
