"""Which rows the words of a question name: first the thing, then what narrows it; every way, with the fewest cuts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from search.rows.asked import Phrase
from search.rows.how import How, Named, where
from search.rows.plates import plates, without_vehicle
from search.rows.qualifying import left_out, names_owner, qualified, says_little
from search.rows.table_row import Row
from search.rows.tables import Table
from search.rows.things import things
from search.rows.wording import padded

_MOST_WORDINGS = 6
_OF_ANY = ("dinas",)
"""Stands before an agency's short name, and says nothing beside it; behind a thing it says whose: "rumah dinas"."""
WHOSE_ALL_IS = ("pemprov", "pemda", "dki")
"""Right behind a thing they say nothing: all that registers hold is the region's."""
SEAT = "kantor"
"""Before who has it, says nothing beside the name: "kursi di kantor Kecamatan Lor"."""
_SURELY_THINGS = frozenset(["isi tabel", "golongan barang", "nama barang", "nama barang atau bagian"])


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
            found = [one for one in _begun_by(tables, turned) if one.how[0].column in _SURELY_THINGS]
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


def _by_plate(tables: Sequence[Table], phrases: Sequence[Phrase]) -> Iterator[Named]:
    """Yield the one vehicle whose number is told, whatever vehicle the question calls it: "mobil dinas B 1234 XX"."""
    for at, phrase in enumerate(phrases):
        for plate, before, behind in plates(phrase):
            wording = padded(plate.words)
            rows = where((row for one in tables for row in one.rows), partial(_has_code, code=wording))
            others = map(without_vehicle, [*phrases[:at], before, behind, *phrases[at + 1 :]])
            if len(rows) == 1:
                how = How("nomor polisi", "=", plate.typed, plate.typed)
                yield from _narrowed(Named(rows, (how,)), [one for one in others if one.words])


def _has_code(row: Row, code: str) -> bool:
    return code in row.coded.values()


def _begun_by(tables: Sequence[Table], phrases: Sequence[Phrase]) -> Iterator[Named]:
    """Yield the ways in which the first phrase begins with the thing, and all that is left narrows it."""
    if phrases and phrases[0].without:
        return
    first, *rest = phrases or (Phrase((), place=False, typed=""),)
    for head, tail in _beginnings(first):
        for thing in things(tables, head):
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
    elif len(thing.how) < _MOST_WORDINGS:
        yield from (_leaving_out if rest[0].without else _narrowed_by)(thing, rest)


def _leaving_out(thing: Named, rest: Sequence[Phrase]) -> Iterator[Named]:
    for one in left_out(thing.rows, rest[0]):
        yield from _narrowed(Named(one.rows, (*thing.how, *one.how)), rest[1:])


def _narrowed_by(thing: Named, rest: Sequence[Phrase]) -> Iterator[Named]:
    for piece, tail in _beginnings(rest[0]):
        left = [replace(one, of_office=True) for one in tail] if names_owner(padded(piece.words)) else tail
        for behind in _left_unsaid(thing, piece, left):
            yield from _narrowed(thing, [*behind, *rest[1:]])
        if not says_little(piece):
            for one in qualified(thing.rows, _as_owner(thing, piece)):
                yield from _narrowed(Named(one.rows, (*thing.how, *one.how)), [*left, *rest[1:]])


def _left_unsaid(thing: Named, piece: Phrase, left: list[Phrase]) -> Iterator[list[Phrase]]:
    """Yield what is left where a piece says nothing: "dinas" before a name, and whose all is."""
    if left and not piece.of_thing and _stands_before_name(piece, left[0]):
        name = replace(left[0], of_office=True) if piece.words == _OF_ANY else left[0]
        yield [name, *left[1:]]
    if len(thing.how) == 1 and {*piece.words} <= {*WHOSE_ALL_IS}:
        yield left


def _as_owner(thing: Named, piece: Phrase) -> Phrase:
    """Give a piece that names an office as an owner where nothing says of what it would be a name."""
    named = any(how.column for how in thing.how)
    return piece if named or not names_owner(padded(piece.words)) else replace(piece, of_office=True)


def _stands_before_name(piece: Phrase, name: Phrase) -> bool:
    return piece.words == _OF_ANY or (piece.words == (SEAT,) and names_owner(padded(name.words)))
