"""The meaning of columns, and the forms that they make."""

import pytest

from catalog.typed_cells import CellValue
from indexer.readers.columns import of_table
from indexer.readers.forms import recognised


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Kode Barang", "kode_barang"),
        ("Nomor Kode Barang", "kode_barang"),
        ("Barang yang Dipelihara Kode Barang", "kode_barang"),
        ("No. Kode Tanah", "kode_tanah"),
        ("Jenis Barang / Nama Barang", "nama"),
        ("Spesifikasi Nama Barang", "nama_spesifikasi"),
        ("No. Reg", "register"),
        ("Merk / Type", "merk"),
        ("Tahun Pembelian", "tahun"),
        ("tgl_perolehan", "tanggal_perolehan"),
        ("Harga (ribuan Rp)", "harga"),
        ("Nilai / Harga Perolehan (Rp)", "nilai_perolehan"),
        ("Jumlah (Rp)", "jumlah_harga"),
        ("Jumlah Barang", "jumlah"),
        ("Status Tanah Sertifikat Nomor", "sertifikat_nomor"),
        ("Status Tanah Hak", "hak"),
        ("Dokumen Gedung Tanggal", "dokumen_tanggal"),
        ("Keadaan Barang Rusak Berat (RB)", "kondisi_rusak_berat"),
        ("Luas_M2", "luas"),
        ("Registe r", "register"),
        ("Kondis i", "kondisi"),
        ("Kode Bar ang", "kode_barang"),
        ("Jumlah Barang / Register", "jumlah"),
        ("Jml Barang / Reg.", "jumlah"),
        ("Banyak", "jumlah"),
        ("Nama / Jenis Bangunan", "nama"),
        ("Uraian Barang", "nama"),
        ("Harga Beli / Perolehan (Rp) Satuan", "harga_satuan"),
        ("Harga Beli / Perolehan (Rp) Jumlah", "jumlah_harga"),
        ("Harga (Rp) Per Eks.", "harga_satuan"),
        ("Jml Eks.", "jumlah"),
        ("Kondisi B / RR / RB", "kondisi"),
    ],
)
def test_a_column_is_known_by_its_name(name: str, canonical: str) -> None:
    assert next(iter(of_table([name]).values({name: "7"}))) == canonical


@pytest.mark.parametrize(
    "name", ["Nama Wajib Pajak", "Uraian Kegiatan", "Realisasi", "Tingkat", "Kode SKPD", "Jumlah Hari"]
)
def test_a_column_of_another_meaning_is_not_given_one(name: str) -> None:
    assert of_table([name]).values({name: "7"}) == {}


def test_a_meaning_that_two_columns_claim_alike_is_given_to_neither() -> None:
    assert of_table(["Harga", "Harga (2)"]).values({"Harga": "1", "Harga (2)": "2"}) == {}
    assert of_table(["Jenis Barang", "Nama Barang"]).values({"Jenis Barang": "Mebel", "Nama Barang": "Meja"}) == {
        "nama": CellValue("Nama Barang", "Meja", "text")
    }
    assert of_table(["Nama", "Nama Barang"]).values({"Nama": "Budi", "Nama Barang": "Meja"}) == {
        "nama": CellValue("Nama Barang", "Meja", "text")
    }


def test_the_unit_on_the_column_goes_before_that_of_the_title_and_two_that_disagree_make_no_figure() -> None:
    row = {"Harga": "5", "Nilai Buku (Rp)": "6", "Nilai Kontrak (jutaan Rp)": "7"}
    assert {n: v[1:] for n, v in of_table(row, {1000}).values(row).items()} == {
        "harga": ("5000", "money"),
        "nilai_buku": ("6", "text"),
        "nilai_kontrak": ("7000000", "money"),
    }


def test_the_condition_is_told_by_the_one_column_that_is_filled() -> None:
    names = ["Kondisi B", "Kondisi RR", "Kondisi RB"]
    columns = of_table(names)
    assert columns.values({"Kondisi RR": "√"})["kondisi"] == CellValue("Kondisi RR", "rusak_ringan", "condition")
    assert columns.values({"Kondisi B": "0", "Kondisi RB": "2"})["kondisi"].value == "rusak_berat"
    assert "kondisi" not in columns.values({"Kondisi B": "3", "Kondisi RB": "2"})


BASIC = ["No", "Kode Barang", "Nama Barang"]


@pytest.mark.parametrize(
    ("names", "form"),
    [
        ("Luas|Letak/Alamat|Status Tanah Hak|Sertifikat Tanggal|Sertifikat Nomor|Harga", "kib_a"),
        ("Merk/Type|Nomor Rangka|Nomor Mesin|Nomor Polisi|Nomor BPKB|Harga (ribuan Rp)", "kib_b"),
        ("Bertingkat/Tidak|Beton/Tidak|Luas Lantai (M2)|Alamat|Status Tanah|Harga", "kib_c"),
        ("Konstruksi|Panjang|Lebar|Luas|Lokasi|Status Tanah|Harga|Kondisi", "kib_d"),
        ("Buku Judul/Pencipta|Seni Asal Daerah|Seni Pencipta|Seni Bahan|Jumlah|Asal Usul|Harga", "kib_e"),
        ("Bangunan (P, SP, D)|Bertingkat|Beton|Luas|Lokasi|Tanggal Mulai|Nilai Kontrak", "kib_f"),
        ("NIBAR|Merk/Tipe|Nomor Polisi|Nomor Rangka|Jumlah|Satuan|Nilai Perolehan", "kib_b_2021"),
        ("Merk/Model|Jumlah|Harga (ribuan)|Keadaan Barang B|Keadaan Barang KB|Keadaan Barang RB", "kir"),
        ("NIBAR|Register|Spesifikasi Nama Barang|Merk/Tipe|Tahun Perolehan|Jumlah|Satuan|Kondisi|Ket", "kir_2021"),
        ("Kebutuhan Maksimum Jumlah|Dapat Dioptimalkan Jumlah|Kebutuhan Riil Jumlah", "rkbmd_pengadaan"),
        ("Jumlah|Usulan Pemeliharaan Nama Pemeliharaan|Usulan Pemeliharaan Jumlah", "rkbmd_pemeliharaan"),
        ("Uraian|NIBAR|Merek/Tipe|Spesifikasi Lain|Tgl Perolehan|Nilai|Ket", "lhi"),
        ("Merk/Tipe|Jumlah|Satuan|Harga Satuan|Jumlah Harga|Kondisi|Ket", "bast_lampiran"),
        ("Register|Tahun|Spesifikasi|Kondisi|Jumlah|Nilai Perolehan|Nilai Buku", "penghapusan_lampiran"),
        ("Jumlah|Satuan|Harga Satuan|Jumlah Harga", None),
        ("Kondisi|Keterangan", None),
    ],
)
def test_a_form_of_regional_property_is_known_by_its_columns(names: str, form: str | None) -> None:
    assert of_table([*BASIC, *names.split("|")]).form == form


def test_no_columns_make_no_form() -> None:
    assert recognised(set()) is None


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("Luas (Ha)", "2,55", "25500"),
        ("Luas Tanah (Ha)", "3", "30000"),
        ("Luas (M2)", "1.250", "1250"),
        ("Luas", "1.250", "1250"),
        ("Nilai Perolehan (jt Rp)", "3.753", "3753000000"),
        ("Harga (dlm jt)", "12", "12000000"),
        ("Harga (M)", "3,7", "3700000000"),
        ("Panjang (M)", "12", "12"),
    ],
)
def test_figures_are_in_rupiah_and_square_metres_whatever_the_head_tells_them_in(
    name: str, cell: str, value: str
) -> None:
    (found,) = of_table([name]).values({name: cell}).values()
    assert found.value == value


def test_a_unit_of_area_beside_each_row_is_taken_into_account() -> None:
    columns = of_table(["Luas", "Satuan"])
    told = [columns.values({"Luas": "2", "Satuan": unit})["luas"] for unit in ("ha", "m2", "paket")]
    assert [(value.value, value.type) for value in told] == [("20000", "number"), ("2", "number"), ("2", "text")]


def test_figures_of_other_columns_are_kept_under_their_own_names_in_the_unit_that_these_tell() -> None:
    columns = of_table(["No", "Nama Sekolah", "Rombel", "Sisa", "Realisasi (Rp ribu)", "Persen (%)"])
    cells = {"No": "1", "Rombel": "6 rombel", "Sisa": "23 rim", "Realisasi (Rp ribu)": "43.875", "Persen (%)": "77,70%"}
    assert columns.values(cells) == {}
    assert columns.figures(cells | {"Nama Sekolah": "SDN 1"}) == {
        "lain:Rombel": CellValue("Rombel", "6", "number"),
        "lain:Sisa": CellValue("Sisa", "23", "number"),
        "lain:Realisasi (Rp ribu)": CellValue("Realisasi (Rp ribu)", "43875000", "money"),
        "lain:Persen (%)": CellValue("Persen (%)", "77.7", "number"),
    }


def test_a_share_is_a_figure_of_its_own_whatever_unit_titles_state() -> None:
    found = of_table(["No", "%", "Capaian"], [1000]).figures({"No": "1", "%": "85,90", "Capaian": "7"})
    assert {name: (value.type, value.value) for name, value in found.items()} == {"lain:%": ("number", "85.9")}


def test_a_length_is_no_amount_of_money_in_billions() -> None:
    found = of_table(["Ukuran (m) P", "Target (M)"]).figures({"Ukuran (m) P": "3", "Target (M)": "2"})
    assert {name: (value.type, value.value) for name, value in found.items()} == {
        "lain:Ukuran (m) P": ("number", "3"),
        "lain:Target (M)": ("money", "2000000000"),
    }


def test_a_column_that_names_no_unit_under_a_title_that_states_one_of_money_has_no_figures() -> None:
    columns = of_table(["Realisasi", "Realisasi (Rp juta)"], [1000])
    found = columns.figures({"Realisasi": "43", "Realisasi (Rp juta)": "44"})
    assert {name: value.value for name, value in found.items()} == {"lain:Realisasi (Rp juta)": "44000000"}
    assert of_table(["Realisasi"]).figures({"Realisasi": "12 juta"}) == {}
    assert of_table(["Realisasi"]).figures({"Realisasi": "43"})["lain:Realisasi"].value == "43"


def test_a_column_of_names_tells_the_thing_unless_it_names_who_or_where() -> None:
    row = {"Nama Aplikasi": "e-Arsip", "Nama Pengembang": "CV Lor", "Nama Kecamatan": "Lor"}
    assert of_table(row).values(row) == {"nama": CellValue("Nama Aplikasi", "e-Arsip", "text")}
    assert of_table(["Nama Pasar", "Nama Kios"]).values({"Nama Pasar": "Lor", "Nama Kios": "A"}) == {}


def test_beside_columns_that_say_their_money_others_are_counts_unless_they_may_be_money() -> None:
    row = {"KPM PKH": "82", "Jumlah KPM": "412", "Nilai PKH (ribu Rp)": "55.350", "Sisa Pagu": "4", "Total": "5"}
    told = of_table(row, {1000}).figures(row)
    assert {name: value[1:] for name, value in told.items()} == {
        "lain:KPM PKH": ("82", "number"),
        "lain:Jumlah KPM": ("412", "number"),
        "lain:Nilai PKH (ribu Rp)": ("55350000", "money"),
    }
    assert of_table(["KPM PKH", "Pagu"], {1000}).figures({"KPM PKH": "82"}) == {}


def test_days_of_a_column_without_a_known_meaning_are_kept() -> None:
    row = {"Tgl Masuk": "4 Januari 2024", "Tanggal Uji": "belum"}
    assert of_table(row).figures(row) == {"lain:Tgl Masuk": CellValue("Tgl Masuk", "2024-01-04", "date")}
