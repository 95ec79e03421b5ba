"""The questions that a community should be able to answer, and whether the catalog answered them when it was asked.

A question is never deleted: it is retired on a day, and what was found until then stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalog import trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme import typed
from programme.community.communities import Community
from programme.inputs.retiring import check_holds

MOST = 500
"""Questions of a community that hold at a time."""


@dataclass(frozen=True)
class ThemeQuestion:
    """A question that holds; `checked` is the day on which it was asked last, None for never.

    `asset` is the id of what answered it then, None where nothing did or it is gone.
    """

    id: int
    community: int
    theme: str
    text: str
    added: str
    checked: str | None
    answered: bool
    asset: int | None


def holding(catalog: Catalog, community: int | None = None) -> list[ThemeQuestion]:
    """Return the questions that hold, of one community or of all, with what was found last."""
    return list(_holding(catalog, community))


def add(catalog: Catalog, community: Community, said: tuple[str, str], *, by: str) -> None:
    """Add a question, given as theme and text; RujukanError `bad_value` where it is there, or cannot be one."""
    theme = typed.one_of("Tema", said[0], community.themes) if community.themes else typed.line("Tema", said[0])
    text = typed.line("Pertanyaan", said[1])
    with catalog.writing():
        known = {one.text.casefold() for one in _holding(catalog, community.id)}
        if text.casefold() in known:
            raise RujukanError("bad_value", "Pertanyaan itu sudah ada dalam daftar.")
        if len(known) >= MOST:
            raise RujukanError("bad_value", f"Sudah ada {MOST} pertanyaan; pensiunkan yang tidak dipakai dahulu.")
        catalog.db.execute(
            "INSERT INTO theme_question (community, theme, text, added) VALUES (?, ?, ?, ?)",
            [community.id, theme, text, date.today().isoformat()],
        )
        trail.append(catalog, by, "community.question", community.name)


def retire(catalog: Catalog, community: Community, number: int, *, by: str) -> None:
    """Let a question hold no longer; see `retiring` for one that does not."""
    with catalog.writing():
        check_holds(catalog, "theme_question", community.id, number)
        catalog.db.execute("UPDATE theme_question SET retired = ? WHERE id = ?", [date.today().isoformat(), number])
        trail.append(catalog, by, "community.question.retire", community.name)


def keep_answer(catalog: Catalog, question: int, asset: int | None, today: date) -> None:
    """Keep the asset from which a question was answered on a day, None for none, in place of an earlier try then."""
    with catalog.writing():
        catalog.db.execute(
            "INSERT OR REPLACE INTO theme_answer (question, day, answered, asset)"
            " VALUES (?, ?, ?, (SELECT id FROM asset WHERE id = ?))",
            [question, today.isoformat(), int(asset is not None), asset],
        )


def _holding(catalog: Catalog, community: int | None) -> Iterator[ThemeQuestion]:
    rows = catalog.db.query(
        "SELECT q.id, q.community, q.theme, q.text, q.added, a.day AS checked, coalesce(a.answered, 0) AS answered,"
        " a.asset FROM theme_question q LEFT JOIN theme_answer a ON a.question = q.id"
        " AND a.day = (SELECT max(day) FROM theme_answer WHERE question = q.id)"
        " WHERE q.retired IS NULL AND (?1 IS NULL OR q.community = ?1) ORDER BY q.community, q.theme, q.id",
        [community],
    )
    for row in rows:
        yield ThemeQuestion(**row | {"answered": bool(row["answered"])})
