"""Whether an answer as a whole, or a source, helped: one vote of a person on each, which may be changed.

Nothing tells whose it is, nor which votes came from one person: a hash is kept of words that only the pages know them
by (a session's own random ones, an account's of one day) and of what was voted on.
"""

import hashlib
import json
from datetime import date

from catalog import spot
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.spot import Spot

VERDICTS = ("membantu", "tidak_membantu")
ANSWER, SOURCE = "jawaban", "sumber"


def voter(person: str, card: Card, at: Spot, question: str | None) -> str:
    """Return what stands for a person before the answer to a question, or before a source where there is none.

    An answer is one by its question, whatever it is quoted from first, and however the question is spaced.
    """
    thing = (card.id, card.version, spot.dump(at)) if question is None else (" ".join(question.casefold().split()),)
    about = json.dumps([person, *thing])
    return hashlib.sha256(about.encode("utf8", "surrogatepass")).hexdigest()


def cast(catalog: Catalog, by: str, card: Card, at: Spot, about: str, verdict: str) -> None:
    """Keep a vote in the place of an earlier one of the same voter; RujukanError for a verdict that is none.

    A vote on an answer counts for the asset that it is quoted from first.
    """
    if verdict not in VERDICTS:
        raise RujukanError("bad_value", f"Penilaian “{verdict[:40]}” tidak dikenal; pilih: {', '.join(VERDICTS)}.")
    with catalog.writing():
        catalog.db.execute(
            "INSERT INTO vote (voter, asset, version, about, place, verdict, day) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (voter) DO UPDATE SET asset = excluded.asset, version = excluded.version,"
            " place = excluded.place, verdict = excluded.verdict, day = excluded.day",
            [by, card.id, card.version, about, spot.dump(at), verdict, date.today().isoformat()],
        )


def of(catalog: Catalog, by: str) -> str | None:
    """Return the verdict of a voter, None where there is none yet."""
    rows = catalog.db.query("SELECT verdict FROM vote WHERE voter = ?", [by])
    return next((str(row["verdict"]) for row in rows), None)
