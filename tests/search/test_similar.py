"""Similar assets: on the same subject, of what the viewer sees, never the asset itself, its file or its copies."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import opening, parts, storing, vectors
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.scope import scope_of
from search.similar import FLOOR, MOST, similar
from tests.engine.shelf import MODEL, OPEN, describe, engine_of, key, revise, shelve, vector
from tests.search.library import HIDDEN
from tests.search.ranking.test_folding import HIBAH

OTHERS = {"pajak.txt": ["pajak pajak"], "air.txt": ["air air air"]}


def key_of(catalog: Catalog, path: str) -> str:
    return str(next(iter(catalog.db.query("SELECT key FROM asset WHERE path = ?", [path])))["key"])


def found(catalog: Catalog, path: str, viewer: str | None = None, limit: int = MOST) -> list[str]:
    index = engine_of(catalog).dense
    told = similar(index, catalog, key_of(catalog, path), scope_of(viewer), limit)
    assert all(FLOOR <= one.score <= 1.001 for one in told)
    assert [one.score for one in told] == sorted((one.score for one in told), reverse=True)
    return [one.card.path for one in told]


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    for path, texts in OTHERS.items():
        shelve(catalog, path, texts)
    return catalog


def test_what_is_on_the_subject_is_told_and_the_rest_is_not(shelf: Catalog) -> None:
    shelve(shelf, "hibah.txt", ["hibah hibah aset", "hibah"])
    shelve(shelf, "juga.txt", ["hibah aset", "hibah hibah"])
    assert found(shelf, "hibah.txt") == ["juga.txt"]
    assert found(shelf, "juga.txt") == ["hibah.txt"]
    assert found(shelf, "air.txt") == []


def test_at_most_five_and_at_most_the_limit(shelf: Catalog) -> None:
    for number in range(8):
        shelve(shelf, f"{number}.txt", [f"hibah {number}"])
    assert len(found(shelf, "0.txt")) == MOST
    assert len(found(shelf, "0.txt", limit=2)) == 2


def test_copies_are_not_told_and_of_others_only_one(shelf: Catalog) -> None:
    shelve(shelf, "a.txt", [HIBAH])
    shelve(shelf, "salinan.txt", [HIBAH.replace(" ", "\n")])
    for name in ("b.txt", "c.txt"):
        shelve(shelf, name, [f"{HIBAH} Diubah dengan naskah kedua."])
    assert found(shelf, "a.txt") in (["b.txt"], ["c.txt"])


def bind(catalog: Catalog, path: str, texts: list[str]) -> list[str]:
    """Store a file that binds a part a text; return the keys of the parts."""
    pages = tuple(storing.NewPage(n, None, "text", 1.0, text) for n, text in enumerate(texts, 1))
    pieces = tuple(storing.NewPassage(n, "text", None, (), 0, len(t), t, key(t)) for n, t in enumerate(texts))
    bound = tuple(parts.NewPart(n, n, f"SOP {n}", "sop", {}) for n in range(1, len(texts) + 1))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
        new = storing.NewVersion(key(path).hex(), 1, "x/y", "Buku", "sop", {}, pages, pieces, parts=bound)
        storing.add_version(catalog, asset, new)
        vectors.put(catalog, MODEL, [key(t) for t in texts], vector_rows(texts))
    describe(catalog, asset, OPEN)
    return [str(row["key"]) for row in catalog.db.query("SELECT key FROM part ORDER BY number")]


def vector_rows(texts: list[str]) -> vectors.NDArray:
    return vectors.np.array([vector(text) for text in texts], vectors.np.float32)


def test_a_part_has_no_siblings_among_what_is_similar_and_stands_for_its_file(shelf: Catalog) -> None:
    shelve(shelf, "hibah.txt", ["hibah aset"])
    part, *_ = bind(shelf, "buku.pdf", ["hibah aset satu", "hibah aset dua", "hibah tiga"])
    told = similar(engine_of(shelf).dense, shelf, part, scope_of(None))
    assert [one.card.path for one in told] == ["hibah.txt"]
    (book,) = similar(engine_of(shelf).dense, shelf, key_of(shelf, "hibah.txt"), scope_of(None))
    assert book.card.part_of == key_of(shelf, "buku.pdf")
    assert [one.card.path for one in similar(engine_of(shelf).dense, shelf, book.card.part_of, scope_of(None))] == [
        "hibah.txt"
    ]


def test_a_long_asset_does_not_hide_others_behind_its_own_passages(shelf: Catalog) -> None:
    shelve(shelf, "panjang.txt", [f"hibah hibah {number}" for number in range(300)])
    shelve(shelf, "juga.txt", ["hibah aset"])
    for number in range(40):
        shelve(shelf, f"{number}.txt", [f"pajak air {number}"])
    assert found(shelf, "panjang.txt") == ["juga.txt"]


def test_the_version_that_the_viewer_sees_is_what_is_compared(shelf: Catalog) -> None:
    asset = shelve(shelf, "berubah.txt", ["hibah hibah"])
    shelve(shelf, "hibah.txt", ["hibah aset"])
    revise(shelf, asset, ["pajak"], replace(OPEN, status="draf"))
    assert found(shelf, "berubah.txt", "public") == ["hibah.txt"]
    assert found(shelf, "berubah.txt") == ["pajak.txt"]


def test_absent_and_forbidden_assets_answer_alike(shelf: Catalog) -> None:
    shelve(shelf, "rahasia.txt", ["hibah"], HIDDEN)
    for asked in (key_of(shelf, "rahasia.txt"), "tidakada", ""):
        with pytest.raises(NotFoundError):
            similar(engine_of(shelf).dense, shelf, asked, scope_of("public"))


TEXTS = st.sampled_from(["hibah aset", "hibah", "aset aset hibah", "pajak", "air pajak", "air"])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.booleans()), min_size=1, max_size=8))
def test_nothing_hidden_is_similar_or_changes_what_is(papers: list[tuple[str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opening.create(Path(folder))
        for number, (text, hidden) in enumerate(papers):
            if not hidden:
                shelve(catalog, f"{number}", [f"{text} {number}"])
        seen = {name: found(catalog, name, "public") for name in _named(papers, hidden=False)}
        for number, (text, hidden) in enumerate(papers):
            if hidden:
                shelve(catalog, f"{number}", [f"{text} {number}"], HIDDEN)
        for name, others in seen.items():
            assert name not in others
            assert found(catalog, name, "public") == others
        catalog.close()


def _named(papers: list[tuple[str, bool]], *, hidden: bool) -> list[str]:
    return [f"{number}" for number, (_, is_hidden) in enumerate(papers) if is_hidden == hidden]
