"""An asset with its pages as the contract's JSON: exactly its fields."""

from collections.abc import Sequence
from dataclasses import asdict

from catalog import legal_bases
from catalog.assets import Card, Page, Row
from catalog.communities import maturity
from catalog.database import Catalog
from search.as_json import SCHEMA, Json
from search.as_json import maturity as assessed


def document(catalog: Catalog, card: Card, pages: Sequence[Page]) -> Json:
    """Give the document of `rujukan show --json` with these of the version's pages."""
    said = ("source", "path", "sha256", "bytes", "media_type", "title", "kind", "kind_evidence")
    told = ("fields", "fields_at", "unit", "community")
    state = ("access", "status", "validity", "date", "review_on")
    return {
        "schema": SCHEMA,
        "asset": card.key,
        "version": card.version,
        "versions": list(card.versions),
        **{name: getattr(card, name) for name in (*said, *told, *state)},
        "maturity": assessed(maturity(catalog, card.community)),
        "part": _part_json(card),
        "parts": [] if card.part else _parts_json(card),
        "pages": [_page_json(page) for page in pages],
        "legal_bases": [asdict(basis) for basis in legal_bases.of(catalog, card)],
    }


def _part_json(card: Card) -> Json | None:
    """Give the place of a part in its file and all parts beside it, null for a whole file."""
    if card.part is None:
        return None
    pages = {name: getattr(card.part, name) for name in ("number", "first_page", "last_page")}
    return pages | {"of": card.file, "parts": _parts_json(card)}


def _parts_json(card: Card) -> list[Json]:
    said = ("number", "title", "first_page", "last_page")
    return [{"asset": part.key} | {name: getattr(part, name) for name in said} for part in card.parts]


def _page_json(page: Page) -> Json:
    said = {name: getattr(page, name) for name in ("page", "sheet", "state", "quality", "text", "form")}
    return said | {"rows": [_row_json(row) for row in page.rows]}


def _row_json(row: Row) -> Json:
    return {
        "row": row.row,
        "cells": row.cells,
        "values": {name: value._asdict() for name, value in row.values.items()},
        "hidden": row.hidden,
        "hidden_columns": list(row.hidden_columns),
    }
