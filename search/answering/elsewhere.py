"""Names in a question that stand nowhere in the paper which seems to answer it: the paper is about another place.

A passage hardly repeats whose rule it is; title, letterhead or cover tell it once. So a name is looked for in the whole
paper, and in what the catalog says of it. The government that the catalog belongs to is taken for granted: its offices
do not write its name on every sheet.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.word_lists import table, words_of
from engine.analysis import terms
from engine.misreadings import vocabulary
from search.answering.whole_paper import said_of, stands
from search.kinds.answer_kinds import wants_figure
from search.understanding.glossary import short_forms
from search.understanding.named_agencies import agencies_named, names_one, words_alone
from search.understanding.persons import names
from search.understanding.understand import Understood

_ORDINARY = 3_000
"""Words of corpora/kosakata.txt up to this place are no names in small letters, nor behind another name."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(r"[^\W_][\w-]*")
_CONTACT = re.compile(
    r"\b(?:(?:no\.?|nomor) )?(?:telepon|telpon|telp|tlp|hotline|call center|email|e-mail|surel|alamat|situs|website)\b",
    re.IGNORECASE,
)
_REGENCY = re.compile(r"\b(?P<kind>kabupaten|kab\.?|kota)\s+(?P<name>[^\W\d_]{3,})", re.IGNORECASE)
_REGENCY_KINDS = ("kabupaten", "kab.", "kab", "bupati", "pemkab")
_CITY_KINDS = ("kota", "walikota", "pemkot")  # "wali kota" ends with one of them
_BRANCH = re.compile(r"\b(?:sudin|suku dinas|suku badan|uptd?)\b", re.IGNORECASE)
Agencies = Mapping[str, Sequence[Sequence[str]]]
_SHORTEST = 3  # letters of a name; shorter ones, and those all in capitals, are abbreviations: of our agencies known


def named_elsewhere(catalog: Catalog, question: Understood, passage: Passage) -> bool:
    """Tell whether a name in the question stands in none of its wordings in the passage's paper, nor on its card.

    False too where a page of the paper could not be read: nobody knows what stands there.
    """
    return (
        _lacks(catalog, passage, _named(question))
        or _is_of_namesake(catalog, passage, question.text)
        or _lacks_institution(catalog, passage, question.text)
    )


def agencies_asked(catalog: Catalog, question: Understood) -> Agencies:
    """Give the agencies of our own that a question names, by their codes, each with the wordings of its names."""
    return {code: [[name] for name in named] for code, named in agencies_named(catalog, question.text)}


def of_another_agency(catalog: Catalog, question: Understood, asked: Agencies, passage: Passage) -> bool:
    """Tell the same of an agency that is `asked` about, see `agencies_asked`: of that the paper surely says nothing.

    An agency's address or telephone is told by its own papers alone: they name others beside their own letterhead.
    """
    if asked and _CONTACT.search(question.text):
        return passage.unit is not None and passage.unit not in asked
    return _lacks(catalog, passage, list(asked.values()))


def is_of_a_branch(catalog: Catalog, question: Understood, text: str) -> bool:
    """Tell whether a text is of a branch of the agency whose figure is asked for: "Sudin SDA" is not "Dinas SDA"."""
    if _BRANCH.search(question.text) or not _BRANCH.search(text) or not wants_figure(question.text):
        return False
    return any(True for _ in agencies_named(catalog, question.text))


def _lacks_institution(catalog: Catalog, passage: Passage, text: str) -> bool:
    """Tell the same of an institution that is no agency of a region and serves everywhere: a KUA, the immigration.

    Its short names are parts of other words ("kua" of "kualitas"), so whole words are looked for.
    """
    asked = [wordings for wordings in _institutions() if names_one(words_alone(text), wordings)]
    told = said_of(catalog, passage) if asked else None
    if told is None:
        return False
    said = words_alone(told)
    return not all(names_one(said, wordings) for wordings in asked)


@cache
def _institutions() -> list[list[str]]:
    return [row["sebutan"].split("|") for row in table("instansi_lain.tsv")]


def _lacks(catalog: Catalog, passage: Passage, asked: Sequence[Sequence[Sequence[str]]]) -> bool:
    told = said_of(catalog, passage) if asked else None
    if told is None:
        return False
    return any(not any(stands(wording, told) for wording in wordings) for wordings in asked)


def names_in(text: str) -> list[str]:
    """Give the names of places and offices in a question, in small letters.

    Only what follows the kind of a place or office, or tells where, and the names behind it: persons, goods and titles
    are written in too many ways, of IDK-MRC's passages one in ten lacks one that its question names.
    """
    found: list[str] = []
    before, begun, named, end = "", False, False, 0
    for match in _WORD.finditer(text):
        if not text[end : match.start()].isspace():  # another sentence, or part of it, begins
            before, named = "", False
        folded, capital = match.group().casefold(), match.group()[0].isupper()
        if named and capital == begun and folded in words_of("kata_letak.tsv", "bagian nama"):
            found[-1] = f"{found[-1]} {folded}"
        else:
            named = _is_name(before, match.group(), behind_a_name=named)
            found += [folded] if named else []
        before, begun, end = folded, capital, match.end()
    return found


def _is_name(before: str, word: str, *, behind_a_name: bool) -> bool:
    folded = word.casefold()
    places = words_of("kata_letak.tsv", "wilayah", "bagian wilayah")
    offices = words_of("kata_letak.tsv", "kantor", "pemerintahan")
    no_names = places | offices | words_of("kata_letak.tsv", "bukan nama") | names("tempat")
    if len(word) < _SHORTEST or word.isupper() or folded in no_names:
        return False
    ordinary = vocabulary().get(folded, _ORDINARY) < _ORDINARY
    if word[0].isupper():
        return before in places | offices | words_of("kata_letak.tsv", "arah") or (behind_a_name and not ordinary)
    return before in places and not ordinary


def _short_in(text: str) -> Iterator[str]:
    """Give the abbreviations in a question that a paper about them says, or their words: "BPHTB" is no "PBB"."""
    of_any = words_of("kata_letak.tsv", "sebutan umum")
    return (word for word in _SHORT.findall(text.casefold()) if word in short_forms() and word not in of_any)


def _is_of_namesake(catalog: Catalog, passage: Passage, text: str) -> bool:
    """Tell whether a paper speaks of the city where the regency of the same name is asked for, or the reverse."""
    asked = [
        (match["kind"].casefold().startswith("kab"), match["name"].casefold()) for match in _REGENCY.finditer(text)
    ]
    told = said_of(catalog, passage) if asked else None
    if told is None:
        return False
    named = [(_called(_REGENCY_KINDS, name, told), _called(_CITY_KINDS, name, told)) for _, name in asked]
    return any(
        (city and not regency) if of_regency else (regency and not city)
        for (of_regency, _), (regency, city) in zip(asked, named, strict=True)
    )


def _called(kinds: Sequence[str], name: str, told: str) -> bool:
    return any(f"{kind} {name}" in told for kind in kinds)


def _named(question: Understood) -> list[list[Sequence[str]]]:
    """Give for each name that the engine looks for its wordings: as typed, and as the glossary has it."""
    found: list[list[Sequence[str]]] = []
    for name in [*names_in(question.text), *_short_in(question.text)]:
        stems = {term.text for term in terms(name)}
        if groups := [group for group in question.groups if any(stems & set(clause.terms) for clause in group)]:
            wordings = [clause.terms for group in groups for clause in group]
            whole = " " in name  # "Jawa Timur" is not told by "Jawa", but by "Jatim"
            found.append([[name], *(terms for terms in wordings if not (whole and stems.issuperset(terms)))])
    return found
