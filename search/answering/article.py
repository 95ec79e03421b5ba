"""The article that a question asks for, found in the paper that it means by its heading: words find it badly.

"Apa bunyi pasal 17 UU Pelayanan Publik" has no word of the article; all articles of that law are as near.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.database import Catalog
from catalog.passages import Passage, overlapping
from catalog.scope import Scope
from catalog.whole_texts import extent, page_texts
from engine.analysis import stems
from search.answering.evidence import Candidate
from search.answering.named_paper import NamedPaper, rules_cited
from search.answering.own_fields import names_paper
from search.kinds.articles import is_heading, ranges
from search.ranking.needs import Need
from search.understanding.asked_article import AskedArticle, asked_article

_PAPERS = 5  # of those found, in which an article is looked for where the question names no paper
_NAMED = 0.7  # share of what else a question names that the article of such a paper names
_WHOLE = 0.9  # share of what a question names that a title names: nothing is left that could be asked of a part
_ASKING = (
    "pasal psl ps ayat huruf butir diktum bunyi isi muatan mengatur diatur atur menurut berdasarkan jelaskan sebutkan"
    " tentang apa saja yang bagaimana berapa siapa penjelasan tap"
)
Found = tuple[Passage, float]
"""A passage with its score."""


@dataclass(frozen=True)
class ArticlePlace:
    """Where an article stands: its passages with the score of its paper, and in which range of a page each is it.

    `is_whole` says that the question names the paper and asks for nothing but its article. `text` is the article's,
    below the title.
    """

    passages: tuple[Found, ...]
    ranges: Mapping[int, tuple[int, int]]
    is_whole: bool
    text: str

    def known(self, pieces: Sequence[Candidate]) -> list[Candidate]:
        """Give those of some pieces that are of the article, and say something, known as exact.

        What reads them does not speak against them: they were found by the heading.
        """
        own = (piece for piece in pieces if self._holds(piece) and not is_heading(piece.text))
        return [replace(piece, exact=True, explains=True, located=self.is_whole) for piece in own]

    def _holds(self, piece: Candidate) -> bool:
        start, end = self.ranges.get(piece.passage.id, (0, 0))
        return start <= piece.start and piece.end <= end


class Article:
    """A question as one for an article, see `asked_article`; most are none."""

    def __init__(self, catalog: Catalog, question: str, needs: Sequence[Need], scope: Scope) -> None:
        self._catalog = catalog
        self._scope = scope
        self._cites, self._names_paper = bool(rules_cited(question)), names_paper(question)
        self._asked = asked_article(question)
        self._paper = NamedPaper(catalog, question, needs, _asking(self._asked)) if self._asked else None
        self.of_named_paper = False
        """After `place`: the question names a paper of those found, so that nothing else than its article answers."""

    def place(self, ranking: Sequence[Found]) -> ArticlePlace | None:
        """Give where the article stands, in the paper that is meant, or else in that of the first which fits best."""
        if self._asked is None or self._paper is None:
            return None
        papers: dict[str, Found] = {}
        for one in ranking:
            papers.setdefault(one[0].asset, one)
        meant = [one for one in papers.values() if self._names_paper and self._paper.is_paper_of(one[0])]
        places = self._places(self._asked, self._paper, meant or list(papers.values())[:_PAPERS])
        if not meant:
            return None if self._cites else self._fitting(places, self._paper)
        found = next(places, None)
        # What a scan does not show as a heading may be there all the same.
        self.of_named_paper = found is not None or all(passage.page_state == "text" for passage, _ in meant)
        return found

    def _fitting(self, places: Iterator[ArticlePlace], asked_of: NamedPaper) -> ArticlePlace | None:
        named = [(asked_of.named_by(frozenset(stems(place.text))), place) for place in places]
        return max((one for one in named if one[0] >= _NAMED), key=lambda one: one[0], default=(0.0, None))[1]

    def _places(self, asked: AskedArticle, paper: NamedPaper, papers: Sequence[Found]) -> Iterator[ArticlePlace]:
        for passage, score in sorted(papers, key=lambda one: paper.share(one[0]), reverse=True):
            pages = page_texts(self._catalog, extent(self._catalog, passage))
            found = ranges(asked, [text for _, text in pages])
            held = [
                (one, start, end)
                for page, start, end in found
                for one in overlapping(self._catalog, pages[page][0], start, end, self._scope)
            ]
            if held:
                is_whole = paper.share(passage) >= _WHOLE
                within = {one.id: (start, end) for one, start, end in held}
                text = "\n".join([passage.title, *(pages[page][1][start:end] for page, start, end in found)])
                yield ArticlePlace(tuple((one, score) for one, _, _ in held), within, is_whole, text)


def in_order(pieces: Sequence[Candidate]) -> list[Candidate]:
    """Give pieces as they follow one another, of those that begin alike or overlap the longest."""
    taken: list[Candidate] = []
    for piece in sorted(pieces, key=lambda one: (one.passage.page or 0, one.start, -one.end)):
        last = taken[-1] if taken else None
        if last is None or last.passage.page != piece.passage.page or piece.start >= last.end:
            taken.append(piece)
    return taken


def _asking(asked: AskedArticle) -> frozenset[str]:
    return frozenset(stems(" ".join([_ASKING, asked.name, asked.paragraph or "", asked.item or ""])))
