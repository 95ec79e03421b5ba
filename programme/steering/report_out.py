"""The quarterly report as CSV and as JSON: the same figures in the same order."""

from collections.abc import Iterator, Sequence
from typing import Any

from programme.records import spreadsheets
from programme.steering.report import KINDS, Line, Report, Share

NO_DATA = "belum cukup data"
UNASSESSED = "belum dinilai"
ALL = "Semua"
HEADS = (
    *("triwulan", "sampai", "komunitas", "unit", "dibekukan"),
    *("pertanyaan_terjawab", "pertanyaan", "aset_mutakhir", "aset_bertanggal_tinjau"),
    *("aset_disahkan", "lewat_tinjau", "belum_dikonfirmasi", *KINDS, "level_setahun_lalu", "level", "celah_terbuka"),
)


def as_csv(report: Report) -> bytes:
    """Return a line for each community, and one of all."""
    return spreadsheets.as_csv(_rows(report))


def to_json(report: Report) -> dict[str, Any]:
    """Return the report as the command prints it; null is what has too little data, or was never assessed."""
    return {
        "schema": 1,
        "quarter": str(report.quarter),
        "until": report.last.isoformat(),
        "communities": [_document(line) for line in report.lines],
        "total": _document(report.total),
        "risen": report.risen,
        "fallen": report.fallen,
        "flows": [{"owner": flow.owner, "user": flow.user, "reuse": dict(flow.kinds)} for flow in report.flows],
    }


def _rows(report: Report) -> Iterator[Sequence[str]]:
    yield HEADS
    for line in (*report.lines, report.total):
        yield [str(report.quarter), report.last.isoformat(), *_cells(line)]


def _cells(line: Line) -> list[str]:
    name, unit = (line.community.name, line.community.unit) if line.community else (ALL, None)
    levels = [""] * 2 if line.community is None else [_number(one, UNASSESSED) for one in (line.before, line.level)]
    return [
        *(name, unit or "", "ya" if line.frozen else "belum"),
        *(*_share(line.coverage), *_share(line.up_to_date)),
        *(str(line.approved), str(line.overdue), str(line.unconfirmed)),
        *(str(line.reuse[kind]) for kind in KINDS),
        *(*levels, _number(line.gaps, NO_DATA)),
    ]


def _share(share: Share | None) -> tuple[str, str]:
    return (NO_DATA, NO_DATA) if share is None else (str(share.part), str(share.whole))


def _number(number: int | None, otherwise: str) -> str:
    return otherwise if number is None else str(number)


def _document(line: Line) -> dict[str, Any]:
    shares = {"coverage": line.coverage, "up_to_date": line.up_to_date}
    numbers = ("frozen", "approved", "overdue", "unconfirmed", "level", "before", "gaps")
    return {
        "community": line.community and line.community.name,
        "unit": line.community and line.community.unit,
        **{name: getattr(line, name) for name in numbers},
        **{name: share and {"part": share.part, "whole": share.whole} for name, share in shares.items()},
        "reuse": dict(line.reuse),
    }
