"""The commands `gaps`: what was asked in vain is grouped, and closes once a paper answers it."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from catalog import communities, questions
from catalog.opening import create
from catalog.questions import Question
from operations.cli import rujukan
from operations.gaps import ask_again, group
from programme.steering import gaps
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searcher, text_page

TODAY = date.today().isoformat()


def test_a_gap_closes_with_the_paper_that_answers_it_and_opens_when_that_is_withdrawn(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    cop = '[[community]]\nname = "CoP"\nunit = "BPSDM"\nthemes = ["Peminjaman kendaraan dinas"]\n'
    communities.load_toml(catalog, cop)
    add(catalog, Paper("x.txt", given("Lain"), (text_page(None, "Ambulans siaga setiap hari."),)))
    text = "Kapan peminjaman kendaraan dinas diajukan?"
    asked = [Question(TODAY, text, "jawaban", "no_hits", 0, "internal", one) for one in "abcde"]
    questions.keep(catalog, asked, days=90, today=date.today())
    assert group(catalog, searcher(catalog), TODAY, TODAY) == 1
    assert ask_again(catalog, searcher(catalog), TODAY) == (0, 0)
    (gap,) = gaps.listing(catalog)
    assert (gap.community_name, gap.unit, gap.state) == ("CoP", "BPSDM", "terbuka")
    paper = Paper("sop.txt", given("SOP Kendaraan"), (text_page(None, SOP),))
    key = add(catalog, paper)
    assert ask_again(catalog, searcher(catalog), TODAY) == (1, 0)
    assert [(one.state, one.asset) for one in gaps.listing(catalog)] == [("tertutup", key)]
    add(catalog, Paper("sop.txt", given("SOP Kendaraan", status="ditarik"), (text_page(None, "Kosong."),)))
    assert ask_again(catalog, searcher(catalog), TODAY) == (0, 1)
    catalog.close()


def test_of_fewer_than_five_askers_no_count_is_printed(tmp_path: Path) -> None:
    with closing(create(tmp_path / "data")) as catalog:
        asked = [Question(TODAY, "Cuti safir?", "jawaban", "no_hits", 0, "internal", one) for one in "abc"]
        asked += [Question(TODAY, "Sewa genset?", "jawaban", "no_hits", 0, "internal", one) for one in "abcde"]
        questions.keep(catalog, asked, days=90, today=date.today())
        add(catalog, Paper("x.txt", given("Lain"), (text_page(None, "Ambulans siaga setiap hari."),)))
        group(catalog, searcher(catalog), TODAY, TODAY)
    words = ["--data", str(tmp_path / "data"), "gaps", "list"]
    lines = CliRunner().invoke(rujukan, words).stdout.splitlines()
    assert next(line for line in lines if "Cuti" in line).startswith("terbuka  3 kali, kurang dari 5 penanya")
    assert next(line for line in lines if "Sewa" in line).startswith("terbuka  5 kali, 5 penanya")
    told = json.loads(CliRunner().invoke(rujukan, [*words, "--json"]).stdout)["gaps"]
    assert {gap["question"]: gap["askers"] for gap in told} == {"Cuti safir?": None, "Sewa genset?": 5}
