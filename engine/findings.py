"""What `verify` says of the derived indexes: where they do not agree with the catalog."""

from collections.abc import Collection

from catalog import changes, generations, passages, vectors
from catalog.audit import MAX_EXAMPLES, Finding
from catalog.database import Catalog
from engine import segments
from engine.dense import DenseIndex
from engine.lexical import DamagedLexicalError, LexicalIndex


def of_lexical(catalog: Catalog, index: LexicalIndex) -> list[Finding]:
    """Compare the lexical index with the live passages."""
    try:
        reader = index.reader()
        if bad := segments.damaged(index.root / reader.state.folder):
            return [Finding("lexical_damaged", len(bad), tuple(bad[:MAX_EXAMPLES]))]
        held = index.ids()
    except DamagedLexicalError as error:
        return [Finding("lexical_damaged", 1, (str(error),))]
    live = set(passages.live_ids(catalog, index.splitting))
    found = _passages("lexical_missing", live - held) + _passages("lexical_extra", held - live)
    if behind := changes.count_since(catalog, reader.state.seq, index.splitting):
        found.append(Finding("lexical_behind", behind, ()))
    return found


def of_dense(catalog: Catalog, index: DenseIndex) -> list[Finding]:
    """Compare the current generation and the vector cache with the live passages."""
    of = index.of
    found = _passages("vector_missing", vectors.unembedded(catalog, of))
    if damaged := _passages("vector_damaged", vectors.damaged(catalog, of, index.files.width)):
        return [*found, *damaged]
    current = generations.current(catalog, of)
    if current is not None and not index.files.is_intact(current):
        return [*found, Finding("generation_damaged", 1, (f"gen-{current.id}",))]
    view = index.view(catalog)
    held = set(view.tail.table["passage"].tolist())
    if view.base is not None:
        held |= set(view.base.table["passage"][view.standing].tolist())
    live = set(vectors.embedded(catalog, of))
    return [*found, *_passages("dense_missing", live - held), *_passages("dense_extra", held - live)]


def _passages(code: str, ids: Collection[int]) -> list[Finding]:
    if not ids:
        return []
    return [Finding(code, len(ids), tuple(f"passage {i}" for i in sorted(ids)[:MAX_EXAMPLES]))]
