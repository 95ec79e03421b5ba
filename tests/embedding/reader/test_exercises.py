"""Reading exercises: what a passage answers and what it only seems to answer."""

import json
import lzma
import random
from pathlib import Path

import pytest

from embedding.reader.example import Example
from embedding.reader.exercises import Exercise, exercises, read_through

PERMIT = Exercise(
    "izin",
    "Perizinan\nReaktor\n",
    "Izin reaktor nondaya berlaku 40 tahun.",
    (("Berapa lama izin reaktor nondaya berlaku?", 29, 37),),
    ("Berapa lama izin reaktor daya berlaku?",),
    invented=True,
)


def of_seed(seed: int) -> list[Example]:
    return list(read_through([PERMIT], random.Random(seed)))


def test_of_twins_one_is_answered_and_the_other_is_not() -> None:
    answered, not_answered = of_seed(1)
    assert answered.passage[answered.start : answered.end] == "40 tahun"
    assert (not_answered.start, not_answered.end) == (-1, -1)


def test_title_and_heading_stand_above_most_passages_but_not_above_all() -> None:
    made = [example for seed in range(50) for example in of_seed(seed)]
    below = [example for example in made if example.passage.startswith("Perizinan\nReaktor\nIzin")]
    assert len(made) / 2 < len(below) < len(made)


def test_the_same_chance_gives_the_same_examples() -> None:
    assert of_seed(2) == of_seed(2)


def test_every_answer_to_an_invented_paper_stands_in_it(tmp_path: Path) -> None:
    papers = exercises(folder_of(tmp_path, []))
    assert len(papers) > 500
    for paper in papers:
        assert all(paper.text[start:end].strip() for _, start, end in paper.answered), paper.id
        assert paper.answered or paper.unanswered, paper.id


def test_no_question_stands_twice_with_a_passage(tmp_path: Path) -> None:
    for paper in exercises(folder_of(tmp_path, [])):
        asked = [*(question for question, _, _ in paper.answered), *paper.unanswered]
        assert len(set(asked)) == len(asked), paper.id


def test_some_passages_are_kept_apart_to_measure_by(tmp_path: Path) -> None:
    papers = exercises(folder_of(tmp_path, []))
    assert 0.04 < sum(paper.kept_apart for paper in papers) / len(papers) < 0.12


def test_an_article_counts_only_if_it_is_the_text_that_was_asked_about(tmp_path: Path) -> None:
    known = json.loads(Path("corpora/latihan_baca/peraturan.jsonl").read_text(encoding="utf-8").splitlines()[0])
    other = {"id": known["id"], "title": "Peraturan tentang Lain", "bab": "", "text": "Bunyi yang lain."}
    assert not [one for one in exercises(folder_of(tmp_path, [other])) if not one.invented]


@pytest.mark.skipif(not Path("../shared/data/train").is_dir(), reason="needs ../shared/data")
def test_every_answer_to_an_article_stands_in_it() -> None:
    articles = [one for one in exercises(Path("../shared/data/train")) if not one.invented]
    lines = Path("corpora/latihan_baca/peraturan.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(articles) == len(lines)
    for article in articles:
        assert all(article.text[start:end].strip() for _, start, end in article.answered), article.id


def folder_of(folder: Path, rows: list[dict[str, str]]) -> Path:
    (folder / "peraturan-pasal.jsonl.xz").write_bytes(lzma.compress("\n".join(map(json.dumps, rows)).encode()))
    return folder
