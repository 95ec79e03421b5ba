"""Whether another of the papers found is called by what the question names, and the one that seems to answer is silent.

"HP yang digadaikan hilang" is not answered by a law about nuclear damage, where a rule on pawnbroking stands beside it.
"""

import re
from collections.abc import Iterator

from catalog.database import Catalog
from catalog.passages import Passage
from engine.analysis import stems
from engine.misreadings import vocabulary
from search.answering.unnamed import named_as
from search.answering.whole_paper import said_of, stands
from search.ranking.found import Found

_PAPERS = 3  # of those found, the first ones: further ones share a word by chance
_ORDINARY = 3_000
"""Words of corpora/kosakata.txt up to this place stand in titles on anything."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_of_other_title(catalog: Catalog, found: Found, passage: Passage) -> bool:
    """Tell whether a title of the first papers says a word of the question that a passage's paper nowhere says.

    False where a page of that paper could not be read: nobody knows what stands there.
    """
    titles = [frozenset(stems(title)) for asset, title in _first_papers(found) if asset != passage.asset]
    said: str | None = None
    for word in _WORD.findall(found.question.text):
        if vocabulary().get(word.casefold(), _ORDINARY + 1) <= _ORDINARY:
            continue
        wordings = named_as(frozenset(stems(word)), found.question)
        if any(wording <= title for wording in wordings for title in titles):
            said = said or said_of(catalog, passage)
            if said is not None and not any(stands(wording, said) for wording in wordings):
                return True
    return False


def _first_papers(found: Found) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for hit in found.ranking:
        passage = found.passages[hit.passage]
        if passage.asset not in seen:
            yield passage.asset, passage.title
            seen.add(passage.asset)
        if len(seen) == _PAPERS:
            return
