"""Whether a question that asks something of a paper means this one: another paper's number or day would be wrong."""

import re
from collections.abc import Collection, Sequence

from catalog.database import Catalog
from catalog.passages import Passage
from engine.analysis import stems
from engine.citations import citations
from engine.misreadings import vocabulary
from search.answering.whole_paper import said_of, stands
from search.ranking.needs import Need, met
from search.rows.wording import fold, unit_names

LEAST = 0.7
"""Of what a question names, besides what it asks of the paper, stands in the title or path of a paper that it means."""
_RARE, _RARE_CAPITAL = 15_000, 5_500
"""Words of corpora/kosakata.txt from this place on are taken for names, however they are written or with a capital.

Titles are written with capitals too: "SOP Pemadaman Kebakaran" names nobody.
"""
_WORD = re.compile(r"[^\W\d_]{3,}")
_RULE = re.compile(r"(?:Per|Kep)(?:wali?|bup|des|gub|da|pres|ba|ka|lem|men\w*)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SMALL = frozenset(["dan", "atau", "dari", "dalam", "pada", "untuk", "dengan", "atas", "bagi", "yang", "tentang"])
_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)


class NamedPaper:
    """The paper that a question means. `asking` are stems by which something is asked of a paper, and none is named.

    Proper names ("Banjarnegara") are looked for in the whole paper, as its letterhead may be all that tells them; what
    it is about must be told by title or path, abbreviations by their letters too (OJK by "Otoritas Jasa Keuangan"). An
    agency must have written the paper, or be named by its title.
    """

    def __init__(self, catalog: Catalog, question: str, needs: Sequence[Need], asking: Collection[str]) -> None:
        self._catalog = catalog
        self._names = [name for name in proper_names(question) if not set(stems(name)) <= set(asking)]
        words = frozenset(asking).union(stems(" ".join(self._names)))
        self._naming = [need for need in needs if not any(wording <= words for wording, _ in need.wordings)]
        self._abbreviations = {word.casefold() for word in _WORD.findall(question) if word.isupper()}
        self._cited = set(rules_cited(question))
        said = fold(question)
        self._agencies = {short for _, short in unit_names() if f" {' '.join(short)} " in said}

    def is_paper_of(self, passage: Passage) -> bool:
        """Tell whether the paper of a passage may be meant: of rules the one that is cited, whatever else is named."""
        if self._cited and (own := set(own_rules(passage.title))):
            return bool(self._cited & own)
        years = set(_YEAR.findall(f"{_ABOUT.split(passage.title, maxsplit=1)[0]} {passage.path}"))
        if self._cited and years and years.isdisjoint(rule.rpartition("-")[2] for rule in self._cited):
            return False
        if self.share(passage) < LEAST:
            return False
        told = said_of(self._catalog, passage) if self._names else None
        return told is None or stands(self._names, told)

    def share(self, passage: Passage) -> float:
        """Give the share of what the question names that title and path name, 0 to 1.

        It is 0 for another agency's paper, and where the question names nothing.
        """
        told = fold(f"{passage.title} {passage.path} {passage.unit or ''}")
        if any(f" {' '.join(agency)} " not in told for agency in self._agencies):
            return 0.0
        if not (self._naming or self._names or self._agencies):
            return 0.0
        spelled = {abbreviation for abbreviation in self._abbreviations if abbreviation in _initials(passage.title)}
        return met(self._naming, frozenset(spelled).union(stems(f"{passage.title}\n{passage.path}")))

    def named_by(self, words: frozenset[str]) -> float:
        """Give the share of what the question names, besides what it asks of the paper, that some stems name."""
        return met(self._naming, words) if self._naming else 0.0

    def best(self, ranking: Sequence[tuple[Passage, float]]) -> tuple[Passage, float] | None:
        """Give the best passage, with its score, of the paper that is likeliest meant, None where none may be."""
        named = [one for one in ranking if self.is_paper_of(one[0])]
        return max(named, key=lambda one: self.share(one[0]), default=None)  # of papers named alike, the first


def rules_cited(text: str) -> list[str]:
    """Give the rules that a text cites, in one spelling: `uu-25-2009`."""
    return [rule for rule, _, _ in citations(text)]


def own_rules(title: str) -> list[str]:
    """Give the rule that a paper is by its title, if that is known: what it amends stands behind "tentang"."""
    return rules_cited(_ABOUT.split(title, maxsplit=1)[0])


def proper_names(question: str) -> list[str]:
    """Give the proper names in a question, in small letters: words hardly ever used, rather so with a capital.

    What is all in capitals is an abbreviation, and the first word has its capital from where it stands.
    """
    first, *others = _WORD.findall(question) or [""]
    said = [first if first.isupper() else first.casefold(), *others]
    return [word.casefold() for word in said if not (word.isupper() or _RULE.fullmatch(word)) and _is_name(word)]


def _initials(title: str) -> str:
    """Give the first letters of a title's words, with its small words and without: "ITE" leaves out the "dan"."""
    words = _WORD.findall(title.casefold())
    return " ".join("".join(word[0] for word in kept) for kept in (words, [w for w in words if w not in _SMALL]))


def _is_name(word: str) -> bool:
    return vocabulary().get(word.casefold(), _RARE) >= (_RARE_CAPITAL if word[:1].isupper() else _RARE)
