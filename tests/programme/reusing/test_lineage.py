from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from programme.reusing import lineage
from programme.reusing.lineage import Node
from tests.catalog import making
from tests.programme.kinship import INTERNAL, asset, chain_of_three, reused, succeeded


def told(nodes: Sequence[Node]) -> list[object]:
    """The titles, or the states of what has none, each with those behind it."""
    return [(node.card.title if node.card else node.state, *told(node.nodes)) for node in nodes]


@pytest.fixture
def chain(catalog: Catalog) -> list[int]:
    return chain_of_three(catalog)


def test_the_way_leads_both_ways_from_each_asset(catalog: Catalog, chain: list[int]) -> None:
    middle = lineage.of(catalog, chain[1], INTERNAL)
    assert (told(middle.before), told(middle.after)) == ([("SOP Satu",)], [("SOP Tiga",)])
    assert told(lineage.of(catalog, chain[0], INTERNAL).after) == [("SOP Dua", ("SOP Tiga",))]
    assert told(lineage.of(catalog, chain[2], INTERNAL).before) == [("SOP Dua", ("SOP Satu",))]
    node = lineage.of(catalog, chain[0], INTERNAL).after[0]
    assert (node.kind, node.unit, node.version, node.day) == ("adaptasi", "DINKES", 1, "2026-05-04")


def test_only_what_is_confirmed_is_drawn(catalog: Catalog) -> None:
    old, waiting, refused = (asset(catalog, name) for name in ("a", "b", "c"))
    reused(catalog, old, waiting, state="diajukan")
    reused(catalog, old, refused, state="ditolak")
    assert lineage.of(catalog, old, INTERNAL).after == ()


def test_a_use_of_which_no_asset_came_is_a_leaf(catalog: Catalog) -> None:
    old = asset(catalog, "a")
    reused(catalog, old, None)
    assert told(lineage.of(catalog, old, INTERNAL).after) == [("tanpa_aset",)]


def test_it_survives_a_new_title_a_moved_file_and_a_new_version(catalog: Catalog, chain: list[int]) -> None:
    with catalog.writing():
        metadata.apply(catalog, chain[1], Metadata(title="SOP Dua Baru"))
        catalog.db.execute("UPDATE asset SET path = 'lain/dua.txt' WHERE id = ?", [chain[1]])
        storing.add_version(catalog, chain[1], making.version("baru", "b" * 64))
        metadata.apply(catalog, chain[1], Metadata(status="disahkan"))
    assert told(lineage.of(catalog, chain[0], INTERNAL).after) == [("SOP Dua Baru", ("SOP Tiga",))]


def test_it_survives_a_merge(catalog: Catalog, chain: list[int]) -> None:
    whole = asset(catalog, "Gabungan")
    succeeded(catalog, chain[1], whole)
    succeeded(catalog, asset(catalog, "Lain"), whole)
    assert told(lineage.of(catalog, chain[0], INTERNAL).after) == [("SOP Dua", ("SOP Tiga",), ("SOP Gabungan",))]
    back = lineage.of(catalog, whole, INTERNAL).before
    assert told(back) == [("SOP Dua", ("SOP Satu",)), ("SOP Lain",)]
    assert {node.kind for node in back} == {"digabung"}


@pytest.mark.parametrize("status", ["ditarik", "diarsipkan"])
def test_what_was_withdrawn_stays_as_a_node_without_a_title(catalog: Catalog, chain: list[int], status: str) -> None:
    with catalog.writing():
        metadata.apply(catalog, chain[1], Metadata(status=status))
    assert told(lineage.of(catalog, chain[0], INTERNAL).after) == [("ditarik", ("SOP Tiga",))]
    assert told(lineage.of(catalog, chain[2], INTERNAL).before) == [("ditarik", ("SOP Satu",))]


@pytest.mark.parametrize(
    "said", [{"access": "terbatas"}, {"status": "draf"}, {"access": "terbatas", "status": "ditarik"}]
)
def test_what_a_viewer_may_not_see_leaks_nothing_not_even_that_it_was_withdrawn(
    catalog: Catalog, chain: list[int], said: dict[str, str]
) -> None:
    with catalog.writing():
        metadata.apply(catalog, chain[1], Metadata(**said))
    found = lineage.of(catalog, chain[0], INTERNAL).after
    assert told(found) == [("tersembunyi", ("SOP Tiga",))]
    assert "Dua" not in repr(found)


def test_the_unit_whose_it_is_sees_the_title(catalog: Catalog, chain: list[int]) -> None:
    with catalog.writing():
        metadata.apply(catalog, chain[1], Metadata(access="terbatas"))
    assert told(lineage.of(catalog, chain[0], scope_of("DINKES")).after) == [("SOP Dua", ("SOP Tiga",))]


def test_what_was_forgotten_leaves_a_node_on_both_sides(catalog: Catalog, chain: list[int]) -> None:
    with catalog.writing():
        storing.drop_asset(catalog, chain[1])
    assert told(lineage.of(catalog, chain[0], INTERNAL).after) == [("tanpa_aset",)]
    assert told(lineage.of(catalog, chain[2], INTERNAL).before) == [("dihapus",)]


def test_a_tie_back_would_make_a_circle(catalog: Catalog, chain: list[int]) -> None:
    assert lineage.reaches(catalog, chain[0], chain[2])
    assert lineage.reaches(catalog, chain[0], chain[0])
    assert not lineage.reaches(catalog, chain[2], chain[0])
    other = asset(catalog, "Lain")
    reused(catalog, chain[2], other, state="diajukan")
    assert lineage.reaches(catalog, chain[0], other)


def test_a_circle_that_came_in_otherwise_is_drawn_once(catalog: Catalog, chain: list[int]) -> None:
    reused(catalog, chain[2], chain[0])
    found = lineage.of(catalog, chain[0], INTERNAL)
    assert told(found.after) == [("SOP Dua", ("SOP Tiga", ("SOP Satu",)))]
    assert found.after[0].nodes[0].nodes[0].again


def test_a_long_lineage_is_cut_and_says_so(catalog: Catalog) -> None:
    made = [asset(catalog, str(number)) for number in range(lineage.DEEPEST + 2)]
    for old, new in pairwise(made):
        reused(catalog, old, new)
    assert lineage.of(catalog, made[0], INTERNAL).is_cut
    assert not lineage.of(catalog, made[1], INTERNAL).is_cut


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ties=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_whatever_is_tied_the_check_keeps_circles_out_and_drawing_ends(
    catalog: Catalog, ties: list[tuple[int, int]]
) -> None:
    catalog.db.execute("DELETE FROM reuse")
    made = [row[0] for row in catalog.db.execute("SELECT id FROM asset ORDER BY id").fetchall()]
    made += [asset(catalog, str(number)) for number in range(len(made), 6)]
    after: dict[int, set[int]] = {one: {one} for one in range(6)}
    for old, new in ties:
        is_circle = old in after[new]
        assert lineage.reaches(catalog, made[new], made[old]) == is_circle
        if not is_circle:
            reused(catalog, made[old], made[new])
            after = {one: known | after[new] if old in known else known for one, known in after.items()}
    for one in range(6):
        found = lineage.of(catalog, made[one], INTERNAL)
        assert {title for title in flat(found.after)} == {f"SOP {other}" for other in after[one] - {one}}


def flat(nodes: Sequence[Node]) -> list[str]:
    return [title for node in nodes for title in ([node.card.title] if node.card else []) + flat(node.nodes)]
