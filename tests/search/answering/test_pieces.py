"""What is quoted: where the likeliest source has been replaced, what is in force answers before it."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR
from embedding import embedder
from embedding.embedder import Embedder
from search.answer import ask
from search.answering.evidence import READ
from search.answering.pieces import Pieces
from search.kinds.holders import lacks_holder
from search.results import OUT_OF_FORCE_FIRST
from search.searcher import Searcher
from tests.engine.shelf import OPEN
from tests.search.library import read_in, read_in_pages, read_in_sheet, reader_of

ARCHIVE = "Arsip inaktif dipindahkan ke unit kearsipan setelah dua tahun dan dicatat dalam daftar arsip."
OLD_FINE = "Denda bagi wajib pajak yang terlambat membayar pajak bumi dan bangunan adalah 2 persen sebulan."
NEW_FINE = "Keterlambatan membayar pajak bumi dan bangunan dikenai bunga sebesar 1% setiap bulan menurut aturan baru."
FINE = "Berapa persen denda terlambat membayar pajak bumi dan bangunan sebulan?"

SUM = "Jumlah nilai kendaraan dinas Sudin Contoh tahun 2024: 8 unit, Rp1.693.900.000 | lihat kolom nilai"
LOT = "Berapa luas persil dan siapa nama pemiliknya?"
COLUMNS = "Apa saja kolom data persil: nomor, luas, kelas, nama pemilik?"


def shelved(catalog: Catalog, *papers: tuple[str, str, str]) -> Searcher:
    """A searcher over papers, each told by its path, its text and its validity."""
    model = embedder.load(threads=1)
    for path, text, validity in papers:
        read_in(catalog, model, path, text, replace(OPEN, validity=validity))
    return reader_of(catalog, model)


def test_before_a_source_that_was_replaced_stands_the_one_in_force_that_answers_too(catalog: Catalog) -> None:
    searcher = shelved(catalog, ("lama.txt", OLD_FINE, "digantikan"), ("baru.txt", NEW_FINE, "berlaku"))
    given = ask(searcher, catalog, FINE, OPERATOR)
    assert [quote.passage.path for quote in given.quotes] == ["baru.txt", "lama.txt"]
    assert OUT_OF_FORCE_FIRST not in given.message


def test_of_those_in_force_the_one_that_repeats_what_was_replaced_comes_first(catalog: Catalog) -> None:
    old = "Denda PBB bagi yang terlambat membayar adalah 2 persen, dihitung sejak jatuh tempo paling lama 24 bulan."
    new = "Keterlambatan membayar PBB dikenai bunga 1 persen, dihitung sejak jatuh tempo paling lama 24 bulan."
    lure = "Kalau terlambat membayar PBB rumah kecil, denda dibebaskan 100 persen."
    papers = (("lama.txt", old, "digantikan"), ("lain.txt", lure, "berlaku"), ("baru.txt", new, "berlaku"))
    given = ask(shelved(catalog, *papers), catalog, "Berapa persen denda PBB kalau terlambat membayar?", OPERATOR)
    assert next(quote for quote in given.quotes if quote.passage.validity == "berlaku").passage.path == "baru.txt"


def test_who_asks_for_what_holds_now_is_told_that_first(catalog: Catalog) -> None:
    unlike = "Aturan pengganti: setoran pajak bumi dan bangunan yang telat ditambah 1 persen sebulan."
    searcher = shelved(catalog, ("lama.txt", OLD_FINE, "digantikan"), ("baru.txt", unlike, "berlaku"))
    asked = "Denda bagi wajib pajak yang terlambat membayar pajak bumi dan bangunan berapa persen sebulan"
    firsts = [ask(searcher, catalog, text, OPERATOR).quotes[0].passage.path for text in (asked, f"{asked} sekarang")]
    assert firsts == ["lama.txt", "baru.txt"]


def test_who_doubts_an_old_paper_by_its_title_is_told_what_holds_now_first(catalog: Catalog) -> None:
    old = f"Panduan Loket\n\n{OLD_FINE}"
    new = "Denda terlambat membayar pajak bumi dan bangunan adalah 1 persen sebulan menurut aturan baru."
    searcher = shelved(catalog, ("panduan.txt", old, "digantikan"), ("baru.txt", new, "berlaku"))
    asked = f"Menurut panduan loket, {FINE.lower()}"
    found = [ask(searcher, catalog, text, OPERATOR) for text in (asked, f"{asked} Masih dipakai tidak?")]
    assert [given.quotes[0].passage.path for given in found] == ["panduan.txt", "baru.txt"]


def test_behind_a_source_that_was_replaced_nothing_is_quoted_that_does_not_answer(catalog: Catalog) -> None:
    searcher = shelved(catalog, ("lama.txt", OLD_FINE, "digantikan"), ("arsip.txt", ARCHIVE, "berlaku"))
    given = ask(searcher, catalog, FINE, OPERATOR)
    assert {quote.passage.path for quote in given.quotes} == {"lama.txt"}


@pytest.mark.parametrize("validity", ["digantikan", "kedaluwarsa"])
def test_an_answer_that_begins_with_a_source_out_of_force_says_so(catalog: Catalog, validity: str) -> None:
    given = ask(shelved(catalog, ("lama.txt", OLD_FINE, validity)), catalog, FINE, OPERATOR)
    assert given.quotes[0].passage.validity == validity
    assert given.message.endswith(OUT_OF_FORCE_FIRST)


@pytest.mark.parametrize(("place", "answered"), [("Bekasi", True), ("Depok", False)])
def test_a_paper_of_another_place_does_not_answer(catalog: Catalog, place: str, answered: bool) -> None:
    text = "Peraturan Wali Kota Bekasi. Forum anak berada di bawah koordinasi dinas pemberdayaan perempuan."
    searcher = shelved(catalog, ("forum.txt", text, "berlaku"))
    given = ask(searcher, catalog, f"Forum anak di Kota {place} di bawah koordinasi dinas apa?", OPERATOR)
    assert given.answered is answered


RULE = "Peraturan tentang {0}. Dengan peraturan ini ditetapkan ketentuan {0} bagi semua perangkat daerah."
ARTICLES = [f"Pasal {number} mengatur {{0}} menurut peraturan ini, tahap ke-{number}." for number in range(2, 12)]
SIGNED = "Peraturan ini mulai berlaku pada tanggal diundangkan.\nDitetapkan di Jakarta\npada tanggal {0}\n{1}"
SIGNER = "GUBERNUR CONTOH,\nttd\nPRAMUDYA CONTOH"


def kept(catalog: Catalog, model: Embedder, about: str, day: str) -> None:
    """Store a rule about something, whose last page tells its day and nothing of what it is about."""
    texts = [text.format(about) for text in (RULE, *ARTICLES)] + [SIGNED.format(day, SIGNER)]
    start = texts[-1].index(day)
    place = {"page": len(texts), "sheet": None, "row": None, "start": start, "end": start + len(day)}
    read_in_pages(catalog, model, f"peraturan {about}.pdf", texts, {"tanggal": place})


@pytest.mark.parametrize(("about", "day"), [("pajak reklame", "2 Mei 2024"), ("pajak hiburan", "7 Juni 2023")])
def test_of_a_paper_its_own_day_is_quoted_wherever_it_stands(catalog: Catalog, about: str, day: str) -> None:
    model = embedder.load(threads=1)
    kept(catalog, model, "pajak reklame", "2 Mei 2024")
    kept(catalog, model, "pajak hiburan", "7 Juni 2023")
    first, *_ = ask(reader_of(catalog, model), catalog, f"Kapan peraturan {about} ditetapkan?", OPERATOR).quotes
    assert first.text == f"Ditetapkan di Jakarta\npada tanggal {day}"
    assert first.answer is None or first.text[first.answer[0] - first.start : first.answer[1] - first.start] == day


def test_who_signed_a_rule_stands_below_its_day(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    kept(catalog, model, "pajak reklame", "2 Mei 2024")
    searcher = reader_of(catalog, model)
    with catalog.reading():
        question = searcher.understood(catalog, "Siapa yang menandatangani peraturan pajak reklame?", OPERATOR)
        pieces = Pieces(searcher, catalog, searcher.narrowed(catalog, question, OPERATOR), OPERATOR)
        assert pieces.best()[0].text == SIGNER


def test_who_asks_for_day_and_signer_at_once_is_answered_by_the_day(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    kept(catalog, model, "wali kota tentang pajak reklame", "2 Mei 2024")
    searcher = reader_of(catalog, model)
    asked = "Siapa wali kota yang menetapkan peraturan tentang pajak reklame dan kapan ditetapkan?"
    with catalog.reading():
        question = searcher.understood(catalog, asked, OPERATOR)
        pieces = Pieces(searcher, catalog, searcher.narrowed(catalog, question, OPERATOR), OPERATOR)
        day = pieces.best()[0]
        assert day.text == "Ditetapkan di Jakarta\npada tanggal 2 Mei 2024"
        assert lacks_holder(asked, day.text)
        assert pieces.confidence(day) > 2 * pieces.confidence(replace(day, own_field=False))


def test_what_is_asked_of_a_paper_is_not_told_of_another(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    kept(catalog, model, "pajak reklame", "2 Mei 2024")
    assert not ask(reader_of(catalog, model), catalog, "Kapan peraturan pajak parkir ditetapkan?", OPERATOR).answered


CODES = ["kode | nama | uraian", "000 | UMUM | -", "000.1 | LAMBANG | -", "000.2.1 | Telekomunikasi | -"]
CODES += ["000.2.4 | Perjalanan Dinas Dalam Negeri | -", "000.2.5 | Perjalanan Dinas Luar Negeri | -"]
CODES += ["000.2.2 | Perjalanan Dinas Menteri | -", "000.2.3 | Perjalanan Dinas Kepala Daerah | -"]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("apa kode surat untuk telekomunikasi", CODES[3]),
        ("kode klasifikasi surat perjalanan dinas dalam negeri", CODES[4]),
        ("kode surat perjalanan dinas luar negeri", CODES[5]),
        ("kode klasifikasi surat perjalanan dinas menteri", CODES[6]),
        ("kode untuk perjalanan dinas kepala daerah", CODES[7]),
    ],
)
def test_of_a_sheet_the_row_is_quoted_that_names_what_the_question_names(
    catalog: Catalog, question: str, row: str
) -> None:
    model = embedder.load(threads=1)
    read_in_sheet(catalog, model, "klasifikasi surat.xlsx", CODES)
    assert [quote.text for quote in ask(reader_of(catalog, model), catalog, question, OPERATOR).quotes][:1] == [row]


@pytest.mark.parametrize(("column", "quoted"), [("Luas (M2)", True), ("Nilai", False)])
def test_a_measure_is_told_by_its_column_alone(catalog: Catalog, column: str, quoted: bool) -> None:
    model = embedder.load(threads=1)
    row = "Gedung kantor kelurahan Contoh | 460"
    read_in_sheet(catalog, model, "gedung.xlsx", [f"Nama | {column}", row, "Gedung sekolah Contoh | 900"])
    given = ask(reader_of(catalog, model), catalog, "Berapa luas gedung kantor kelurahan Contoh?", OPERATOR)
    assert (row in [quote.text for quote in given.quotes]) is quoted


def test_the_names_of_columns_answer_only_who_asks_for_them(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    head = "Nomor Persil | Luas (M2) | Kelas | Nama Pemilik"
    read_in_sheet(catalog, model, "data persil.xlsx", [head, "0012 | 340 | A | Contoh"])
    searcher = reader_of(catalog, model)
    said = [[quote.text for quote in ask(searcher, catalog, text, OPERATOR).quotes] for text in (LOT, COLUMNS)]
    assert head not in said[0]
    assert said[1][0] == head


def test_a_sheets_line_of_its_sum_is_no_line_of_column_names(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    read_in_sheet(catalog, model, "kendaraan.xlsx", ["Nama | Nilai", "Truk | 900", "Pikap | 700"], below=SUM)
    given = ask(reader_of(catalog, model), catalog, "Berapa jumlah nilai kendaraan dinas Sudin Contoh?", OPERATOR)
    assert [quote.text for quote in given.quotes][:1] == [SUM]


USES = [
    f"Kartu nelayan dipakai untuk {use}; kartu nelayan dibawa saat melaut." for use in ("bantuan", "solar", "pelatihan")
]
USES += [f"Pemegang kartu nelayan mendapat {what} dengan kartu nelayan." for what in ("asuransi", "kredit", "jaring")]
GENERAL = (
    "Dalam peraturan ini yang dimaksud dengan: 1. Kepala Dinas adalah kepala perangkat daerah; 2. Pelabuhan adalah"
    " tempat kapal bersandar dan bongkar muat barang; 3. Kartu Nelayan adalah tanda pengenal usaha; 4. Kapal adalah"
    " kendaraan air."
)


def test_what_explains_a_thing_is_read_wherever_it_stands(catalog: Catalog) -> None:
    papers = [(f"pakai{number}.pdf", text, "berlaku") for number, text in enumerate(USES)]
    searcher = shelved(catalog, *papers, ("umum.pdf", GENERAL, "berlaku"))
    with catalog.reading():
        question = searcher.understood(catalog, "apa itu kartu nelayan?", OPERATOR)
        found = searcher.narrowed(catalog, question, OPERATOR)
    before = [found.passages[hit.passage].text for hit in found.ranking[:READ]]
    assert GENERAL not in before, "the others are nearer"
    quotes = ask(searcher, catalog, "apa itu kartu nelayan?", OPERATOR).quotes
    assert quotes[0].text == "3. Kartu Nelayan adalah tanda pengenal usaha;"


TWO = "Sewa ruang rapat berlaku lima hari. Ruang rapat disewa paling lama lima hari menurut panduan."


def test_of_pieces_sure_enough_the_one_that_names_most_is_quoted_first(catalog: Catalog) -> None:
    searcher = shelved(catalog, ("sewa.txt", TWO, "berlaku"))
    with catalog.reading():
        question = searcher.understood(catalog, "berapa hari sewa ruang rapat?", OPERATOR)
        pieces = Pieces(searcher, catalog, searcher.narrowed(catalog, question, OPERATOR), OPERATOR)
        first, second = (replace(piece, around=0.8) for piece in pieces.best()[:2])
        more = replace(second, around=1.0)
        assert pieces.tellingest_first([replace(first, around=0.5), more])[0] == more
        known = replace(first, around=0.5, located=True)
        assert pieces.tellingest_first([known, more]) == [known, more], "an article that is asked for stands first"


def test_of_several_ranges_that_one_is_quoted_in_which_the_value_lies(catalog: Catalog) -> None:
    text = "Denda surat terlambat {0} hari adalah Rp{1}.000."
    ranges = [text.format(days, fine) for days, fine in (("1-5", 10), ("6-10", 20), ("11-15", 40), ("16-20", 80))]
    searcher = shelved(catalog, ("denda.txt", "\n\n".join(ranges), "berlaku"))
    given = ask(searcher, catalog, "surat terlambat 12 hari dendanya berapa?", OPERATOR)
    assert given.quotes[0].text == ranges[2]
