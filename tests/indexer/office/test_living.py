"""Dates that the converting program computed are taken out; all else stays as it was, byte by byte."""

import zipfile
from pathlib import Path

import pytest

from indexer.office.living import without_living_values


def archive(path: Path, part: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr(part, text)
    return path


BEGIN, MIDDLE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def field(code: str, shown: str) -> str:
    return f"{BEGIN}<w:r><w:instrText> {code} </w:instrText></w:r>{MIDDLE}<w:r><w:t>{shown}</w:t></w:r>{END}"


@pytest.mark.parametrize(
    ("part", "living"),
    [
        ("word/document.xml", field(r'DATE \@"d MMMM yyyy"', "25 November 2026")),
        ("word/document.xml", '<w:fldSimple w:instr=" TIME "><w:r><w:t>10:25</w:t></w:r></w:fldSimple>'),
        ("ppt/slides/slide1.xml", '<a:fld id="{1}" type="datetime1"><a:rPr/><a:t>25/11/2026</a:t></a:fld>'),
        ("xl/worksheets/sheet1.xml", "<c><f>YEAR(TODAY())</f><v>2026</v></c>"),
    ],
)
def test_what_was_computed_today_goes(tmp_path: Path, part: str, living: str) -> None:
    path = archive(tmp_path / "a.zip", part, f"<w:t>Surat 2026</w:t>{living}<w:t>tamat</w:t>")
    with zipfile.ZipFile(without_living_values(path)) as found:
        text = found.read(part).decode()
    assert text.startswith("<w:t>Surat 2026</w:t>") and text.endswith("<w:t>tamat</w:t>")
    for shown in ("25 November", "10:25", "25/11", "<v>2026"):
        assert shown not in text


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word/document.xml", field("CREATEDATE", "3 Maret 2025") + field("REF a", "DATE")),
        ("ppt/slides/slide1.xml", '<a:fld id="{1}" type="slidenum"><a:t>7</a:t></a:fld>'),
        ("xl/worksheets/sheet1.xml", "<c><f>SUM(A1:A3)</f><v>2026</v></c>"),
        ("docProps/core.xml", field("DATE", "25 November 2026")),
    ],
)
def test_all_else_stays(tmp_path: Path, part: str, text: str) -> None:
    path = archive(tmp_path / "a.zip", part, text)
    assert without_living_values(path) == path
