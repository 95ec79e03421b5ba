"""Indexes after a purge: the current edition's are new, no other is left, and the shadow gets its own again."""

from pathlib import Path

from catalog import editions
from catalog.editions import Edition, Model
from catalog.opening import create
from engine.engine import Engine
from engine.renewal import renew
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searcher, text_page
from tests.word_counts import WIDTH, WordCounts


def test_the_current_edition_answers_from_new_indexes_and_all_others_are_gone(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    for number in range(8):
        add(catalog, Paper(f"{number}.txt", given(f"SOP {number}"), (text_page(1, f"Naskah nomor {number}."),)))
    searcher(catalog)
    with catalog.writing():
        shadow = editions.begin_shadow(catalog, Model(WordCounts.model_id, WIDTH, "uji"), (50, 5))
    current = editions.needed(catalog, "current")

    def engine(edition: Edition) -> Engine:
        return Engine.open(catalog.folder, edition.vectors, WIDTH, threads=1, tail_limit=5)

    for edition in (current, shadow):
        engine(edition).publish(catalog)
    held = {path.name for path in catalog.folder.index.iterdir()}
    assert {"gen-1", "split-2"} <= held
    renew(catalog, threads=1)
    left = {path.name for path in catalog.folder.index.iterdir()}
    assert left.isdisjoint({"gen-1", "split-2"})
    assert not left & {name for name in held if name.startswith("tantivy")}
    assert len(engine(current).lexical.ids()) == 8
    assert engine(current).findings(catalog) == []
    engine(shadow).publish(catalog)
    assert engine(shadow).findings(catalog) == []
    catalog.close()
