"""Where the SOPs of a bound file begin and end; the file's own pages stay its own."""

import hypothesis.strategies as st
from hypothesis import given

from catalog.parts import NewPart
from indexer.document import PageRead
from indexer.parts import bound_sops, stretches

FLOW = "No Uraian Kegiatan Pelaksana Mutu Baku\n1 Memeriksa berkas 10 menit\n"


def sheet(name: str, number: str = "") -> str:
    return (
        f"Nomor SOP {number}\nTanggal Pembuatan 1 Mei 2024\nTanggal Revisi -\nTanggal Efektif 4 Mei 2024\n"
        f"Disahkan oleh Lurah\nNama SOP {name}\nDasar Hukum: Kualifikasi Pelaksana:\nKeterkaitan: Peralatan:\n"
    )


LEAVE, MAIL, ROOM = sheet("Pengajuan Cuti", "1/SOP"), sheet("Surat Masuk", "2/SOP"), sheet("Ruang Rapat", "3/SOP")


def pages(*texts: str) -> list[PageRead]:
    return [PageRead(n, None, text, "text" if text else "empty", 1.0) for n, text in enumerate(texts, 1)]


def found(*texts: str) -> list[tuple[int, int, str]]:
    return [(p.first_page, p.last_page, p.title) for p in bound_sops(pages(*texts))]


def test_each_sop_reaches_from_its_sheet_to_the_page_before_the_next() -> None:
    assert found("Daftar isi", "Keputusan", LEAVE, FLOW, FLOW, MAIL, ROOM, FLOW) == [
        (3, 5, "SOP Pengajuan Cuti"),
        (6, 6, "SOP Surat Masuk"),
        (7, 8, "SOP Ruang Rapat"),
    ]


def test_a_part_tells_kind_number_name_and_date_of_its_sheet() -> None:
    (first, _) = bound_sops(pages(LEAVE, MAIL))
    assert first.kind == "sop"
    said = {"nomor": "1/SOP", "nama": "Pengajuan Cuti", "tanggal": "4 Mei 2024", "pengesah_jabatan": "Lurah"}
    assert first.fields.items() >= said.items()
    assert first.fields["tgl_pembuatan_iso"] == "2024-05-01"


def test_a_file_of_one_sop_has_no_parts() -> None:
    assert found("Sampul", LEAVE, FLOW, FLOW) == []


def test_the_same_sheet_once_more_begins_no_second_sop() -> None:
    assert found(LEAVE, LEAVE, FLOW) == []
    assert found(LEAVE, LEAVE, FLOW, MAIL, FLOW) == [(1, 3, "SOP Pengajuan Cuti"), (4, 5, "SOP Surat Masuk")]


def test_a_blank_form_ends_an_sop_and_begins_none() -> None:
    assert found(LEAVE, FLOW, MAIL, FLOW, sheet("", ""), FLOW) == [
        (1, 2, "SOP Pengajuan Cuti"),
        (3, 4, "SOP Surat Masuk"),
    ]


def test_what_follows_the_last_sop_stays_the_file_s() -> None:
    closing = "BAB III\nPENUTUP\nDemikian buku ini disusun."
    assert found(LEAVE, FLOW, MAIL, FLOW, closing, "Tambahan") == [
        (1, 2, "SOP Pengajuan Cuti"),
        (3, 4, "SOP Surat Masuk"),
    ]


def test_a_cover_page_belongs_to_the_sop_that_it_names() -> None:
    assert found(LEAVE, FLOW, "STANDAR OPERASIONAL PROSEDUR\nSURAT MASUK", MAIL, FLOW) == [
        (1, 2, "SOP Pengajuan Cuti"),
        (3, 5, "SOP Surat Masuk"),
    ]


def test_a_sheet_that_names_the_next_sop_is_not_its_cover() -> None:
    linked = LEAVE.replace("Keterkaitan:", "Keterkaitan: SOP Surat Masuk")
    assert found(linked, MAIL, FLOW) == [(1, 1, "SOP Pengajuan Cuti"), (2, 3, "SOP Surat Masuk")]


def test_a_long_page_that_names_the_next_sop_is_not_its_cover() -> None:
    assert found(LEAVE, "Surat Masuk " + FLOW * 6, MAIL)[0] == (1, 2, "SOP Pengajuan Cuti")


def test_without_a_name_the_number_is_the_title_and_a_name_that_says_sop_stays() -> None:
    assert [title for *_, title in found(sheet("", "7/SOP/2024"), sheet("SOP Pengarsipan"))] == [
        "SOP nomor 7/SOP/2024",
        "SOP Pengarsipan",
    ]


def test_pages_whose_text_is_no_use_begin_nothing() -> None:
    poor = [PageRead(p.page, None, p.text, "poor", 0.1) for p in pages(LEAVE, MAIL)]
    assert bound_sops(poor) == ()


@given(st.lists(st.sampled_from(["", "Sampul", FLOW, LEAVE, MAIL, ROOM, sheet("", ""), "BAB II\nUMUM"]), max_size=12))
def test_parts_stand_in_order_inside_the_pages_and_stretches_cover_each_page_once(texts: list[str]) -> None:
    parts = bound_sops(pages(*texts))
    edges = [edge for part in parts for edge in (part.first_page, part.last_page + 1)]
    assert edges == sorted(edges)
    assert all(1 <= part.first_page <= part.last_page <= len(texts) for part in parts)
    assert len(parts) != 1
    covered = [page for first, end, _ in stretches(len(texts), parts) for page in range(first, end)]
    assert covered == list(range(len(texts)))


def test_stretches_name_the_part_that_they_are_in() -> None:
    part = NewPart(2, 3, "SOP A", "sop", {})
    assert list(stretches(4, (part,))) == [(0, 1, None), (1, 3, part), (3, 4, None)]
    assert list(stretches(2, ())) == [(0, 2, None)]
    assert list(stretches(0, ())) == []
