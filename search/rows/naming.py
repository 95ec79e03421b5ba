"""Which rows the words of a question name: the thing by its name or class, the rest by cells, sections and headings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial

from catalog.word_lists import table
from search.rows.asked import Phrase
from search.rows.classes import belongs, classes, is_class
from search.rows.contents import OF_AMOUNTS, tells_kinds
from search.rows.headings import OFFICES, REGIONS, is_agency, stands_above
from search.rows.lists import JOINING, alternatives
from search.rows.plates import plates, without_vehicle
from search.rows.tables import BRANDS, NAMES, Row, Table, TableId
from search.rows.wording import bare, fold, padded

_MOST_NAMES = 3  # that hold a word elsewhere than at their beginning: more are all kinds of things
_MOST_WORDINGS = 6
_WORKS = frozenset(["kib_a", "kib_c", "kib_d", "kib_f"])  # land, buildings, networks: their names begin with the thing
_OF_ANY = ("dinas",)
"""Stands before an agency's short name, and says nothing beside it; behind a thing it says whose: "rumah dinas"."""
EACH_ROW = "terisi"
"""The operator of rows that are one thing each, whatever else they count."""
SEAT = "kantor"
"""Before who has it, says nothing beside the name: "kursi di kantor Kecamatan Lor"."""
_MOTORCYCLE = ("sepeda", "motor")
_SCHOOLS = frozenset(["tk", "sd", "smp", "sma", "smk"])
_OWNERS = ("n", "s", "it", "k")
"""With which a school's kind is written together: SDN, SDIT."""
_BEFORE_THINGS = frozenset(
    [
        *(
            "alat",
            "digital",
            "dump",
            "kendaraan",
            "komputer",
            "lcd",
            "light",
            "medical",
            "mesin",
            "micro",
            "mikro",
            "mini",
        ),
        *("mobil", "mobile", "note", "pick", "portable", "sepeda", "set", "slide", "truk", "unit", "wheel"),
    ]
)
"""Words with which names begin before they say the thing: "Mini Bus", "Mesin Fotokopi"."""
_NEVER_BY_NAME = frozenset([("mobil",), ("mobil", "dinas")])
"""Most cars are called by their kinds, "Mini Bus": those whose name begins so are only some of them."""
_SURELY_THINGS = frozenset(["isi tabel", "golongan barang", "nama barang", "nama barang atau bagian"])
Rows = dict[tuple[int, int], Row]


@dataclass(frozen=True)
class Named:
    """Rows that words name, and how: a sentence's parts for each of the wordings."""

    rows: Rows
    how: tuple["How", ...]


@dataclass(frozen=True)
class How:
    """How a wording was understood: where it was found, in which manner, and the words themselves.

    `in_table` is the place by sheet, where tables hold it in different ones.
    """

    column: str
    operator: str
    value: str
    words: str
    in_table: Mapping[TableId, str] = field(default_factory=dict)


def named(tables: Sequence[Table], phrases: Sequence[Phrase], *, of_any: bool = False) -> list[Named]:
    """Give every way in which the words name rows of a file, with the fewest cuts; none where a word names nothing.

    `of_any`: rows need not be named by what they are.
    """
    found: list[Named] = []
    if of_any:
        found.extend(_narrowed(Named({row.place: row for one in tables for row in one.rows}, ()), phrases))
    found.extend(_begun_by(tables, phrases))
    for at in range(1, len(phrases)):  # "Dinas SDA punya berapa unit pompa": the thing is said later
        if not found:
            turned = [phrases[at], *phrases[:at], *phrases[at + 1 :]]
            found = [one for one in _begun_by(tables, turned) if _is_surely_thing(one.how[0])]
    found = found or list(_by_plate(tables, phrases))
    return _with_fewest_cuts(found)


def _with_fewest_cuts(found: Sequence[Named]) -> list[Named]:
    """Give of each file the ways in which the fewest wordings name its rows: that of another is no better guess."""
    fewest: dict[str, int] = {}
    for one in found:
        for asset in {row.table.sheet.asset for row in one.rows.values()}:
            fewest[asset] = min(len(one.how), fewest.get(asset, len(one.how)))
    kept = []
    for one in found:
        assets = {asset for asset, cuts in fewest.items() if cuts == len(one.how)}
        kept.append(replace(one, rows={at: row for at, row in one.rows.items() if row.table.sheet.asset in assets}))
    return [one for one in kept if one.rows]


def _is_surely_thing(how: How) -> bool:
    return how.column in _SURELY_THINGS or how.operator == EACH_ROW


def _by_plate(tables: Sequence[Table], phrases: Sequence[Phrase]) -> Iterator[Named]:
    """Yield the one vehicle whose number is told, whatever vehicle the question calls it: "mobil dinas B 1234 XX"."""
    for at, phrase in enumerate(phrases):
        for plate, before, behind in plates(phrase):
            wording = padded(plate.words)
            rows = _where((row for one in tables for row in one.rows), partial(_has_code, code=wording))
            others = map(without_vehicle, [*phrases[:at], before, behind, *phrases[at + 1 :]])
            if len(rows) == 1:
                how = How("nomor polisi", "=", plate.typed, plate.typed)
                yield from _narrowed(Named(rows, (how,)), [one for one in others if one.words])


def _has_code(row: Row, code: str) -> bool:
    return code in row.coded.values()


def _begun_by(tables: Sequence[Table], phrases: Sequence[Phrase]) -> Iterator[Named]:
    """Yield the ways in which the first phrase begins with the thing, and all that is left narrows it."""
    first, *rest = phrases or (Phrase((), place=False, typed=""),)
    for head, tail in _beginnings(first):
        for thing in _things(tables, head):
            yield from _narrowed(thing, [*(replace(part, of_thing=True) for part in tail), *rest])


def _beginnings(phrase: Phrase) -> Iterator[tuple[Phrase, list[Phrase]]]:
    """Yield the ways to cut a wording off the beginning of a phrase, each with what is left of it."""
    words = phrase.words
    for size in range(len(words), 0, -1):
        left = [replace(phrase, words=words[size:], typed=" ".join(words[size:]))] if words[size:] else []
        yield replace(phrase, words=words[:size], typed=phrase.typed if not left else " ".join(words[:size])), left


def _narrowed(thing: Named, rest: Sequence[Phrase]) -> Iterator[Named]:
    if not rest:
        yield thing
        return
    if len(thing.how) >= _MOST_WORDINGS:
        return
    for piece, left in _beginnings(rest[0]):
        if left and not piece.of_thing and _stands_before_name(piece, left[0]):
            yield from _narrowed(thing, [*left, *rest[1:]])
        if _says_little(piece):
            continue
        for one in _qualified(thing.rows, piece):
            yield from _narrowed(Named(one.rows, (*thing.how, *one.how)), [*left, *rest[1:]])


def _stands_before_name(piece: Phrase, name: Phrase) -> bool:
    return piece.words == _OF_ANY or (piece.words == (SEAT,) and _names_owner(padded(name.words)))


def _things(tables: Sequence[Table], head: Phrase) -> list[Named]:
    """Give the readings of the words for the thing itself, else for several things, "meja dan kursi", together."""
    return _things_called(tables, head) or _several(alternatives(head), lambda one: _things_called(tables, one))


def _several(parts: Sequence[Phrase], find: Callable[[Phrase], Sequence[Named]]) -> list[Named]:
    """Give the rows of all parts of a list, in the registers that have each; nothing where one is not read surely."""
    found = [find(part) for part in parts]
    if not parts or any(len(ways) != 1 for ways in found):
        return []
    every = [ways[0] for ways in found]
    of_all = set.intersection(*({row.table.register for row in one.rows.values()} for one in every))
    rows = {place: row for one in every for place, row in one.rows.items() if row.table.register in of_all}
    first = every[0].how[0]
    places = {table: place for one in every for table, place in one.how[0].in_table.items()}
    value = " atau ".join(one.how[0].value for one in every)
    words = " dan ".join(one.how[0].words for one in every)
    return [Named(rows, (replace(first, value=value, words=words, in_table=places),))] if rows else []


def _things_called(tables: Sequence[Table], head: Phrase) -> list[Named]:
    """Give the readings of the words for the thing itself: its class, its name, its make, its section."""
    head = replace(head, words=_MOTORCYCLE) if head.words == _MOTORCYCLE[-1:] else head
    rows = [row for one in tables for row in one.rows]
    wording = padded(head.words)
    own = {one.id: found for one in tables if not is_class(head.words) and (found := one.of_things(wording))}
    others = [one for one in tables if one.id not in own]
    of_class = _of_class(others, head)
    classed = {place for found, _ in of_class for place in found}
    named = [] if head.words in _NEVER_BY_NAME else [row for one in others for row in one.rows]
    by_name = _by_name(named, head)
    ways = [*_of_things(own.values(), head), *of_class, *(way for way in by_name if not way[0].keys() <= classed)]
    ways = [*ways, *_of_wider_sections(rows, ways, head)] or _of_keys(tables, head)
    if not ways and not is_class(head.words):
        ways = _first(
            (rows_of(rows), How(column, "memuat", wording.strip(), head.typed))
            for column, rows_of in (("merk", _made_by(wording)), ("bagian", _in_section(head)))
        )
    return [Named(found, (how,)) for found, how in ways]


def _of_things(own: Iterable[Sequence[Row]], head: Phrase) -> Iterator[tuple[Rows, How]]:
    """Give the rows that their tables say are such things."""
    rows = {row.place: row for found in own for row in found}
    if rows:
        yield rows, How("isi tabel", "=", " ".join(head.words), head.typed)


def _of_wider_sections(rows: Sequence[Row], ways: Sequence[tuple[Rows, How]], head: Phrase) -> list[tuple[Rows, How]]:
    """Give the things of sections that are called so, where things that are named otherwise stand there, too."""
    wording = padded(head.words)
    headed = _where(rows, lambda row: any(part.startswith(wording) for part in row.section_parts)) if ways else {}
    if any(how.column != "nama barang" for _, how in ways) or all(headed.keys() <= found.keys() for found, _ in ways):
        return []
    together = headed | {place: row for found, _ in ways for place, row in found.items()}
    return [(together, How("nama barang atau bagian", "memuat", wording.strip(), head.typed))]


def _of_keys(tables: Sequence[Table], head: Phrase) -> list[tuple[Rows, How]]:
    """Give the rows of tables that have one for each thing, under a column that is called so: "Kelurahan"."""
    keyed = [(one, header) for one in tables if (header := one.key_called(padded(head.words)))]
    rows = {row.place: row for one, header in keyed for row in one.rows if row.stored.cells.get(header)}
    names = ", ".join(dict.fromkeys(header for _, header in keyed))
    return [(rows, How(names, EACH_ROW, "", head.typed))] if rows else []


def _by_name(rows: Sequence[Row], head: Phrase) -> Iterator[tuple[Rows, How]]:
    """Give the rows whose name begins with what the thing is; one that holds the word elsewhere is another thing.

    Where no name of a register begins so, those that hold it are meant.
    """
    wording, value = padded(head.words), " ".join(head.words)
    registers: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if any(wording in cell or _begins(cell, wording) for _, cell in row.names()):
            registers.setdefault(row.table.register, []).append(row)
    surest: Rows = {}
    widest: Rows = {}
    for own in registers.values():
        begins = [row for row in own if any(_begins(cell, wording) for _, cell in row.names())]
        forms = {row.table.sheet.form for row in begins or own}
        if not begins and not _of_things_named_otherwise(own, wording):
            continue
        surest |= {row.place: row for row in begins or own}
        widest |= {row.place: row for row in own if row.table.sheet.form in forms}
    if surest:
        begun = all(_begins(cell, wording) for row in surest.values() for _, cell in list(row.names())[:1])
        yield surest, How("nama barang", "diawali" if begun else "memuat", value, head.typed)
    if len(widest) > len(surest):
        yield widest, How("nama barang", "memuat", value, head.typed)


def _begins(cell: str, wording: str) -> bool:
    """Tell whether a folded name begins with the thing: also behind "ruang", and a school whatever its owner."""
    if cell.startswith((wording, f" ruang{wording}")):
        return True
    first, _, rest = wording.strip().partition(" ")
    return first in _SCHOOLS and cell.startswith(tuple(f" {first}{owner} {rest}" for owner in _OWNERS))


def _of_things_named_otherwise(rows: Sequence[Row], wording: str) -> bool:
    """Tell whether a word within a name may be the thing: bus in "mini bus", but no puskesmas in "tanah puskesmas".

    Names of goods begin with the thing, but for words that stand before any: "kursi pasien" is no patient.
    """
    names = {cell for row in rows for _, cell in row.names() if wording in cell}
    before = {word for name in names for word in name.partition(wording)[0].split()}
    if not before <= _BEFORE_THINGS:
        return False
    few = len(names) <= _MOST_NAMES
    return few and all(row.table.sheet.form is None or row.table.sheet.form[:5] not in _WORKS for row in rows)


def _of_class(tables: Sequence[Table], head: Phrase) -> list[tuple[Rows, How]]:
    known = classes().get(head.words)
    if known is None:
        return []
    found = {row.place: row for one in tables for row in one.rows if belongs(row, known)}
    told = f"{known.name} ({known.code})" if known.code else known.name
    return [(found, How("golongan barang", "=", told, head.typed))] if found else []


def _made_by(wording: str) -> Callable[[list[Row]], Rows]:
    return lambda rows: _where(rows, lambda row: any(wording in row.says(name) for name in BRANDS))


def _in_section(head: Phrase) -> Callable[[list[Row]], Rows]:
    """Find the things of a section that is called so; one that is called by an agency says whose things, not which."""
    wording = padded(head.words)
    if head.words[0] in OFFICES or is_agency(wording):
        return lambda _: {}
    return lambda rows: _where(rows, lambda row: wording in row.section)


def _first(ways: Iterable[tuple[Rows, How]]) -> list[tuple[Rows, How]]:
    return next(([way] for way in ways if way[0]), [])


def _where(rows: Iterable[Row], holds: Callable[[Row], bool]) -> Rows:
    return {row.place: row for row in rows if holds(row)}


def _says_little(piece: Phrase) -> bool:
    """Tell whether a wording alone narrows nothing: a word that any agency's paper has, or figures alone.

    An amount is what is asked for, and not told by a title. What kind of office, "tanah kecamatan" tells of a thing;
    elsewhere it lacks the name of one.
    """
    if not piece.of_thing and len(piece.words) == 1 and piece.words[0] in OFFICES:
        return True
    if not JOINING.isdisjoint((piece.words[0], piece.words[-1])) or OF_AMOUNTS.issuperset(map(bare, piece.words)):
        return True
    return not any(len(word) > 1 and not word.isdecimal() for word in piece.words) or piece.words in _general()


def _qualified(rows: Rows, piece: Phrase) -> list[Named]:
    """Give the ways in which a further wording narrows rows, or what it lists: "Kecamatan Lor dan Kidul"."""
    return _qualified_by(rows, piece) or _several(alternatives(piece), lambda one: _qualified_by(rows, one))


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
        sets = _sets(own, piece)
        if sets:
            narrow |= sets[0][1]
            wide |= {place: row for _, found in sets for place, row in found.items()}
            nearest[own[0].table.id] = sets[0][0]
            all_places[own[0].table.id] = " atau ".join(column for column, _ in sets)
    ways = [(narrow, nearest)] if wide.keys() == narrow.keys() else [(narrow, nearest), (wide, all_places)]
    value = " ".join(piece.words)
    return [Named(found, (How("", "memuat", value, piece.typed, where),)) for found, where in ways if found]


def _sets(own: list[Row], piece: Phrase) -> list[tuple[str, Rows]]:
    """Give the rows of one table that a wording names, by where it stands: the nearest kind of place alone."""
    wording = padded(piece.words)
    cells = _by_column(own, wording, piece)
    headed = {wording, f" bidang{wording}"}
    section = _where(own, lambda row: not headed.isdisjoint(row.section_parts))
    above = _where(own, lambda row: True) if stands_above(own[0].table, wording, of_thing=piece.of_thing) else {}
    whole = _where(own, lambda row: wording in row.table.subjects)
    levels = [[("lembar", whole)], cells, [("bagian", section)], [("kepala tabel", above)]]
    if piece.place or (_names_owner(wording) and _within_names(own[0].table, cells)):
        levels = [[("lembar", whole)], [("kepala tabel", above)], cells, [("bagian", section)]]
    elif above and not all(
        tells_kinds(column) for column, _ in cells
    ):  # a thing or a place called so, or the things of who is called so
        levels[1] = [*cells, ("kepala tabel", above)]
    return next((kept for level in levels if (kept := [one for one in level if one[1]])), [])


def _names_owner(wording: str) -> bool:
    """Tell whether a wording is an agency's, or that of a region or an office: whose a register is."""
    return is_agency(wording) or wording.split(maxsplit=1)[0] in OFFICES | REGIONS


def _within_names(one: Table, cells: Sequence[tuple[str, Rows]]) -> bool:
    """Tell whether only names hold a wording, if any do: "Kantor Dinas Kesehatan" is one thing of that agency."""
    naming = {one.columns[name] for name in (*NAMES, *BRANDS) if name in one.columns}
    return all(column in naming for column, _ in cells)


def _by_column(own: list[Row], wording: str, piece: Phrase) -> list[tuple[str, Rows]]:
    found: dict[str, Rows] = {}
    for row in own:
        for column in _columns_with(row, wording, place=piece.place):
            found.setdefault(column, {})[row.place] = row
    return list(found.items())


def _columns_with(row: Row, wording: str, *, place: bool) -> Iterator[str]:
    """Yield the columns that hold a wording: within names, makes, and addresses of a place; elsewhere as a whole."""
    for column, code in row.coded.items():
        if code in (wording, _behind_its_name(column, wording)):
            yield column
    known = {value.column: name for name, value in row.stored.values.items()}
    for column, folded in row.worded.items():
        name = known.get(column, "")
        if name in (*NAMES, *BRANDS) or (name == "alamat" and place):
            if wording in folded or (name in NAMES and _begins(folded, wording)):
                yield column
        elif _is_whole(column, wording, row.parts[column]) or (name == "penggunaan" and folded.startswith(wording)):
            yield column


def _is_whole(column: str, wording: str, parts: frozenset[str]) -> bool:
    return wording in parts or _behind_its_name(column, wording) in parts


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
