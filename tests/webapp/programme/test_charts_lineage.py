"""The drawing of a lineage: whatever is tied, nothing lies upon anything, and nothing hidden is in it."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import assets, metadata, storing
from catalog.assets import Card
from catalog.database import Catalog
from catalog.metadata import Metadata
from programme.reusing import lineage
from programme.reusing.lineage import Lineage, Node
from tests.programme.kinship import INTERNAL, asset, chain_of_three, succeeded
from webapp.programme.charts_lineage import Drawing, Frame, Words, drawings, shortened
from webapp.programme.reuse_words import NAMELESS, TIES

WORDS = Words(TIES, NAMELESS, {"BPAD": "BPAD", "DINKES": "Dinkes", "DISHUB": "Dishub"})
BARE = {
    "version_id": 1,
    "version": 1,
    "source": "x",
    "path": "x",
    "sha256": "",
    "bytes": 1,
    "media_type": "",
    "kind": "",
}
MORE = {
    "kind_evidence": (),
    "fields": {},
    "fields_at": {},
    "community": None,
    "access": "",
    "status": "",
    "validity": "",
}
LAST = {"date": None, "review_on": None, "versions": (1,), "parts": ()}


def card(number: int, title: str = "Judul aset yang panjangnya beberapa baris sekali") -> Card:
    return Card(id=number, key=f"k{number}", file=f"k{number}", title=title, unit="BPAD", **BARE, **MORE, **LAST)


def walked(ties: Sequence[tuple[int, int]]) -> tuple[Node, ...]:
    """The nodes that lead from 0, each opened where it is met first."""
    met: set[int] = set()

    def nodes(of: int) -> Iterable[Node]:
        met.add(of)
        for other in [new for old, new in ties if old == of]:
            again = other in met
            further = () if again else tuple(nodes(other))
            seen = card(other) if other % 3 else None
            state = "terlihat" if seen else "tersembunyi"
            yield Node(other, "diganti", "DINKES", 1, "2026-05-04", state, seen, again, further)

    return tuple(nodes(0))


def drawn(before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]) -> tuple[Drawing, ...]:
    return drawings(card(0), Lineage(walked(before), walked(after), is_cut=False), WORDS)


def overlap(one: Frame, other: Frame) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def holds(frame: Frame, point: tuple[int, int], *, inside: bool = False) -> bool:
    """Tell whether a point is in a frame, its border included unless it must be inside."""
    edge = 1 if inside else 0
    return (
        frame.x + edge <= point[0] <= frame.x + frame.width - edge
        and frame.y + edge <= point[1] <= frame.y + frame.height - edge
    )


TIED = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=24)


@given(before=TIED, after=TIED)
def test_whatever_is_tied_nothing_lies_upon_anything_and_every_edge_joins_its_boxes(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    for picture in drawn(before, after):
        frames = [box.frame for box in picture.boxes]
        whole = Frame(0, 0, picture.width, picture.height)
        for one, other in combinations([*frames, *(edge.label for edge in picture.edges)], 2):
            assert not overlap(one, other)
        for frame in [*frames, *(edge.label for edge in picture.edges)]:
            assert holds(whole, (frame.x, frame.y))
            assert holds(whole, (frame.x + frame.width, frame.y + frame.height))
        for edge in picture.edges:
            assert all(any(holds(frame, end) for frame in frames) for end in (edge.points[0], edge.points[-1]))
            assert all(holds(whole, point) for point in edge.points)
            for start, end in pairwise(edge.points):
                middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
                assert not any(holds(frame, middle, inside=True) for frame in frames)


@given(after=TIED)
def test_each_tie_is_one_edge_and_each_asset_one_box_but_for_the_end_of_a_circle(after: list[tuple[int, int]]) -> None:
    nodes = list(flat(walked(after)))
    for picture in drawn([], after):
        assert len(picture.edges) == len(nodes)
        keys = [box.key for box in picture.boxes if box.key]
        assert set(keys) == {node.card.key for node in nodes if node.card}
        if all(old < new for old, new in after):
            assert len(keys) == len(set(keys))


def flat(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        yield node
        yield from flat(node.nodes)


def test_origins_stand_before_the_asset_and_what_came_of_it_behind_it() -> None:
    wide, upright = drawn([(0, 1)], [(0, 2)])
    middle, origin, made = wide.boxes
    assert middle.is_middle
    assert (middle.key, origin.key, made.key) == (None, "k1", "k2")
    assert origin.frame.x < middle.frame.x < made.frame.x
    middle, origin, made = upright.boxes
    assert origin.frame.y < middle.frame.y < made.frame.y
    assert (origin.frame.x, made.frame.x) == (middle.frame.x, middle.frame.x)


def test_an_edge_tells_the_kind_of_the_tie_and_who_made_it_and_points_to_what_came_of_the_other() -> None:
    picture = drawn([(0, 1)], [(0, 2)])[0]
    assert [edge.lines for edge in picture.edges] == [("digantikan oleh", "Dinkes")] * 2
    middle, _, made = (box.frame for box in picture.boxes)
    tips = [int(edge.tip.partition(",")[0]) for edge in picture.edges]
    assert tips == [middle.x, made.x]


def test_eighty_nodes_to_each_side_are_drawn_and_the_asset_is_seen_without_scrolling_across() -> None:
    for picture in drawn([(0, n) for n in range(1, 81)], [(n // 3, n) for n in range(1, 81)]):
        assert len(picture.boxes) == 161
        middle = picture.boxes[0].frame
        assert (middle.x if picture.name == "tegak" else middle.y) < 10


def test_without_ties_there_is_nothing_to_draw() -> None:
    assert drawn([], []) == ()


def test_a_long_title_is_shortened_and_stays_whole_beside() -> None:
    title = "Penyelenggaraan " * 20
    for picture, lines in zip(
        drawings(card(0, title), Lineage(walked([(0, 1)]), (), is_cut=False), WORDS), (2, 3), strict=True
    ):
        box = picture.boxes[0]
        assert box.title == title
        assert len(box.lines) == lines
        assert box.lines[-1].endswith("…")
    assert shortened("x" * 90, 18, 2) == ["x" * 18, "…"]


@pytest.fixture
def chain(catalog: Catalog) -> list[int]:
    return chain_of_three(catalog)


def titles(catalog: Catalog, of: int) -> list[str]:
    key = catalog.db.execute("SELECT key FROM asset WHERE id = ?", [of]).fetchone()[0]
    found = lineage.of(catalog, of, INTERNAL)
    return [box.title for box in drawings(assets.card(catalog, key, INTERNAL), found, WORDS)[0].boxes]


def test_it_survives_a_new_title(catalog: Catalog, chain: list[int]) -> None:
    with catalog.writing():
        metadata.apply(catalog, chain[1], Metadata(title="SOP Dua Baru"))
        catalog.db.execute("UPDATE asset SET path = 'lain/dua.txt' WHERE id = ?", [chain[1]])
    assert titles(catalog, chain[0]) == ["SOP Satu", "SOP Dua Baru", "SOP Tiga"]
    assert titles(catalog, chain[1]) == ["SOP Dua Baru", "SOP Satu", "SOP Tiga"]


def test_what_was_merged_into_one_is_one_box_with_an_edge_from_each(catalog: Catalog, chain: list[int]) -> None:
    whole = asset(catalog, "Gabungan")
    succeeded(catalog, chain[1], whole)
    succeeded(catalog, chain[2], whole)
    found = lineage.of(catalog, chain[0], INTERNAL)
    wide = drawings(card(0), found, WORDS)[0]
    assert sorted(box.title for box in wide.boxes[1:]) == ["SOP Dua", "SOP Gabungan", "SOP Tiga"]
    assert len(wide.edges) == 4


def test_what_was_withdrawn_or_may_not_be_seen_is_a_box_without_title_key_and_unit(
    catalog: Catalog, chain: list[int]
) -> None:
    for said, name in ((Metadata(status="ditarik"), "ditarik"), (Metadata(access="terbatas"), "tersembunyi")):
        with catalog.writing():
            metadata.apply(catalog, chain[1], said)
        key = catalog.db.execute("SELECT key FROM asset WHERE id = ?", [chain[1]]).fetchone()[0]
        found = lineage.of(catalog, chain[0], INTERNAL)
        for picture in drawings(card(0), found, WORDS):
            _, hidden, behind = picture.boxes
            assert (hidden.title, hidden.key, hidden.unit) == (str(NAMELESS[name]), None, "")
            assert behind.title == "SOP Tiga"
            assert not any(secret in repr(picture) for secret in ("Dua", key))


def test_what_was_forgotten_leaves_a_box(catalog: Catalog, chain: list[int]) -> None:
    with catalog.writing():
        storing.drop_asset(catalog, chain[1])
    assert titles(catalog, chain[0]) == ["SOP Satu", str(NAMELESS["tanpa_aset"])]
    assert titles(catalog, chain[2]) == ["SOP Tiga", str(NAMELESS["dihapus"])]
