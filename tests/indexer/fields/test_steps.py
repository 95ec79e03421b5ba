"""The steps of an SOP from its flow table."""

import pytest

from indexer.document import PageRead
from indexer.fields.steps import read_steps, total_time
from indexer.fields.tables import Ruled

PAGE = PageRead(2, None, "1 Menerima surat masuk\n2 Menelaah", "text", 1.0)
HEADER = (
    ("No", "Uraian Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket."),
    ("", "", "Staf", "Kepala\nBidang", "Kelengkapan", "Waktu", "Output", ""),
)
ROWS = (
    ("1", "Menerima surat masuk", "", "", "Surat", "10 menit", "Agenda", "-"),
    ("2", "Menelaah", "", "", "Agenda", "1 jam", "Disposisi", "Segera"),
)


def test_the_actor_is_the_column_that_holds_the_symbol() -> None:
    steps = read_steps([Ruled(PAGE, HEADER + ROWS, frozenset({(2, 2), (3, 3)}))])
    first = {"no": "1", "uraian": "Menerima surat masuk", "pelaksana": "Staf", "kelengkapan": "Surat"}
    assert steps[0][0] == first | {"waktu": "10 menit", "output": "Agenda"}
    assert (steps[1][0]["pelaksana"], steps[1][0]["ket"]) == ("Kepala Bidang", "Segera")


def test_a_step_stands_where_its_words_do() -> None:
    steps = read_steps([Ruled(PAGE, HEADER + ROWS)])
    start, end = steps[0][1]["start"], steps[0][1]["end"]
    assert isinstance(start, int) and isinstance(end, int)
    assert PAGE.text[start:end] == "Menerima surat masuk"


def test_where_not_every_symbol_is_seen_no_step_has_an_actor() -> None:
    for marks in (frozenset(), frozenset({(2, 2)})):
        assert all("pelaksana" not in step for step, _ in read_steps([Ruled(PAGE, HEADER + ROWS, marks)]))


def test_the_steps_of_another_procedure_are_left_out() -> None:
    table = Ruled(PAGE, HEADER + ROWS)
    assert len(read_steps([table, table])) == 2


def test_a_tick_is_a_symbol_and_so_are_two() -> None:
    ticked = (("1", "Menerima surat masuk", "X", "√", "Surat", "10 menit", "Agenda", ""),)
    assert read_steps([Ruled(PAGE, HEADER + ticked)])[0][0]["pelaksana"] == "Staf; Kepala Bidang"


def actors(*marks: tuple[str, str]) -> list[str | None]:
    rows = tuple((str(n), "Menelaah surat", *pair, "Surat", "1 jam", "Agenda", "") for n, pair in enumerate(marks, 1))
    return [step.get("pelaksana") for step, _ in read_steps([Ruled(PAGE, HEADER + rows)])]


def test_symbols_may_be_typed_with_letters_and_brackets() -> None:
    assert actors(("O", ""), ("", "[ ]"), ("<>", ""), ("", "[]")) == ["Staf", "Kepala Bidang"] * 2


def test_of_boxes_that_are_ticked_an_empty_one_is_no_symbol() -> None:
    assert actors(("[x]", "[ ]"), ("[ ]", "[v]")) == ["Staf", "Kepala Bidang"]
    assert actors(("[ ]", "[ ]")) == [None]


def test_a_word_beside_a_letter_is_no_symbol() -> None:
    assert actors(("O", "oleh"), ("", "OB")) == [None, None]


def test_an_actor_that_is_written_needs_no_symbol() -> None:
    rows = (("No.", "Kegiatan", "Pelaksana", "Waktu"), ("1", "Menerima surat", "Staf", "10 menit"))
    assert read_steps([Ruled(PAGE, rows)])[0][0]["pelaksana"] == "Staf"


def test_a_table_goes_on_without_its_header() -> None:
    tables = [Ruled(PAGE, HEADER + ROWS[:1], frozenset({(2, 2)})), Ruled(PAGE, ROWS[1:], frozenset({(0, 3)}))]
    assert [step["pelaksana"] for step, _ in read_steps(tables)[1:]] == ["Kepala Bidang"]


def test_steps_that_do_not_count_up_are_no_steps() -> None:
    assert read_steps([Ruled(PAGE, HEADER + ROWS[1:])]) == []
    assert read_steps([Ruled(PAGE, (("No", "Nama", "Harga"), ("1", "Meja", "10")))]) == []


@pytest.mark.parametrize(
    ("times", "total"),
    [
        (["10 menit", "1 jam", "45 Menit"], "1 jam 55 menit"),
        (["1 hari", "2 (dua) hari"], "3 hari"),
        (["1 hari kerja", "2 HK"], "3 hari kerja"),
        (["1 hari", "30 menit"], ""),
        (["1 hari", "2 hari kerja"], ""),
        (["10 menit", "sesuai tugas"], ""),
        ([], ""),
    ],
)
def test_times_are_added_only_where_all_are_of_one_kind(times: list[str], total: str) -> None:
    assert total_time(times) == total
