"""Describe the API in OpenAPI 3.1 as docs/openapi.json: `python -m tools.openapi`.

Addresses, limits and closed words are taken from the code, so that the file changes when they do; a test says that it
is up to date, and that what the API gives is what it describes. Fields are only ever added: a client must not refuse
those it does not know.
"""

import json
from pathlib import Path
from typing import Any

from catalog.words import ACCESS, KINDS, PAGE_STATES, STATUS, VALIDITY
from search.ranking.facets import LEVELS, REUSED
from search.suggestions import MOST
from search.understanding.understand import LONGEST
from search.understanding.years import FORM
from webapp import api

FILE = Path(__file__).parent.parent / "docs" / "openapi.json"
REASONS = ("answered", "rows", "weak_evidence", "no_hits", "personal_data", "ambiguous")
FACETS = ("kind", "unit", "community", "theme", "year", "validity", "maturity", "reused")
Json = dict[str, Any]

TEXT: Json = {"type": "string"}
TEXT_OR_NONE: Json = {"type": ["string", "null"]}
WHOLE: Json = {"type": "integer"}
WHOLE_OR_NONE: Json = {"type": ["integer", "null"]}
NUMBER: Json = {"type": "number"}
NUMBER_OR_NONE: Json = {"type": ["number", "null"]}
YES_NO: Json = {"type": "boolean"}
ANYTHING: Json = {}


def one_of(words: tuple[str, ...]) -> Json:
    """Describe one of the closed words."""
    return {"type": "string", "enum": list(words)}


def many(item: Json) -> Json:
    """Describe a list."""
    return {"type": "array", "items": item}


def thing(fields: Json, *, optional: tuple[str, ...] = ()) -> Json:
    """Describe an object; all fields are there but the optional ones."""
    return {"type": "object", "properties": fields, "required": [name for name in fields if name not in optional]}


def named(name: str) -> Json:
    """Refer to one of SCHEMAS."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_none(described: Json) -> Json:
    """Describe the same or null."""
    return {"anyOf": [described, {"type": "null"}]}


PLACE = {"page": WHOLE_OR_NONE, "sheet": TEXT_OR_NONE, "page_state": one_of(PAGE_STATES)}
SPAN = {"start": WHOLE, "end": WHOLE}
SOURCE = {"asset": TEXT, "part_of": TEXT_OR_NONE, "version": WHOLE, "title": TEXT, "unit": TEXT_OR_NONE}
SOURCE |= {"source": TEXT, "path": TEXT}
STATE = {"status": one_of(STATUS), "validity": one_of(VALIDITY)}
CARD = SOURCE | {"kind": one_of(KINDS), "community": TEXT_OR_NONE, "access": one_of(ACCESS)} | STATE
PART = {"asset": TEXT, "number": WHOLE, "title": TEXT, "first_page": WHOLE, "last_page": WHOLE}
VALUES = thing({"value": TEXT_OR_NONE, "count": WHOLE, "label": TEXT}, optional=("label",))
ADDED = thing({"from": TEXT, "to": TEXT, "kind": TEXT})
FILTER = thing({"name": TEXT, "value": ANYTHING, "from": TEXT, "applied": YES_NO})

SCHEMAS: Json = {
    "Maturity": thing(
        {"community": TEXT, "level": WHOLE, "name": TEXT, "assessed_on": TEXT, "assessor": TEXT, "evidence": TEXT}
        | {"instrument": TEXT, "assessment": WHOLE, "community_id": WHOLE}
    ),
    "Understood": thing(
        {"text": TEXT, "expansions": many(ADDED), "identifiers": many(TEXT), "cut": YES_NO, "filters": many(FILTER)}
    ),
    "Passage": thing(
        PLACE
        | {"row": WHOLE_OR_NONE, "hidden": YES_NO, "heading": many(TEXT), **SPAN, "text": TEXT}
        | {"highlights": many(many(WHOLE)), "score": NUMBER}
    ),
    "Hit": thing(
        {"rank": WHOLE, "score": NUMBER, **CARD, "maturity": or_none(named("Maturity"))}
        | {"reuse": thing({"units": many(TEXT), "count": WHOLE})}
        | {"passages": many(named("Passage")), "duplicates": many(TEXT)}
        | {"copies": many(thing(SOURCE | {"access": one_of(ACCESS)} | STATE | {"date": TEXT_OR_NONE}))}
    ),
    "Quote": thing(
        {
            "text": TEXT,
            **SOURCE,
            **PLACE,
            "row": WHOLE_OR_NONE,
            "hidden": YES_NO,
            **SPAN,
            "answer": or_none(thing(SPAN)),
            "cells": many(thing({"column": TEXT, **SPAN})),
        }
        | {"date": TEXT_OR_NONE, **STATE, "maturity": or_none(named("Maturity"))}
    ),
    "CountedRow": thing(
        {"asset": TEXT, "version": WHOLE, "title": TEXT, "unit": TEXT_OR_NONE, "source": TEXT, "path": TEXT, **PLACE}
        | STATE
        | {"row": WHOLE, **SPAN, "text": TEXT, "hidden": YES_NO, "cells": {"type": "object"}}
    ),
    "RowPart": thing({"value": TEXT, "count": TEXT, "sum": TEXT_OR_NONE, "mean": TEXT_OR_NONE, "rows": WHOLE_OR_NONE}),
    "RowReading": thing(
        {"reading": TEXT, "operation": TEXT, "conditions": many({"type": "object"})}
        | {"count": {"type": ["integer", "string"]}, "unit_of_count": TEXT, "sum": TEXT_OR_NONE}
        | {"unit_of_sum": TEXT_OR_NONE, "column": TEXT_OR_NONE, "mean": TEXT_OR_NONE, "of_rows": WHOLE_OR_NONE}
        | {"share": TEXT_OR_NONE, "whole": TEXT_OR_NONE, "by": TEXT_OR_NONE, "parts": many(named("RowPart"))}
        | {"difference_of": or_none(many(TEXT)), "notes": many(TEXT), "cells": many(named("CountedRow"))}
    ),
    "Page": thing(
        {"page": WHOLE_OR_NONE, "sheet": TEXT_OR_NONE, "state": one_of(PAGE_STATES), "quality": NUMBER_OR_NONE}
        | {"text": TEXT, "form": TEXT_OR_NONE, "rows": many(named("Row"))}
    ),
    "Row": thing(
        {"row": WHOLE, "cells": {"type": "object"}, "values": {"type": "object"}, "hidden": YES_NO}
        | {"hidden_columns": many(TEXT)}
    ),
    "Search": thing(
        {"schema": WHOLE, "query": TEXT, "understood": named("Understood"), "took_ms": WHOLE}
        | {"hits": many(named("Hit")), "facets": thing({name: many(VALUES) for name in FACETS})}
    ),
    "Answer": thing(
        {"schema": WHOLE, "question": TEXT, "understood": named("Understood"), "answered": YES_NO, "confidence": NUMBER}
        | {"reason": one_of(REASONS), "message": TEXT, "took_ms": WHOLE, "quotes": many(named("Quote"))}
        | {"rows": or_none(named("RowReading")), "hits": many(named("Hit")), "readings": many(TEXT)}
        | {"row_readings": many(named("RowReading")), "row_readings_more": WHOLE}
        | {"rephrased": {"type": ["object", "null"]}, "rephrase_error": TEXT_OR_NONE},
        optional=("readings", "row_readings", "row_readings_more", "rephrased", "rephrase_error"),
    ),
    "Asset": thing(
        {"schema": WHOLE, "asset": TEXT, "version": WHOLE, "versions": many(WHOLE), "source": TEXT, "path": TEXT}
        | {"sha256": TEXT, "bytes": WHOLE, "media_type": TEXT, "title": TEXT, "kind": one_of(KINDS)}
        | {"kind_evidence": many({"type": "object"}), "fields": {"type": "object"}, "fields_at": {"type": "object"}}
        | {"unit": TEXT_OR_NONE, "community": TEXT_OR_NONE, "access": one_of(ACCESS), **STATE, "date": TEXT_OR_NONE}
        | {"review_on": TEXT_OR_NONE, "maturity": or_none(named("Maturity")), "part": {"type": ["object", "null"]}}
        | {"parts": many(thing(PART)), "pages": many(named("Page")), "legal_bases": many({"type": "object"})}
        | {"pages_total": WHOLE, "next_offset": WHOLE_OR_NONE}
    ),
    "Suggestions": thing(
        {"schema": WHOLE, "query": TEXT, "took_ms": WHOLE, "suggestions": many(thing({"text": TEXT, "kind": TEXT}))}
    ),
    "Problem": thing({"type": TEXT, "title": TEXT, "status": WHOLE, "code": TEXT, "detail": TEXT}),
}


def parameter(name: str, described: Json, *, required: bool = False) -> Json:
    """Describe a parameter of the query."""
    return {"name": name, "in": "query", "required": required, "schema": described}


QUESTION = parameter("q", {"type": "string", "minLength": 1, "maxLength": LONGEST}, required=True)
IGNORE = parameter("ignore", {"type": "array", "items": TEXT, "maxItems": api.IGNORED})
ORDER = parameter("order", one_of(api.ORDERS))
YEARS: Json = {
    "type": ["integer", "string"],
    "minimum": 1900,
    "maximum": 2999,
    "pattern": f"^(?:{FORM})$",
    "examples": [2024, "2023-2025", "2023-", "-2022"],
}
KEY = {"name": "key", "in": "path", "required": True, "schema": TEXT}


def counted(least: int, most: int | None = None) -> Json:
    """Describe a whole number from `least` to `most`."""
    return {"type": "integer", "minimum": least} | ({} if most is None else {"maximum": most})


PATHS: dict[str, tuple[str, str, list[Json]]] = {
    "/search": (
        "Cari aset",
        "Search",
        [
            *(QUESTION, parameter("limit", counted(1, api.LIMIT)), IGNORE),
            *(parameter("kind", one_of(KINDS)), parameter("unit", TEXT), parameter("year", YEARS)),
            parameter("community", TEXT),
            *(parameter("theme", TEXT), parameter("validity", one_of(VALIDITY)), parameter("maturity", one_of(LEVELS))),
            *(parameter("reused", one_of((REUSED,))), ORDER),
        ],
    ),
    "/ask": ("Tanya, dijawab dengan kutipan", "Answer", [QUESTION, IGNORE, ORDER]),
    "/suggest": ("Saran selagi mengetik", "Suggestions", [QUESTION, parameter("limit", counted(1, MOST))]),
    "/assets/{key}": (
        "Satu aset dengan halamannya",
        "Asset",
        [
            *(KEY, parameter("version", counted(1)), parameter("page", counted(1)), parameter("sheet", TEXT)),
            parameter("offset", counted(0)),
        ],
    ),
}
"""Of each address: what it is for, what it gives, what it takes."""


def description() -> Json:
    """Return the whole description."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Rujukan", "version": "1", "description": "Lihat docs/api.md. Kolom hanya pernah bertambah."},
        "servers": [{"url": api.api.url_prefix}],
        "paths": {path: {"get": _operation(*told)} for path, told in PATHS.items()},
        "components": {"schemas": SCHEMAS},
    }


def _operation(summary: str, gives: str, takes: list[Json]) -> Json:
    problem = {
        "description": "Masalah (RFC 9457)",
        "content": {"application/problem+json": {"schema": named("Problem")}},
    }
    given = {"description": summary, "content": {"application/json": {"schema": named(gives)}}}
    return {
        "summary": summary,
        "operationId": gives.lower(),
        "parameters": takes,
        "responses": {"200": given, "default": problem},
    }


def text() -> str:
    """Return the file's text."""
    return json.dumps(description(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf8")
