"""What was asked, for as long as the operator keeps it, without telling by whom; and gaps, which askers chose to note.

Texts come in masked. `asker` stands for one visitor on one day: which visitor, nobody can tell once the day's key is
gone (webapp/day_key.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from catalog.database import Catalog

ANSWER, SEARCH = "jawaban", "pencarian"
FEWEST_ASKERS = 5
"""Pseudonyms, each of a day, from which a question is shown to others: nobody's own words alone."""
_MOST_OFTEN = 1_000
LONGEST_GAPS = 10_000
"""Gaps that are kept, from the youngest: whoever floods them buries only what is older than that."""


@dataclass(frozen=True)
class Question:
    """One question; `text` is None where it asked for personal data.

    `way` is what was wanted, `outcome` the code of the answer or `hits`/`no_hits` of a search, `viewer` the class of
    the asker's rights.
    """

    day: str
    text: str | None
    way: str
    outcome: str
    hits: int
    viewer: str
    asker: str


def keep(catalog: Catalog, asked: Iterable[Question], *, days: int, today: date) -> None:
    """Keep some questions, and forget those of more than so many days ago."""
    with catalog.writing():
        for one in asked:
            catalog.db.execute(
                "INSERT INTO question (day, text, way, outcome, hits, viewer, asker)"
                " VALUES (:day, :text, :way, :outcome, :hits, :viewer, :asker)",
                asdict(one),
            )
        forget(catalog, days=days, today=today)


def forget(catalog: Catalog, *, days: int, today: date) -> int:
    """Forget questions of more than so many days ago, with 0 all of them; return how many those were.

    With them go the groups of gaps that were not asked for since (programme/steering/gaps.py).
    """
    with catalog.writing():
        first = (today - timedelta(days=days - 1)).isoformat()
        for table in ("gap_group", "gap_text"):
            catalog.db.execute(f"DELETE FROM {table} WHERE last < ?", [first])
        return int(catalog.db.execute("DELETE FROM question WHERE day < ?", [first]).rowcount)


def kept(catalog: Catalog, limit: int) -> Iterator[Question]:
    """Yield the youngest questions, the youngest first."""
    for row in catalog.db.query("SELECT * FROM question ORDER BY id DESC LIMIT ?", [limit]):
        row.pop("id")
        yield Question(**row)


def answered_often(catalog: Catalog, viewers: Sequence[str]) -> list[str]:
    """Return what viewers of these classes asked and were answered, at least FEWEST_ASKERS of them; most asked first.

    One who asks on several days counts on each of them, so two must have asked on one day.
    """
    classes = ", ".join("?" * len(viewers))
    rows = catalog.db.execute(
        "SELECT max(text) FROM (SELECT text, lower(text) AS folded, count(DISTINCT asker) AS askers FROM question"
        f" WHERE way = ? AND outcome IN ('answered', 'rows') AND viewer IN ({classes}) AND text IS NOT NULL"
        " GROUP BY lower(text), day) GROUP BY folded HAVING sum(askers) >= ? AND max(askers) > 1"
        " ORDER BY sum(askers) DESC, folded LIMIT ?",
        [ANSWER, *viewers, FEWEST_ASKERS, _MOST_OFTEN],
    )
    return [str(row[0]) for row in rows.fetchall()]


def note_gap(catalog: Catalog, text: str, unit: str | None, asker: str) -> None:
    """Note that something is missing; once for each asker and text."""
    with catalog.writing():
        catalog.db.execute(
            "INSERT INTO gap (day, text, unit, asker) VALUES (?, ?, ?, ?) ON CONFLICT (asker) DO NOTHING",
            [date.today().isoformat(), text, unit, asker],
        )
        catalog.db.execute("DELETE FROM gap WHERE id <= (SELECT max(id) FROM gap) - ?", [LONGEST_GAPS])


def is_noted(catalog: Catalog, asker: str) -> bool:
    """Tell whether an asker noted this gap."""
    return bool(catalog.db.execute("SELECT 1 FROM gap WHERE asker = ?", [asker]).fetchall())


def gaps(catalog: Catalog, limit: int) -> Iterator[dict[str, str | int | None]]:
    """Yield the youngest gaps, the youngest first: day, text, unit."""
    yield from catalog.db.query("SELECT day, text, unit FROM gap ORDER BY id DESC LIMIT ?", [limit])
