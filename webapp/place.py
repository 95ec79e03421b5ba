"""A place in an asset as URL parameters: a quote links to where it stands, and the asset's page reads it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.passages import Passage
from search.results import Quote
from search.rows.results import Counted


@dataclass(frozen=True)
class Place:
    """Where to look in a version: a page, or a sheet and its row, and the range (code points) to mark there."""

    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    start: int | None = None
    end: int | None = None


def read(args: Mapping[str, str]) -> Place:
    """Read a place; what is missing or malformed is None."""
    return Place(
        page=whole(args.get("hal")),
        sheet=args.get("lembar"),
        row=whole(args.get("baris")),
        start=whole(args.get("mulai")),
        end=whole(args.get("akhir")),
    )


def parameters(version: int, place: Place) -> dict[str, str | int]:
    """Return the URL parameters of a place in a version, without the anchor at which it is marked."""
    spot: dict[str, str | int | None] = {
        "versi": version,
        "hal": place.page if place.sheet is None else None,
        "lembar": place.sheet,
        "baris": place.row,
        "mulai": place.start,
        "akhir": place.end,
    }
    return {name: value for name, value in spot.items() if value is not None}


def whole(text: str | None) -> int | None:
    """Return a whole number from 0 typed in ASCII digits, None for anything else."""
    if not text or not text.isascii() or not text.isdigit() or len(text) > 9:
        return None
    return int(text)


def of_quote(quote: Quote) -> dict[str, str | int]:
    """Return the URL parameters of a quote's place."""
    return _parameters(quote.passage, quote.start, quote.end)


def of_passage(passage: Passage) -> dict[str, str | int]:
    """Return the URL parameters of a passage's place."""
    return _parameters(passage, passage.start, passage.end)


def of_row(counted: Counted) -> dict[str, str | int]:
    """Return the URL parameters of a row that was counted, or of the words that a paper was chosen by."""
    sheet = counted.sheet
    spot: dict[str, str | int | None] = {
        "key": sheet.asset,
        "versi": sheet.version,
        "hal": sheet.page,
        "lembar": sheet.sheet,
    }
    known = {name: value for name, value in spot.items() if value is not None}
    if counted.row is None or sheet.page is not None:
        return known | {"mulai": counted.start, "akhir": counted.end, "_anchor": "kutipan"}
    return known | {"baris": counted.row, "_anchor": f"baris-{counted.row}"}


def _parameters(passage: Passage, start: int, end: int) -> dict[str, str | int]:
    spot: dict[str, str | int | None] = {
        "key": passage.asset,
        "versi": passage.version,
        "hal": passage.page,
        "lembar": passage.sheet,
        "baris": passage.row,
    }
    marked: dict[str, str | int | None] = {"mulai": start, "akhir": end} if passage.row is None else {}
    anchor = "kutipan" if passage.row is None or not passage.of_sheet else f"baris-{passage.row}"
    return {k: v for k, v in (spot | marked | {"_anchor": anchor}).items() if v is not None}
