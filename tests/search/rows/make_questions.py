"""Write corpora/contoh.row_questions.jsonl: questions for rows of the sample, with figures by openpyxl alone.

Independent on purpose: nothing of the project is imported. Each figure is computed here from the cells of the sheet, by
a rule that somebody wrote down who looked at it. `expect` is `figure`, `ambiguous` (the figures must be among the
readings, none may be taken for the answer), or `none` (rows must not answer). `late` marks wordings that were written
after the rules were done.

    python -m tests.search.rows.make_questions
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "corpora" / "contoh"
KIB = "BPAD/KIB A-F kompilasi per 31 Des 2024.xlsx"
KIR = "BPSDM/KIR Gedung Abdul Muis smt 1 2025.xlsx"
RKBMD = "DSDA/RKBMD pemeliharaan 2026 Sudin SDA JT (rev2).xlsx"
_NAMES = {
    "KIB A": "nama kode register luas tahun alamat hak stgl sno guna asal harga ket",
    "KIB B": "kode nama register merk ukuran bahan tahun pabrik rangka mesin polisi bpkb asal harga ket",
    "KIB C": "nama kode register kondisi tingkat beton lantai alamat dtgl dno tanah status ktanah asal harga ket",
    "KIB D": "nama kode register konstruksi panjang lebar luas alamat dtgl dno status ktanah asal harga kondisi ket",
    "KIB E": "nama kode register judul spek daerah cipta bahan jenis ukuran jumlah tahun asal harga ket",
    "KIB F": "nama bangunan tingkat beton luas alamat dtgl dno mulai status ktanah asal kontrak ket",
    "KIR": "nama merk seri ukuran bahan tahun kode jumlah harga b kb rb ket",
    "RKBMD Pemeliharaan": "unit kode nama jumlah satuan status b rr pelihara ujumlah usatuan biaya ket",
}
NUMBER = {sheet: names.split() for sheet, names in _NAMES.items()}
Cells = dict[str, Any]


def rows(path: str, *sheets: str) -> list[Cells]:
    """Return the numbered rows of sheets, by the names above; what has no running number is a title or a subtotal."""
    book = openpyxl.load_workbook(SAMPLE / path, data_only=True)
    found = []
    for name in sheets:
        for cells in list(book[name].iter_rows(values_only=True))[13 if path != RKBMD else 12 :]:
            if isinstance(cells[0], int):
                names = NUMBER.get(name, NUMBER["KIR"])
                found.append({"ket": None} | dict(zip(names, cells[1:], strict=False)) | {"sheet": name})
    return found


A, B, C, D, E, F = (rows(KIB, f"KIB {letter}") for letter in "ABCDEF")
RAPAT, KELAS, PUSDATIN = (rows(KIR, name) for name in ("R. Rapat Lt. 6", "R. Kelas Lt. 3", "R. Pusdatin Lt. 5"))
PLAN = rows(RKBMD, "RKBMD Pemeliharaan")


def has(text: str, *columns: str) -> Callable[[Cells], bool]:
    """Return a test whether any of the columns holds the text."""
    return lambda row: any(text.casefold() in str(row.get(column) or "").casefold() for column in columns)


def where(table: list[Cells], *tests: Callable[[Cells], bool]) -> list[Cells]:
    """Return the rows that pass all tests."""
    return [row for row in table if all(test(row) for test in tests)]


def sum_of(table: list[Cells], column: str, factor: int = 1) -> str:
    """Return the exact sum of a column as digits."""
    total = sum((Decimal(str(row[column])) for row in table), Decimal(0)) * factor
    return f"{total.normalize():f}"


def condition(word: str) -> Callable[[Cells], bool]:
    """Return a test of the condition that a remark of KIB B ends with."""
    return lambda row: str(row["ket"]).endswith(f"kondisi {word}")


SUDIN = has("Sudin SDA Jakarta Timur", "ket")
VEHICLE = has("1.3.2.02.01.", "kode")
QUESTIONS: list[dict[str, Any]] = []


def uncertified(row: Cells) -> bool:
    """Tell whether both certificate columns are empty."""
    return row["sno"] is None and row["stgl"] is None


def ask(question: str, expect: str, *, late: bool = False, viewer: str | None = "internal", **figures: object) -> None:
    """Note a question down."""
    told = {"id": f"r{len(QUESTIONS) + 1:02}", "q": question, "as": viewer, "expect": expect}
    QUESTIONS.append(told | figures | ({"late": True} if late else {}))


def count(question: str, table: list[Cells], column: str | None = None, **more: object) -> None:
    """Note down a question for a count: of rows, or of the units that a column says."""
    number = len(table) if column is None else sum(int(row[column] or 0) for row in table)
    ask(question, "figure", operation="hitung", count=number, sum=None, **more)


def listed(question: str, table: list[Cells], **more: object) -> None:
    """Note down a question for a list."""
    ask(question, "figure", operation="daftar", count=len(table), sum=None, **more)


def total(question: str, table: list[Cells], column: str, factor: int = 1000, **more: object) -> None:
    """Note down a question for a sum."""
    ask(question, "figure", operation="jumlah", sum=sum_of(table, column, factor), rows=len(table), **more)


def open_question(question: str, *figures: str | int, **more: object) -> None:
    """Note down a question that can be read in several ways."""
    ask(question, "ambiguous", figures=[str(figure) for figure in figures], **more)


def on_rooms() -> None:
    """Note down the wordings about rooms."""
    pc = has("PC Unit", "nama")
    count("Berapa unit PC kondisi rusak berat di ruang rapat lantai 6?", where(RAPAT, pc), "rb")
    count("brp unit pc kondisi RB di ruang rapat lt 6?", where(RAPAT, pc), "rb")
    count("berapa PC di ruang kelas lantai 3", where(KELAS, pc), "jumlah")
    count("Ada berapa AC di ruang pusdatin lt. 5?", where(PUSDATIN, has("AC", "nama")), "jumlah")
    chairs = where(RAPAT, has("Kursi Rapat", "nama"))
    total("total harga kursi rapat di ruang rapat lantai 6", chairs, "harga")
    count("jumlah kursi rapat yang kurang baik di ruang rapat lantai 6", chairs, "kb")
    broken = where(RAPAT, lambda row: bool(row["rb"]))
    listed("barang rusak berat di ruang rapat lantai 6 apa saja", broken)


def on_land() -> None:
    """Note down the wordings about land."""
    listed("tanah yang belum bersertifikat", where(A, uncertified))
    offices = where(A, has("Kantor Kecamatan", "nama"))
    listed("tanah kantor kecamatan yg belum bersertipikat daftarnya mana", where(offices, uncertified))
    count("tanah kelurahan ada berapa bidang?", where(A, has("Kantor Kelurahan", "nama")))
    count("Berapa bidang tanah hasil hibah?", where(A, has("Hibah", "asal")))
    schools = where(A, has("Sekolah", "nama"), has("Jakarta Pusat", "alamat"))
    ask("total luas tanah sekolah di Jakarta Pusat", "figure", operation="jumlah", sum=sum_of(schools, "luas"), rows=2)


def on_equipment() -> None:
    """Note down the wordings about vehicles and equipment."""
    vehicles = where(B, VEHICLE, SUDIN)
    bought = where(vehicles, lambda row: row["tahun"] == 2024)
    open_question(
        "total nilai kendaraan dinas Sudin SDA Jaktim 2024",
        sum_of(bought, "harga", 1000),
        sum_of(vehicles, "harga", 1000),
    )
    total("Total nilai kendaraan dinas Sudin SDA Jakarta Timur pembelian tahun 2024", bought, "harga")
    old = where(vehicles, lambda row: 2015 <= row["tahun"] <= 2018)
    count("kendaraan tahun 2015-2018 milik sudin sda jaktim ada berapa", old)
    count("jumlah sepeda motor sudin sda jaktim", where(vehicles, has("Sepeda Motor", "nama")))
    laptops = where(B, has("Laptop", "nama"), has("BPSDM", "ket"))
    bad = [row for word in ("RB", "KB") for row in where(laptops, condition(word))]
    open_question("berapa laptop BPSDM yang rusak", len(where(laptops, condition("RB"))), len(bad))
    seats = where(B, has("Kursi Kerja", "nama"), has("Dispusip", "ket"), condition("KB"))
    count("berapa kursi kerja di Dispusip kondisi KB", seats)
    count("toyota avanza ada berapa?", where(B, has("Toyota Avanza", "merk")))
    listed(
        "laptop rusak berat mana saja di Bapenda",
        where(B, has("Laptop", "nama"), has("Bapenda", "ket"), condition("RB")),
    )


def on_buildings_and_others() -> None:
    """Note down the wordings about buildings, works and other goods."""
    count("berapa gedung sekolah di Jakarta Timur", where(C, has("Sekolah", "nama"), has("Jakarta Timur", "alamat")))
    count("gedung tidak bertingkat ada berapa", where(C, lambda row: row["tingkat"] == "Tidak"))
    count("berapa jembatan kondisi baik?", where(D, has("Jembatan", "nama"), lambda row: row["kondisi"] == "B"))
    count("berapa pohon tabebuya milik Tamhut", where(E, has("Tabebuya", "nama")), "jumlah")
    total("total nilai kontrak KDP", F, "kontrak")
    count("berapa pompa milik Sudin SDA Jakarta Timur", where(B, has("Pompa", "nama"), SUDIN))
    pc = has("PC Unit", "nama")
    per_file = [len(where(B, pc, has("BPSDM", "ket"))), len(where(RAPAT + KELAS + PUSDATIN, pc))]
    open_question("berapa PC di BPSDM?", *per_file)


def not_for_rows() -> None:
    """Note down questions that rows must not answer: a word of theirs has no place in a condition."""
    for question in (
        "brp lama proses telaah surat masuk sesuai SOP?",
        "berapa batas nilai pengadaan langsung konstruksi?",
        "berapa bidang tanah milik BPAD?",
        "berapa laptop yang paling mahal di BPSDM",
        "siapa pengurus barang di ruang rapat lantai 6",
        "berapa PC rusak berat di ruang rapat lantai 9",
        "beda KIB A sampai F",
        "laporan apa saja yang harus diserahkan konsultan",
    ):
        ask(question, "none")


def late_on_rooms_and_land() -> None:
    """Note down wordings about rooms and land that were written after the rules."""
    pc = has("PC Unit", "nama")
    count("Hitung jumlah PC Unit yang masih baik di R. Rapat Lt. 6", where(RAPAT, pc), "b", late=True)
    count("kursi rapat di ruang kelas lt 3 ada brp unit", where(KELAS, has("Kursi", "nama")), "jumlah", late=True)
    broken = where(RAPAT, has("AC Split", "nama"), lambda row: bool(row["rb"]))
    listed("Tolong tampilkan AC Split yang rusak berat di ruang rapat lantai enam", broken, late=True)
    offices = where(A, has("Kantor Kecamatan", "nama"), has("Jakarta Barat", "alamat"))
    total("Berapa total luas tanah kantor kecamatan di Jakarta Barat?", offices, "luas", 1, late=True)
    clinics = where(A, has("Puskesmas", "nama"), uncertified)
    listed("Sertifikatnya belum ada, tanah puskesmas mana saja?", clinics, late=True)
    count("brp bidang tanah waduk punya Dinas SDA", where(A, has("Waduk", "nama")), late=True)


def late_on_equipment() -> None:
    """Note down wordings about equipment that were written after the rules."""
    trucks = where(B, has("Dump Truck", "nama"), SUDIN)
    total("total harga perolehan dump truck Sudin SDA Jakarta Timur", trucks, "harga", late=True)
    printers = where(B, has("Printer", "nama"), has("Bapenda", "ket"), condition("RB"))
    count("Printer di Bapenda yang kondisinya rusak berat ada berapa ya?", printers, late=True)
    digger = where(B, has("Excavator", "nama"), SUDIN, condition("RB"))
    worth = "Berapa nilai perolehan excavator mini milik Sudin SDA Jaktim yang rusak berat?"
    total(worth, digger, "harga", late=True)
    buses = where(B, has("Mini Bus", "nama"), lambda row: row["tahun"] == 2024)
    count("jumlah mini bus pengadaan 2024", buses, late=True)
    newer = where(B, has("Laptop", "nama"), has("BPAD", "ket"), lambda row: row["tahun"] > 2020)
    count("laptop yang dibeli setelah 2020 di BPAD ada berapa", newer, late=True)
    listed("daftar meja kerja BPAD", where(B, has("Meja Kerja", "nama"), has("BPAD", "ket")), late=True)
    care = where(PLAN, has("AC Split", "nama"))
    costs = "Perkiraan biaya pemeliharaan AC Split Sudin SDA Jakarta Timur total berapa"
    total(costs, care, "biaya", viewer=None, late=True)


def late_on_others() -> None:
    """Note down further wordings that were written after the rules, also some that rows must not answer."""
    count("berapa ekor kuda patroli milik tamhut", where(E, has("Kuda", "nama")), "jumlah", late=True)
    clinics = where(C, has("Puskesmas", "nama"), has("Jakarta Timur", "alamat"))
    total("total luas lantai gedung puskesmas di Jakarta Timur", clinics, "lantai", 1, late=True)
    roads = where(D, has("Jalan Lingkungan", "nama"))
    total("total panjang jalan lingkungan berapa km?", roads, "panjang", 1, late=True)
    count("lukisan hasil hibah ada berapa", where(E, has("Lukisan", "nama"), has("Hibah", "asal")), "jumlah", late=True)
    pipes = where(D, has("Jaringan Pipa", "nama"), lambda row: row["kondisi"] == "KB")
    count("jaringan pipa pompa dengan kondisi kurang baik ada berapa?", pipes, late=True)
    large = where(F, lambda row: row["kontrak"] > 10_000_000)
    listed("KDP yang nilai kontraknya di atas 10 miliar apa saja", large, late=True)
    owned = sum_of(where(B, has("BPSDM", "ket")), "harga", 1000)
    open_question("total nilai aset BPSDM", owned, sum_of(RAPAT + KELAS + PUSDATIN, "harga", 1000), late=True)
    for question in (
        "berapa unit PC yang akan dipelihara Sudin SDA tahun 2026",
        "gedung kantor permanen rusak ringan ada berapa?",
        "Berapa pegawai di ruang rapat lantai 6?",
        "Berapa sepeda motor Dinas SDA dan Sudin SDA?",
    ):
        ask(question, "none", late=True)


def found_wrong() -> None:
    """Note down questions that once got a figure they must not have."""
    for question in (
        "berapa rumah negara golongan I",
        "berapa nilai buku PC unit",
        "total nilai kendaraan dinas Dinas SDA",
    ):
        ask(question, "none")


def at_an_office() -> None:
    """Note down questions for what is at an office: the first section's title tells nothing of the other rows."""
    mini_bus = where(B, has("Mini Bus", "nama"), SUDIN)
    total("berapa total nilai mini bus di Sudin SDA Jakarta Timur", mini_bus, "harga")
    new = where(B, VEHICLE, SUDIN, lambda row: row["tahun"] == 2024)
    count("kendaraan dinas di Sudin SDA Jakarta Timur perolehan 2024 berapa unit", new)
    count("berapa slide projector di Sudin SDA Jakarta Timur", where(B, has("Slide Projector", "nama"), SUDIN))
    total("total harga barang di KIB B di Sudin SDA Jakarta Timur", where(B, SUDIN), "harga")
    offices = where(A, has("Kantor Kecamatan", "nama"))
    count("berapa tanah di kantor kecamatan", offices)
    total("total nilai tanah di kantor kecamatan", offices, "harga")
    count("berapa tanah pada kantor kecamatan yang belum bersertipikat", where(offices, uncertified))
    count("Avanza milik Sudin SDA Jakarta Timur ada berapa", where(B, has("Avanza", "merk"), SUDIN))
    ask("berapa laptop pada Sudin SDA Jakarta Timur", "none")


def of_the_peak() -> None:
    """Note down questions for the dearest, oldest and largest."""

    def best(question: str, table: list[Cells], column: str, which: Callable[..., Any] = max) -> None:
        at = which(row[column] for row in table if row[column] is not None)
        listed(question, [row for row in table if row[column] == at], at=str(at))

    laptops = where(B, has("Laptop", "nama"))
    own = where(laptops, has("BPSDM", "ket"))
    best("laptop yang paling mahal di BPSDM", own, "harga")
    best("berapa harga laptop termurah BPSDM?", own, "harga", min)
    best("Kendaraan dinas tertua milik Sudin SDA Jakarta Timur", where(B, VEHICLE, SUDIN), "tahun", min)
    broken = where(laptops, has("Bapenda", "ket"), condition("RB"))
    best("laptop rusak berat apa yang paling tua di Bapenda", broken, "tahun", min)
    offices = where(A, has("Kantor Kecamatan", "nama"))
    best("tanah kantor kecamatan yang paling luas", offices, "luas")
    best("tanah kantor kecamatan tersempit yang belum bersertifikat", where(offices, uncertified), "luas", min)
    best("jalan lingkungan terpanjang", where(D, has("Jalan Lingkungan", "nama")), "panjang")
    best("KDP dengan nilai kontrak tertinggi", F, "kontrak")
    of_all = [row for row in RAPAT if row["harga"] == max(row["harga"] for row in RAPAT)]
    of_one = [row for row in RAPAT if row["harga"] / row["jumlah"] == max(r["harga"] / r["jumlah"] for r in RAPAT)]
    open_question("barang termahal di ruang rapat lantai 6", len(of_all), len(of_one))
    for question in ("total harga laptop termahal BPSDM", "laptop terbesar di BPSDM"):
        ask(question, "none")
    ask("3 laptop termahal BPSDM", "figure", operation="daftar", count=3, sum=None)


def of_kinds_and_lists() -> None:
    """Note down questions for kinds of things, for several things together, and for more of the one that is found."""
    kinds = {row["nama"] for row in RAPAT}
    ask("berapa jenis barang di ruang rapat lantai 6", "figure", operation="hitung", count=len(kinds), sum=None)
    seats = where(RAPAT, lambda row: str(row["nama"]).startswith(("Kursi", "Meja")))
    count("berapa meja dan kursi di ruang rapat lantai 6", seats, "jumlah")
    bikes = where(B, has("Sepeda Motor", "nama"), SUDIN)
    trucks = where(B, has("Dump Truck", "nama"), SUDIN)
    total("total nilai sepeda motor serta dump truck Sudin SDA Jakarta Timur", bikes + trucks, "harga")
    offices = where(A, has("Kantor Kecamatan", "nama"))
    largest = max(row["luas"] for row in offices)
    listed(
        "tanah kantor kecamatan mana yang paling luas, dan berapa luasnya?",
        [row for row in offices if row["luas"] == largest],
        at=str(largest),
    )


def mean(question: str, table: list[Cells], column: str, factor: int = 1) -> None:
    """Note down a question for a mean, rounded to two decimals."""
    added = sum_of(table, column, factor)
    value = (Decimal(added) / len(table)).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    ask(question, "figure", operation="rata-rata", sum=added, rows=len(table), mean=f"{value:f}")


def share(question: str, part: int, whole: int) -> None:
    """Note down a question for a part of a whole, with its percentage rounded to two decimals."""
    value = (Decimal(100) * part / whole).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    ask(question, "figure", operation="bagian", count=part, sum=None, share=f"{value:f}", whole=str(whole))


def broken_down(question: str, table: list[Cells], value: Callable[[Cells], str], column: str | None = None) -> None:
    """Note down a question for a count, or the sum of a column, for each value."""
    parts: dict[str, list[Cells]] = {}
    for row in table:
        parts.setdefault(value(row), []).append(row)
    if column is None:
        told = {value: str(len(own)) for value, own in parts.items()}
        ask(question, "figure", operation="hitung", count=len(table), sum=None, parts=told)
    else:
        told = {value: sum_of(own, column, 1000) for value, own in parts.items()}
        ask(question, "figure", operation="jumlah", sum=sum_of(table, column, 1000), parts=told)


def units(table: list[Cells], column: str = "jumlah") -> int:
    """Return how many things the rows stand for."""
    return sum(int(row[column] or 0) for row in table)


CONDITIONS = {"B": "baik (B)", "KB": "kurang baik (KB)", "RB": "rusak berat (RB)"}


def of_parts() -> None:
    """Note down questions for means, shares, and figures for each of what a column says."""
    share("berapa persen barang di ruang rapat lantai 6 yang rusak berat", units(RAPAT, "rb"), units(RAPAT))
    east = where(A, has("Kantor Kecamatan", "nama"), has("Jakarta Timur", "alamat"))
    mean("rata-rata luas tanah kantor kecamatan di Jakarta Timur", east, "luas")
    mini_bus = where(B, has("Mini Bus", "nama"))
    mean("berapa rata-rata harga mini bus?", mini_bus, "harga", 1000)
    laptops = where(B, has("Laptop", "nama"))
    share("berapa persen laptop yang rusak berat", len(where(laptops, condition("RB"))), len(laptops))
    office = [row for row in B if str(row["ket"]).startswith("BPAD")]
    share(
        "peralatan kantor BPAD di KIB B yang rusak berat berapa persen dari jumlah unitnya?",
        len(where(office, condition("RB"))),
        len(office),
    )
    broken_down("berapa bidang tanah per asal usul", A, lambda row: row["asal"])
    broken_down("total nilai tanah menurut asal usul", A, lambda row: row["asal"], "harga")
    broken_down("berapa gedung masing-masing kondisi", C, lambda row: CONDITIONS[row["kondisi"]])
    broken_down(
        "sepeda motor ada berapa per merek/tipe?", where(B, has("Sepeda Motor", "nama")), lambda row: row["merk"]
    )
    broken_down("mini bus ada berapa per tahun pembelian", mini_bus, lambda row: str(row["tahun"]))
    north = where(C, has("Jakarta Utara", "alamat"))
    broken_down(
        "gedung pemda di Jakut kondisinya gmn aja, baik/kurang baik/rusak berat masing2 brp?",
        north,
        lambda row: CONDITIONS[row["kondisi"]],
    )
    chairs = where(RAPAT + KELAS + PUSDATIN, has("Kursi Rapat", "nama"))
    share(
        "kursi rapat di gedung Abdul Muis total semua ruangan berapa, yg kondisinya kurang baik berapa?",
        units(chairs, "kb"),
        units(chairs),
    )


def with_something_left_out() -> None:
    """Note down questions for what is not this or that."""
    sound = sum(int(row["b"] or 0) + int(row["kb"] or 0) for row in where(RAPAT, has("PC Unit", "nama")))
    ask(
        "PC yang tidak rusak berat di ruang rapat lantai 6 ada berapa",
        "figure",
        operation="hitung",
        count=sound,
        sum=None,
    )
    bikes = where(B, has("Sepeda Motor", "nama"))
    count("berapa sepeda motor selain merk Honda", [row for row in bikes if "Honda" not in row["merk"]])
    bought = [row for row in A if "Hibah" not in row["asal"]]
    total("total nilai tanah selain yang asalnya dari hibah", bought, "harga")


def with_more_said() -> None:
    """Note down questions that say more than they need."""
    schools = where(A, has("Sekolah dasar negeri", "guna"), uncertified)
    area = "tanah SD negeri yg blm ada sertifikatnya ada brp bidang, total luas nya? (posisi akhir 2024)"
    total(area, schools, "luas", 1)
    given = where(A, has("Hibah", "asal"))
    total("berapa bidang tanah pemprov di KIB yg asalnya dari hibah dan nilai totalnya berapa", given, "harga")
    laptops = where(B, has("Laptop", "nama"), condition("RB"))
    worth = (
        "laptop kondisi rusak berat total ada berapa unit di semua SKPD per akhir 2024, dan berapa nilai perolehannya?"
    )
    total(worth, laptops, "harga")
    diggers = where(B, has("Excavator Mini", "nama"), SUDIN)
    dearest = max(row["harga"] for row in diggers)
    listed(
        "excavator mini termahal di sudin SDA jaktim harganya brp, beli taun brp & kondisinya?",
        [row for row in diggers if row["harga"] == dearest],
        at=str(dearest),
    )
    broken = where(RAPAT, lambda row: bool(row["rb"]))
    total("brg rusak berat di ruang rapat lantai 6 BPSDM ada brp unit dan nilainya brp?", broken, "harga")


def day(text: object) -> date:
    """Return a day of the sample's registers: DD-MM-YYYY."""
    return datetime.strptime(str(text), "%d-%m-%Y").date()


def of_days_and_differences() -> None:
    """Note down questions for days of columns' own, ranges of prices, and differences."""
    certified = [row for row in A if row["stgl"]]
    since = [row for row in certified if day(row["stgl"]) >= date(2015, 1, 1)]
    count("berapa bidang tanah yang sertifikatnya terbit sejak 2015", since)
    offices = [row for row in where(certified, has("Kantor Kecamatan", "nama")) if day(row["stgl"]).year < 2005]
    count("Tanah kantor kecamatan yg sertifikatnya terbit sebelum tahun 2005 ada brp bidang?", offices)
    lakes = [row for row in where(certified, has("Tanah Waduk", "nama")) if day(row["stgl"]).year == 2008]
    total("total nilai tanah waduk yang sertifikatnya terbit tahun 2008", lakes, "harga")
    newest = max(day(row["dtgl"]) for row in F)
    listed("KDP mana yang dokumennya paling baru", [row for row in F if day(row["dtgl"]) == newest])
    drains = [row for row in where(D, has("Drainase", "nama")) if 10**6 <= row["harga"] <= 2 * 10**6]
    count("Saluran drainase yg harganya antara Rp1 miliar s.d. Rp2 miliar ada brp ruas di KIB D?", drains)
    parks, reservoirs = where(A, has("Tanah Taman", "nama")), where(A, has("Tanah Waduk", "nama"))
    left = Decimal(sum_of(reservoirs, "harga", 1000)) - Decimal(sum_of(parks, "harga", 1000))
    apart = {"operation": "selisih", "sum": f"{left:f}", "rows": len(parks) + len(reservoirs)}
    ask("selisih total nilai tanah waduk dan tanah taman berapa rupiah?", "figure", **apart)
    ask("berapa bidang tanah yang disewakan sejak Maret 2015", "none")
    ask("tanah mana yang terakhir diukur", "none")


def main() -> None:
    """Write the questions."""
    first = (on_rooms, on_land, on_equipment, on_buildings_and_others, not_for_rows)
    for note in (
        *first,
        late_on_rooms_and_land,
        late_on_equipment,
        late_on_others,
        found_wrong,
        at_an_office,
        of_the_peak,
        of_kinds_and_lists,
        of_parts,
        with_more_said,
        with_something_left_out,
        of_days_and_differences,
    ):
        note()
    text = "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in QUESTIONS)
    (ROOT / "corpora" / "contoh.row_questions.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
