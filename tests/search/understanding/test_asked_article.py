"""Which article of a rule a question names."""

import pytest

from search.understanding.asked_article import AskedArticle, asked_article


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("apa bunyi pasal 17 UU pelayanan publik", AskedArticle("17")),
        ("isi Pasal 45B UU ITE", AskedArticle("45B")),
        ("pasal 45 b UU ITE", AskedArticle("45")),
        ("psl. 7 ayat (5) perwal 52/2018", AskedArticle("7", paragraph="5")),
        ("pasal 45 UU ITE ayat 3 isinya apa", AskedArticle("45", paragraph="3")),
        ("Pasal 28 ayat 1 huruf d POJK 13/2014", AskedArticle("28", paragraph="1", item="d")),
        ("penjelasan pasal 4 UU 25/2009", AskedArticle("4", explained=True)),
        ("apa isi diktum kedua SK tim?", AskedArticle("KEDUA", is_dictum=True)),
        ("pasal 5 dan denda keterlambatan", AskedArticle("5")),
    ],
)
def test_one_article_is_named(question: str, asked: AskedArticle) -> None:
    assert asked_article(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "pasal apa yang mengatur denda?",
        "bunyi pasal 13 dan 14",
        "pasal 3 sampai dengan pasal 5",
        "pasal 3 s.d. 5",
        "pasal 4 dan pasal 6 bedanya apa",
        "keduanya memakai diktum lama",
    ],
)
def test_none_or_several_are_named(question: str) -> None:
    assert asked_article(question) is None
