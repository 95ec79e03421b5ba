"""Editions: how the page text is cut into passages, and which model gives them vectors.

Readers are answered from the current edition. Another one, the shadow, is built beside it, compared and switched to;
the one before stays until it is reclaimed, so that a switch can be rolled back. Vectors and passages that two editions
have in common are stored once. States: shadow, current and previous (at most one each), retired (being deleted).
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.vectors import VectorSet

CURRENT_SPLITTING = "coalesce((SELECT splitting FROM edition WHERE state = 'current'), 1)"
"""In SQL: the number of the splitting whose passages answer."""

_COLUMNS = """
SELECT e.number, e.model, e.width, e.name, e.splitting, s.words, s.overlap, e.state, e.comparison
FROM edition e JOIN splitting s ON s.number = e.splitting
"""

_NONE = {
    "shadow": "Belum ada edisi bayangan. Bangun dahulu dengan `rujukan reindex --model` atau `--words`.",
    "previous": "Tidak ada edisi sebelumnya untuk dikembalikan: belum pernah beralih, atau sudah dihapus.",
    "current": "Katalog ini belum berisi apa-apa. Isi dahulu dengan `rujukan index`.",
}


@dataclass(frozen=True)
class Model:
    """The identity of an embedding model: its id (a hash), its width, and the name or path it was loaded by."""

    id: str
    width: int
    name: str


@dataclass(frozen=True)
class Splitting:
    """A way to cut pages: the most words of a passage, and how many the next one repeats; `number` marks its passages.

    The default sizes come from trials on judged sets: 30 repeated words found no more than 15, and cost a tenth more.
    """

    number: int = 1
    words: int = 110
    overlap: int = 15


@dataclass(frozen=True)
class Edition:
    """One edition; `comparison` is what `compare` last said of it."""

    number: int
    model: Model
    splitting: Splitting
    state: str
    comparison: dict[str, Any] | None

    @property
    def vectors(self) -> VectorSet:
        """Return which vectors of the cache are its own."""
        return VectorSet(self.model.id, self.splitting.number)


def current(catalog: Catalog) -> Edition | None:
    """Return the edition that answers, None before anything was indexed."""
    return in_state(catalog, "current")


def in_state(catalog: Catalog, state: str) -> Edition | None:
    """Return the edition that is the shadow, the current or the previous one."""
    rows = catalog.db.execute(f"{_COLUMNS} WHERE e.state = ?", [state]).fetchall()
    return _edition(rows[0]) if rows else None


def listing(catalog: Catalog) -> list[Edition]:
    """Return all editions, the one that answers first, then the shadow, the previous and those being deleted."""
    order = "CASE e.state WHEN 'current' THEN 0 WHEN 'shadow' THEN 1 WHEN 'previous' THEN 2 ELSE 3 END, e.number DESC"
    return [_edition(row) for row in catalog.db.execute(f"{_COLUMNS} ORDER BY {order}")]


def passages(catalog: Catalog, edition: Edition) -> int:
    """Return how many live passages an edition has; those of tables' rows are among them."""
    rows = catalog.db.execute(
        "SELECT count(*) FROM passage p JOIN version v ON v.id = p.version AND v.live = 1 WHERE p.splitting = ?",
        [edition.splitting.number],
    )
    return int(rows.fetchone()[0])


def held(catalog: Catalog, edition: Edition) -> tuple[int, int]:
    """Return how many versions the catalog holds, and how many passages of the edition are to have a vector."""
    rows = catalog.db.execute(
        "SELECT (SELECT count(*) FROM version),"
        " (SELECT count(*) FROM passage WHERE splitting = ? AND hash IS NOT NULL)",
        [edition.splitting.number],
    )
    versions, passages = rows.fetchone()
    return versions, passages


def needed(catalog: Catalog, state: str) -> Edition:
    """Return the current, shadow or previous edition; RujukanError that says how to get one if there is none."""
    found = in_state(catalog, state)
    if found is None:
        raise RujukanError(f"no_{state}_edition", _NONE[state])
    return found


def check_proven(shadow: Edition) -> None:
    """Raise RujukanError if a shadow was not compared with what answers, or fell below the gate."""
    said = shadow.comparison
    if said is None:
        raise RujukanError(
            "not_compared",
            f"Edisi bayangan {shadow.number} belum dibandingkan. Jalankan `rujukan compare`, atau pakai --force.",
        )
    if not said["passes"]:
        raise RujukanError(
            "below_gate",
            f"Edisi bayangan {shadow.number} tidak lolos perbandingan. {' '.join(said['objections'])}"
            " Perbaiki, longgarkan dengan `rujukan compare --gate`, atau pakai --force.",
        )


def retired(catalog: Catalog) -> list[Edition]:
    """Return the editions that are being deleted."""
    return [_edition(row) for row in catalog.db.execute(f"{_COLUMNS} WHERE e.state = 'retired' ORDER BY e.number")]


def splitting(catalog: Catalog) -> Splitting:
    """Return how pages are cut now."""
    has = current(catalog)
    return Splitting() if has is None else has.splitting


def find_splitting(catalog: Catalog, sizes: tuple[int, int]) -> Splitting | None:
    """Return the splitting of these sizes (words, overlap) if the catalog knows one."""
    rows = catalog.db.execute("SELECT number, words, overlap FROM splitting WHERE words = ? AND overlap = ?", sizes)
    return next((Splitting(*row) for row in rows), None)


def claim(catalog: Catalog, wanted: Model) -> Edition:
    """Return the current edition, begun with this model where there is none; `other_model` if it has another."""
    check_model(catalog, wanted)
    with catalog.writing():
        if current(catalog) is None:
            _insert(catalog, wanted, 1, "current")
        found = current(catalog)
    if found is None:
        raise AssertionError("the current edition is gone")
    return found


def check_model(catalog: Catalog, wanted: Model) -> None:
    """Raise RujukanError `other_model` if the catalog's vectors come from another model than `wanted`."""
    has = current(catalog)
    if has is None or has.model.id == wanted.id:
        return
    raise RujukanError(
        "other_model",
        f"Katalog ini memakai model {has.model.name} ({has.model.id}, lebar {has.model.width}), sedangkan yang dipilih"
        f" {wanted.name} ({wanted.id}, lebar {wanted.width}). Kosongkan --model, pakai katalog baru dengan --data, atau"
        f" pindahkan katalog ini ke model itu dengan `rujukan reindex --model {wanted.name}`.",
    )


def begin_shadow(catalog: Catalog, model: Model, sizes: tuple[int, int]) -> Edition:
    """Return the shadow of this model and these sizes (words, overlap), begun where there is none.

    Belongs inside a `catalog.writing()`. Raises RujukanError `same_edition` if it is the current one, `other_shadow`
    if another shadow stands.
    """
    number = _splitting_number(catalog, sizes)
    now, shadow = current(catalog), in_state(catalog, "shadow")
    if now is not None and (now.model.id, now.splitting.number) == (model.id, number):
        raise RujukanError(
            "same_edition",
            f"Katalog sudah memakai model {model.name} ({model.id}) dengan bagian {sizes[0]} kata dan tumpang"
            f" tindih {sizes[1]} kata, jadi tidak ada yang perlu dibangun.",
        )
    if shadow is None:
        _insert(catalog, model, number, "shadow")
    elif (shadow.model.id, shadow.splitting.number) != (model.id, number):
        raise RujukanError(
            "other_shadow",
            f"Edisi bayangan {shadow.number} (model {shadow.model.name}, {shadow.splitting.words} kata) masih ada."
            " Selesaikan dengan `rujukan switch`, atau buang dengan `rujukan reclaim --shadow`.",
        )
    found = in_state(catalog, "shadow")
    if found is None:
        raise AssertionError("the shadow is gone")
    return found


def remember_comparison(catalog: Catalog, edition: Edition, comparison: dict[str, Any]) -> None:
    """Keep what a comparison said of an edition."""
    text = json.dumps(comparison, ensure_ascii=False)
    with catalog.writing():
        catalog.db.execute("UPDATE edition SET comparison = ? WHERE number = ?", [text, edition.number])


def switch(catalog: Catalog) -> None:
    """Let the shadow answer, and keep the one that answered until now as the previous; one transaction."""
    with catalog.writing():
        _move(catalog, "previous", "retired")
        _move(catalog, "current", "previous")
        _move(catalog, "shadow", "current")


def roll_back(catalog: Catalog) -> None:
    """Let the previous edition answer again; the one that answered becomes the shadow. One transaction."""
    with catalog.writing():
        _move(catalog, "shadow", "retired")
        _move(catalog, "current", "shadow")
        _move(catalog, "previous", "current")


def retire(catalog: Catalog, state: str) -> None:
    """Give up the previous edition or the shadow: `reclaim` deletes it."""
    with catalog.writing():
        _move(catalog, state, "retired")


def forget(catalog: Catalog, edition: Edition) -> None:
    """Forget a retired edition, and its splitting if no other edition uses it."""
    with catalog.writing():
        catalog.db.execute("DELETE FROM edition WHERE number = ? AND state = 'retired'", [edition.number])
        catalog.db.execute(
            "DELETE FROM splitting WHERE number = ?1 AND number > 1"
            " AND NOT EXISTS (SELECT 1 FROM edition WHERE splitting = ?1)",
            [edition.splitting.number],
        )


def _move(catalog: Catalog, state: str, to: str) -> None:
    catalog.db.execute("UPDATE edition SET state = ? WHERE state = ?", [to, state])


def _insert(catalog: Catalog, model: Model, splitting: int, state: str) -> None:
    catalog.db.execute(
        "INSERT INTO edition (model, width, name, splitting, state, created) VALUES (?, ?, ?, ?, ?, ?)",
        [model.id, model.width, model.name, splitting, state, int(time.time())],
    )


def _splitting_number(catalog: Catalog, sizes: tuple[int, int]) -> int:
    catalog.db.execute("INSERT INTO splitting (words, overlap) VALUES (?, ?) ON CONFLICT DO NOTHING", sizes)
    rows = catalog.db.execute("SELECT number FROM splitting WHERE words = ? AND overlap = ?", sizes).fetchall()
    return int(rows[0][0])


def _edition(row: tuple[Any, ...]) -> Edition:
    number, model, width, name, splitting, words, overlap, state, comparison = row
    said = None if comparison is None else json.loads(comparison)
    return Edition(number, Model(model, width, name), Splitting(splitting, words, overlap), state, said)
