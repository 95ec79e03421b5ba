"""What of a question a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.ranking.needs import met, needs, shares_named
from search.understanding.glossary import load
from search.understanding.understand import understand


def named(question: str, texts: dict[int, str]) -> dict[int, float]:
    return shares_named(understand(question, load()), {key: text.split() for key, text in texts.items()})


def test_what_few_texts_name_counts_for_more_than_what_all_name() -> None:
    shares = named("kamera dinas", {1: "dinas", 2: "kamera", 3: "dinas radio"})
    assert shares[2] > shares[1] == shares[3] > 0


def test_a_text_that_names_all_has_the_whole_and_one_that_names_nothing_has_none() -> None:
    assert named("kamera dinas", {1: "dinas pasang kamera", 2: "radio"}) == {1: 1.0, 2: 0.0}


def test_no_texts_no_shares() -> None:
    assert named("kamera dinas", {}) == {}


@given(st.dictionaries(st.integers(0, 9), st.sets(st.sampled_from(["kerangka", "acu", "kerja", "dinas"])), min_size=1))
def test_the_share_is_how_well_the_text_meets_the_needs(texts: dict[int, set[str]]) -> None:
    question = understand("TOR dinas", load())
    wanted = needs(question, texts.values())
    told = shares_named(question, texts)
    assert told == pytest.approx({key: met(wanted, frozenset(words)) for key, words in texts.items()})
