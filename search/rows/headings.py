"""Whether what stands above a table, or what its file is called, holds a wording of a question for all its rows."""

from functools import cache, lru_cache

from engine.misreadings import vocabulary
from search.rows.tables import Table
from search.rows.wording import fold, padded, unit_names

_JOINED = (" dan", " atau", " serta", " maupun")
AREAS = frozenset(["kecamatan", "kelurahan"])
OFFICES = frozenset(["sudin", "suban", "dinas", "badan", "biro", "kecamatan", "kelurahan", "upt", "sekretariat"])
_KINDS = frozenset(["sudin", "suban", "dinas", "badan", "biro"])
REGIONS = frozenset(["kabupaten", "kab", "kota", "provinsi", "prov", "daerah"])
_WITH_LONG_NAMES = frozenset(["dinas", "badan", "biro", "bagian", "bidang"])
_BEHIND = ([], *([region] for region in REGIONS))
"""What may stand behind an agency's name in its letterhead: nothing, or its region."""


def is_agency(wording: str) -> bool:
    """Tell whether a folded wording is the short name of an agency."""
    return wording in _agencies()


def is_office(wording: str) -> bool:
    """Tell whether a folded wording begins with an agency: a known short name, or what kind of agency it is."""
    return wording.split(maxsplit=1)[0] in _KINDS or any(map(wording.startswith, _agencies()))


@lru_cache(maxsize=1 << 12)
def holds_agency(text: str) -> bool:
    """Tell whether a folded text holds the short name of an agency."""
    return any(agency in text for agency in _agencies())


@cache
def _agencies() -> frozenset[str]:
    return frozenset(padded(short) for _, short in unit_names())


def stands_above(one: Table, wording: str, *, of_thing: bool = False, owned: bool = False) -> bool:
    """Tell whether the heading holds a wording; an agency named there owns the rows only if they name none.

    `of_thing`: one word right behind the thing itself, "laptop baru", is not told by what a file is called, but a name
    is: "kendaraan Distanhorti". `owned`: whose the things are is asked for, "milik Diskominfo Kabupaten Lor".
    """
    if is_agency(wording):
        owners = one.heading_parts | {fold(one.sheet.unit or "")}
        headed = wording in owners or any(_heads(line, wording) for line in one.heading) or wording in one.file_name
        return headed and not one.of_several_units
    office = wording.split(maxsplit=1)[0]
    if office in AREAS and one.of_several(office):
        return False
    if office in OFFICES - AREAS and one.of_several_units:
        return False
    if owned and one.tells_owner(wording):
        return False
    lines = one.heading
    if of_thing and wording.strip() in vocabulary():
        lines = tuple(line for line in lines if line != one.file_name)
    told = any(wording in line and not _is_one_of_several(line, wording) for line in lines)
    return told and not one.is_told_apart_by(wording)


def _heads(line: str, wording: str) -> bool:
    """Tell whether a line is an agency's letterhead: its name, and of which region it is."""
    _, found, behind = line.partition(wording)
    return bool(found) and line.startswith(wording) and behind.split(maxsplit=1)[:1] in _BEHIND


def _is_one_of_several(line: str, wording: str) -> bool:
    """Tell whether a line joins a wording with another one, so that the table has both: "negeri dan swasta".

    What is joined within an office's name is one: "Dinas Kelautan" is that of "dan Perikanan", too.
    """
    if wording.split(maxsplit=1)[0] in _WITH_LONG_NAMES:
        return False
    before, _, behind = line.partition(wording)
    return before.endswith(_JOINED) or f"{behind} ".startswith(tuple(f"{word.strip()} " for word in _JOINED))
