"""The advice that an assessment left: what a community does about it, and when it was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.assessment.appraisal_values import note
from programme.assessment.appraisals import Appraisal, opened
from programme.maturity import advice
from programme.maturity.advice import Advice
from programme.maturity.instrument import Instrument
from programme.maturity.scoring import Values


@dataclass(frozen=True)
class Followup:
    """A piece of advice; `closed_on` is the day on which it was done, with a note of how, None while it is not."""

    id: int
    indicator: str
    text: str
    closed_on: str | None
    note: str


def give(catalog: Catalog, appraisal: Appraisal, instrument: Instrument, values: Values) -> None:
    """Keep the way to the next level as advice: a row for each raise that it asks for, and for each lack of data."""
    way = advice.advice(instrument, values)
    for code, text in _told(way, instrument, values) if way else ():
        catalog.db.execute(
            "INSERT INTO advice (appraisal, indicator, text) VALUES (?, ?, ?)", [appraisal.id, code, text]
        )


def _told(way: Advice, instrument: Instrument, values: Values) -> Iterator[tuple[str, str]]:
    for one in way.raises:
        said = f"Menuju level {way.level} ({one.reason}): naikkan {one.name} dari {one.has} ke {one.needs}."
        yield one.code, f"{said} Level {one.needs}: {one.criterion}"
    for hold in way.missing:
        among = {one.code: [each.code for each in one.indicators] for one in instrument.dimensions}
        for code in among.get(hold.code, [hold.code]):
            if values.get(code) is None:
                name = instrument.indicators[code].name
                yield code, f"Lengkapi data {name}: tanpa itu level {way.level} tidak tercapai."


def of(catalog: Catalog, appraisal: Appraisal) -> list[Followup]:
    """Return the advice of an appraisal in the order in which it was given."""
    rows = catalog.db.query(
        "SELECT id, indicator, text, closed_on, note FROM advice WHERE appraisal = ? ORDER BY id", [appraisal.id]
    )
    return [Followup(**row) for row in rows]


def close(catalog: Catalog, account: Account, key: str, number: int, how: str, on: date | None = None) -> None:
    """Say that a piece of advice was followed, and how, as an officer of the community."""
    with catalog.writing():
        appraisal, held = opened(catalog, account, key, on)
        wanted = next((one for one in of(catalog, appraisal) if one.id == number), None)
        if wanted is None or not held.runs:
            raise NotFoundError
        if wanted.closed_on is not None:
            raise RujukanError("moved_on", "Saran itu sudah dicatat selesai.")
        said = note(how)
        if not said:
            raise RujukanError("bad_note", "Tuliskan apa yang sudah dilakukan untuk saran itu.")
        day = (on or date.today()).isoformat()
        catalog.db.execute("UPDATE advice SET closed_on = ?, note = ? WHERE id = ?", [day, said, number])
        trail.append(catalog, account.login, "appraisal.followup", key, indicator=wanted.indicator)
