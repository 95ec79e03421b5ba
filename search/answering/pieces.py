"""From the passages found to the pieces that are quoted: what is read, what is likeliest, and what is in force."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from catalog.database import Catalog
from catalog.passage_rows import columns_of
from catalog.passages import Passage, page_text
from catalog.scope import Scope
from catalog.whole_texts import opening
from catalog.words import OUT_OF_FORCE, REPLACED
from engine.analysis import stems
from search.answering.article import Article, ArticlePlace, in_order
from search.answering.confidence import piece_probability, probability, signals, telling, threshold
from search.answering.doubts import Doubts, behind, doubts_of
from search.answering.elsewhere import agencies_asked, of_another_agency
from search.answering.evidence import READ, Candidate, candidates, nearness, read_for
from search.answering.fuller_rows import FullerRows
from search.answering.named_source import NamedSource
from search.answering.other_bases import LegalBases
from search.answering.other_title import is_of_other_title
from search.answering.paper_itself import FieldPlace, PaperItself
from search.answering.ranges import leaves_out, lies_in
from search.answering.table_lines import that_could_answer
from search.answering.two_definitions import defines, explaining_both
from search.answering.whole_list import rest_of
from search.kinds.answer_kinds import fits_exactly, is_of_explanations
from search.kinds.several import asks_for_several
from search.ranking.found import Found, sheet_of
from search.ranking.needs import needs
from search.ranking.within import OPENING, in_order_of_papers
from search.results import Quote
from search.searcher import Searcher

QUOTES = 3  # by contract
_NEAR = 0.25  # a further quote is at least this share as likely as the first
_AS_SURE = 0.2  # share of what was replaced's confidence from which what is in force stands before it

_NOW = re.compile(
    r"\b(?:sekarang|saat ini|kini|terbaru|terkini|yang (?:masih )?berlaku|masih (?:di)?(?:pakai|berlaku|gunakan))\b",
    re.IGNORECASE,
)


class Pieces:
    """The pieces of what was found for one question, read and weighed; belongs inside the snapshot of the search."""

    def __init__(self, searcher: Searcher, catalog: Catalog, found: Found, scope: Scope) -> None:
        self._searcher = searcher
        self._catalog = catalog
        self._found = found
        self._scope = scope
        self._kind = found.kind
        self._needs = needs(found.question, found.stems.values())
        self._itself = PaperItself(catalog, found.question.text, self._needs, scope)
        self._article = Article(catalog, found.question.text, self._needs, scope)
        self._bases = LegalBases(catalog, found.question.text, self._needs)
        self._source = NamedSource(catalog, found.question.text, self._needs, found.passages.values())
        self._pieces: dict[int, list[Candidate]] = {}
        self._asked = agencies_asked(catalog, found.question)
        self._agencies: dict[str, bool] = {}
        self._titled: dict[str, bool] = {}
        self._known: dict[Candidate, tuple[float, Doubts]] = {}
        self._of_now = _NOW.search(found.question.text) is not None

    def best(self) -> list[Candidate]:
        """Give the likeliest pieces of the best passages, the best first, at most QUOTES.

        With them is read what explains the thing that is asked for, and where the paper itself tells what is asked of
        it, see `search.answering.paper_itself`. An article that is asked for stands first, see
        `search.answering.article`; where the paper that is meant lacks it, nothing answers.
        """
        everything = [(self._found.passages[hit.passage], hit.score) for hit in self._found.ranking]
        article = self._article.place(everything)
        first = in_order_of_papers(self._catalog, self._found, 2 * READ)
        ranking = [(self._found.passages[hit.passage], hit.score) for hit in first]
        own = self._of_article(article) if article else []
        if self._article.of_named_paper:
            return _apart(own)
        return _apart([*own, *self._explaining_both(everything), *self._best_of(ranking)])

    def _of_article(self, article: ArticlePlace) -> list[Candidate]:
        """Read an article; give its pieces as they follow one another, or the likeliest where more is asked."""
        self._read(article.passages)
        own = article.known([piece for passage, _ in article.passages for piece in self._pieces[passage.id]])
        return in_order(own) if article.is_whole else likeliest(own)

    def _best_of(self, ranking: Sequence[tuple[Passage, float]]) -> list[Candidate]:
        explaining = self._explaining()
        self._read(explaining)
        read = dict.fromkeys(passage.id for passage, _ in [*self._read_each(ranking), *explaining])
        told: list[Candidate] = []
        if place := self._itself.place(ranking):
            told = self._read_at(place)
            read[place.passage.id] = None
        pieces = self._not_outdone([piece for key in read for piece in self._pieces[key]])
        pieces = self._with_value_in_range(pieces)
        others = [piece for piece in pieces if not self._is_of_another(piece.passage)] or pieces
        return _apart([*likeliest(told), *likeliest(others)])

    def confidence(self, piece: Candidate, *, chosen: bool = False) -> float:
        """Give the probability that a piece answers the question.

        Of a paper that was `chosen` for what it is it does not matter how many others stand before it, nor, where what
        holds now is asked for, that the question names an old paper by its title.
        """
        near, doubts = self._weighed(piece)
        measured = signals(self._found.question, piece, near, self._found.candidates.dense)
        if chosen:
            doubts = replace(doubts, behind=0.0, elsewhere=doubts.elsewhere and not self._of_now)
        return probability(measured, self._found.question, doubts)

    def tellingest_first(self, best: Sequence[Candidate]) -> list[Candidate]:
        """Give the pieces that are sure enough before the others, and of them first what names and is nearest most.

        What a reader sees in a piece alone mixes up what is told of several things. An article or a field of the paper
        that is asked for is known to stand first.
        """
        if best[0].located or best[0].own_field:
            return list(best)
        sure = [piece for piece in best if self.confidence(piece) >= threshold()]
        sure.sort(key=lambda piece: -telling(piece, self._weighed(piece)[0]))
        return [*sure, *(piece for piece in best if piece not in sure)]

    def _weighed(self, piece: Candidate) -> tuple[float, Doubts]:
        """Give a piece's cosine to the question and what speaks against it: each is worked out once, as it costs."""
        if piece not in self._known:
            near = nearness(piece, self._found.vector, self._searcher.embedder)
            self._known[piece] = near, self._doubts(piece)
        return self._known[piece]

    def _doubts(self, piece: Candidate) -> Doubts:
        of_paper = Doubts(
            elsewhere=self._source.is_another(piece.passage) or self._is_of_other_title(piece.passage),
            another_agency=self._is_of_another_agency(piece.passage),
            another_paper=self._itself.is_of_another(piece.passage) or self._bases.are_of_another(piece),
            behind=behind(self._found, piece.passage, self._is_of_other_title),
        )
        return doubts_of(self._catalog, self._found, self._needs, piece, of_paper)

    def with_what_is_in_force(self, best: Sequence[Candidate], confidence: float) -> list[Candidate]:
        """Give the pieces with those in force that answer too, where the first of them stands in a replaced paper.

        For these only papers in force are read. The surest, and likest to what was replaced, is the rule of today: it
        stands before the old one if it is a fifth as sure, or the question asks for what holds now; else behind.
        """
        if best[0].passage.validity != REPLACED:
            return list(best)
        in_force = [
            (passage, hit.score)
            for hit in self._found.ranking
            if (passage := self._found.passages[hit.passage]).validity not in OUT_OF_FORCE
        ]
        sure = [(self.confidence(piece, chosen=True), piece) for piece in self._best_of_each(in_force[: 2 * READ])]
        sure = [one for one in sure if one[0] >= threshold()]
        sure.sort(key=lambda one: -one[0] - _likeness(one[1], best[0], self._found.question.text))
        enough = 0.0 if self._of_now else _AS_SURE * confidence
        ahead = [piece for chance, piece in sure[:1] if chance >= enough]
        return _apart([*ahead, best[0], *(piece for _, piece in sure), *best[1:]])

    def named(self, piece: Candidate) -> frozenset[int]:
        """Give which of the things that the question names a piece names, with the title and headings above it."""
        words = frozenset(stems("\n".join([piece.passage.title, *piece.passage.heading, piece.text])))
        return frozenset(place for place, need in enumerate(self._needs) if need.met_by(words))

    def with_rest_of_list(self, best: Sequence[Candidate]) -> list[Candidate]:
        """Give the pieces with the rest of the list that the first leads in behind it, where a list is asked for.

        A piece that ends with a colon says nothing by itself.
        """
        first = best[0]
        asked = asks_for_several(self._found.question.text) or first.text.endswith(":")
        if not asked or first.passage.of_sheet or first.passage.row is not None:
            return list(best)
        rest = rest_of(self._catalog, first, self._scope, QUOTES - 1)
        return _apart([first, *rest, *best[1:]])

    def _is_of_another(self, passage: Passage) -> bool:
        another_paper = self._itself.is_of_another(passage) or self._source.is_another(passage)
        return another_paper or self._is_of_another_agency(passage) or self._is_of_other_title(passage)

    def _is_of_other_title(self, passage: Passage) -> bool:
        if passage.asset not in self._titled:
            self._titled[passage.asset] = is_of_other_title(self._catalog, self._found, passage)
        return self._titled[passage.asset]

    def _is_of_another_agency(self, passage: Passage) -> bool:
        if passage.asset not in self._agencies:
            question = self._found.question
            self._agencies[passage.asset] = of_another_agency(self._catalog, question, self._asked, passage)
        return self._agencies[passage.asset]

    def _not_outdone(self, pieces: Sequence[Candidate]) -> list[Candidate]:
        """Give the pieces without the rows that others of their table outdo, which are read too."""
        rows = FullerRows(self._catalog, self._found)
        score = {hit.passage: hit.score for hit in self._found.ranking}
        more = [one for one in rows.beyond(pieces) if one.id in score and one.id not in self._pieces]
        self._read([(one, score[one.id]) for one in more])
        return rows.not_outdone([*pieces, *(piece for one in more for piece in self._pieces[one.id])])

    def _with_value_in_range(self, pieces: Sequence[Candidate]) -> list[Candidate]:
        """Give the pieces without those whose ranges leave out a value that one of the same paper holds."""
        question = self._found.question.text
        holding = {piece.passage.asset for piece in pieces if lies_in(question, piece.text)}
        return [one for one in pieces if one.passage.asset not in holding or not leaves_out(question, one.text)]

    def _explaining(self) -> list[tuple[Passage, float]]:
        """Give the first passage that explains what the question asks for, if it asks what something is."""
        if not is_of_explanations(self._kind):
            return []
        near = ((self._found.passages[hit.passage], hit.score) for hit in self._found.ranking)
        return list(islice((one for one in near if fits_exactly(self._kind, one[0].text)), 1))

    def _explaining_both(self, everything: Sequence[tuple[Passage, float]]) -> list[Candidate]:
        """Give the definitions of two things whose difference is asked for, each alone; nothing where one has none."""
        both = explaining_both(self._found.question.text, everything)
        self._read([passage for _, passage in both])
        told = [[one for one in self._pieces[at.id] if defines(kind, one.text)] for kind, (at, _) in both]
        if not told or not all(told):
            return []
        return [replace(min(own, key=lambda piece: len(piece.text)), explains=True) for own in told]

    def _best_of_each(self, ranking: Iterable[tuple[Passage, float]]) -> list[Candidate]:
        """Give the likeliest piece of each passage: what one of them says plainly must not hide the others."""
        return [best for passage, _ in self._read_each(ranking) for best in likeliest(self._pieces[passage.id])[:1]]

    def _read_each(self, ranking: Iterable[tuple[Passage, float]]) -> list[tuple[Passage, float]]:
        """Read the first READ passages, each text once, and give them."""
        chosen = _each_text_once(ranking)
        self._read(chosen)
        return chosen

    def _read_at(self, place: FieldPlace) -> list[Candidate]:
        """Read where a paper tells what is asked of it; give the pieces that hold that, now known as exact."""
        key = place.passage.id
        self._read([(place.passage, place.score)])
        self._pieces[key] = [place.known_in(piece) for piece in self._pieces[key]]
        return [piece for piece in self._pieces[key] if place.is_in(piece)]

    def _read(self, passages: Sequence[tuple[Passage, float]]) -> None:
        """Read passages and keep their pieces: reading is what costs, and no passage is read twice."""
        passages = [one for one in passages if one[0].id not in self._pieces]
        made = candidates(self._found.question, passages, self._needs, self._page_text, self._above)
        made = that_could_answer(self._catalog, made, self._found.question.text)
        self._pieces |= {passage.id: [] for passage, _ in passages}
        for piece in read_for(made, self._found.question.text, self._searcher.reader, self._columns):
            self._pieces[piece.passage.id].append(piece)

    def _page_text(self, passage: Passage) -> str:
        return page_text(self._catalog, passage.id)

    def _above(self, passage: Passage) -> str:
        """Give the columns of a row, or else how a passage's paper begins."""
        return "\n".join(self._columns(passage)) or opening(self._catalog, passage, OPENING)

    def _columns(self, passage: Passage) -> Sequence[str]:
        return columns_of(self._catalog, passage.id)


def same_place(one: Candidate | Quote, other: Candidate | Quote) -> bool:
    """Tell whether two ranges of one page overlap."""
    return sheet_of(one.passage) == sheet_of(other.passage) and min(one.end, other.end) > max(one.start, other.start)


def _each_text_once(ranking: Iterable[tuple[Passage, float]]) -> list[tuple[Passage, float]]:
    """Give READ passages, each text once: of equal ones the first that is not known to be out of force."""
    texts: dict[str, tuple[Passage, float]] = {}
    for passage, score in ranking:
        had = texts.setdefault(passage.text, (passage, score))
        if had[0].validity in OUT_OF_FORCE and passage.validity not in OUT_OF_FORCE:
            texts[passage.text] = passage, had[1]
    return list(texts.values())[:READ]


def likeliest(pieces: Sequence[Candidate]) -> list[Candidate]:
    """Give at most QUOTES of the likeliest pieces, the best first, none a repetition or part of another."""
    chances = sorted(
        ((piece_probability(piece), place) for place, piece in enumerate(pieces)), key=lambda c: (-c[0], c[1])
    )
    return _apart([pieces[place] for chance, place in chances if chance >= _NEAR * chances[0][0]])


def _apart(pieces: Iterable[Candidate]) -> list[Candidate]:
    """Give the first QUOTES of the pieces that repeat none before them."""
    taken: list[Candidate] = []
    for piece in pieces:
        if len(taken) < QUOTES and not any(_repeats(piece, other) for other in taken):
            taken.append(piece)
    return taken


def _likeness(one: Candidate, other: Candidate, question: str) -> float:
    """Give the share of words in common (Dice 1945) besides the question's, 0 to 1: a new rule repeats the old."""
    here, there = (set(stems(piece.text)).difference(stems(question)) for piece in (one, other))
    return 2 * len(here & there) / ((len(here) + len(there)) or 1)


def _repeats(one: Candidate, other: Candidate) -> bool:
    return same_place(one, other) or " ".join(one.text.casefold().split()) == " ".join(other.text.casefold().split())
