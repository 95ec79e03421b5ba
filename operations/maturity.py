"""The command `maturity`: what indicator values amount to by the instrument."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from catalog.errors import RujukanError
from operations import appraising, measuring, printing
from operations.session import Session
from programme.maturity import instrument as instruments
from programme.maturity.instrument import Instrument
from programme.maturity.scoring import Hold, Score, Values, exact, score, shown


@click.group("maturity")
def maturity_command() -> None:
    """Work with the maturity of communities."""


maturity_command.add_command(measuring.measure_command)
maturity_command.add_command(measuring.freeze_command)
maturity_command.add_command(appraising.open_command)
maturity_command.add_command(appraising.close_command)


@maturity_command.command("score")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--instrument",
    "other",
    type=click.Path(path_type=Path, readable=False),
    help="Score by another instrument, such as a new version.",
)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def score_command(session: Session, file: Path, other: Path | None, *, as_json: bool) -> None:
    """Compute dimensions, total and level of FILE: a JSON object of indicator code to 1-5, or null for N/A."""
    values = _values(_text(file))
    by = instruments.parse(_text(other)) if other else instruments.of_folder(session.folder)
    reached = score(by, values)
    missing = [code for code in by.indicators if code not in values]
    if missing:
        click.echo(f"Tidak disebut, jadi belum cukup data (N/A): {', '.join(missing)}", err=True)
    if as_json:
        printing.document(document(reached))
        return
    for line in _lines(by, reached):
        click.echo(line)


def document(reached: Score) -> dict[str, Any]:
    """Return a score as the contract prints it: exact numbers as strings, None where there is no data."""
    return {
        "schema": 1,
        "instrument": reached.instrument,
        "dimensions": {code: None if mean is None else exact(mean) for code, mean in reached.dimensions.items()},
        "total": None if reached.total is None else exact(reached.total),
        "shown": None if reached.total is None else shown(reached.total),
        "level": reached.level,
        "gates": [_gate(hold) for hold in reached.holds],
    }


def _gate(hold: Hold) -> dict[str, Any]:
    has = None if hold.has is None else exact(hold.has)
    gate = {"level": hold.level, "code": hold.code, "needs": exact(hold.needs), "has": has}
    return gate | {"valid_indicators": True} if hold.few else gate


def _lines(by: Instrument, reached: Score) -> Iterable[str]:
    for dimension in by.dimensions:
        mean = reached.dimensions[dimension.code]
        yield f"{dimension.code}  {'N/A ' if mean is None else shown(mean)}  {dimension.name}"
    if reached.total is None or reached.level is None:
        yield "Belum cukup data: tidak satu pun indikator bernilai."
        return
    yield f"Total {shown(reached.total)}, level {reached.level} ({by.levels[reached.level - 1].name})"
    for hold in reached.holds:
        yield f"  level {hold.level}: {_lacking(hold)}"


def _lacking(hold: Hold) -> str:
    has = "N/A" if hold.has is None else exact(hold.has)
    if hold.few:
        return f"{hold.code} hanya punya {has} indikator sah, perlu {exact(hold.needs)}"
    return f"{hold.code} harus ≥ {exact(hold.needs)}, sekarang {has}"


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise RujukanError(
            "unreadable", f"Berkas {file} tidak dapat dibaca ({error}). Periksa nama dan isinya."
        ) from error


def _values(text: str) -> Values:
    try:
        said = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise RujukanError("bad_value", f"Isinya bukan JSON yang dapat dipakai ({error}).") from error
    if not isinstance(said, dict):
        raise RujukanError("bad_value", 'Isinya harus objek JSON seperti {"1.1": 3, "2.2": null}.')
    return said


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        codes = [code for code, _ in pairs]
        raise ValueError(f"“{next(code for code in codes if codes.count(code) > 1)}” ditulis dua kali")
    return made
