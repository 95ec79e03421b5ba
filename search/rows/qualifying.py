"""Which of some rows a further wording names: by cells, sections, headings, and what it says too little for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from catalog.word_lists import table
from search.rows.asked import Phrase
from search.rows.contents import OF_AMOUNTS, tells_kinds
from search.rows.headings import AREAS, OFFICES, REGIONS, holds_agency, is_agency, is_office, stands_above
from search.rows.how import How, Named, Rows, several, where
from search.rows.lists import JOINING, alternatives
from search.rows.negated import is_negated, says_not
from search.rows.table_row import BRANDS, NAMES, Row, TableId
from search.rows.tables import Table
from search.rows.things import begins_with
from search.rows.wording import bare, fold, padded

_DIVISIONS = frozenset(["bidang", "bagian", "seksi", "subbag", "subbagian", "subbidang"])
_PLACES = frozenset(["ruang", "lantai", "lokasi"])
"""Kinds of places, which alone name none."""
_ROOM = "ruang"
_WITHOUT_NAME = "sekretariat"
"""An office that each agency has one of."""


def says_little(piece: Phrase) -> bool:
    """Tell whether a wording alone narrows nothing: a word that any agency's paper has, or figures alone.

    An amount is what is asked for, and not told by a title. What kind of office, "tanah kecamatan" tells of a thing;
    elsewhere it lacks the name of one.
    """
    if not piece.of_thing and len(piece.words) == 1 and piece.words[0] in (OFFICES - {_WITHOUT_NAME}) | _PLACES:
        return True
    if not JOINING.isdisjoint((piece.words[0], piece.words[-1])) or OF_AMOUNTS.issuperset(map(bare, piece.words)):
        return True
    return not any(len(word) > 1 and not word.isdecimal() for word in piece.words) or piece.words in _general()


def qualified(rows: Rows, piece: Phrase) -> list[Named]:
    """Give the ways in which a further wording narrows rows, or what it lists: "Kecamatan Lor dan Kidul"."""
    return _qualified_by(rows, piece) or several(alternatives(piece), lambda one: _qualified_by(rows, one))


def left_out(rows: Rows, piece: Phrase) -> list[Named]:
    """Give the rows without those that a wording names by a column which says something of each of the rows."""
    return [one for found in qualified(rows, piece) if (one := _without(rows, found)).rows]


def _without(rows: Rows, found: Named) -> Named:
    how = found.how[0]
    columns = {how.in_table.get(row.table.id, "") for row in found.rows.values()}
    told = len(columns) == 1 and all(fold(row.stored.cells.get(next(iter(columns)), "")) for row in rows.values())
    kept = {place: row for place, row in rows.items() if place not in found.rows} if told else {}
    places = {row.table.id: next(iter(columns)) for row in kept.values()}
    return Named(kept, (replace(how, operator="selain", in_table=places),))


def _qualified_by(rows: Rows, piece: Phrase) -> list[Named]:
    """Give the ways in which a wording narrows rows; several where columns of one table disagree."""
    by_table: dict[TableId, list[Row]] = {}
    for row in rows.values():
        by_table.setdefault(row.table.id, []).append(row)
    narrow: Rows = {}
    wide: Rows = {}
    nearest: dict[TableId, str] = {}
    all_places: dict[TableId, str] = {}
    for own in by_table.values():
        sets = _sets(own, piece) or (_sets(own, _room(piece)) if piece.words[0] == _ROOM else [])
        if sets:
            narrow |= sets[0][1]
            wide |= {place: row for _, found in sets for place, row in found.items()}
            nearest[own[0].table.id] = sets[0][0]
            all_places[own[0].table.id] = " atau ".join(column for column, _ in sets)
    ways = [(narrow, nearest)] if wide.keys() == narrow.keys() else [(narrow, nearest), (wide, all_places)]
    value = " ".join(piece.words)
    return [Named(found, (How("", "memuat", value, piece.typed, places),)) for found, places in ways if found]


def _room(piece: Phrase) -> Phrase:
    """Give a room by its name alone: sheets are called "Melati" for "ruang Melati"."""
    return replace(piece, words=piece.words[1:] or piece.words)


def _sets(own: list[Row], piece: Phrase) -> list[tuple[str, Rows]]:
    """Give the rows of one table that a wording names, by where it stands: the nearest kind of place alone."""
    wording = padded(piece.words)
    cells = _by_column(own, wording, piece) or _of_office_in_short(own, wording)
    headed = {wording, f" bidang{wording}"}
    if piece.owned and piece.words[0] in AREAS:
        headed = set()  # sections of a register are of places
    section = where(own, lambda row: not headed.isdisjoint(row.section_parts))
    stands = stands_above(own[0].table, wording, of_thing=piece.of_thing, owned=piece.owned)
    above = where(own, lambda row: True) if stands else {}
    whole = where(own, lambda row: wording in row.table.subjects)
    levels = [[("lembar", whole)], cells, [("bagian", section)], [("kepala tabel", above)]]
    if piece.place or (names_owner(wording) and _within_names(own[0].table, cells)):
        levels = [[("lembar", whole)], [("kepala tabel", above)], cells, [("bagian", section)]]
    elif above and not all(tells_kinds(column) for column, _ in cells):  # called so, or of who is called so
        levels[1] = [*cells, ("kepala tabel", above)]
    return next((kept for level in levels if (kept := [one for one in level if one[1]])), [])


def names_owner(wording: str) -> bool:
    """Tell whether a wording is an agency's, or that of a region or an office: whose a register is."""
    return is_agency(wording) or wording.split(maxsplit=1)[0] in OFFICES | REGIONS


def _within_names(one: Table, cells: Sequence[tuple[str, Rows]]) -> bool:
    """Tell whether only names hold a wording, if any do: "Kantor Dinas Kesehatan" is one thing of that agency."""
    naming = {one.columns[name] for name in (*NAMES, *BRANDS) if name in one.columns}
    return all(column in naming for column, _ in cells)


def _by_column(own: list[Row], wording: str, piece: Phrase) -> list[tuple[str, Rows]]:
    found: dict[str, Rows] = {}
    for row in own:
        for column in _columns_with(row, wording, piece):
            found.setdefault(column, {})[row.place] = row
    address = own[0].table.columns.get("alamat", "")
    if is_office(wording) and not all(fold(row.stored.cells.get(address, "")) for row in own[0].table.rows):
        found.pop(address, None)  # where some things stand does not say whose the others are
    return list(found.items())


def _of_office_in_short(own: list[Row], wording: str) -> list[tuple[str, Rows]]:
    """Give the rows of the one office of several matters that is called by the first of them.

    "Bidang Pertamanan" is that "dan RTH"; of two offices that begin so nobody knows which is meant.
    """
    if wording.split(maxsplit=1)[0] not in _DIVISIONS or len(wording.split()) == 1:
        return []
    joined = f"{wording}dan "
    held = [(name, row) for row in own for name, cell in row.worded.items() if cell.startswith(joined)]
    names = {(name, row.worded[name]) for name, row in held}
    return [(held[0][0], {row.place: row for _, row in held})] if len(names) == 1 else []


def _columns_with(row: Row, wording: str, piece: Phrase) -> Iterator[str]:
    """Yield the columns that hold a wording: within names, makes, and addresses of a place; elsewhere as a whole."""
    if is_negated(piece):
        yield from (column for column in row.worded if says_not(row, column, piece.words))
        return
    for column, code in row.coded.items():
        if code in (wording, _behind_its_name(column, wording)):
            yield column
    known = {value.column: name for name, value in row.stored.values.items()}
    for column in row.worded:
        if _is_held(row, known.get(column, ""), column, wording, piece):
            yield column


def _is_held(row: Row, name: str, column: str, wording: str, piece: Phrase) -> bool:
    """Tell whether a cell of words holds a wording, by what its column is known as, "" for one of the table's own."""
    folded = row.worded[column]
    if name in NAMES:
        return begins_with(folded, wording) or (
            not (piece.owned or piece.of_office or _is_of_area(piece)) and _says_of_thing(folded, wording)
        )
    if piece.owned and piece.words[0] in AREAS and fold(column).strip() in OFFICES:
        return False  # where a thing stands is not whose it is
    if name in BRANDS or (name == "alamat" and piece.place):
        return wording in folded
    if name == "alamat" and is_office(wording):
        return False
    return _is_whole(row, column, wording) or (name == "penggunaan" and folded.startswith(wording))


def _is_of_area(piece: Phrase) -> bool:
    """Tell whether a piece names a district, and no word says that it is where things are: it may be whose they are."""
    return piece.words[0] in AREAS and not piece.place


def _says_of_thing(name: str, wording: str) -> bool:
    """Tell whether a thing's folded name holds a wording before any agency in it.

    "Pagar di Dinas Sosial Kab. Jember" does not say that other rows are not of that agency, or of that region.
    """
    at = name.find(wording)
    return at >= 0 and not is_office(wording) and not holds_agency(name[: at + 1])


def _is_whole(row: Row, column: str, wording: str) -> bool:
    """Tell whether a wording is a whole cell or a part of one; a letter is no part: "A" is not in "n/a"."""
    for said in (wording, _behind_its_name(column, wording)):
        if said in row.parts[column] and (len(said.strip()) > 1 or row.worded[column] == said):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _behind_its_name(column: str, wording: str) -> str:
    """Give what stands behind a column's name in a wording: "kelurahan lor" is "lor" under "Kelurahan"; else "-"."""
    words, names = wording.split(), set(fold(column).split())
    called = next((at for at, word in enumerate(words) if word not in names and bare(word) not in names), len(words))
    return padded(words[called:]) if called and words[called:] else "-"


@cache
def _general() -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(fold(wording).split())
        for row in table("baris_kata.tsv")
        if row["jenis"] == "umum"
        for wording in row["kata"].split("|")
    )
