"""Which sentences of a reply stand: they point to quotes, and say no more than those hold."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.rephrasing.reply import sentences

QUOTES = {
    1: "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian\nkendaraan dinas.",
    2: "Pajak tahun berjalan dibayar paling lambat tanggal 30 September 2025 melalui Bank DKI; denda 2 % per bulan,"
    " paling banyak Rp 1.250.000,00 menurut Pasal 5 ayat (2) Pergub 11/2024.",
    3: "Kendaraan dinas tidak boleh dipinjamkan kepada pihak lain tanpa izin. Kartu berlaku 3 (tiga) tahun untuk 12"
    " unit, kode 1.3.2.05.01. Tanah seluas 120 m² dan dua puluh lima kursi.",
}
ASKED = "Kapan nota dinas peminjaman diajukan, dan berapa lama kartu berlaku?"


def kept(reply: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.quotes) for sentence in sentences(reply, QUOTES, ASKED)]


@pytest.mark.parametrize(
    ("reply", "text", "numbers"),
    [
        ("Nota dinas diajukan paling lambat tiga hari kerja sebelum pemakaian [1].", None, (1,)),
        ("Nota dinas diajukan paling lambat tiga hari kerja sebelum pemakaian. [1]", None, (1,)),
        ("Pajak dibayar paling lambat 30 September 2025 melalui Bank DKI [2]", None, (2,)),
        ("Dendanya 2% per bulan, paling banyak Rp1.250.000,00 [2].", None, (2,)),
        ("Menurut Pasal 5 ayat (2) Pergub 11/2024 pajak dibayar melalui bank [2].", None, (2,)),
        ("Kartu berlaku 3 tahun [3].", None, (3,)),
        ("Kartu berlaku tiga tahun untuk 12 unit [3].", None, (3,)),
        ("Tanah itu seluas 120 m² dan kursi ada dua puluh lima [3].", None, (3,)),
        ("Kendaraan dinas tidak boleh dipinjamkan tanpa izin [3].", None, (3,)),
        ("- **Nota dinas** diajukan oleh peminjam [1]", "Nota dinas diajukan oleh peminjam.", (1,)),
        ("1. Kartu [3] berlaku tiga tahun [1, 3].", "Kartu berlaku tiga tahun.", (1, 3)),
        ("<think>Pajak itu 9 [1].</think>Kartu berlaku 3 tahun [3].", "Kartu berlaku 3 tahun.", (3,)),
    ],
)
def test_what_the_quotes_say_stands(reply: str, text: str | None, numbers: tuple[int, ...]) -> None:
    found = kept(reply)
    assert [given for _, given in found] == [numbers]
    if text is not None:
        assert found[0][0] == text


@pytest.mark.parametrize(
    "reply",
    [
        "Nota dinas diajukan paling lambat tiga hari kerja.",
        "[1] Nota dinas diajukan paling lambat tiga hari kerja.",
        "Nota dinas diajukan paling lambat tiga hari kerja [4].",
        "Nota dinas diajukan paling lambat tiga hari kerja [1][9].",
        "Nota dinas diajukan paling lambat tiga hari kerja [0].",
        "Nota dinas diajukan paling lambat tiga hari kerja [satu].",
        "Nota dinas diajukan paling lambat tiga hari kerja (1).",
        "TIDAK ADA.",
        "[1]",
        "",
    ],
)
def test_a_sentence_without_a_pointer_to_a_given_quote_is_dropped(reply: str) -> None:
    assert kept(reply) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Nota dinas diajukan paling lambat lima hari kerja [1].",
        "Nota dinas diajukan paling lambat tiga bulan kerja [1].",
        "Nota dinas diajukan paling lambat 3 hari kerja [1].",
        "Pajak dibayar paling lambat 30 September 2026 [2].",
        "Pajak dibayar paling lambat 30 Oktober 2025 [2].",
        "Pajak dibayar paling lambat 30 September 2025 [1].",
        "Denda 2 per bulan [2].",
        "Denda 5% per bulan [2].",
        "Denda paling banyak Rp1.250.000 [2].",
        "Denda paling banyak Rp1.250 [2].",
        "Menurut Pasal 2 pajak dibayar melalui bank [2].",
        "Menurut Pergub 11/2025 pajak dibayar melalui bank [2].",
        "Kode unit 1.3.2.05 [3].",
        "Kursi itu dua puluh [3].",
        "Kursi itu dua puluh enam [3].",
        "Kartu berlaku ٣ tahun [3].",
        "Kartu berlaku ３ tahun [3].",
        "Kartu berlaku ½ tahun [3].",
        "Kartu berlaku Ⅲ tahun [3].",
        "Kartu berlaku 3 tahun [1].",
    ],
)
def test_a_figure_that_the_quotes_do_not_hold_in_that_manner_drops_its_sentence(reply: str) -> None:
    assert kept(reply) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Nota dinas diajukan oleh Budi [1].",
        "Budi mengajukan nota dinas [1].",
        "Pajak dibayar melalui Bank BCA [2].",
        "Nota dinas diajukan dengan biaya administrasi [1].",
        "Hubungi pengelola [1].",
        "Kendaraan dinas boleh dipinjamkan kepada pihak lain [3].",
        "Kartu tidak berlaku [3].",
        "Nota dinas tidak diajukan [1].",
        "Kartu berlaku lebih 3 tahun [3].",
        "Berapa lama kartu diajukan [2].",
    ],
)
def test_a_name_a_word_or_a_denial_that_the_quotes_do_not_hold_drops_its_sentence(reply: str) -> None:
    assert kept(reply) == []


@pytest.mark.parametrize(
    "sign",
    [
        *("<b>nota</b>", "<script>", "![nota](http://x.y/z)", "[nota](http://x.y)", "http://nota.dinas", "www.nota.id"),
        *("t.co", "nota@dinas.id", "`nota`", "| nota |", "{nota}", "\\nota", "#nota"),
    ],
)
def test_links_pictures_and_markup_drop_their_sentence(sign: str) -> None:
    assert kept(f"Nota dinas {sign} diajukan peminjam [1].") == []


def test_the_good_sentences_of_a_bad_reply_stay() -> None:
    reply = (
        "Tentu! Berikut jawabannya. Kartu berlaku 3 tahun [3]. Biayanya Rp5.000 [3]. Pajak dibayar melalui bank [2]."
    )
    assert kept(reply) == [("Kartu berlaku 3 tahun.", (3,)), ("Pajak dibayar melalui bank.", (2,))]


def test_a_long_reply_gives_a_few_sentences() -> None:
    assert len(sentences("Kartu berlaku 3 tahun [3]. " * 300, QUOTES, ASKED)) == 1
    assert sentences("A. " * 2000 + "[" * 1000 + "1 " * 1000, QUOTES, ASKED) == ()


def figures(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,/]\d+)*", text)


_WORDS = sorted({word for text in (*QUOTES.values(), ASKED) for word in text.split()})
_REPLY = st.lists(
    st.sampled_from(
        [*_WORDS, "[1]", "[2].", "[3]", "[1][3].", "[7].", "5", "2026", "Rp9", "tidak", "<b>", "Budi", "\n"]
    )
    | st.text(max_size=5),
    max_size=30,
).map(" ".join)


@settings(max_examples=60)
@given(_REPLY)
def test_no_sentence_holds_a_figure_that_no_quote_of_its_pointers_holds(reply: str) -> None:
    for sentence in sentences(reply, QUOTES, ASKED):
        assert set(sentence.quotes) <= set(QUOTES)
        assert sentence.quotes
        held = [figure for number in sentence.quotes for figure in figures(QUOTES[number])]
        assert set(figures(sentence.text)) <= set(held)
        assert not set("<>[]{}|`") & set(sentence.text)


@settings(max_examples=60)
@given(st.text() | _REPLY, st.lists(st.text(), min_size=1, max_size=3))
def test_whatever_quotes_and_reply_hold_nothing_breaks(reply: str, texts: Sequence[str]) -> None:
    numbered = dict(enumerate(texts, start=1))
    for sentence in sentences(reply, numbered, ASKED):
        held = " ".join(numbered[number] for number in sentence.quotes)
        assert all(char in held for char in sentence.text if char.isnumeric())
