import json
from datetime import date, timedelta
from pathlib import Path

from click.testing import CliRunner

from catalog import questions
from catalog.opening import create
from catalog.questions import Question
from operations.cli import rujukan


def listed(data: Path, *options: str) -> list[dict[str, object]]:
    ended = CliRunner().invoke(rujukan, ["--data", str(data), "questions", "--json", *options])
    assert ended.exit_code == 0, ended.output
    return list(json.loads(ended.stdout)["gaps" if "--gaps" in options else "questions"])


def test_questions_are_listed_as_long_as_they_are_kept_and_gaps_beside_them(tmp_path: Path) -> None:
    today = date.today()
    days = [(today - timedelta(days=age)).isoformat() for age in (100, 5, 0)]
    asked = [Question(day, f"pertanyaan {day}", "jawaban", "no_hits", 0, "publik", "a") for day in days]
    catalog = create(tmp_path)
    questions.keep(catalog, asked, days=365, today=today)
    questions.note_gap(catalog, "SOP drone", "BPAD", "x")
    catalog.close()
    assert [row["day"] for row in listed(tmp_path)] == days[:0:-1]
    assert listed(tmp_path, "--gaps") == [{"day": days[2], "text": "SOP drone", "unit": "BPAD"}]
    (tmp_path / "layanan.toml").write_text("hari_pertanyaan = 0\n")
    assert listed(tmp_path) == []
