"""A rephrasing beside an answer: the quotes stay as they are, and only what may be sent is sent."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.passages import Passage
from search import as_json
from search.rephrasing.rephraser import Rephraser
from search.results import NOT_FOUND, Answer, Quote
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.search.rephrasing.serving import Behaviour, document, response, serving, writing

ASKED = "Kapan nota dinas diajukan?"
TEXT = "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian."
GOOD = "Nota dinas diajukan paling lambat tiga hari kerja sebelum pemakaian [1]."


def quote(text: str = TEXT, access: str = "terbuka") -> Quote:
    card = Passage(
        id=1, asset="a", asset_id=1, version=1, title="Judul Zamrud", kind="sop", unit="BPAD", community=None,
        source="uji", path="jalur.txt", access=access, status="disahkan", validity="berlaku", date=None, page=1,
        sheet=None, page_state="text", row=None, heading=(), start=0, end=len(text), text=text,
    )  # fmt: skip
    return Quote(text, 0, len(text), card, None)


def answer(*quotes: Quote, reason: str = "answered") -> Answer:
    sure = reason in {"answered", "rows"}
    message = "Jawaban dikutip." if sure else NOT_FOUND
    return Answer(ASKED, sure, 0.9, reason, message, quotes, (), (), 12, understand(ASKED, load()))


def rephrased(given: Answer, behaviour: Behaviour | None = None, **settings: object) -> Answer:
    with serving(behaviour or writing(GOOD)) as server:
        return Rephraser(server.model(**settings)).beside(given)


def sent_of(given: Answer, **settings: object) -> list[str]:
    """What the endpoint was sent for an answer."""
    with serving(writing(GOOD)) as server:
        Rephraser(server.model(**settings)).beside(given)
        return [request.decode() for request in server.requests]


def error_of(given: Answer) -> str | None:
    assert given.rephrasing is not None
    assert given.rephrasing.sentences == ()
    return given.rephrasing.error


def test_a_good_reply_stands_beside_the_quotes() -> None:
    made = rephrased(answer(quote()))
    document = json.loads(json.dumps(as_json.answer(made)))
    assert document["rephrase_error"] is None
    assert document["rephrased"] == {
        "label": "Disusun ulang oleh model bahasa dari kutipan di bawah",
        "model": "contoh",
        "sentences": [{"text": GOOD.replace(" [1]", ""), "quotes": [1]}],
    }


def test_the_answer_without_a_model_has_none_of_the_keys() -> None:
    assert not {"rephrased", "rephrase_error"} & set(as_json.answer(answer(quote())))


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (writing("Nota dinas diajukan lima hari sebelumnya [1]."), "nothing_stands"),
        (writing(""), "nothing_stands"),
        (response(b"{}", status="503 Service Unavailable"), "http_status"),
        (document({}), "bad_reply"),
        (lambda connection: connection.recv(1), "timeout"),
    ],
)
def test_a_bad_reply_leaves_the_answer_and_says_why(behaviour: Behaviour, code: str) -> None:
    given = answer(quote())
    made = rephrased(given, behaviour, seconds=0.5 if code == "timeout" else 30.0)
    document = as_json.answer(made)
    assert (document["rephrased"], document["rephrase_error"]) == (None, code)
    assert replace(made, rephrasing=None, took_ms=given.took_ms) == given


@pytest.mark.parametrize("reason", ["personal_data", "weak_evidence", "no_hits", "ambiguous", "rows"])
def test_what_was_not_answered_by_quotes_is_not_sent(reason: str) -> None:
    given = answer(reason=reason)
    assert sent_of(given) == []
    assert error_of(rephrased(given)) == "not_answered"


def test_the_question_and_the_quotes_are_all_that_is_sent_of_an_asset() -> None:
    (sent,) = sent_of(answer(quote()))
    assert ASKED in sent
    assert TEXT in sent
    for kept in ("Zamrud", "jalur.txt", "BPAD", "disahkan"):
        assert kept not in sent


def test_quotes_of_another_access_class_are_not_sent_and_the_numbers_stay() -> None:
    secret = quote("Harga perkiraan rahasia Rp5.000 per unit.", "terbatas")
    (sent,) = sent_of(answer(secret, quote()))
    assert "Rp5.000" not in sent
    assert 'nomor=\\"2\\"' in sent
    made = rephrased(answer(secret, quote()), writing(GOOD.replace("[1]", "[2]") + " Harga perkiraan Rp5.000 [1]."))
    assert made.rephrasing is not None
    assert [sentence.quotes for sentence in made.rephrasing.sentences] == [(2,)]
    assert len(made.quotes) == 2


@pytest.mark.parametrize("access", ["terbatas", "rahasia", "", None])
def test_an_answer_of_such_quotes_alone_is_not_sent(access: str) -> None:
    given = answer(quote(access=access))
    assert sent_of(given) == []
    assert error_of(rephrased(given)) == "not_allowed"


def test_a_class_that_is_set_is_sent() -> None:
    assert len(sent_of(answer(quote(access="terbatas")), access=("terbuka", "internal", "terbatas"))) == 1
    assert sent_of(answer(quote(access="internal")), access=("terbuka",)) == []


def test_a_few_at_a_time_and_the_next_does_without() -> None:
    held, go = Event(), Event()

    def slow(connection: object) -> None:
        held.set()
        go.wait(5)

    with serving(slow) as server:
        rephraser = Rephraser(server.model())
        waiting = [Thread(target=rephraser.beside, args=(answer(quote()),)) for _ in range(2)]
        for thread in waiting:
            thread.start()
        _until(lambda: len(server.requests) == 2)
        assert error_of(rephraser.beside(answer(quote()))) == "busy"
        go.set()
        for thread in waiting:
            thread.join(5)
        server.behaviour = writing(GOOD)
        assert rephraser.beside(answer(quote())).rephrasing == rephrased(answer(quote())).rephrasing


def _until(true: Callable[[], bool]) -> None:
    waiting = Event()
    for _ in range(200):
        if true():
            return
        waiting.wait(0.02)


_PIECES = st.sampled_from([*TEXT.split(), "[1].", "[2]", "5", "Rp9.000", "2026", "lima", "<b>", "Budi"])
_BEHAVIOURS = st.binary(max_size=200).map(response) | st.lists(_PIECES, max_size=12).map(" ".join).map(writing)


@settings(max_examples=30)
@given(_BEHAVIOURS)
def test_whatever_the_server_returns_the_quotes_are_those_without_it(behaviour: Behaviour) -> None:
    given = answer(quote())
    made = rephrased(given, behaviour)
    assert replace(made, rephrasing=None, took_ms=given.took_ms) == given
    assert made.rephrasing is not None
    assert (made.rephrasing.error is None) == bool(made.rephrasing.sentences)
    for sentence in made.rephrasing.sentences:
        assert sentence.quotes == (1,)
        assert not {"5", "9", "2026", "lima", "Budi"} & set(re.findall(r"\w+", sentence.text))
