"""One appraisal as a table for spreadsheets: each indicator with its values, reasons and evidence as they are seen."""

from collections.abc import Iterator

from programme.assessment.appraisal_sheet import Sheet
from programme.assessment.appraisal_values import Given
from programme.records import spreadsheets

HEADS = (
    *("dimensi", "indikator", "nama", "sumber", "sistem", "mandiri", "alasan mandiri", "verifikasi"),
    *("alasan verifikasi", "panel", "alasan panel", "setelah keberatan", "bukti"),
)


def rows(sheet: Sheet) -> Iterator[list[str]]:
    """Yield the heading, then a row for each indicator."""
    yield list(HEADS)
    for dimension in sheet.instrument.dimensions:
        for indicator in dimension.indicators:
            line = sheet.lines[indicator.code]
            files = [f"{one.name} (level {one.level})" for one in sheet.evidence if one.indicator == indicator.code]
            cells = [
                *(dimension.code, indicator.code, indicator.name, indicator.source, _value(line.computed)),
                *(_value(line.own), _reason(line.own), _value(line.verified), _reason(line.verified)),
                *(_value(line.decided), _reason(line.decided), _value(line.changed), "; ".join(files)),
            ]
            yield cells


def as_csv(sheet: Sheet) -> bytes:
    """Return the table as CSV."""
    return spreadsheets.as_csv(rows(sheet))


def as_workbook(sheet: Sheet) -> bytes:
    """Return the table as a workbook of one sheet."""
    return spreadsheets.as_workbook({"Penilaian": rows(sheet)})


def _value(given: Given | None) -> str:
    if given is None:
        return ""
    return "N/A" if given.value is None else str(given.value)


def _reason(given: Given | None) -> str:
    return given.reason if given else ""
