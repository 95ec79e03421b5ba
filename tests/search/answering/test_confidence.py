"""How sure an answer is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.passages import Passage
from embedding.reader.reader import Span
from engine.query import Scored
from search.answering.confidence import (
    MOST_READ,
    coefficients,
    features,
    logistic,
    probability,
    read_score,
    signals,
    telling,
)
from search.answering.doubts import COSTS, NO_DOUBTS, Doubts
from search.answering.evidence import Candidate
from search.understanding.glossary import load
from search.understanding.understand import Understood, understand

TEXT = "Sewa barang milik daerah paling lama lima tahun dan dapat diperpanjang."
CARD = Passage(
    id=1, asset="a", asset_id=1, version=1, title="Panduan sewa", kind="juknis", unit=None, community=None, source="s",
    path="panduan.pdf", access="terbuka", status="disahkan", validity="berlaku", date=None, page=1, sheet=None,
    page_state="text", row=None, heading=(), start=0, end=len(TEXT), text=TEXT,
)  # fmt: skip
PIECE = Candidate(CARD, 0, len(TEXT), TEXT, said=0.8, around=0.9, fits=1.0, fused=0.9, span=Span(0, 10, 3.0))


def asked(text: str) -> Understood:
    return understand(text, load())


def sure(question: str, piece: Candidate = PIECE, near: float = 0.88) -> float:
    read = asked(question)
    return probability(signals(read, piece, near, [Scored(1, 0.88), Scored(2, 0.8), Scored(3, 0.79)]), read)


def test_a_cited_rule_that_the_evidence_lacks_takes_away_confidence() -> None:
    assert sure("berapa lama sewa menurut Pergub 999 Tahun 2025") < sure("berapa lama sewa") / 2


def test_a_year_that_the_evidence_lacks_takes_away_confidence() -> None:
    assert sure("berapa lama sewa tahun 2031") < sure("berapa lama sewa")


def test_a_year_to_come_that_the_evidence_lacks_cuts_the_odds_further() -> None:
    assert sure("berapa lama sewa tahun 2091") < sure("berapa lama sewa tahun 1991")


def test_a_name_that_the_evidence_lacks_takes_away_confidence() -> None:
    assert sure("berapa lama sewa di Surabaya") < sure("berapa lama sewa")


@pytest.mark.parametrize("which", ["triwulan tiga", "triwulan III", "triwulan 3"])
def test_a_number_in_words_or_roman_figures_that_the_evidence_lacks_takes_away_confidence(which: str) -> None:
    told = replace(PIECE, text=f"{TEXT} Dibayar pada triwulan III.")
    assert sure(f"berapa lama sewa {which}") < sure(f"berapa lama sewa {which}", told)
    lacking, there = (
        signals(asked(f"sewa {which}"), piece, 0.88, [Scored(1, 0.88)]).no_number for piece in (PIECE, told)
    )
    assert (lacking, there) == (1.0, 0.0)


def test_what_stays_unexplained_is_less_sure() -> None:
    read = asked("apa itu sewa barang milik daerah")
    measured = signals(read, PIECE, 0.88, [Scored(1, 0.88)])
    assert probability(measured, read, Doubts(unexplained=True)) < probability(measured, read)


def test_how_many_there_are_of_what_is_not_named_is_less_sure() -> None:
    read = asked("berapa kios yang disewakan")
    measured = signals(read, PIECE, 0.88, [Scored(1, 0.88)])
    assert probability(measured, read, Doubts(unnamed=True)) < probability(measured, read)


def test_the_reader_does_not_speak_against_an_explanation() -> None:
    doubted = replace(PIECE, span=Span(0, 10, -5.0))
    assert read_score(doubted) == -5.0
    assert read_score(replace(doubted, explains=True)) == 0.0
    assert read_score(replace(PIECE, explains=True)) == 3.0


def test_a_piece_without_the_kind_of_answer_that_is_asked_for_takes_away_confidence() -> None:
    assert sure("berapa lama sewa", replace(PIECE, fits=-1.0)) < sure("berapa lama sewa", replace(PIECE, fits=0.0))


def test_a_figure_or_a_person_that_the_piece_lacks_takes_away_more_than_a_place() -> None:
    unfit, open_to_all = replace(PIECE, fits=-1.0), replace(PIECE, fits=0.0)

    def left(question: str) -> float:
        return sure(question, unfit) / sure(question, open_to_all)

    assert left("berapa lama sewa") < left("di mana sewa")
    assert left("siapa penyewa") < left("di mana sewa")


def test_a_place_that_the_paper_nowhere_names_takes_away_confidence() -> None:
    read = asked("berapa lama sewa di Surabaya")
    measured = signals(read, PIECE, 0.88, [])
    assert probability(measured, read, Doubts(elsewhere=True)) < probability(measured, read) / 2


def test_another_agency_of_our_own_takes_away_more() -> None:
    read = asked("berapa lama sewa oleh BPAD")
    measured = signals(read, PIECE, 0.88, [])
    elsewhere, another = Doubts(elsewhere=True), Doubts(another_agency=True)
    assert probability(measured, read, another) < probability(measured, read, elsewhere)


def test_an_opinion_takes_away_confidence() -> None:
    assert sure("menurut kamu berapa lama sewa") < sure("berapa lama sewa") / 2


def test_a_reader_that_is_surer_gives_confidence() -> None:
    assert sure("berapa lama sewa", replace(PIECE, span=Span(0, 10, 6.0))) > sure("berapa lama sewa")


def test_a_nearer_sentence_gives_confidence() -> None:
    assert sure("berapa lama sewa", near=0.92) > sure("berapa lama sewa")


def test_what_the_reader_did_not_see_counts_as_its_least() -> None:
    assert read_score(replace(PIECE, span=None)) == -MOST_READ
    assert read_score(replace(PIECE, span=Span(0, 10, -8.0), cell_asked=True)) == 0.0
    assert read_score(replace(PIECE, span=None, cell_asked=True)) == 0.0


@given(st.floats(-1e6, 1e6))
def test_the_readers_score_stays_within_bounds(score: float) -> None:
    assert -MOST_READ <= read_score(replace(PIECE, span=Span(0, 10, score))) <= MOST_READ


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.floats(-1e6, 1e6), min_size=2, max_size=2))
def test_the_logistic_function_stays_between_0_and_1(values: dict[str, float]) -> None:
    assert 0.0 <= logistic({"intercept": 1.0, "a": 2.0, "b": -3.0}, values) <= 1.0


def test_every_doubt_cuts_the_odds() -> None:
    model = coefficients()["keyakinan"]
    assert COSTS.keys() == vars(NO_DOUBTS).keys()
    assert NO_DOUBTS.cost(model) == 0.0
    assert all(Doubts(**{doubt: True}).cost(model) < 0.0 for doubt in COSTS)


def test_every_signal_and_feature_has_a_coefficient() -> None:
    read = asked("berapa lama sewa")
    measured = signals(read, PIECE, 0.88, [])
    assert set(vars(measured)) <= set(coefficients()["keyakinan"])
    assert set(features(PIECE)) <= set(coefficients()["kutipan"])


def test_of_pieces_as_likely_the_one_that_names_more_or_is_nearer_tells_more() -> None:
    assert telling(PIECE, 0.8) > telling(PIECE, 0.7) > telling(replace(PIECE, around=0.4), 0.7)
    assert telling(PIECE, 0.8) > telling(replace(PIECE, fits=-1.0), 0.8)


@pytest.mark.parametrize("dense", [[], [Scored(1, 0.5)], [Scored(1, 0.5), Scored(2, 0.5)]])
def test_a_level_or_short_list_has_no_peak(dense: list[Scored]) -> None:
    assert signals(asked("sewa"), PIECE, 0.88, dense).peak == 0.0
