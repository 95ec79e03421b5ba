"""Vectors of questions: made beside the asking thread, and remembered."""

from threading import Event, current_thread

import numpy as np
import pytest

from search.ranking import question_vectors
from search.ranking.question_vectors import QuestionVectors, Vector


class Made:
    """Embeds a text as its length, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Vector:
        self.asked.append(text)
        if text == "rusak" and self.asked.count("rusak") == 1:
            raise MemoryError
        return np.full(1, len(text), np.float32)


def test_a_vector_is_made_once_however_often_it_is_asked_for() -> None:
    made = Made()
    vectors = QuestionVectors(made)
    assert [vectors.of("hibah").result() for _ in range(3)] == [5, 5, 5]
    assert made.asked == ["hibah"]


def test_who_asks_for_it_does_not_wait_until_it_is_made() -> None:
    may_go_on = Event()

    def slow(text: str) -> Vector:
        assert may_go_on.wait(timeout=30)
        return np.zeros(1, np.float32)

    vectors = QuestionVectors(slow)
    begun = vectors.of("hibah")
    assert not begun.done()
    assert vectors.of("hibah") is begun
    may_go_on.set()
    assert begun.result() == 0


def test_what_failed_is_tried_again() -> None:
    vectors = QuestionVectors(Made())
    with pytest.raises(MemoryError):
        vectors.of("rusak").result()
    assert vectors.of("rusak").result() == 5


def test_those_asked_for_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_vectors, "KEPT", 2)
    made = Made()
    vectors = QuestionVectors(made)
    for text in ("satu", "dua", "satu", "tiga", "satu", "dua"):
        vectors.of(text).result()
    assert made.asked == ["satu", "dua", "tiga", "dua"]


def test_what_is_to_follow_begins_when_the_vector_is_there() -> None:
    may_go_on = Event()

    def slow(text: str) -> Vector:
        assert may_go_on.wait(timeout=30)
        return np.full(1, len(text), np.float32)

    vectors = QuestionVectors(slow)
    doubled = vectors.then("hibah", lambda vector: 2 * float(vector[0]))
    assert not doubled.done()
    may_go_on.set()
    assert doubled.result() == 10


def test_what_follows_a_remembered_vector_is_not_done_by_who_asks() -> None:
    vectors = QuestionVectors(Made())
    vectors.of("hibah").result()
    assert vectors.then("hibah", lambda _: current_thread()).result() is not current_thread()


def test_what_follows_a_remembered_vector_waits_for_no_other_question() -> None:
    may_go_on = Event()

    def slow(text: str) -> Vector:
        assert text == "hibah" or may_go_on.wait(timeout=30)
        return np.full(1, len(text), np.float32)

    vectors = QuestionVectors(slow)
    vectors.of("hibah").result()
    others = [vectors.of(f"lain {number}") for number in range(64)]
    assert vectors.then("hibah", len).result(timeout=30) == 1
    assert not any(other.done() for other in others)
    may_go_on.set()


def test_who_waits_is_told_what_failed_in_the_vector_or_after_it() -> None:
    vectors = QuestionVectors(Made())
    with pytest.raises(MemoryError):
        vectors.then("rusak", len).result()
    with pytest.raises(ZeroDivisionError):
        vectors.then("hibah", lambda vector: 1 // (len(vector) - 1)).result()
    assert vectors.of("hibah").result() == 5
