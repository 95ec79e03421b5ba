"""What can be imported: for each kind its table, its columns, and what makes two rows the same."""

import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog.database import Catalog
from catalog.parts import KEY_LETTERS
from catalog.words import ACCESS, KINDS, STATUS, VALIDITY
from programme.records import importing_cells as cells
from programme.records.importing_cells import Read, Value

Row = Mapping[str, Any]
Given = Mapping[str, Value]
ROLES = ("pengarah", "ketua", "moderator", "pencatat", "kurator", "anggota")
REUSES = ("rujukan", "adaptasi", "adopsi")
DECISIONS = ("diajukan", "dikonfirmasi", "ditolak")
COMMITMENTS = ("skp", "dpa")
_MANY = 1_000_000


@dataclass(frozen=True)
class Column:
    """A column: its field in the table, its heading in Indonesian and another that is understood.

    `needed` must be filled in where the row is new; `key` tells rows apart, and is always needed but where the kind
    finds its rows by itself. `sql` gives what is stored, of the table as t, and `shown` its text.
    """

    field: str
    head: str
    read: Read
    also: str = ""
    needed: bool = False
    key: bool = False
    sql: str = ""
    shown: Callable[[Any], str] = str


Checks = Callable[[Catalog, Given, Row | None], Iterator[tuple[str, str]]]
Find = Callable[[Catalog, Given], Row | None]


def _nothing(_: Catalog, __: Given, ___: Row | None) -> Iterator[tuple[str, str]]:
    yield from ()


@dataclass(frozen=True)
class Kind:
    """A kind of record. `checks` yields what is wrong with a row as a whole, by the field to look at.

    `find` returns the row that is meant, None for a new one; without it the key columns tell. `order` is that of an
    export.
    """

    name: str
    title: str
    table: str
    columns: tuple[Column, ...]
    order: str
    checks: Checks = _nothing
    find: Find | None = None
    fresh: Callable[[], Mapping[str, Value]] = dict
    makes: bool = True
    joined: str = ""

    @property
    def keys(self) -> tuple[Column, ...]:
        """Return the columns that tell rows apart."""
        return tuple(column for column in self.columns if column.key)

    def finder(self, catalog: Catalog) -> Callable[[Given], Row | None]:
        """Return what finds the row of the table that a row of a file is about, None for a new one."""
        if find := self.find:
            return lambda given: find(catalog, given)
        fields, rows = [column.field for column in self.keys], dict[tuple[Value, ...], Row]()
        for row in catalog.db.query(f"SELECT * FROM {self.table}"):
            rows.setdefault(tuple(row[field] for field in fields), row)
        return lambda given: rows.get(tuple(given.get(field) for field in fields))


def _in_order(first: str, last: str) -> Checks:
    """Return the check that a day does not lie before another."""

    def check(_: Catalog, given: Given, row: Row | None) -> Iterator[tuple[str, str]]:
        begin, end = (given.get(name) or (row or {}).get(name) for name in (first, last))
        if begin and end and str(end) < str(begin):
            yield last, f"Tanggal {end} mendahului {begin}."

    return check


def _asset_row(catalog: Catalog, given: Given) -> Row | None:
    """Return an asset by its key, or by its source and path, with what its newest version says of itself."""
    by = ("a.key = ?", [given["key"]]) if given.get("key") else ("s.name = ? AND a.path = ?", _place(given))
    rows = catalog.db.query(
        "SELECT a.id, a.key, s.name AS source, a.path, coalesce(a.title, v.title) AS title,"
        " coalesce(a.kind, v.kind) AS kind, a.unit, a.community, a.access, a.validity, a.date, a.review_on, a.portal,"
        " v.status FROM asset a JOIN source s ON s.id = a.source JOIN version v ON v.asset = a.id AND v.newest = 1"
        f" WHERE {by[0]}",
        by[1],
    )
    return next(iter(rows), None)


def _place(given: Given) -> list[Value]:
    return [given.get("source"), given.get("path")]


def _asset_checks(_: Catalog, given: Given, row: Row | None) -> Iterator[tuple[str, str]]:
    if row is None:
        yield "key", "Aset tidak ada. Isi kunci aset, atau sumber dan berkasnya seperti pada ekspor."
        return
    for name, head in (("key", "kunci"), ("source", "sumber"), ("path", "berkas")):
        if given.get(name) not in (None, row[name]):
            yield name, f"Kolom {head} tidak cocok dengan aset yang dimaksud."
    if given.get("status") not in (None, row["status"]):
        yield "status", f"Status aset ini {row['status']}; status diubah lewat alur telaah, bukan lewat impor."


def _reuse_row(catalog: Catalog, given: Given) -> Row | None:
    """Return a reuse record by its key, or by what was reused by whom, how, when and what for."""
    if given.get("key"):
        return next(iter(catalog.db.query("SELECT * FROM reuse WHERE key = ?", [given["key"]])), None)
    names = ("asset", "version", "unit", "kind", "day", "purpose")
    where = " AND ".join(f"{name} IS ?" for name in names)
    rows = catalog.db.query(f"SELECT * FROM reuse WHERE {where} LIMIT 1", [given.get(name) for name in names])
    return next(iter(rows), None)


def _reuse_checks(catalog: Catalog, given: Given, row: Row | None) -> Iterator[tuple[str, str]]:
    if given.get("key") and row is None:
        yield "key", "Catatan dengan kunci ini tidak ada. Kosongkan kolom kunci untuk catatan baru."
    if not _has_version(catalog, given, row):
        yield "version", f"Aset ini tidak mempunyai versi {given['version']}."
    state, decided = (given.get(name) or (row or {}).get(name) for name in ("state", "decided"))
    if state in ("dikonfirmasi", "ditolak") and not decided:
        yield "decided", f"Catatan {state} harus disertai tanggal keputusannya."
    if state in (None, "diajukan") and decided:
        yield "state", "Ada tanggal keputusan, jadi keadaannya dikonfirmasi atau ditolak."
    yield from _in_order("day", "decided")(catalog, given, row)


def _has_version(catalog: Catalog, given: Given, row: Row | None) -> bool:
    """Tell whether there is the version that is named, or none is named anew."""
    asset, version = given.get("asset"), given.get("version")
    if asset is None or version is None or (row or {}).get("version") == version:
        return True
    return bool(catalog.db.execute("SELECT 1 FROM version WHERE asset = ? AND number = ?", [asset, version]).fetchall())


def _reuse_defaults() -> Mapping[str, Value]:
    key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
    return {"key": key, "evidence": "", "result": ""}


def _today() -> Mapping[str, Value]:
    return {"added": date.today().isoformat()}


_COMMUNITY = "(SELECT name FROM community WHERE id = t.community)"
_OF = Column("community", "komunitas", cells.community, "community", needed=True, key=True, sql=_COMMUNITY)


def _login(field: str) -> str:
    return f"(SELECT login FROM account WHERE id = t.{field})"


def _key(field: str) -> str:
    return f"(SELECT key FROM asset WHERE id = t.{field})"


def _barred(stored: str) -> str:
    return " | ".join(json.loads(stored))


def _added() -> tuple[Column, Column]:
    return Column("added", "sejak", cells.day, "added"), Column("retired", "sampai", cells.day, "retired")


_ALL = (
    Kind(
        "communities",
        "Komunitas",
        "community",
        (
            Column("name", "nama", cells.name, "name", needed=True, key=True),
            Column("unit", "unit", cells.unit, "skpd", needed=True),
            Column("decree", "nomor_sk", cells.name, "decree"),
            Column("decree_date", "tanggal_sk", cells.day, "decree_date"),
            Column("decree_valid_to", "sk_berlaku_sampai", cells.day, "decree_valid_to"),
            Column("founded", "dibentuk", cells.day, "founded"),
            Column("themes", "tema", cells.listed, "themes", shown=_barred),
        ),
        "t.name",
        checks=_in_order("decree_date", "decree_valid_to"),
    ),
    Kind(
        "members",
        "Anggota komunitas",
        "community_member",
        (
            _OF,
            Column("name", "nama", cells.name, "name", needed=True, key=True),
            Column("unit", "unit", cells.unit, "skpd", key=True),
            Column("role", "peran", cells.choice(ROLES), "role", needed=True, key=True),
            Column("valid_from", "mulai", cells.day, "valid_from", needed=True, key=True),
            Column("valid_until", "sampai", cells.day, "valid_until"),
            Column("account", "akun", cells.account, "login", sql=_login("account")),
        ),
        "t.community, t.name, t.id",
        checks=_in_order("valid_from", "valid_until"),
    ),
    Kind(
        "assets",
        "Metadata aset",
        "asset",
        (
            Column("key", "kunci", cells.text, "key"),
            Column("source", "sumber", cells.text, "source", sql="(SELECT name FROM source WHERE id = t.source)"),
            Column("path", "berkas", cells.text, "path"),
            Column("title", "judul", cells.name, "title", sql="coalesce(t.title, v.title)"),
            Column("kind", "jenis", cells.choice(KINDS), "kind", sql="coalesce(t.kind, v.kind)"),
            Column("unit", "unit", cells.unit, "skpd"),
            Column("community", "komunitas", cells.community, "community", sql=_COMMUNITY),
            Column("access", "akses", cells.choice(ACCESS), "access"),
            Column("status", "status", cells.choice(STATUS), sql="v.status"),
            Column("validity", "keberlakuan", cells.choice(VALIDITY), "validity"),
            Column("date", "tanggal", cells.day, "date"),
            Column("review_on", "tinjau_ulang", cells.day, "review_on"),
            Column("portal", "portal", cells.link, "portal_km"),
        ),
        "t.id",
        checks=_asset_checks,
        find=_asset_row,
        makes=False,
        joined="JOIN version v ON v.asset = t.id AND v.newest = 1",
    ),
    Kind(
        "reuse",
        "Pemakaian ulang",
        "reuse",
        (
            Column("key", "kunci", cells.name, "key"),
            Column("asset", "aset", cells.asset, "asset", needed=True, sql=_key("asset")),
            Column("version", "versi", cells.whole(1, _MANY), "version", needed=True),
            Column("unit", "unit", cells.unit, "skpd", needed=True),
            Column("kind", "jenis", cells.choice(REUSES), "kind", needed=True),
            Column("purpose", "tujuan", cells.text, "purpose", needed=True),
            Column("evidence", "bukti", cells.text, "evidence"),
            Column("result", "hasil", cells.text, "result"),
            Column("made", "aset_hasil", cells.asset, "made", sql=_key("made")),
            Column("day", "tanggal", cells.day, "date", needed=True),
            Column("account", "akun", cells.account, "login", sql=_login("account")),
            Column("state", "keadaan", cells.choice(DECISIONS), "state"),
            Column("decided", "diputuskan", cells.day, "decided"),
            Column("decided_by", "diputuskan_oleh", cells.account, "decided_by", sql=_login("decided_by")),
            Column("note", "catatan", cells.text, "note"),
        ),
        "t.id",
        checks=_reuse_checks,
        find=_reuse_row,
        fresh=_reuse_defaults,
    ),
    Kind(
        "staff",
        "Jumlah pegawai",
        "staff_count",
        (
            Column("unit", "unit", cells.unit, "skpd", needed=True, key=True),
            Column("quarter", "triwulan", cells.quarter, "quarter", needed=True, key=True),
            Column("people", "pegawai", cells.whole(1, _MANY), "people", needed=True),
            Column("source", "sumber", cells.text, "source", needed=True),
        ),
        "t.unit, t.quarter",
    ),
    Kind(
        "questions",
        "Pertanyaan tema",
        "theme_question",
        (
            _OF,
            Column("theme", "tema", cells.name, "theme", needed=True, key=True),
            Column("text", "pertanyaan", cells.text, "question", needed=True, key=True),
            *_added(),
        ),
        "t.community, t.theme, t.id",
        checks=_in_order("added", "retired"),
        fresh=_today,
    ),
    Kind(
        "plan",
        "Rencana kegiatan",
        "plan_item",
        (
            _OF,
            Column("year", "tahun", cells.whole(2000, 2100), "year", needed=True, key=True),
            Column("quarter", "triwulan", cells.whole(1, 4), "quarter", needed=True, key=True),
            Column("activity", "kegiatan", cells.text, "activity", needed=True, key=True),
            Column("done_on", "terlaksana", cells.day, "done_on"),
        ),
        "t.community, t.year, t.quarter, t.id",
    ),
    Kind(
        "commitments",
        "SKP dan DPA",
        "commitment",
        (
            _OF,
            Column("kind", "jenis", cells.choice(COMMITMENTS), "kind", needed=True, key=True),
            Column("year", "tahun", cells.whole(2000, 2100), "year", needed=True, key=True),
            Column("number", "nomor", cells.name, "number", needed=True, key=True),
            Column("day", "tanggal", cells.day, "date", needed=True),
            Column("retired", "sampai", cells.day, "retired"),
        ),
        "t.community, t.year, t.id",
        checks=_in_order("day", "retired"),
    ),
    Kind(
        "topics",
        "Pengetahuan kritis",
        "critical_topic",
        (_OF, Column("topic", "topik", cells.text, "topic", needed=True, key=True), *_added()),
        "t.community, t.id",
        checks=_in_order("added", "retired"),
        fresh=_today,
    ),
    Kind(
        "coauthors",
        "Unit penyusun bersama",
        "asset_unit",
        (
            Column("asset", "aset", cells.asset, "asset", needed=True, key=True, sql=_key("asset")),
            Column("unit", "unit", cells.unit, "skpd", needed=True, key=True),
        ),
        "t.asset, t.unit",
    ),
)
KINDS_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind by its name on the command line and in addresses."""
