"""Draws a plain slide deck: a title slide, then slides of bullet points or one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as PptxSlide
from pptx.util import Cm, Pt

from tools.contoh.blocks import NOTICE
from tools.contoh.layout_office import save_office

WIDTH, HEIGHT = 33.87, 19.05  # cm, 16:9
NAVY = RGBColor(0x1F, 0x3A, 0x5F)


@dataclass(frozen=True)
class Slide:
    """One slide: a title, and points or rows (the first row is the header)."""

    title: str
    points: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    note: str = ""


def write_deck(path: Path, title: str, subtitle: str, slides: Sequence[Slide]) -> None:
    """Write the deck to `path`; every slide carries the notice and its number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(WIDTH), Cm(HEIGHT)
    deck.core_properties.title, deck.core_properties.author = title, "Dokumen contoh"
    _cover(deck, title, subtitle)
    for number, slide in enumerate(slides, 2):
        _slide(deck, slide, number)
    save_office(deck, path)


def _text(
    slide: PptxSlide, box: tuple[float, float, float, float], text: str, size: int, *, bold: bool = False
) -> None:
    shape = slide.shapes.add_textbox(*(Cm(side) for side in box))
    shape.text_frame.word_wrap = True
    run = shape.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = text, Pt(size), bold
    run.font.color.rgb = NAVY if bold else RGBColor(0x33, 0x33, 0x33)


def _blank(deck: Deck, number: int) -> PptxSlide:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    _text(slide, (1.2, HEIGHT - 1.5, 24, 1), NOTICE, 11)
    _text(slide, (WIDTH - 3, HEIGHT - 1.5, 2, 1), str(number), 11)
    return slide


def _cover(deck: Deck, title: str, subtitle: str) -> None:
    slide = _blank(deck, 1)
    _text(slide, (2, 6, WIDTH - 4, 3), title, 40, bold=True)
    _text(slide, (2, 10.5, WIDTH - 4, 2), subtitle, 20)


def _slide(deck: Deck, content: Slide, number: int) -> None:
    slide = _blank(deck, number)
    _text(slide, (1.2, 0.8, WIDTH - 2.4, 1.8), content.title, 28, bold=True)
    top = 3.2
    for point in content.points:
        _text(slide, (1.6, top, WIDTH - 3.2, 1.6), f"• {point}", 18)
        top += 1.0 + 0.85 * (1 + len(point) // 95)
    if content.rows:
        _table(slide, content.rows, top)
    if content.note:
        slide.notes_slide.notes_text_frame.text = content.note


def _table(slide: PptxSlide, rows: Sequence[Sequence[str]], top: float) -> None:
    box = (Cm(1.6), Cm(top), Cm(WIDTH - 3.2), Cm(1.1 * len(rows)))
    table = slide.shapes.add_table(len(rows), len(rows[0]), *box).table
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(15)
