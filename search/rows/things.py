"""Which rows are the thing that a question asks for: by kind, class, name, section, make, or a row for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from search.rows.asked import Phrase
from search.rows.classes import belongs, classes, is_class
from search.rows.headings import OFFICES, is_agency
from search.rows.how import EACH_ROW, How, Named, Rows, several, where
from search.rows.lists import alternatives
from search.rows.table_row import BRANDS, Row
from search.rows.tables import Table
from search.rows.wording import padded

_MOST_NAMES = 3  # that hold a word elsewhere than at their beginning: more are all kinds of things
_WORKS = frozenset(["kib_a", "kib_c", "kib_d", "kib_f"])  # land, buildings, networks: their names begin with the thing
_MOTORCYCLE = ("sepeda", "motor")
_SCHOOLS = frozenset(["tk", "sd", "smp", "sma", "smk"])
_OWNERS = ("n", "s", "it", "k")
"""With which a school's kind is written together: SDN, SDIT."""
_BEFORE_THINGS = frozenset(
    [
        *("alat", "digital", "dump", "kendaraan", "komputer", "lcd", "light", "medical", "mesin", "micro", "mikro"),
        *("mini", "mobil", "mobile", "note", "pick", "portable", "sepeda", "set", "slide", "truk", "unit", "wheel"),
    ]
)
"""Words with which names begin before they say the thing: "Mini Bus", "Mesin Fotokopi"."""
_NEVER_BY_NAME = frozenset([("mobil",), ("mobil", "dinas")])
"""Most cars are called by their kinds, "Mini Bus": those whose name begins so are only some of them."""


def things(tables: Sequence[Table], head: Phrase) -> list[Named]:
    """Give the readings of the words for the thing itself, else for several things, "meja dan kursi", together."""
    return _things_called(tables, head) or several(alternatives(head), lambda one: _things_called(tables, one))


def _things_called(tables: Sequence[Table], head: Phrase) -> list[Named]:
    """Give the readings of the words for the thing itself: its class, its name, its make, its section."""
    head = replace(head, words=_MOTORCYCLE) if head.words == _MOTORCYCLE[-1:] else head
    rows = [row for one in tables for row in one.rows]
    wording = padded(head.words)
    own = {one.id: found for one in tables if _may_say(one, head) and (found := one.of_things(wording))}
    others = [one for one in tables if one.id not in own]
    of_class = _of_class(others, head)
    classed = {place for found, _ in of_class for place in found}
    named = [] if head.words in _NEVER_BY_NAME else [row for one in others for row in one.rows]
    by_name = _by_name(named, head)
    ways = [*_of_things(own.values(), head), *of_class, *(way for way in by_name if not way[0].keys() <= classed)]
    ways = [*ways, *_of_wider_sections(rows, ways, head), *_of_their_kind(others, ways, head)] or _of_keys(tables, head)
    if not ways and not is_class(head.words):
        ways = _first(
            (rows_of(rows), How(column, "memuat", wording.strip(), head.typed))
            for column, rows_of in (("merk", _made_by(wording)), ("bagian", _in_section(head)))
        )
    return [Named(found, (how,)) for found, how in ways]


def _may_say(one: Table, head: Phrase) -> bool:
    """Tell whether a table's own words say what its rows are; of a class of goods its title does, where no codes do."""
    uncoded = one.sheet.form is None and "kode_barang" not in one.columns
    return not is_class(head.words) or (uncoded and padded(head.words) in one.subjects)


def _of_things(own: Iterable[Sequence[Row]], head: Phrase) -> Iterator[tuple[Rows, How]]:
    """Give the rows that their tables say are such things."""
    rows = {row.place: row for found in own for row in found}
    if rows:
        yield rows, How("isi tabel", "=", " ".join(head.words), head.typed)


def _of_wider_sections(rows: Sequence[Row], ways: Sequence[tuple[Rows, How]], head: Phrase) -> list[tuple[Rows, How]]:
    """Give the things of sections that are called so, where things that are named otherwise stand there, too."""
    wording = padded(head.words)
    headed = where(rows, lambda row: any(part.startswith(wording) for part in row.section_parts)) if ways else {}
    if any(how.column != "nama barang" for _, how in ways) or all(headed.keys() <= found.keys() for found, _ in ways):
        return []
    together = headed | {place: row for found, _ in ways for place, row in found.items()}
    return [(together, How("nama barang atau bagian", "memuat", wording.strip(), head.typed))]


def _of_their_kind(tables: Sequence[Table], ways: Sequence[tuple[Rows, How]], head: Phrase) -> list[tuple[Rows, How]]:
    """Give all things of the kinds whose names begin with a word that is no kind: "MCK Pasar Lor", a public toilet."""
    wording = padded(head.words)
    named = [row for found, how in ways if how.column == "nama barang" for row in found.values()]
    longer = [row for row in named if any(cell.startswith(wording) and cell != wording for _, cell in row.names())]
    kinds = {
        (row.table.id, kind)
        for row in longer
        for kind in row.table.kinds_of(row)
        if _is_near(kind, wording, len(longer))
    }
    alike = where(
        (row for one in tables for row in one.rows),
        lambda row: any((row.table.id, kind) in kinds for kind in row.table.kinds_of(row)),
    )
    if all(alike.keys() <= found.keys() for found, _ in ways):
        return []
    return [(alike, How("jenis", "=", ", ".join(sorted({kind.strip() for _, kind in kinds})), head.typed))]


def _is_near(kind: str, wording: str, names: int) -> bool:
    """Tell whether a word may stand for a kind: one that several names begin with, or that shares a word with it."""
    words = wording.split()
    if len(words) == 1:
        return names > 1 and not words[0].startswith(kind.strip())
    return not {*words}.isdisjoint(kind.split())


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
        if any(wording in cell or begins_with(cell, wording) for _, cell in row.names()):
            registers.setdefault(row.table.register, []).append(row)
    surest: Rows = {}
    widest: Rows = {}
    for own in registers.values():
        begins = [row for row in own if any(begins_with(cell, wording) for _, cell in row.names())]
        forms = {row.table.sheet.form for row in begins or own}
        if not begins and not _of_things_named_otherwise(own, wording):
            continue
        surest |= {row.place: row for row in begins or own}
        widest |= {row.place: row for row in own if row.table.sheet.form in forms}
    if surest:
        begun = all(begins_with(cell, wording) for row in surest.values() for _, cell in list(row.names())[:1])
        yield surest, How("nama barang", "diawali" if begun else "memuat", value, head.typed)
    if len(widest) > len(surest):
        yield widest, How("nama barang", "memuat", value, head.typed)


def begins_with(cell: str, wording: str) -> bool:
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
    telling = [one for one in tables if known.forms == ("*",) or _tells_classes(one)]
    found = {row.place: row for one in telling for row in one.rows if belongs(row, known)}
    told = f"{known.name} ({known.code})" if known.code else known.name
    return [(found, How("golongan barang", "=", told, head.typed))] if found else []


def _tells_classes(one: Table) -> bool:
    """Tell whether rows can be told by their class: a form's, or where none lacks the code that others have."""
    coded = [bool(row.says("kode_barang").strip()) for row in one.rows]
    return one.sheet.form is not None or all(coded)


def _made_by(wording: str) -> Callable[[list[Row]], Rows]:
    return lambda rows: where(rows, lambda row: any(wording in row.says(name) for name in BRANDS))


def _in_section(head: Phrase) -> Callable[[list[Row]], Rows]:
    """Find the things of a section that is called so; one that is called by an agency says whose things, not which."""
    wording = padded(head.words)
    if head.words[0] in OFFICES or is_agency(wording):
        return lambda _: {}
    return lambda rows: where(rows, lambda row: wording in row.section)


def _first(ways: Iterable[tuple[Rows, How]]) -> list[tuple[Rows, How]]:
    return next(([way] for way in ways if way[0]), [])
