"""Import of records: every problem by its row, all of a file or nothing, and once."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from catalog import accounts
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.records import importing
from programme.records.importing import Report
from programme.records.importing_kinds import KINDS_BY_NAME
from tests.catalog import making

NAME = "Komunitas Pembelajar BPAD"


def csv_of(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    with io.BytesIO() as made:
        book.save(made)
        return made.getvalue()


def applied(catalog: Catalog, kind: str, content: bytes) -> Report:
    return importing.apply(catalog, KINDS_BY_NAME[kind], content, by="uji")


def problems(catalog: Catalog, kind: str, content: bytes) -> list[tuple[int, str, str]]:
    report = importing.rehearse(catalog, KINDS_BY_NAME[kind], content)
    assert importing.apply(catalog, KINDS_BY_NAME[kind], content, by="uji") == report
    return [(one.row, one.column, one.message) for one in report.problems]


def told(found: list[tuple[int, str, str]]) -> list[tuple[int, str]]:
    return [(row, column) for row, column, _ in found]


def rows(catalog: Catalog, table: str) -> list[dict[str, object]]:
    return list(catalog.db.query(f"SELECT * FROM {table}"))


def test_every_problem_is_told_by_its_row_and_column_and_nothing_is_changed(catalog: Catalog, community: int) -> None:
    file = csv_of(
        "komunitas,nama,unit,peran,mulai,sampai,akun",
        f"{NAME},Siti Contoh,BPAD,ketua,2025-01-01,,",
        f"{NAME},Budi Contoh,BPADX,ketua,2025-13-01,,tidak.ada",
        "Komunitas Lain,,DINKES,bos,1/2/2025,,",
        "",
        f"{NAME},Siti Contoh,bpad,Ketua,1 Januari 2025,,",
        f"{NAME},Ani Contoh,BPAD,anggota,1/2/2025,31-01-2025,",
        f"{NAME},=1+1,BPAD,anggota,1/2/2025,,,lebih",
    )
    found = problems(catalog, "members", file)
    assert told(found) == [
        *((3, "unit"), (3, "mulai"), (3, "akun")),
        *((4, "komunitas"), (4, "peran"), (4, "nama")),
        *((6, ""), (7, "sampai"), (8, "nama"), (8, "")),
    ]
    said = {(row, column): message for row, column, message in found}
    assert "BPADX" in said[3, "unit"]
    assert "baris 2" in said[6, ""]
    assert "rumus" in said[8, "nama"]
    assert rows(catalog, "community_member") == []


def test_a_file_is_applied_once_and_then_changes_nothing(catalog: Catalog, community: int) -> None:
    head = "Komunitas;Nama;Unit;Peran;Mulai;Sampai"
    first = csv_of(head, f"{NAME};Siti Contoh;BPAD;ketua;18/7/2025;", f"{NAME};Budi;BPAD;anggota;18 Juli 2025;")
    report = applied(catalog, "members", first)
    assert (report.new, report.changed, report.unchanged) == (2, 0, 0)
    report = applied(catalog, "members", first)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 2)
    report = applied(catalog, "members", csv_of(head, f"{NAME};Budi;BPAD;anggota;2025-07-18;31.12.2025"))
    assert (report.new, report.changed, report.unchanged) == (0, 1, 0)
    assert [(row["name"], row["valid_from"], row["valid_until"]) for row in rows(catalog, "community_member")] == [
        ("Siti Contoh", "2025-07-18", None),
        ("Budi", "2025-07-18", "2025-12-31"),
    ]
    entries = rows(catalog, "audit_trail")
    assert [(row["action"], row["subject"]) for row in entries] == [("programme.import", "members")] * 2


def test_an_empty_cell_leaves_what_is_there(catalog: Catalog) -> None:
    applied(catalog, "communities", csv_of("nama,unit,nomor_sk,tema", "CoP A,BPAD,12/2025,BMD | PBB-P2"))
    report = applied(catalog, "communities", csv_of("name,skpd,decree,founded", "CoP A,,,1/2/2025"))
    assert (report.changed, report.unchanged) == (1, 0)
    (row,) = rows(catalog, "community")
    assert (row["unit"], row["decree"], row["founded"], row["themes"]) == (
        *("BPAD", "12/2025", "2025-02-01"),
        '["BMD", "PBB-P2"]',
    )


def test_counts_may_have_dots_and_are_never_negative_zero_or_broken(catalog: Catalog) -> None:
    head = "unit;triwulan;pegawai;sumber"
    good = csv_of(head, "BPAD;2026Q3;1.250;SIMPEG", "DINKES;TW III 2026;81;SIMPEG", "BAPENDA;Q1 2026;7;SIMPEG")
    assert applied(catalog, "staff", good).new == 3
    assert {(row["unit"], row["quarter"], row["people"]) for row in rows(catalog, "staff_count")} == {
        *(("BPAD", "2026Q3", 1250), ("DINKES", "2026Q3", 81), ("BAPENDA", "2026Q1", 7)),
    }
    bad = csv_of(head, *(f"BPAD;2026Q5;{people};x" for people in ("-5", "0", "12,5", "1.25", "seratus")))
    found = problems(catalog, "staff", bad)
    assert told(found) == [(row, column) for row in range(2, 7) for column in ("triwulan", "pegawai")]
    assert "negatif" in found[1][2]


def test_a_workbook_is_read_with_its_dates_and_numbers_and_its_formulas_refused(catalog: Catalog) -> None:
    good = workbook(["unit", "triwulan", "pegawai", "sumber"], [], ["BPAD", "2026Q3", 1250.0, date(2026, 9, 30)])
    assert applied(catalog, "staff", good).new == 1
    (row,) = rows(catalog, "staff_count")
    assert (row["people"], row["source"]) == (1250, "2026-09-30")
    bad = workbook(
        ["unit", "triwulan", "pegawai", "sumber"], ["BPAD", "2026Q4", "=1+1", "x"], ["BPAD", 1, 1.125, "x"], [None, 0]
    )
    found = told(problems(catalog, "staff", bad))
    assert found == [(2, "pegawai"), (3, "triwulan"), (3, "pegawai"), (4, "triwulan"), (4, "unit")]


def test_a_heading_that_is_not_known_or_missing_is_told_once(catalog: Catalog) -> None:
    found = problems(catalog, "staff", csv_of("unit,jumlah,unit", "BPAD,1,x"))
    assert told(found) == [(1, "jumlah"), (1, "unit"), (1, "triwulan")]


def test_what_is_no_table_or_too_large_is_refused_as_a_whole(catalog: Catalog) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(65 << 20))
    entity = io.BytesIO()
    with zipfile.ZipFile(entity, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    for content in (b"", b"\n\n", b"\xff\xfe", b"PK\x03\x04rusak", bomb.getvalue(), entity.getvalue()):
        with pytest.raises(RujukanError) as refused:
            importing.rehearse(catalog, KINDS_BY_NAME["staff"], content)
        assert refused.value.code == "bad_import"
    many = b"unit,triwulan,pegawai,sumber\n" + b"BPAD,2026Q3,1,x\n" * 50_001
    with pytest.raises(RujukanError, match="50000 baris"):
        importing.rehearse(catalog, KINDS_BY_NAME["staff"], many)


def test_metadata_of_assets_follow_the_key_or_the_place_and_never_the_life_cycle(catalog: Catalog) -> None:
    made = making.asset(catalog, "sop/a.txt", source="/arsip")
    key = making.key_of(catalog, made)
    good = csv_of(
        "sumber,berkas,judul,keberlakuan,akses,portal,status",
        "/arsip,sop/a.txt,SOP Baru,berlaku,internal,https://portal.contoh.id/aset/7,draf",
    )
    assert applied(catalog, "assets", good).changed == 1
    assert applied(catalog, "assets", good).unchanged == 1
    (row,) = rows(catalog, "asset")
    assert (row["title"], row["access"], row["portal"]) == ("SOP Baru", "internal", "https://portal.contoh.id/aset/7")
    (change,) = rows(catalog, "validity_change")
    assert (change["old"], change["new"]) == ("belum_dikonfirmasi", "berlaku")
    assert [row["kind"] for row in rows(catalog, "job")] == ["publish"]
    bad = csv_of("kunci,status,portal", f"{key},disahkan,http://portal.contoh.id", "tidakada,,javascript:alert(1)")
    assert told(problems(catalog, "assets", bad)) == [(2, "portal"), (3, "portal")]
    bad = csv_of("kunci,status", f"{key},disahkan", "tidakada,")
    assert told(problems(catalog, "assets", bad)) == [(2, "status"), (3, "kunci")]


def test_reuse_is_known_by_its_key_or_by_what_was_done_and_a_decision_has_its_day(catalog: Catalog) -> None:
    accounts.add(catalog, "kepala", "Kepala Contoh", None, by="uji")
    key = making.key_of(catalog, making.asset(catalog))
    head = "aset,versi,unit,jenis,tujuan,tanggal,keadaan,diputuskan,diputuskan_oleh"
    good = csv_of(head, f"{key},1,DINKES,adaptasi,Menyusun SOP,1/3/2026,dikonfirmasi,5/3/2026,kepala")
    assert applied(catalog, "reuse", good).new == 1
    assert applied(catalog, "reuse", good).unchanged == 1
    bad = csv_of(
        head,
        f"{key},9,DINKES,salin,Menyusun SOP,1/3/2026,,,",
        f"{key},9,DINKES,adopsi,Lain,1/3/2026,ditolak,,",
        f"{key},1,DINKES,adopsi,Lain,1/3/2026,,1/2/2026,",
    )
    assert told(problems(catalog, "reuse", bad)) == [
        *((2, "jenis"), (3, "versi"), (3, "diputuskan"), (4, "keadaan"), (4, "diputuskan")),
    ]
