"""Where an article stands in the pages of a rule."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.kinds.articles import is_heading, is_in, ranges
from search.understanding.asked_article import AskedArticle

LAW = (
    "BAB I\nKETENTUAN UMUM\nPasal 1\nYang dimaksud dengan arsip adalah rekaman.\nPasal 2\n(1) Arsip disimpan.\n"
    "(2) Sebagaimana dimaksud dalam\nPasal 1, arsip:\na. dicatat; dan\nPasal 3…",
    "- 2 -\nb. dijaga.\nPasal 3\nUndang-undang ini berlaku.",
    "PENJELASAN\nPasal 1\nCukup jelas.\nPasal 2\nArsip statis tidak termasuk.",
)
DECISION = ("MEMUTUSKAN\nKESATU : Membentuk tim.\nKEDUA : Tim bertugas menilai.\nKETIGA : Berlaku sejak ditetapkan.",)


def said(asked: AskedArticle, pages: Sequence[str] = LAW) -> list[str]:
    return [pages[page][start:end].strip() for page, start, end in ranges(asked, pages)]


def test_an_article_reaches_from_its_heading_over_pages_to_the_next_heading() -> None:
    assert said(AskedArticle("1")) == ["Pasal 1\nYang dimaksud dengan arsip adalah rekaman."]
    assert [text[-20:] for text in said(AskedArticle("2"))] == ["dicatat; dan\nPasal 3…"[-20:], "- 2 -\nb. dijaga."]


def test_a_paragraph_or_an_item_of_it_is_given_alone() -> None:
    assert said(AskedArticle("2", paragraph="1")) == ["(1) Arsip disimpan."]
    assert said(AskedArticle("2", paragraph="2", item="b")) == ["b. dijaga."]


def test_its_elucidation_is_given_where_that_is_asked() -> None:
    assert said(AskedArticle("2", explained=True)) == ["Pasal 2\nArsip statis tidak termasuk."]


def test_a_dictum_of_a_decision_reaches_to_the_next() -> None:
    assert said(AskedArticle("KEDUA", is_dictum=True), DECISION) == ["KEDUA : Tim bertugas menilai."]


@pytest.mark.parametrize("name", ["4", "22", "1A"])
def test_what_no_heading_names_stands_nowhere(name: str) -> None:
    assert said(AskedArticle(name)) == []


def test_a_heading_may_have_a_title_behind_its_number() -> None:
    agreement = (
        "Pasal 3 – Penyerahan\nPihak Kedua menyerahkan.\nPasal 4 – Pencatatan\nBPAD mencatat.\nPasal 4, 5, dan 6",
    )
    assert said(AskedArticle("4"), agreement) == ["Pasal 4 – Pencatatan\nBPAD mencatat.\nPasal 4, 5, dan 6"]


def test_a_passage_holds_an_article_that_begins_and_says_something_there() -> None:
    assert is_in(AskedArticle("2"), LAW[0])
    assert not is_in(AskedArticle("1"), LAW[2])  # "Cukup jelas."
    assert not is_in(AskedArticle("3"), LAW[0])  # the foot of a page only announces it


def test_a_heading_alone_says_nothing() -> None:
    assert is_heading("Pasal 12A")
    assert not is_heading("Pasal 12A\nArsip disimpan.")


@given(st.lists(st.sampled_from(LAW), max_size=5), st.sampled_from(["1", "2", "3", "9"]))
def test_ranges_lie_within_their_pages_in_order(pages: list[str], name: str) -> None:
    found = ranges(AskedArticle(name), pages)
    assert found == sorted(found)
    assert all(0 <= one.start < one.end <= len(pages[one.page]) for one in found)
