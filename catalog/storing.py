"""Writing assets and versions. Every function belongs inside one `catalog.writing()` of its caller."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalog import changes, citations, known_copies, parts, status_changes, template, typed_cells, vectors
from catalog.citations import NewCitation
from catalog.database import Catalog
from catalog.fields import Evidence, Fields, Places
from catalog.parts import KEY_LETTERS, NewPart
from catalog.typed_cells import CellValue
from catalog.words import APPROVED, WITHDRAWN


@dataclass(frozen=True)
class NewRow:
    """A data row of a table: its row number, named cells, and its range in the page's text.

    `values` are those of known columns by canonical name; `hidden` and `hidden_columns` tell what of it the file's own
    program does not show.
    """

    row: int
    cells: dict[str, str]
    start: int
    end: int
    values: Mapping[str, CellValue] = field(default_factory=dict)
    hidden: bool = False
    hidden_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewPage:
    """A page, slide or sheet as read.

    A heading is its start, end and level; a box the start and end of a line and its place: left, top, right and
    bottom, as shares of the page; what is set aside are ranges of lines that repeat from page to page. `form` is the
    code of the form that a table on it is.
    """

    page: int | None
    sheet: str | None
    state: str
    quality: float
    text: str
    rows: tuple[NewRow, ...] = ()
    headings: tuple[tuple[int, int, int], ...] = ()
    boxes: tuple[tuple[int, int, float, float, float, float], ...] = ()
    aside: tuple[tuple[int, int], ...] = ()
    form: str | None = None


@dataclass(frozen=True)
class NewPassage:
    """A passage of the page at index `page_index`; `hash` keys its vector, None for a row found by words alone."""

    page_index: int
    kind: str
    row: int | None
    heading: tuple[str, ...]
    start: int
    end: int
    text: str
    hash: bytes | None


@dataclass(frozen=True)
class NewVersion:
    """All that one reading of a file gave; its passages are those of one splitting."""

    sha256: str
    bytes: int
    media_type: str
    title: str
    kind: str
    fields: Fields
    pages: tuple[NewPage, ...]
    passages: tuple[NewPassage, ...]
    splitting: int = 1
    fields_at: Places = field(default_factory=dict)
    kind_evidence: Evidence = ()
    citations: tuple[NewCitation, ...] = ()
    parts: tuple[NewPart, ...] = ()


def source_id(catalog: Catalog, name: str) -> int:
    """Return the id of a source, making it where it is new."""
    catalog.db.execute("INSERT INTO source (name) VALUES (?) ON CONFLICT (name) DO NOTHING", [name])
    return int(next(iter(catalog.db.query("SELECT id FROM source WHERE name = ?", [name])))["id"])


def add_asset(catalog: Catalog, source: int, path: str) -> int:
    """Make an asset with a new opaque key and nothing in it; return its id."""
    key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
    row = catalog.db.query("INSERT INTO asset (key, source, path) VALUES (?, ?, ?) RETURNING id", [key, source, path])
    return int(next(iter(row))["id"])


def add_version(catalog: Catalog, asset: int, new: NewVersion) -> int:
    """Store a version, newest of its asset, as `draf`; return its number. Older approved versions stay live."""
    db = catalog.db
    db.execute("INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", [new.sha256, new.bytes])
    number = 1 + int(
        next(iter(db.query("SELECT coalesce(max(number), 0) AS n FROM version WHERE asset = ?", [asset])))["n"]
    )
    db.execute("UPDATE version SET newest = 0 WHERE asset = ?", [asset])
    rows = db.query(
        "INSERT INTO version (asset, number, sha256, media_type, title, kind, fields, fields_at, kind_evidence, newest,"
        " live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1) RETURNING id",
        [asset, number, new.sha256, new.media_type, *_told(new)],
    )
    version = int(next(iter(rows))["id"])
    parts.add(catalog, version, new.parts)
    add_passages(catalog, version, _add_pages(catalog, version, new), (new.splitting, new.passages))
    known_copies.remember(catalog, version)
    refresh_live(catalog, asset)
    changes.put(catalog, asset)
    return number


def _told(new: NewVersion) -> list[str]:
    """Return what a reading tells of the whole paper, as the columns from its title on hold it."""
    parts = (new.fields, new.fields_at, list(new.kind_evidence))
    return [new.title, new.kind, *(json.dumps(part, ensure_ascii=False, sort_keys=True) for part in parts)]


def _add_pages(catalog: Catalog, version: int, new: NewVersion) -> list[int]:
    ids = []
    for number, page in enumerate(new.pages, 1):
        rows = catalog.db.query(
            "INSERT INTO page (version, number, page, sheet, state, quality, text, headings, boxes, aside, form)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [
                *(version, number, page.page, page.sheet, page.state, page.quality, page.text),
                *(json.dumps(page.headings), json.dumps(page.boxes) if page.boxes else None),
                *(json.dumps(page.aside) if page.aside else None, page.form),
            ],
        )
        ids.append(int(next(iter(rows))["id"]))
        catalog.db.conn.executemany(
            "INSERT INTO sheet_row (page, row, cells, start, end, typed, hidden, hidden_columns)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(ids[-1], *_row_columns(row)) for row in page.rows],
        )
    citations.add(catalog, ids, new.citations)
    return ids


def _row_columns(row: NewRow) -> tuple[int | str | None, ...]:
    """Return a row as it is stored; `hidden` is 1 for a hidden row, 2 for a row of which some cells are hidden."""
    columns = json.dumps(row.hidden_columns, ensure_ascii=False) if row.hidden_columns else None
    return (
        *(row.row, json.dumps(row.cells, ensure_ascii=False), row.start, row.end),
        *(typed_cells.dump(row.values, row.cells), 1 if row.hidden else 2 * bool(columns), columns),
    )


def add_passages(catalog: Catalog, version: int, pages: Sequence[int], cut: tuple[int, Sequence[NewPassage]]) -> None:
    """Store the passages of a version in a splitting, given as its number and they; `pages` are the ids of its pages.

    Nothing is logged: the caller logs what readers are to learn.
    """
    splitting, passages = cut
    catalog.db.conn.executemany(
        "INSERT INTO passage (version, page, kind, row, heading, start, end, text, hash, splitting)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(version, pages[p.page_index], p.kind, p.row, json.dumps(p.heading, ensure_ascii=False)),
                *(p.start, p.end, p.text, p.hash, splitting),
            )
            for p in passages
        ],
    )


def replace_reading(catalog: Catalog, version: int, new: NewVersion, *, job: int) -> None:
    """Put another reading of the same bytes in the place of a version's; its number and status stay.

    Passages of every splitting go with the old pages: those of a shadow are cut again before a switch. `job` is the
    number of the job that read it.
    """
    db = catalog.db
    changes.drop(catalog, version)
    hashes = _forget_pages(catalog, version)
    db.execute(
        "UPDATE version SET media_type = ?, title = ?, kind = ?, fields = ?, fields_at = ?, kind_evidence = ?,"
        " read_by = ? WHERE id = ?",
        [new.media_type, *_told(new), job, version],
    )
    parts.add(catalog, version, new.parts)
    add_passages(catalog, version, _add_pages(catalog, version, new), (new.splitting, new.passages))
    known_copies.remember(catalog, version)
    vectors.forget_unused(catalog, hashes)
    changes.put_split(catalog, version, new.splitting)


def mark_read(catalog: Catalog, version: int, *, job: int) -> None:
    """Remember that a job has read a version, and found what was stored of it."""
    catalog.db.execute("UPDATE version SET read_by = ? WHERE id = ?", [job, version])


def _forget_pages(catalog: Catalog, version: int) -> list[bytes]:
    """Delete a version's parts, pages, rows and passages; return the hashes of their texts."""
    db = catalog.db
    hashes = [r["hash"] for r in db.query("SELECT DISTINCT hash FROM passage WHERE version = ?", [version])]
    db.execute("DELETE FROM passage WHERE version = ?", [version])
    citations.forget(catalog, version)
    known_copies.forget(catalog, version)
    db.execute("DELETE FROM sheet_row WHERE page IN (SELECT id FROM page WHERE version = ?)", [version])
    db.execute("DELETE FROM page WHERE version = ?", [version])
    db.execute("DELETE FROM part WHERE version = ?", [version])
    return [h for h in hashes if h is not None]


def refresh_live(catalog: Catalog, asset: int) -> None:
    """Decide which versions are searchable: the newest, and the newest approved one unless a later one is withdrawn."""
    rows = list(catalog.db.query("SELECT id, status, live FROM version WHERE asset = ? ORDER BY number DESC", [asset]))
    live = {rows[0]["id"]} if rows else set()
    for row in rows:
        if row["status"] in WITHDRAWN:
            break
        if row["status"] in APPROVED:
            live.add(row["id"])
            break
    for row in rows:
        is_live = row["id"] in live
        if row["live"] and not is_live:
            changes.drop(catalog, row["id"])
        if bool(row["live"]) != is_live:
            catalog.db.execute("UPDATE version SET live = ? WHERE id = ?", [int(is_live), row["id"]])


def drop_asset(catalog: Catalog, asset: int) -> list[str]:
    """Forget an asset with every row and index entry; return the hashes of originals that no row names any more."""
    db = catalog.db
    versions = [(r["id"], r["sha256"]) for r in db.query("SELECT id, sha256 FROM version WHERE asset = ?", [asset])]
    uploads = [row[0] for row in db.execute("DELETE FROM upload WHERE asset = ? RETURNING sha256", [asset]).fetchall()]
    for version, _ in versions:
        changes.drop(catalog, version)
        vectors.forget_unused(catalog, _forget_pages(catalog, version))
        status_changes.forget(catalog, version)
        template.forget(catalog, version)
        db.execute("DELETE FROM version WHERE id = ?", [version])
    db.execute("DELETE FROM file WHERE asset = ?", [asset])
    db.execute("DELETE FROM asset WHERE id = ?", [asset])
    return [sha for sha in dict.fromkeys([s for _, s in versions] + uploads) if forget_original(catalog, sha)]


def forget_original(catalog: Catalog, sha256: str) -> bool:
    """Delete the row of an original that no version, upload or attachment has any more; return whether it was."""
    cursor = catalog.db.execute(
        "DELETE FROM original WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM version WHERE sha256 = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM upload WHERE sha256 = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM attachment WHERE sha256 = ?1)",
        [sha256],
    )
    return cursor.rowcount > 0
