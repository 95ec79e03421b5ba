"""The comparison on a terminal."""

import pytest

from operations.comparing_print import lines, show
from search.evaluation.comparison import Comparison, Outcome, Ranked, Side
from search.evaluation.judged import JudgedQuestion
from search.evaluation.metrics import measures
from search.evaluation.paired import paired


def side(*paths: str, error: str | None = None) -> Side:
    """A ranking in which `benar` stands for the file that answers."""
    ranking = tuple(Ranked(n, p, "rak", p, 3, None, "benar" in p) for n, p in enumerate(paths, 1))
    judged = {p: 1 for p in paths if "benar" in p} or {"benar": 1}
    return Side(ranking, measures(paths, judged), error)


def comparison(*sides: tuple[Side, Side], absent: int = 0) -> Comparison:
    asked = [JudgedQuestion(f"q{n}", f"Pertanyaan nomor {n}?", "benar", (), None, 3, None, None) for n in range(99)]
    outcomes = tuple(Outcome(asked[n], *both) for n, both in enumerate(sides))
    scores = [[getattr(one, name).measures["ndcg@10"] for one in outcomes] for name in ("old", "new")]
    return Comparison(outcomes, tuple(asked[-absent:]) if absent else (), 12, paired(*scores))


LOST = (side("benar.pdf", "b.pdf", "sama.pdf"), side("c.pdf", "benar.pdf", "sama.pdf"))
KEPT = (side("benar.pdf"), side("benar.pdf"))


def printed(found: Comparison, gate: float = 0.01, shown: int = 10, width: int = 100) -> str:
    return "\n".join(lines(found, gate, shown=shown, width=width))


def test_the_means_stand_beside_each_other_with_their_difference() -> None:
    rows = [line.split() for line in printed(comparison(LOST, KEPT)).splitlines()]
    assert ["lama", "baru", "selisih"] in rows
    assert ["MRR@10", "1.0000", "0.7500", "-0.2500"] in rows
    assert [row[0] for row in rows if len(row) == 4][:4] == ["nDCG@10", "recall@1", "recall@10", "MRR@10"]


def test_a_changed_question_shows_the_ranks_that_differ_side_by_side() -> None:
    said = printed(comparison(LOST, KEPT))
    assert "q0  Pertanyaan nomor 0?" in said
    assert "peringkat yang menjawab 1 -> 2" in said
    (first,) = (line for line in said.splitlines() if "c.pdf" in line)
    assert first.startswith("     1  * benar.pdf, halaman 3  ")
    assert first.endswith("    c.pdf, halaman 3")
    assert "sama.pdf" not in said
    assert "q1" not in said


def test_a_file_that_left_the_first_ten_is_said_in_words() -> None:
    assert "1 -> di luar sepuluh" in printed(comparison((side("benar.pdf"), side("b.pdf"))))


def test_more_than_are_shown_are_counted() -> None:
    said = printed(comparison(*[LOST] * 5), shown=2)
    assert "Sepuluh aset pertama berubah pada 5 pertanyaan" in said
    assert said.count("peringkat yang menjawab") == 2
    assert "... dan 3 pertanyaan lain." in said


def test_what_was_set_aside_and_what_failed_is_told() -> None:
    found = comparison(KEPT, (side("benar.pdf"), side(error="Model tidak menjawab.")), absent=2)
    said = printed(found)
    assert "12 tanpa jawaban tidak ikut; 2 berkasnya tidak ada di katalog: q97, q98" in said
    assert "1 pertanyaan gagal dan dihitung nol:" in said
    assert "q1  baru: Model tidak menjawab." in said


def test_the_verdict_says_why_not() -> None:
    assert printed(comparison(KEPT)).endswith("Lolos: nDCG@10 tidak turun lebih dari 0.01.")
    lost = printed(comparison(LOST))
    assert lost.splitlines()[-2] == "Tidak lolos:"
    assert "nDCG@10 turun 0.3691, lebih dari batas 0.01." in lost


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_lists_fit_the_terminal(width: int) -> None:
    long = ("benar " + "panjang sekali " * 20 + "akhir.pdf", "pendek.pdf")
    found = comparison((side(*long), side(*reversed(long))))
    ranks = [line for line in printed(found, width=width).splitlines() if "pdf" in line]
    assert len(ranks) == 2
    assert all(len(line) <= width for line in ranks)
    assert all("akhir.pdf, halaman 3" in line for line in ranks)


def test_a_name_does_not_move_the_cursor() -> None:
    found = comparison((side("benar\x1b[2J\n.pdf"), side("b.pdf")))
    assert not any(mark in line for line in printed(found).splitlines() for mark in "\x1b\r")
    assert "benar?[2J?.pdf" in printed(found)


def test_it_is_printed_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    show(comparison(LOST, KEPT), 0.5)
    said = capsys.readouterr()
    assert "Uji acak berpasangan dua sisi: p = 1.000 (semua penukaran dihitung)." in said.out
    assert said.err == ""
