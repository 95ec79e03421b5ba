"""Many short files of an office, invented: text, DOCX, XLSX and PDF, the same bytes for the same seed and number.

Each holds 30 to 60 words of its own, so that a run over very many ends, and no two share a vector. Every file is
made alone, from its number: what one process writes is what any number of them write.
"""

import io
import random
import textwrap
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

KINDS = {"txt": 55, "docx": 20, "pdf": 15, "xlsx": 10}
"""Suffixes and how many of a hundred files have each."""
OFFICES = 40
_DAY = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # xlsxwriter takes no zone

PAPERS = ("Nota dinas", "Catatan rapat", "Laporan singkat", "Telaah staf", "Petunjuk kerja", "Berita acara")
MATTERS = (
    "pemeliharaan pompa air",
    "penyimpanan arsip statis",
    "pengadaan meja layanan",
    "pendataan lahan kosong",
    "perbaikan atap gudang",
    "pelatihan petugas loket",
    "pemindahan alat ukur",
    "penertiban papan nama",
    "pencatatan hibah buku",
    "jadwal mobil jenazah",
    "pemangkasan pohon tepi jalan",
    "uji laboratorium air tanah",
    "pembagian masker kabut asap",
    "pembaruan denah evakuasi",
    "sewa lapak pasar malam",
    "kalibrasi timbangan pasar",
)
PLACES = ("gudang timur", "lantai tiga", "loket satu", "aula barat", "kantor kelurahan", "rumah pompa", "pos jaga")
_PEOPLE = ("pengurus barang", "kepala seksi", "juru arsip", "petugas piket", "bendahara", "pranata komputer", "mandor")
_MONTHS = ("Januari", "Februari", "April", "Mei", "Juli", "Agustus", "September", "November")
_SENTENCES = (
    "Pada {day} {month} {year} {person} menyerahkan hasil {matter} di {place} dengan nomor urut {number}.",
    "Biaya {matter} sebesar Rp{money} dibebankan pada kegiatan rutin dan dilunasi paling lambat {days} hari kerja.",
    "Sebelum {matter} dimulai, {person} memeriksa {count} titik di {place} lalu mengisi lembar kendali.",
    "Bila terjadi kendala, {person} melapor kepada kepala bidang dalam {days} jam dan mencatat sebabnya.",
    "Dari {count} usulan tentang {matter}, sebanyak {days} dinyatakan lengkap dan diteruskan ke {place}.",
    "Rapat sepakat bahwa {matter} ditinjau lagi bulan {month} {year} oleh {person} bersama dua saksi.",
    "Kunci {place} disimpan {person}; peminjaman lebih dari {days} hari memerlukan surat bernomor {number}.",
    "Sisa anggaran {money} rupiah dari {matter} dikembalikan ke kas daerah sebelum tanggal {day} {month}.",
)


def write_all(folder: Path, count: int, seed: int, processes: int) -> None:
    """Write the files numbered from 0 into the folder, in so many processes."""
    write_some(folder, range(count), seed, processes=processes)


def write_some(folder: Path, numbers: Iterable[int], seed: int, *, edition: int = 0, processes: int = 1) -> None:
    """Write the files of these numbers; another edition puts other words into the same places."""
    with ProcessPoolExecutor(processes) as pool:
        for _ in pool.map(partial(write_one, folder, seed=seed, edition=edition), numbers, chunksize=100):
            pass


def write_one(folder: Path, number: int, *, seed: int, edition: int = 0) -> Path:
    """Write one file and return its place, which depends on the seed and the number alone."""
    dice = random.Random(f"{seed} {number}")
    suffix = dice.choices(list(KINDS), weights=list(KINDS.values()))[0]
    place = folder / f"bidang {dice.randrange(OFFICES):02}" / f"{dice.randint(2019, 2025)}" / f"{number:06}.{suffix}"
    place.parent.mkdir(parents=True, exist_ok=True)
    title, sentences = _words(random.Random(f"{seed} {number} {edition}"), number)
    place.write_bytes(_MAKERS[suffix](title, sentences))
    return place


def _words(dice: random.Random, number: int) -> tuple[str, list[str]]:
    matter, place = dice.choice(MATTERS), dice.choice(PLACES)
    title = f"{dice.choice(PAPERS)} {matter} {place} nomor {number}"
    return title, [_sentence(dice, shape, matter, place) for shape in dice.sample(_SENTENCES, 3)]


def _sentence(dice: random.Random, shape: str, matter: str, place: str) -> str:
    return shape.format(
        matter=matter,
        place=place,
        person=dice.choice(_PEOPLE),
        day=dice.randint(1, 28),
        month=dice.choice(_MONTHS),
        year=dice.randint(2019, 2025),
        days=dice.randint(2, 14),
        count=dice.randint(15, 400),
        number=f"{dice.randint(1, 9999)}/{dice.randint(100, 999)}",
        money=f"{dice.randint(1000, 999999) * 1000:,}".replace(",", "."),
    )


def _text(title: str, sentences: list[str]) -> bytes:
    return "\n".join([title.upper(), "", *sentences, ""]).encode("utf8")


def _docx(title: str, sentences: list[str]) -> bytes:
    """Only the body differs from file to file: opening and saving the whole template costs 40 ms each time."""
    document, parts = _docx_shell()
    document.element.body.clear_content()
    document.add_heading(title, 1)
    for sentence in sentences:
        document.add_paragraph(sentence)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | {"word/document.xml": document.part.blob}).items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@cache
def _docx_shell() -> tuple[DocxDocument, dict[str, bytes]]:
    document, stream = Document(), io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return document, {name: archive.read(name) for name in archive.namelist()}


def _pdf(title: str, sentences: list[str]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(60, 780, title)
    text = canvas.beginText(60, 750)
    text.setFont("Helvetica", 11)
    text.textLines(textwrap.wrap(" ".join(sentences), 85))
    canvas.drawText(text)
    canvas.save()
    return stream.getvalue()


def _xlsx(title: str, sentences: list[str]) -> bytes:
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": _DAY})
        sheet = book.add_worksheet("Catatan")
        sheet.write_string(0, 0, title)
        sheet.write_row(2, 0, ["No", "Uraian", "Keterangan"])
        for number, sentence in enumerate(sentences, 1):
            sheet.write_row(2 + number, 0, [number, sentence, "selesai"])
    return stream.getvalue()


_MAKERS: dict[str, Callable[[str, list[str]], bytes]] = {"txt": _text, "docx": _docx, "xlsx": _xlsx, "pdf": _pdf}
