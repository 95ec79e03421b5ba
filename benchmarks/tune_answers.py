"""Fit the two logistic models behind `ask`: which piece answers, and how sure the answer is.

python -m benchmarks.tune_answers --cache DIR --dev FOLDER [--write corpora/keyakinan.toml]

Pieces: the sentences of the passages found for IDK-MRC's answerable questions; the one that holds the answer is right.
Confidence: answerable questions of IDK-MRC and the law questions against IDK-MRC's misleading ones, the trick
questions about laws, questions in which a name, year or number was exchanged, and questions put to a corpus of another
subject. Prints fit and refusal figures, also of reading exercises (`embedding/reader/exercises.py`), and of answerable
questions while the text that answers them is left out of what is searched; nothing is fitted to either.
"""

import argparse
import random
import sys
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import tune_search
from benchmarks.judged import Judged, read, rows
from benchmarks.swapped import swapped
from benchmarks.tune_search import Corpus
from catalog.passages import Passage
from embedding import embedder
from embedding.embedder import Embedder
from embedding.reader import reader
from embedding.reader.exercises import exercises
from embedding.reader.reader import Reader
from engine.analysis import stems
from engine.query import Scored
from search.answering import confidence
from search.answering.doubts import COSTS
from search.answering.evidence import Candidate, candidates, nearness, read_for
from search.ranking.needs import needs
from search.searcher import LOOKED_AT
from search.understanding import glossary
from search.understanding.understand import Understood, understand

SEED = 20250101
RIDGE = 1.0  # L2 penalty of the fits, on standardised features
THRESHOLDS = (0.1, 0.15, 0.2, 0.3, 0.5)
SWAPPED = 200  # near misses made of each of two sets
FITS = 0.2
"""What holding the kind of answer wanted adds to a piece's logit, set by hand: IDK-MRC's quotes are as often right up
to here (the fit gives -0.04), since nearly all that is found for it holds that kind. In tables and forms, which no set
here has, much of it does not."""
EXACT = 2.2
"""What counting or explaining what the question names adds, set by hand: from 1.4 to 3 the judged sets stay the same,
whose few such questions are answered so anyway."""
SAID = 1.0
"""What naming all that the question names adds, set by hand: the reader alone mixes up the items of one list
("diragukan", "macet"). At 1, of 125 unseen questions .752 have the judged words in a quote (.736 without), of 66 of few
words 56 begin with the right one (54); from 2 on, two of 46 on real files more are not answered."""
BY_HAND = ("ambang", "di_luar_dokumen", "tanpa_jenis", *COSTS.values())
LEFT_OUT = 200  # questions of each of two sets that are asked while what answers them is left out
EXERCISED = 500  # answerable questions and near misses of the exercises
LAWS = 1500  # texts of the law corpus besides those that answer


@dataclass(frozen=True)
class Models:
    """What finds passages and what reads them."""

    embedder: Embedder
    reader: Reader


@dataclass(frozen=True)
class Case:
    """A question with the pieces found for it, and whether any piece answers (by a test of piece and owner)."""

    question: Understood
    vector: NDArray[np.float32]
    pieces: list[Candidate]
    dense: list[Scored]
    right: list[bool]


def cases(
    corpus: Corpus,
    questions: Sequence[tuple[str, Callable[[Candidate], bool]]],
    models: Models,
    hidden: Sequence[Collection[str]] | None = None,
) -> list[Case]:
    """Ask each question of a corpus as the searcher does; the second of each pair tells a right piece.

    `hidden` are texts that are left out for each question, if told.
    """
    words = glossary.load()
    read_as = [understand(text, words) for text, _ in questions]
    queries = np.asarray(models.embedder.embed_queries([q.text for q in read_as]), dtype=np.float32)
    cards = _cards(corpus)
    found = []
    hidden = hidden or [()] * len(questions)
    for question, vector, (_, is_right), without in zip(read_as, queries, questions, hidden, strict=True):
        sense = _others(corpus, tune_search.dense(corpus.vectors, vector), without)
        words_found = _others(corpus, tune_search.lexical(corpus.index, question), without)
        hits = tune_search.ranking(corpus, question, words_found, sense)
        ranking = [(cards[hit.passage], hit.score) for hit in hits]
        wanted = needs(question, (stems(card.text) for card, _ in ranking[:LOOKED_AT]))
        pieces = candidates(question, ranking, wanted, lambda card: corpus.judged.corpus[card.asset][1])
        pieces = read_for(pieces, question.text, models.reader)
        found.append(Case(question, vector, pieces, sense, [is_right(piece) for piece in pieces]))
    return found


def _others(corpus: Corpus, hits: list[Scored], without: Collection[str]) -> list[Scored]:
    return [hit for hit in hits if corpus.owners[hit.passage] not in without] if without else hits


def _cards(corpus: Corpus) -> list[Passage]:
    numbers = {owner: place for place, owner in enumerate(corpus.judged.corpus)}
    cards = []
    for place, (owner, (head, body)) in enumerate(zip(corpus.owners, corpus.texts, strict=True)):
        start = corpus.judged.corpus[owner][1].find(body)
        card = Passage(
            id=place, asset=owner, asset_id=numbers[owner], version=1, title=head, kind="lain", unit=None,
            community=None, source="", path="", access="terbuka", status="disahkan", validity="berlaku", date=None,
            page=None, page_state="text", sheet=None, row=None, heading=(),
            start=start, end=start + len(body), text=body,
        )  # fmt: skip
        cards.append(card)
    return cards


def fit(rows_: Sequence[dict[str, float]], right: Sequence[bool], weights: Sequence[float]) -> dict[str, float]:
    """Fit a logistic regression with an L2 penalty by Newton's method; give `intercept` and a weight for each name."""
    names = list(rows_[0])
    x = np.array([[row[name] for name in names] for row in rows_])
    mean, spread = x.mean(axis=0), np.where(x.std(axis=0) > 1e-9, x.std(axis=0), 1.0)
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    y, w, beta = np.array(right, dtype=float), np.array(weights), np.zeros(z.shape[1])
    ridge = np.diag([0.0] + [RIDGE] * len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ beta))
        gradient = z.T @ (w * (p - y)) + ridge @ beta
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + ridge
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    slopes = beta[1:] / spread
    return {"intercept": float(beta[0] - slopes @ mean)} | dict(zip(names, map(float, slopes), strict=True))


def fit_pieces(answerable: Iterable[Case]) -> dict[str, float]:
    """Fit the choice of the piece on questions of which some piece is right; each question weighs the same."""
    rows_, right, weights = [], [], []
    for case in answerable:
        if any(case.right):
            rows_ += [confidence.features(piece) for piece in case.pieces]
            right += case.right
            weights += [10 / len(case.pieces)] * len(case.pieces)
    return fit(rows_, right, weights) | {"fits": FITS, "exact": EXACT, "said": SAID}


def best_first(case: Case, model: dict[str, float]) -> list[int]:
    """Give the places of a case's pieces, likeliest first."""
    chances = [confidence.logistic(model, confidence.features(piece)) for piece in case.pieces]
    return sorted(range(len(chances)), key=lambda place: -chances[place])


def sets(dev: Path, cache: Path, models: Models) -> dict[str, list[Case]]:
    """Gather the cases of every kind."""
    idk = tune_search.prepare(dev / "idkmrc", cache)
    law = tune_search.prepared(fewer(read(dev / "omnibus-synth")), cache)
    answers = {row["id"]: row["answers"] for row in rows(dev / "idkmrc", "answers.jsonl")}
    rules = tune_search.prepare(dev / "peraturan", cache)
    draw = random.Random(SEED)
    asked = [(text, _holds(answers[key])) for key, text in idk.judged.queries.items()]
    legal = [(text, _owned(law.judged.qrels[key])) for key, text in law.judged.queries.items()]
    near = [draw.sample(made, SWAPPED) for made in _swapped(idk.judged, law.judged)]
    return {
        "wiki": cases(idk, asked, models),
        "laws": cases(law, draw.sample(legal, 250), models),
        "misleading": cases(idk, [(text, _never) for text in idk.judged.unanswerable.values()], models),
        "tricks": cases(law, _nothing(draw.sample(sorted(law.judged.unanswerable.values()), 250)), models),
        "wiki of rules": cases(rules, _nothing(draw.sample(sorted(idk.judged.queries.values()), 150)), models),
        "laws of wiki": cases(idk, _nothing(draw.sample(sorted(law.judged.queries.values()), 150)), models),
        "swapped wiki": cases(idk, _nothing(near[0]), models),
        "swapped laws": cases(law, _nothing(near[1]), models),
    }


def exercised(train: Path, cache: Path, models: Models) -> dict[str, list[Case]]:
    """Gather exercises kept apart, asked among the passages of all; nothing is fitted to these."""
    found = exercises(train)
    texts = {one.id: (" ".join(one.head.split()), one.text) for one in found}
    corpus = tune_search.prepared(Judged("exercises", texts, {}, {}, {}), cache)
    kept = [one for one in found if one.kept_apart]
    solved = [(text, _at(one.id, start, end)) for one in kept for text, start, end in one.answered]
    missed = [text for one in kept for text in one.unanswered]
    draw = random.Random(SEED)
    return {
        "exercises": cases(corpus, draw.sample(solved, EXERCISED), models),
        "near misses": cases(corpus, _nothing(draw.sample(missed, EXERCISED)), models),
    }


def left_out(dev: Path, cache: Path, models: Models) -> dict[str, list[Case]]:
    """Gather answerable questions asked while the text that answers them is left out; nothing is fitted to these."""
    corpora = {
        "left out wiki": tune_search.prepare(dev / "idkmrc", cache),
        "left out laws": tune_search.prepared(fewer(read(dev / "omnibus-synth")), cache),
    }
    draw = random.Random(SEED)
    found = {}
    for name, corpus in corpora.items():
        judged = corpus.judged
        keys = draw.sample(sorted(judged.queries), LEFT_OUT)
        asked = _nothing(judged.queries[key] for key in keys)
        found[name] = cases(corpus, asked, models, [judged.qrels[key].keys() for key in keys])
    return found


def _swapped(*sets_: Judged) -> Iterator[list[str]]:
    for judged in sets_:
        yield swapped(sorted(judged.queries.values()), SEED)


def fewer(judged: Judged) -> Judged:
    """Return a judged set with the texts that answer and LAWS others."""
    answering = {doc for grades in judged.qrels.values() for doc in grades}
    others = random.Random(SEED).sample(sorted(set(judged.corpus) - answering), LAWS)
    corpus = {doc: judged.corpus[doc] for doc in sorted(answering | set(others))}
    queries = {key: text for key, text in judged.queries.items() if key in judged.qrels}
    return Judged("omnibus-part", corpus, queries, judged.qrels, judged.unanswerable)


def _nothing(texts: Iterable[str]) -> list[tuple[str, Callable[[Candidate], bool]]]:
    return [(text, _never) for text in texts]


def _never(_: Candidate) -> bool:
    return False


def _holds(answers: Sequence[str]) -> Callable[[Candidate], bool]:
    wanted = [" ".join(answer.casefold().split()) for answer in answers]
    return lambda piece: any(answer in " ".join(piece.text.casefold().split()) for answer in wanted)


def _at(owner: str, start: int, end: int) -> Callable[[Candidate], bool]:
    return lambda piece: piece.passage.asset == owner and piece.start < end and start < piece.end


def _owned(grades: dict[str, int]) -> Callable[[Candidate], bool]:
    return lambda piece: piece.passage.asset in grades


def measured(case: Case, chosen: dict[str, float], models: Models) -> tuple[dict[str, float], bool]:
    """Give the signals of a case's best piece, and whether one of its first three is right."""
    order = best_first(case, chosen)
    best = case.pieces[order[0]]
    found = confidence.signals(case.question, best, nearness(best, case.vector, models.embedder), case.dense)
    return asdict(found), any(case.right[place] for place in order[:3])


def _table(
    gathered: dict[str, list[Case]], chosen: dict[str, float], models: Models
) -> dict[str, list[tuple[dict[str, float], bool]]]:
    return {name: [measured(case, chosen, models) for case in found if case.pieces] for name, found in gathered.items()}


def weigh(
    found: list[tuple[dict[str, float], bool]], sure: dict[str, float]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give the confidence of each of a set's answers, and whether it is right."""
    chances = [confidence.logistic(sure, row) for row, _ in found]
    return np.array(chances), np.array([right for _, right in found], dtype=bool)


def answered(chances: NDArray[np.float64], right: NDArray[np.bool_], threshold: float) -> tuple[float, float]:
    """Give the share of a set's questions that are answered at a threshold, and of these the share that is right."""
    given = chances >= threshold
    return float(given.mean()), float(right[given].mean()) if given.any() else 0.0


def main() -> None:
    """Fit, print and, if told, write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=confidence.threshold())
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    asked.cache.mkdir(parents=True, exist_ok=True)
    models = Models(embedder.load(), reader.load())
    gathered = sets(asked.dev, asked.cache, models)
    pieces = fit_pieces(gathered["wiki"])
    all_rows, all_right, lines = [], [], []
    table = _table(gathered, pieces, models)
    for found in table.values():
        all_rows += [row for row, _ in found]
        all_right += [right for _, right in found]
    sure = fit(all_rows, all_right, [1.0] * len(all_rows))
    table |= _table(exercised(asked.dev.parent / "train", asked.cache, models), pieces, models)
    table |= _table(left_out(asked.dev, asked.cache, models), pieces, models)
    weighed = {name: weigh(found, sure) for name, found in table.items()}
    for name, (chances, right) in weighed.items():
        for threshold in THRESHOLDS:
            share, precise = answered(chances, right, threshold)
            said = f"threshold {threshold}: answered {share:.3f}, right among them {precise:.3f}"
            lines.append(f"{name}: {len(chances)} questions, {said}")
    hit = [any(case.right[place] for place in best_first(case, pieces)[:1]) for case in gathered["wiki"]]
    lines.append(f"wiki: first piece right {np.mean(hit):.3f}")
    sys.stdout.write("\n".join([*lines, str(pieces), str(sure)]) + "\n")
    if asked.write:
        known = confidence.coefficients()["keyakinan"]
        by_hand = {name: known[name] for name in BY_HAND} | {"ambang": asked.threshold}
        shares = {name: answered(*found, asked.threshold) for name, found in weighed.items()}
        asked.write.write_text(_toml(pieces, by_hand | sure, shares), encoding="utf-8")


def _toml(pieces: dict[str, float], sure: dict[str, float], shares: dict[str, tuple[float, float]]) -> str:
    told = (
        "Fitted by benchmarks/tune_answers.py on IDK-MRC (answerable, misleading), law questions, trick questions, both"
        " kinds of answerable questions with a name, year or number exchanged, and questions put to corpora of another"
        f" subject. {', '.join(BY_HAND)}, and fits, exact and said of kutipan are set by hand, as is"
        " urutan: what is added to the logit of kutipan for the order of pieces sure enough."
    )
    head = textwrap.fill(told, 118, initial_indent="# ", subsequent_indent="# ")
    head += "\n# At ambang, of each set the share answered, and of these the share right (left out: not fitted to):\n"
    head += "".join(f"# {name}: {share:.2f}, {right:.2f}\n" for name, (share, right) in shares.items())
    body = "".join(f"{name} = {value:.5f}\n" for name, value in pieces.items())
    tail = "".join(f"{name} = {round(value, 5)}\n" for name, value in sure.items())
    order = "".join(f"{name} = {value}\n" for name, value in confidence.coefficients()["urutan"].items())
    return f"{head}[kutipan]\n{body}\n[urutan]\n{order}\n[keyakinan]\n{tail}"


if __name__ == "__main__":
    main()
