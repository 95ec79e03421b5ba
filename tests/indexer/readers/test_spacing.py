"""Letter-spaced titles become words where the places of their letters tell the gaps between words."""

from pathlib import Path

import pytest

from indexer.readers.pdf import read_pdf
from tests.indexer.readers import samples

# How wide the capitals of Helvetica are, in thousandths of their size.
WIDTHS = {"I": 278, "J": 500, "L": 556, "F": 611, "T": 611, "M": 833, "G": 778}


def spaced(tmp_path: Path, text: str, gap: float = 5.0, word: float = 16.0) -> tuple[str, list[str]]:
    """Return the text of a page on which letters, and words, stand so many points apart; and that of its boxes."""
    parts, x = [], 60.0
    for char in text:
        if char == " ":
            x += word - gap
            continue
        parts.append(f"BT /F1 10 Tf 1 0 0 1 {x} 700 Tm ({char}) Tj ET")
        x += WIDTHS.get(char, 700) / 100 + gap
    below = "BT /F1 10 Tf 1 0 0 1 60 650 Tm (Peraturan ini mulai berlaku sejak ditetapkan.) Tj ET"
    page = read_pdf(samples.pdf(tmp_path / "a.pdf", [" ".join([*parts, below]).encode()]), 10).pages[0]
    return page.text.split("\n")[0], [page.text[b.start : b.end] for b in page.boxes]


def test_letters_become_words(tmp_path: Path) -> None:
    text, boxes = spaced(tmp_path, "KEMENTERIAN KEUANGAN REPUBLIK")
    assert text == "KEMENTERIAN KEUANGAN REPUBLIK"
    assert boxes[0] == text
    assert spaced(tmp_path, "JUMLAH")[0] == "JUMLAH"


@pytest.mark.parametrize("text", ["ABCDEF", "XXXXXX"])
def test_a_list_of_letters_and_a_row_of_ticks_are_left(tmp_path: Path, text: str) -> None:
    assert spaced(tmp_path, text)[0] == " ".join(text)


def test_gaps_that_tell_no_words_are_left(tmp_path: Path) -> None:
    assert spaced(tmp_path, "KEMENTERIANKEUANGAN")[0] == " ".join("KEMENTERIANKEUANGAN")
    assert spaced(tmp_path, "BUKAN", gap=70)[0] == " ".join("BUKAN")
