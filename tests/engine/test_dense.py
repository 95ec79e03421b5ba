import secrets
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import opening, passages
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, Scope, scope_of
from engine.dense import DenseIndex
from engine.generation import Generations
from engine.query import Filters, Request
from engine.vector_index import Graph
from tests.engine.shelf import (
    MODEL,
    OPEN,
    WORDS,
    describe,
    drop,
    engine_of,
    request,
    revise,
    second_connection,
    shelve,
    texts,
    vector,
)

SENTENCES = ("aset aset", "hibah aset", "hibah", "pajak air", "air air air hibah", "lain")


def dense_of(catalog: Catalog, *, tail_limit: int) -> DenseIndex:
    return engine_of(catalog, tail_limit=tail_limit).dense


def test_cosines_order_the_answer(catalog: Catalog) -> None:
    shelve(catalog, "a", ["hibah pajak", "hibah", "air"])
    hits = dense_of(catalog, tail_limit=9).search(catalog, request("hibah"))
    assert texts(catalog, hits) == ["hibah", "hibah pajak", "air"]
    assert [hit.score for hit in hits] == pytest.approx([1, 0.5**0.5, 0], abs=1e-3)


@pytest.mark.parametrize("tail_limit", [0, 9])
def test_filters_go_down_into_base_and_tail(catalog: Catalog, tail_limit: int) -> None:
    shelve(catalog, "a", ["hibah a"], replace(OPEN, kind="kak", date="2024-05-01", community="CoP A"))
    shelve(catalog, "b", ["hibah b"], Metadata(access="terbuka", unit="DINKES", kind="sop", date="2023-05-01"))
    dense = dense_of(catalog, tail_limit=tail_limit)
    dense.compact(catalog)
    assert (dense.view(catalog).base is None) == (tail_limit > 0)
    every = Filters("kak", "BPAD", range(2024, 2025), "CoP A")
    for filters in (Filters(kind="kak"), Filters(unit="BPAD"), Filters(years=range(2024, 2025)), every):
        assert texts(catalog, dense.search(catalog, request("hibah", filters=filters))) == ["hibah a"]
    spans = [Filters(years=range(first, last)) for first, last in ((2023, 2025), (2020, 2024), (1900, 2000))]
    found = [texts(catalog, dense.search(catalog, request("hibah", filters=span))) for span in spans]
    assert [sorted(one) for one in found] == [["hibah a", "hibah b"], ["hibah b"], []]
    for nothing in (
        Filters(None, "TIDAK-ADA"),
        Filters(years=range(1999, 2000)),
        Filters("tidak-ada"),
        Filters(community="CoP B"),
    ):
        assert dense.search(catalog, request("hibah", filters=nothing)) == ()


CHANGES = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(SENTENCES)),
    st.tuples(st.just("revise"), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.integers(0, 9)),
    st.tuples(st.sampled_from(("disahkan", "draf", "ditarik")), st.integers(0, 9)),
    st.tuples(st.just("compact"), st.just(0)),
)


def expected(catalog: Catalog, text: str, scope: Scope) -> dict[int, float]:
    """By the rows alone: the cosine of every passage that the scope sees."""
    every = [row["id"] for row in catalog.db.query("SELECT id FROM passage")]
    return {i: float(vector(p.text) @ vector(text)) for i, p in passages.read(catalog, every, scope).items()}


@settings(max_examples=25)
@given(st.lists(CHANGES, min_size=1, max_size=14))
def test_base_and_tail_answer_as_the_rows_say(history: list[tuple[str, str | int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opening.create(Path(folder))
        writer, reader = dense_of(catalog, tail_limit=0), dense_of(catalog, tail_limit=0)
        assets: list[int] = []
        for step in history:
            play(catalog, writer, assets, step)
            for scope in (OPERATOR, scope_of("public")):
                found = {hit.passage: hit.score for hit in reader.search(catalog, request("hibah air", scope))}
                assert found == pytest.approx(expected(catalog, "hibah air", scope), abs=2e-3)
        catalog.close()


def play(catalog: Catalog, writer: DenseIndex, assets: list[int], step: tuple[str, str | int]) -> None:
    what, about = step
    if what == "add":
        assets.append(shelve(catalog, secrets.token_hex(4), [str(about)]))
    elif what == "compact":
        writer.compact(catalog)
    elif isinstance(about, int) and assets:
        asset = assets[about % len(assets)]
        if what == "revise":
            revise(catalog, asset, ["hibah baru"], Metadata())
        elif what == "drop":
            drop(catalog, asset)
            assets.remove(asset)
        else:
            describe(catalog, asset, Metadata(status=what))


def test_a_snapshot_begun_before_the_switch_keeps_its_generation(catalog: Catalog) -> None:
    gone = shelve(catalog, "a", ["hibah a"])
    writer = dense_of(catalog, tail_limit=0)
    writer.compact(catalog)
    reader, other = dense_of(catalog, tail_limit=0), second_connection(catalog)
    with other.reading():
        before = reader.search(other, request("hibah"))
        drop(catalog, gone)
        shelve(catalog, "b", ["hibah b"])
        writer.compact(catalog)
        assert texts(catalog, reader.search(catalog, request("hibah"))) == ["hibah b"]
        assert reader.search(other, request("hibah")) == before
    assert texts(other, reader.search(other, request("hibah"))) == ["hibah b"]
    other.close()


def test_a_snapshot_sees_nothing_of_what_came_later(catalog: Catalog) -> None:
    shelve(catalog, "a", ["hibah a"])
    reader, other = dense_of(catalog, tail_limit=9), second_connection(catalog)
    with other.reading():
        before = reader.search(other, request("hibah"))
        shelve(catalog, "b", ["hibah b"])
        assert len(reader.search(catalog, request("hibah"))) == 2
        assert reader.search(other, request("hibah")) == before
    other.close()


@pytest.mark.parametrize("tail_limit", [0, 9])
def test_a_prepared_search_is_of_its_snapshot_whatever_thread_does_it_and_when(
    catalog: Catalog, tail_limit: int
) -> None:
    asset = shelve(catalog, "a", ["hibah a", "air"])
    dense = dense_of(catalog, tail_limit=tail_limit)
    dense.compact(catalog)
    with catalog.reading():
        nearest, expected = dense.prepared(catalog, request("hibah")), dense.search(catalog, request("hibah"))
    drop(catalog, asset)
    shelve(catalog, "b", ["hibah b"])
    assert texts(catalog, dense.search(catalog, request("hibah"))) == ["hibah b"]
    with ThreadPoolExecutor(1) as other:
        assert other.submit(nearest, vector("hibah")).result() == expected
    with pytest.raises(RujukanError):
        nearest(vector("hibah")[:2])


def test_what_left_the_base_stays_away_when_other_things_change(catalog: Catalog) -> None:
    first, second = shelve(catalog, "a", ["hibah a"]), shelve(catalog, "b", ["hibah b"])
    dense = dense_of(catalog, tail_limit=0)
    dense.compact(catalog)
    drop(catalog, first)
    assert texts(catalog, dense.search(catalog, request("hibah"))) == ["hibah b"]
    describe(catalog, second, Metadata(status="draf"))
    assert texts(catalog, dense.search(catalog, request("hibah"))) == ["hibah b"]


def test_the_last_two_generations_are_kept(catalog: Catalog) -> None:
    writer = dense_of(catalog, tail_limit=0)
    for name in "abcd":
        shelve(catalog, name, [f"hibah {name}"])
        writer.compact(catalog)
    assert sorted(path.name for path in catalog.folder.index.glob("gen-*")) == ["gen-3", "gen-4"]


def test_a_base_is_due_when_the_tail_is_long_and_goes_when_little_is_left(catalog: Catalog) -> None:
    writer = dense_of(catalog, tail_limit=3)
    asset = shelve(catalog, "a", [f"hibah {n}" for n in range(3)])
    assert not writer.due(catalog)
    shelve(catalog, "b", ["pajak"])
    assert writer.due(catalog)
    writer.compact(catalog)
    assert writer.view(catalog).base is not None
    assert not writer.due(catalog)
    drop(catalog, asset)
    assert writer.due(catalog)
    writer.compact(catalog)
    assert writer.view(catalog).base is None
    assert texts(catalog, writer.search(catalog, request("pajak"))) == ["pajak"]


def graph_of(catalog: Catalog, *, tail_limit: int, graph: Graph) -> DenseIndex:
    return DenseIndex(Generations(catalog.folder.index, MODEL, len(WORDS), 1, graph), tail_limit)


def test_after_a_base_with_a_graph_the_tail_may_grow_longer(catalog: Catalog) -> None:
    writer = graph_of(catalog, tail_limit=2, graph=Graph(from_vectors=6))
    shelve(catalog, "a", ["hibah", "pajak", "air", "aset", "hibah air", "pajak aset"])
    built = writer.compact(catalog)
    assert built is not None
    assert built.graph is not None
    shelve(catalog, "b", [f"hibah {n}" for n in range(5)])
    assert not writer.due(catalog)
    shelve(catalog, "c", ["air b"])
    assert writer.due(catalog)


def test_in_the_middle_of_a_run_a_base_is_due_later(catalog: Catalog) -> None:
    writer = dense_of(catalog, tail_limit=3)
    shelve(catalog, "a", [f"hibah {n}" for n in range(6)])
    assert writer.due(catalog)
    assert not writer.due(catalog, patience=2)
    shelve(catalog, "b", ["air"])
    assert writer.due(catalog, patience=2)


def test_filters_and_changes_hold_with_a_graph_too(catalog: Catalog) -> None:
    first = shelve(catalog, "a", ["hibah", "hibah pajak"], Metadata(access="terbuka", unit="BPAD", kind="kak"))
    shelve(catalog, "b", ["hibah air", "aset"], Metadata(access="terbuka", unit="DINKES", kind="sop"))
    dense = graph_of(catalog, tail_limit=0, graph=Graph(from_vectors=1))
    built = dense.compact(catalog)
    assert built is not None
    assert built.graph is not None
    assert texts(catalog, dense.search(catalog, request("hibah", filters=Filters(kind="sop")))) == ["hibah air", "aset"]
    drop(catalog, first)
    assert texts(catalog, dense.search(catalog, request("hibah"))) == ["hibah air", "aset"]


def test_what_is_published_is_told_to_the_caller(catalog: Catalog) -> None:
    dense = dense_of(catalog, tail_limit=0)
    assert dense.compact(catalog) is None
    shelve(catalog, "a", ["hibah"])
    built = dense.compact(catalog)
    assert built is not None
    assert built.sentence() == "Generasi 1: 1 vektor, eksak"


def test_where_the_graph_is_refused_everything_answers_exactly(catalog: Catalog) -> None:
    useless = Graph(from_vectors=1, links=2, build_breadth=1, breadths=())
    dense = graph_of(catalog, tail_limit=0, graph=useless)
    shelve(catalog, "a", ["hibah", "hibah pajak", "air"])
    built = dense.compact(catalog)
    assert built is not None
    assert built.refused is not None
    assert texts(catalog, dense.search(catalog, request("hibah"))) == ["hibah", "hibah pajak", "air"]


@pytest.mark.parametrize("harm", ["gone", "cut", "nonsense"])
def test_without_a_readable_base_everything_still_answers(catalog: Catalog, harm: str) -> None:
    shelve(catalog, "a", ["hibah", "pajak"])
    writer = dense_of(catalog, tail_limit=0)
    writer.compact(catalog)
    shelve(catalog, "b", ["air"])
    file = catalog.folder.index / "gen-1" / "vectors.faiss"
    if harm == "gone":
        shutil.rmtree(file.parent)
    else:
        size = file.stat().st_size
        file.write_bytes(b"?" * (size if harm == "nonsense" else 9))
    reader = dense_of(catalog, tail_limit=0)
    assert texts(catalog, reader.search(catalog, request("pajak")))[0] == "pajak"
    assert texts(catalog, reader.search(catalog, request("air")))[0] == "air"
    if harm != "nonsense":  # sizes tell the writer; only reading everything tells of changed bytes
        assert writer.due(catalog)
    writer.compact(catalog)
    assert reader.view(catalog).base is not None


def test_two_assets_of_equal_text_are_two(catalog: Catalog) -> None:
    first = shelve(catalog, "a", ["hibah"])
    shelve(catalog, "b", ["hibah"])
    dense = dense_of(catalog, tail_limit=0)
    dense.compact(catalog)
    assert len(dense.search(catalog, request("hibah"))) == 2
    drop(catalog, first)
    assert len(dense.search(catalog, request("hibah"))) == 1


def test_a_vector_of_another_width_is_refused_with_both_numbers(catalog: Catalog) -> None:
    wide = Request((), (), np.ones(7, np.float32), OPERATOR)
    with pytest.raises(RujukanError, match=r"\(7,\).*4"):
        dense_of(catalog, tail_limit=9).search(catalog, wide)


def test_an_empty_catalog_answers_with_nothing(catalog: Catalog) -> None:
    dense = dense_of(catalog, tail_limit=0)
    assert not dense.due(catalog)
    dense.compact(catalog)
    assert dense.search(catalog, request("hibah")) == ()
