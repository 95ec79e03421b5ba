"""The state of a page, judged from its characters and its pictures."""

from indexer.readers.quality import is_language, judge, judge_typed

PROSE = (
    "Pengurus barang memeriksa jadwal dan kondisi kendaraan sebelum kunci diserahkan kepada peminjam. "
    "Kendaraan dikembalikan dengan tangki bahan bakar terisi penuh dan dicatat pada buku peminjaman. "
)
ENGLISH = (
    "Knowledge sharing sessions took place every Tuesday morning; participants exchanged notes, templates, photos. "
)


def test_prose_is_text_of_full_quality() -> None:
    assert judge(PROSE * 3) == judge(PROSE * 3, 0.0)
    assert (judge(PROSE * 3).state, judge(PROSE * 3).quality) == ("text", 1.0)


def test_a_page_without_characters_is_empty_or_a_scan() -> None:
    assert judge(" \n") == judge("")
    assert judge("").state == "empty"
    assert judge("", picture_cover=0.9).state == "needs_ocr"


def test_a_stamp_over_a_scan_needs_ocr_but_a_short_page_does_not() -> None:
    stamp = "Salinan sesuai dengan aslinya"
    assert judge(stamp, picture_cover=0.95).state == "needs_ocr"
    assert judge(stamp).state == "text"
    assert judge(PROSE * 3, picture_cover=0.95).state == "text"


def test_a_garbled_text_layer_needs_ocr_however_long() -> None:
    glyphs = "\x08 !1\x1e\x1d ,\x1c.!-2 \x10\x11 \"8:'\x1c \x02\x03\x04 "
    assert judge(glyphs * 60).state == "needs_ocr"
    consonants = "xqz wrtk bdfg plkj mnbv zxcv qwrt hgfd "
    assert judge(consonants * 20).state == "needs_ocr"


def test_a_foreign_language_and_a_table_of_figures_are_text() -> None:
    assert judge(ENGLISH * 5).state == "text"
    table = "Ti-44 47.3 th C 0.010 6.1 x 10-8 7.2 x 10-8 S 0.010 4.0 x 10-8 L 0.002 5.7 x 10-10\n"
    assert judge(table * 30).state == "text"


def test_a_letter_spaced_title_does_not_condemn_its_page() -> None:
    title = "K E M E N T E R I A N P E N D A Y A G U N A A N A P A R A T U R N E G A R A\n"
    assert judge(title * 3 + "Evaluasi mandiri diunggah paling lambat 31 Maret.").state == "text"


def test_typed_letters_are_no_glyphs_of_a_scan_but_control_characters_are_no_text() -> None:
    roster = "ATN | P | S | M | L | P | S | M | L | P | S | M | L\nBDR | S | M | L | P | S | M | L | P\n"
    assert judge(roster).state == "needs_ocr"
    assert (judge_typed(roster).state, judge_typed(roster).quality) == ("text", 1.0)
    assert judge_typed("\x00\x01\x02\x03 Jadwal").quality == 0.0
    assert judge_typed("", picture_cover=0.5) == judge("", picture_cover=0.5)


def test_language_has_enough_words_and_common_ones_among_them() -> None:
    assert is_language(PROSE)
    assert not is_language("kendaraan dan kunci")
    assert not is_language("g14 g3 zx qqw gid " * 20)
