"""Where in a passage the answer is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from embedding.reader.reader import LONGEST_SPAN, Reading, Span

SCORES = arrays(np.float32, 12, elements=st.floats(-8, 8, width=32))
PLACES = np.array([(3 * n, 3 * n + 2) for n in range(12)], dtype=np.int64)


def reading(first: list[float], last: list[float], nothing: float = 0.0) -> Reading:
    places = PLACES[: len(first)]
    return Reading(places, np.array(first, dtype=np.float32), np.array(last, dtype=np.float32), nothing)


def test_the_answer_goes_from_the_best_first_to_the_best_last_token() -> None:
    assert reading([0, 4, 0, 0], [0, 0, 3, 0], nothing=2.0).best(0, 99) == Span(3, 8, 5.0)


def test_an_answer_does_not_end_before_it_begins() -> None:
    assert reading([0, 0, 5], [4, 0, 0]).best(0, 99) == Span(6, 8, 5.0)


def test_only_tokens_wholly_in_the_range_count() -> None:
    assert reading([9, 1, 0], [9, 1, 0]).best(1, 6) == Span(3, 5, 2.0)


def test_a_range_without_a_token_has_no_answer() -> None:
    assert reading([1], [1]).best(0, 1) is None


@given(SCORES, SCORES, st.integers(0, 36), st.integers(0, 36))
def test_a_wider_range_never_scores_lower(
    first: np.ndarray[tuple[int], np.dtype[np.float32]],
    last: np.ndarray[tuple[int], np.dtype[np.float32]],
    start: int,
    end: int,
) -> None:
    read = Reading(PLACES, first, last, 1.0)
    inner, whole = read.best(start, end), read.best(0, 36)
    assert whole is not None
    assert inner is None or (inner.score <= whole.score and start <= inner.start < inner.end <= end)


def test_an_answer_has_at_most_the_tokens_told() -> None:
    n = LONGEST_SPAN + 5
    places = np.array([(k, k + 1) for k in range(n)], dtype=np.int64)
    first, last = np.zeros(n, dtype=np.float32), np.zeros(n, dtype=np.float32)
    first[0], last[-1] = 5, 5
    found = Reading(places, first, last, 0.0).best(0, n)
    assert found is not None
    assert found.score == 5.0
