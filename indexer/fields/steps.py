"""The flow table of an SOP: the actor of a step is the column that holds its symbol."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.fields import Place
from indexer.fields.found import place_of
from indexer.fields.tables import Ruled

_COLUMNS = {
    "no": re.compile(r"no\.?|nomor", re.IGNORECASE),
    "uraian": re.compile(r"(uraian )?(kegiatan|aktivitas|prosedur|proses)|uraian|langkah.*|tahapan.*", re.IGNORECASE),
    "pelaksana": re.compile(r"pelaksana(an)?|aktor|penanggung jawab", re.IGNORECASE),
    "kelengkapan": re.compile(r"(ke)?lengkapan|persyaratan.*|syarat.*|input", re.IGNORECASE),
    "waktu": re.compile(r"waktu.*|durasi.*", re.IGNORECASE),
    "output": re.compile(r"output|keluaran|hasil", re.IGNORECASE),
    "ket": re.compile(r"ket\.?|keterangan", re.IGNORECASE),
}
_QUALITY = re.compile(r"(mutu baku|baku mutu)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})\.?")
_TICK = re.compile(r"[xv√✓✔●■◆○□◇▪•*o]|ya|<\s*>", re.IGNORECASE)
_TICKED_BOX = re.compile(r"[\[(]\s*[xv√✓✔]\s*[\])]", re.IGNORECASE)
_BOX = re.compile(r"\[\s*\]|\(\s*\)")  # a typed symbol, unless boxes of the table are there to be ticked
_DURATION = re.compile(
    r"(\d+)\s*(?:\([^)]*\)\s*)?(detik|menit|mnt|jam|hari kerja|hk|hari|minggu|bulan)\.?", re.IGNORECASE
)
_SECONDS = {"detik": 1, "menit": 60, "mnt": 60, "jam": 3600}
_DAYS = {"hari": "hari", "hari kerja": "hari kerja", "hk": "hari kerja", "minggu": "minggu", "bulan": "bulan"}


@dataclass(frozen=True)
class _Header:
    row: int  # the last row of the header
    columns: dict[str, int]
    roles: dict[int, str]


def read_steps(tables: Sequence[Ruled]) -> list[tuple[dict[str, str], Place]]:
    """Return the steps of the flow tables in order, each with its place; a table without a flow's header has none."""
    steps: list[tuple[dict[str, str], Place]] = []
    header: _Header | None = None
    for table in tables:
        header = _header(table) or (_Header(-1, header.columns, header.roles) if header else None)
        more = list(_steps(table, header)) if header else []
        if steps and more and int(more[0][0]["no"]) != len(steps) + 1:
            break  # another procedure
        steps += more
    if [int(step["no"]) for step, _ in steps] != list(range(1, len(steps) + 1)):
        return []
    return steps if all(step.get("pelaksana") for step, _ in steps) else [_without_actor(*step) for step in steps]


def _without_actor(step: dict[str, str], place: Place) -> tuple[dict[str, str], Place]:
    """Return a step of a table of which not every symbol is seen: those that are may stand elsewhere, too."""
    return {name: text for name, text in step.items() if name != "pelaksana"}, place


def total_time(times: Sequence[str]) -> str:
    """Return the sum of durations; "" unless each is understood and all are of one kind."""
    parts = [_DURATION.fullmatch(" ".join(time.split())) for time in times]
    known = [(int(p[1]), p[2].lower()) for p in parts if p]
    if not known or len(known) < len(parts):
        return ""
    if all(unit in _SECONDS for _, unit in known):
        return _clock(sum(count * _SECONDS[unit] for count, unit in known))
    kinds = {_DAYS.get(unit, "") for _, unit in known}
    return f"{sum(count for count, _ in known)} {kinds.pop()}" if len(kinds) == 1 and "" not in kinds else ""


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    counts = ((hours, "jam"), (rest // 60, "menit"), (rest % 60, "detik"))
    return " ".join(f"{count} {unit}" for count, unit in counts if count)


def _header(table: Ruled) -> _Header | None:
    """Return the header: a row with the step and its actor, and below it, if there is one, the row of the roles."""
    for at, row in enumerate(table.rows[:12]):
        upper = _named(row)
        if "uraian" not in upper or not ({"pelaksana", "waktu"} & upper.keys()):
            continue
        below = table.rows[at + 1] if at + 1 < len(table.rows) else ()
        lower = _named(below)
        if "waktu" in upper or "waktu" not in lower:
            return _Header(at, upper, {}) if "waktu" in upper else None
        columns = lower | upper
        return _Header(at + 1, columns, _roles(below, upper, lower))
    return None


def _roles(names: Sequence[str], upper: dict[str, int], lower: dict[str, int]) -> dict[int, str]:
    """Return the columns of the actors: named, right of the step and left of what the step is measured by."""
    right = min(lower[name] for name in ("kelengkapan", "waktu", "output") if name in lower)
    return {at: name for at, name in enumerate(names) if upper["uraian"] < at < right and name}


def _named(row: Sequence[str]) -> dict[str, int]:
    cells = [" ".join(cell.split()).rstrip(" :") for cell in row]
    found = {
        name: at
        for name, rule in _COLUMNS.items()
        for at, cell in reversed([*enumerate(cells)])
        if rule.fullmatch(cell)
    }
    return found


def _steps(table: Ruled, header: _Header) -> Iterator[tuple[dict[str, str], Place]]:
    after = 0
    for at, row in enumerate(table.rows):
        cells = {name: " ".join(row[column].split()) for name, column in header.columns.items() if column < len(row)}
        number = _NUMBER.fullmatch(cells.get("no", ""))
        if at <= header.row or not number or not cells.get("uraian"):
            continue
        start, end = _range(table, cells["uraian"], after)
        after = end or after
        actors = "; ".join(_actors(table, at, header)) if header.roles else cells.get("pelaksana", "")
        cells |= {"no": number[1], "pelaksana": actors}
        ordered = {name: cells[name] for name in _COLUMNS if cells.get(name, "").strip("-– ")}
        yield ordered, place_of(table.page, start, end, table.number(at))


def _actors(table: Ruled, row: int, header: _Header) -> Iterator[str]:
    cells = table.rows[row]
    typed = {column: cells[column].strip() if column < len(cells) else "" for column in header.roles}
    boxes = _boxes_are_symbols(table, list(typed.values()))
    for column, name in header.roles.items():
        ticked = _TICK.fullmatch(typed[column]) or _TICKED_BOX.fullmatch(typed[column])
        if (row, column) in table.marks or ticked or (boxes and _BOX.fullmatch(typed[column])):
            yield " ".join(name.split())


def _boxes_are_symbols(table: Ruled, actors: Sequence[str]) -> bool:
    """Tell whether an empty box is a symbol: not where the table has ticked ones, nor where each actor has one."""
    ticked = any(_TICKED_BOX.fullmatch(cell.strip()) for row in table.rows for cell in row)
    return not ticked and not all(map(_BOX.fullmatch, actors))


def _range(table: Ruled, text: str, after: int) -> tuple[int | None, int | None]:
    """Return where a step begins in the page's text: as many of its first words as stand there together."""
    words = text.split()
    for count in range(len(words), 1, -1):
        found = re.compile(r"\s+".join(map(re.escape, words[:count]))).search(table.page.text, after)
        if found:
            return found.span()
    return None, None
