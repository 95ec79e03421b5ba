"""What rows answer, over small workbooks that are read by the real reader."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from search.rows.answering import answer
from search.rows.results import RowAnswer
from tests.search.rows.conftest import OPEN, Keep
from tests.search.rows.sample import add

KIB_B = ("No", "Kode Barang", "Nama Barang", "Nomor Register", "Merk / Type", "Tahun Pembelian", "No. Rangka")
KIB_B = (*KIB_B, "No. Mesin", "No. Polisi", "No. BPKB", "Harga (Rp)", "Keterangan")
KIR = ("No", "Nama Barang", "Merk / Model", "Kode Barang", "Tahun Pembelian", "Jumlah Barang", "Harga (Rp)")
KIR = (*KIR, "Kondisi B", "Kondisi KB", "Kondisi RB", "Keterangan")
LAPTOP = "1.3.2.10.01.02.002"


def laptop(number: int, year: int, price: object, remark: str, register: str = "0001") -> list[object]:
    return [number, LAPTOP, "Laptop", register, "Contoh", year, None, None, "B 1 X", "Z-1", price, remark]


def asked(catalog: Catalog, question: str, viewer: str | None = "internal") -> RowAnswer | None:
    return answer(catalog, question, scope_of(viewer))


def figures(found: RowAnswer | None) -> list[str]:
    return [] if found is None else [reading.sum or reading.count for reading in found.readings]


LAPTOPS = [
    KIB_B,
    laptop(1, 2020, 10_000_000, "BPSDM; kondisi B"),
    laptop(2, 2021, 12_500_000, "BPSDM; kondisi RB"),
    laptop(3, 2022, 11_000_000, "Dinkes; kondisi RB"),
]


def test_a_figure_comes_with_its_conditions_and_the_rows_it_was_taken_from(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    found = asked(catalog, "berapa laptop BPSDM yang rusak berat")
    assert found and found.sure
    assert (found.sure.count, found.sure.unit_of_count) == ("1", "unit")
    assert [(c.words, c.value) for c in found.sure.conditions] == [
        ("laptop", "laptop"), ("bpsdm", "bpsdm"), ("rusak berat", "rusak berat (RB)"),
    ]  # fmt: skip
    (counted,) = found.sure.cells
    assert counted.text == counted.sheet.text[counted.start : counted.end]
    assert "kondisi RB" in counted.text


@pytest.mark.parametrize("question", ["berapa lap top", "berapa laptop", "berapa Lap Top yang ada"])
def test_a_thing_is_the_same_however_it_is_spelled(catalog: Catalog, keep: Keep, question: str) -> None:
    other = [*laptop(4, 2023, 9_000_000, "BPSDM; kondisi B")]
    other[2] = "Lap Top"
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, other]})
    assert figures(asked(catalog, question)) == ["4"]


def test_a_value_in_a_register_of_goods_is_an_amount_of_money(catalog: Catalog, keep: Keep) -> None:
    valued = [cell if cell != "Harga (Rp)" else "Nilai" for cell in KIB_B]
    keep("kib.xlsx", {"KIB B": [valued, *LAPTOPS[1:]]})
    found = asked(catalog, "total nilai laptop")
    assert found and found.sure
    assert (found.sure.sum, found.sure.unit_of_sum) == ("33500000", "rupiah")


def test_a_value_of_which_nobody_tells_the_unit_is_not_added_up(catalog: Catalog, keep: Keep) -> None:
    keep("peserta.xlsx", {"Nilai": [("No", "Nama", "Jumlah", "Nilai"), (1, "Laptop", 1, 80), (2, "Laptop", 1, 90)]})
    assert figures(asked(catalog, "total nilai laptop")) == []


def test_a_viewer_is_answered_from_what_the_scope_shows_only(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert figures(asked(catalog, "berapa laptop", "internal")) == ["3"]
    assert asked(catalog, "berapa laptop", "public") is None
    assert figures(answer(catalog, "berapa laptop", OPERATOR)) == ["3"]


def test_a_sum_over_the_very_same_rows_of_two_files_is_one_answer(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    keep("salinan kib.xlsx", {"KIB B": LAPTOPS})
    found = asked(catalog, "total harga laptop")
    assert found and found.sure
    assert (found.sure.sum, found.sure.notes) == ("33500000", ("baris yang sama ada juga di salinan kib.xlsx",))


def test_the_same_register_in_two_files_is_never_added_up(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    keep("salinan kib.xlsx", {"KIB B": LAPTOPS[:3]})
    found = asked(catalog, "berapa laptop")
    assert found and found.sure is None
    assert figures(found) == ["3", "2"]


def test_a_sheet_that_repeats_another_is_not_added_to_it(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS, "Salinan": LAPTOPS[:3]})
    assert figures(asked(catalog, "berapa laptop")) == ["3", "2"]


@pytest.mark.parametrize("state", [Metadata(validity="digantikan"), Metadata(status="ditarik")])
def test_what_is_no_longer_in_force_is_not_counted(catalog: Catalog, keep: Keep, state: Metadata) -> None:
    keep("kib lama.xlsx", {"KIB B": LAPTOPS}, state.over(OPEN))
    assert answer(catalog, "berapa laptop", OPERATOR) is None


@pytest.mark.parametrize(
    "question",
    [
        "berapa laptop selain tahun 2020",
        "berapa laptop selain milik Dinas Kebudayaan",
        "berapa laptop termahal di BPSDM",
        "berapa laptop BPSDM per lantai",
        "berapa laptop merah di BPSDM",
        "rata-rata laptop",
        "rata-rata umur laptop",
        "laptop di BPSDM jenis apa",
        "berapa laptop dan printer di BPSDM",
    ],
)
def test_a_word_that_no_condition_can_hold_ends_in_no_answer(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, question) is None


def test_nothing_in_the_asked_condition_is_a_count_of_none(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert figures(asked(catalog, "berapa laptop Dinkes kondisi baik")) == ["0"]


def test_a_condition_that_the_table_does_not_know_is_not_answered_with_none(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, "berapa laptop rusak ringan") is None


def test_a_count_of_none_tells_where_no_row_was_right_and_what_could_not_tell(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS}, titles=["KIB B Dinkes"])
    keep("lain.xlsx", {"Gudang": LAPTOPS[:3]}, titles=["KIB B Gudang"])
    keep("ruang.xlsx", {"R. Rapat": [[*KIR[:4], "Jumlah Barang"], [1, "Laptop", "Contoh", LAPTOP, 2]]})
    found = asked(catalog, "berapa laptop pembelian sebelum tahun 2010")
    assert found and found.sure and found.sure.count == "0"
    assert found.sure.text.endswith(
        "Tidak ada yang cocok di KIB B Dinkes, lembar KIB B (3 baris)."
        " Tidak ada yang cocok di KIB B Gudang, lembar Gudang (2 baris)."
    )
    assert found.sure.notes == ("tidak termasuk ruang, yang tidak memuat kolom yang ditanyakan",)


def test_nothing_is_counted_as_none_where_another_register_does_not_say(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert figures(asked(catalog, "berapa laptop pembelian sebelum tahun 2010")) == ["0"]
    keep("lain.xlsx", {"Gudang": [KIB_B, laptop(1, 2020, 1, "x"), [1, LAPTOP, "Laptop"]]})
    assert asked(catalog, "berapa laptop pembelian sebelum tahun 2010") is None


def test_a_bare_year_is_that_of_purchase_or_of_the_register(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS}, titles=["KEADAAN PER : 31 Desember 2022"])
    assert figures(asked(catalog, "berapa laptop 2022")) == ["1", "3"]
    assert figures(asked(catalog, "berapa laptop pembelian tahun 2022")) == ["1"]
    assert figures(asked(catalog, "berapa laptop yang tanggal perolehannya 2022")) == ["1"]
    assert figures(asked(catalog, "berapa laptop kondisi baik 2022")) == ["0", "1"]
    assert figures(asked(catalog, "berapa laptop 2019")) == ["0"]
    assert figures(asked(catalog, "berapa laptop per 31 Desember 2022")) == ["3"]


def test_prices_and_years_are_compared_exactly(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert figures(asked(catalog, "berapa laptop dengan harga di atas 11 juta")) == ["1"]
    assert figures(asked(catalog, "berapa laptop minimal Rp11.000.000")) == ["2"]
    assert figures(asked(catalog, "berapa laptop sebelum tahun 2021")) == ["1"]
    assert figures(asked(catalog, "berapa laptop sejak 2021")) == ["2"]


def test_no_row_is_no_sum(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, "total harga laptop Dinkes kondisi baik") is None


def test_rows_without_a_price_are_told(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, None, "BPSDM; kondisi B")]})
    found = asked(catalog, "total harga laptop")
    assert found and found.sure and found.sure.sum == "33500000"
    assert found.sure.notes[0].startswith("1 baris tanpa angka tidak ikut dijumlahkan")


def test_a_row_for_a_range_of_registers_counts_as_many_things(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, 30_000_000, "BPSDM; kondisi B", "0004 s/d 0006")]})
    assert figures(asked(catalog, "berapa laptop")) == ["6"]


def chairs(number: int, count: int, price: int, good: int, poor: int, broken: int) -> list[object]:
    marks = [good or None, poor or None, broken or None]
    return [number, "Kursi Rapat", "Contoh", "1.3.2.05.02.01.008", 2019, count, price, *marks, ""]


ROOM = ["KARTU INVENTARIS RUANGAN", "RUANGAN : Ruang Rapat Lt. 2"]


def test_units_are_counted_by_the_columns_of_condition(catalog: Catalog, keep: Keep) -> None:
    rows = [KIR, chairs(1, 10, 9_000_000, 7, 2, 1), chairs(2, 4, 4_000_000, 0, 0, 4)]
    keep("kir.xlsx", {"Rapat": rows}, titles=ROOM)
    assert figures(asked(catalog, "berapa kursi rapat rusak berat di ruang rapat lantai 2")) == ["5"]
    assert figures(asked(catalog, "berapa kursi di ruang rapat lt 2")) == ["14"]


def test_a_sum_over_rows_that_are_only_partly_in_the_condition_is_not_given(catalog: Catalog, keep: Keep) -> None:
    keep("kir.xlsx", {"Rapat": [KIR, chairs(1, 10, 9_000_000, 7, 2, 1)]}, titles=ROOM)
    assert asked(catalog, "total harga kursi rapat rusak berat") is None


def test_a_price_beside_a_count_is_taken_as_the_printed_total_shows_and_else_in_both_ways(
    catalog: Catalog, keep: Keep
) -> None:
    rows = [KIR, chairs(1, 10, 900_000, 10, 0, 0), chairs(2, 4, 400_000, 4, 0, 0)]
    keep("kir.xlsx", {"Rapat": rows}, titles=ROOM)
    assert figures(asked(catalog, "total harga kursi rapat")) == ["1300000", "10600000"]


def test_the_printed_total_settles_it(catalog: Catalog, keep: Keep) -> None:
    total = ["Jumlah harga", None, None, None, None, None, 1_300_000]
    rows = [KIR, chairs(1, 10, 900_000, 10, 0, 0), chairs(2, 4, 400_000, 4, 0, 0), total]
    keep("kir.xlsx", {"Rapat": rows}, titles=ROOM)
    assert figures(asked(catalog, "total harga kursi rapat")) == ["1300000"]


def test_an_agency_in_the_heading_does_not_own_rows_that_name_other_agencies(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS}, titles=["UNIT PENYUSUN : BPAD"])
    assert asked(catalog, "berapa laptop milik BPAD") is None


def test_an_office_within_an_agency_is_not_the_agency(catalog: Catalog, keep: Keep) -> None:
    rows = [KIB_B, ["B.1 Sekretariat Dinas SDA"], laptop(1, 2020, 10_000_000, "Sekretariat Dinas SDA; kondisi B")]
    keep("kib.xlsx", {"KIB B": rows}, Metadata(unit="BPAD").over(OPEN))
    assert asked(catalog, "berapa laptop Dinas SDA") is None
    assert figures(asked(catalog, "berapa laptop Sekretariat Dinas SDA")) == ["1"]


def test_what_is_moved_from_a_room_is_not_in_it(catalog: Catalog, keep: Keep) -> None:
    moved = [*chairs(1, 3, 900_000, 3, 0, 0)[:-1], "Pindahan dari R. Kelas Lt. 3"]
    keep("kir.xlsx", {"Rapat": [KIR, moved]}, titles=ROOM)
    assert asked(catalog, "berapa kursi di ruang kelas lantai 3") is None


def test_rooms_one_below_the_other_each_have_their_own_things(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Merk", "Tahun", "Jumlah", "Kondisi")
    rows = [["RUANG : PENDOPO"], head, (1, "Gamelan", "Lokal", 2021, 6, "Baik"), ["RUANG : DAPUR"], head]
    rows += [(1, "Kompor", "Lokal", 2021, 2, "Baik"), (2, "Gamelan", "Lokal", 2015, 1, "Rusak Berat")]
    keep("kir.xlsx", {"KIR": rows}, titles=["KARTU INVENTARIS RUANGAN"])
    assert figures(asked(catalog, "berapa gamelan di ruang pendopo")) == ["6"]
    assert figures(asked(catalog, "berapa gamelan di ruang dapur")) == ["1"]
    assert figures(asked(catalog, "berapa kompor di ruang pendopo")) == []


def test_a_room_may_stand_in_two_cells_above_its_rows(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Merk", "Tahun", "Jumlah", "Kondisi", "Asal", "Ukuran", "Ket")
    rows = [head, ("A", "Ruang Poli Gigi"), (1, "Kursi", "Lokal", 2021, 6, "Baik", "APBD", "Besar", "")]
    rows += [("B", "Ruang Poli KIA"), (1, "Kursi", "Lokal", 2021, 4, "Baik", "APBD", "Besar", "")]
    keep("kir.xlsx", {"KIR": rows}, titles=["INVENTARIS PUSKESMAS"])
    assert figures(asked(catalog, "berapa kursi di ruang poli kia")) == ["4"]


def test_what_a_remark_says_is_gone_is_counted_and_told(catalog: Catalog, keep: Keep) -> None:
    keep(
        "kib.xlsx",
        {"KIB B": [KIB_B, laptop(1, 2020, 1, "BPSDM; sudah dihapus SK 1/2024"), laptop(2, 2020, 1, "BPSDM")]},
    )
    found = asked(catalog, "berapa laptop BPSDM")
    assert found is not None
    assert figures(found) == ["2"]
    assert "menurut keterangan, 1 baris terhitung sudah dihapus" in " ".join(found.readings[0].notes)


CCTV = """No,Nama Barang,Merk,Jumlah,Harga (Rp),Lokasi
1,CCTV,Contoh A,4,1.250,Simpang Grogol
2,CCTV,Contoh B,2,1250.50,Simpang Grogol
3,CCTV,Contoh A,3,2.000,Simpang Slipi
4,Lampu Jalan,Contoh C,9,3.000,Simpang Grogol
"""


@pytest.fixture
def listed(catalog: Catalog, tmp_path: Path) -> Catalog:
    file = tmp_path / "perangkat.csv"
    file.write_text(CCTV)
    add(catalog, file, file.name, replace(OPEN, kind=None, title="Perangkat"))
    return catalog


@pytest.mark.parametrize(
    ("question", "count", "lines"),
    [
        ("berapa CCTV di Simpang Grogol", "6", [2, 3]),
        ("berapa jumlah CCTV", "9", [2, 3, 4]),
        ("berapa lampu jalan di Simpang Grogol", "9", [5]),
    ],
)
def test_a_csv_is_counted_like_a_sheet(listed: Catalog, question: str, count: str, lines: list[int]) -> None:
    found = asked(listed, question)
    assert found and found.sure
    assert (found.sure.count, found.sure.unit_of_count) == (count, "unit")
    assert [(one.sheet.page, one.sheet.sheet, one.row) for one in found.sure.cells] == [(None, None, n) for n in lines]
    assert [one.text for one in found.sure.cells] == [CCTV.splitlines()[n - 1].replace(",", " | ") for n in lines]
    assert found.sure.text.endswith(f"Sumber: Perangkat ({len(lines)} baris).")


def test_amounts_of_a_csv_are_added_up_as_cells_of_text_are_read(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "belanja.csv"
    lines = [
        "No;Nama Barang;Harga (Rp);Lokasi",
        "1;CCTV;1.250;Grogol",
        "2;CCTV;1250.50;Grogol",
        "3;CCTV;2.000,25;Slipi",
    ]
    file.write_text("\r\n".join(lines), encoding="utf-8-sig")
    add(catalog, file, file.name, replace(OPEN, kind=None, title="Belanja"))
    assert figures(asked(catalog, "berapa total harga CCTV")) == ["4500.75"]
    assert figures(asked(catalog, "berapa total harga CCTV di Grogol")) == ["2500.5"]


def test_a_count_of_none_in_a_csv_tells_the_file(listed: Catalog) -> None:
    found = asked(listed, "berapa CCTV yang harganya di atas 1 juta")
    assert found and found.sure
    assert found.sure.count == "0"
    assert "Tidak ada yang cocok di Perangkat (" in found.sure.text


def test_a_condition_on_a_price_is_on_that_of_one_thing_where_the_sheet_tells_it(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Jumlah", "Harga Satuan (Rp)", "Total Harga (Rp)", "Kondisi")
    rows = [head, (1, "AC Split", 3, 4_000_000, 12_000_000, "Baik"), (2, "AC Split", 1, 6_000_000, 6_000_000, "Baik")]
    keep("kir.xlsx", {"KIR": rows}, titles=["KARTU INVENTARIS RUANGAN"])
    assert figures(asked(catalog, "berapa AC split yang harganya di atas 5 juta")) == ["1"]
    assert figures(asked(catalog, "berapa total harga AC split")) == ["18000000"]
