"""What a search and an answer give back."""

from dataclasses import dataclass, field

from catalog.communities import Maturity
from catalog.passages import Passage
from catalog.row_cells import Cell
from search.ranking.explaining import Why
from search.ranking.facets import Facets
from search.rows.results import RowAnswer
from search.understanding.understand import Understood

NOT_FOUND = "Tidak ditemukan dokumen yang menjawab pertanyaan ini."
FIGURES_DIFFER = "Angka dalam sumber-sumber ini tidak sama: periksa tanggal dan keberlakuan masing-masing."
OUT_OF_FORCE_FIRST = "Sumber yang dikutip pertama sudah tidak berlaku: pastikan ketentuan yang berlaku sekarang."
PERSONAL_DATA = "Pertanyaan ini meminta data pribadi. Rujukan tidak menjawab pertanyaan tentang data pribadi seseorang."


@dataclass(frozen=True)
class HitPassage:
    """A passage of a hit, its fused score (0 to 1), and what of it to highlight (from the start of its text)."""

    passage: Passage
    score: float
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Hit:
    """One asset that was found: its one to three best passages, best first, and its community's maturity.

    `copies` are the cards of assets with nearly the same text, which stand behind this one and are no hits themselves;
    `score` is that of the best passage of all of them. `why` tells what the score of its own best passage is made of,
    where that was asked. `reused_by` are the units, other than its own, whose reuse of it was confirmed.
    """

    rank: int
    score: float
    passages: tuple[HitPassage, ...]
    maturity: Maturity | None
    copies: tuple[Passage, ...] = ()
    why: Why | None = None
    reused_by: tuple[str, ...] = ()

    @property
    def card(self) -> Passage:
        """The best passage, which carries the asset's card."""
        return self.passages[0].passage


@dataclass(frozen=True)
class SearchResult:
    """The hits of a question, best first, with what was understood, the milliseconds taken, and counts of the found."""

    query: str
    understood: Understood
    hits: tuple[Hit, ...]
    took_ms: int
    facets: Facets


@dataclass(frozen=True)
class Quote:
    """A text copied from a page: `text` is the page's text from `start` to `end`, at most 400 characters.

    `answer` is the range of the page, within the quote, in which the reader sees the answer itself; None where it is
    not sure of one. `counted` tells that the quote is a row or a field that the answer's figure was counted from.
    `cells` are those of a quoted row under their columns, none where the quote is no row or they cannot be told apart.
    `named` tells which of the things that the question names, by their place in it, its text, title and headings name.
    """

    text: str
    start: int
    end: int
    passage: Passage
    maturity: Maturity | None
    answer: tuple[int, int] | None = None
    counted: bool = False
    cells: tuple[Cell, ...] = ()
    named: frozenset[int] = frozenset()


@dataclass(frozen=True)
class RephrasedSentence:
    """A sentence of a language model that stands in the quotes of these numbers (from 1), which its text ends with."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True)
class Rephrasing:
    """What a language model made of the quotes, or a code (`error`) that says why there is nothing of it."""

    model: str
    sentences: tuple[RephrasedSentence, ...]
    error: str | None


@dataclass(frozen=True)
class Answer:
    """An answer in quotes, from rows, or both, or a refusal with its reason.

    `confidence` is the probability that the quotes answer; 1 where rows do, which are counted and not guessed. `rows`
    with several readings answer nothing: the asker chooses. `rephrasing` is None where no language model is set.
    `facets` count what was found, as in a search; empty where nothing was looked for.
    """

    question: str
    answered: bool
    confidence: float
    reason: str
    message: str
    quotes: tuple[Quote, ...]
    hits: tuple[Hit, ...]
    readings: tuple[str, ...]
    took_ms: int
    understood: Understood
    rows: RowAnswer | None = None
    rephrasing: Rephrasing | None = None
    facets: Facets = field(default_factory=dict)

    @property
    def said(self) -> tuple[Quote, ...]:
        """Return the quotes that were not counted: where `rows` are shown, those that were stand there."""
        return tuple(quote for quote in self.quotes if not quote.counted)
