"""Draws blocks as a PDF with real layout; equal blocks give equal bytes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tools.contoh.blocks import (
    NOTICE,
    PROVINCE,
    Block,
    Break,
    Flow,
    Grid,
    Head,
    Items,
    Kop,
    Pairs,
    Par,
    Sheet,
    Sign,
    Title,
)
from tools.contoh.layout_sop import flow_table, identity_sheet

MARGIN = 2.2 * cm
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}
TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
GREY = colors.Color(0.9, 0.9, 0.9)


class PdfLayout:
    """Turns blocks into flowables in one typeface and one text width."""

    def __init__(self, font: str, width: float) -> None:
        self.font = font
        self.width = width
        self._draw: dict[type, Callable[..., list[Flowable]]] = {
            Kop: self._kop,
            Title: self._title,
            Head: self._head,
            Par: self._par,
            Items: self._items,
            Grid: self._grid,
            Pairs: self._pairs,
            Sign: self._sign,
            Break: self._break,
            Sheet: lambda block: identity_sheet(block.sop, landscape(A4)[0] - 2 * MARGIN),
            Flow: lambda block: flow_table(block.sop, landscape(A4)[0] - 2 * MARGIN),
        }

    def story(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Return the flowables of all blocks, in order."""
        flowables: list[Flowable] = []
        for block in blocks:
            drawn = self._draw[type(block)](block)
            if isinstance(block, Sign) and flowables:
                drawn = [KeepTogether(take_last_section(flowables) + drawn)]
            flowables += drawn
        return flowables

    def text(self, text: str, size: float = 10.5, **changes: object) -> Paragraph:
        """Return a paragraph of `text`, justified unless told otherwise."""
        style = {"alignment": TA_JUSTIFY, "leading": size * 1.35, "spaceAfter": size * 0.5} | changes
        name = BOLD[self.font] if style.pop("bold", False) else self.font
        return Paragraph(escape(text), ParagraphStyle("t", fontName=name, fontSize=size, **style))

    def _kop(self, block: Kop) -> list[Flowable]:
        lines = [
            self.text(PROVINCE, 12, bold=True, alignment=TA_CENTER, spaceAfter=0),
            self.text(block.agency.upper(), 14, bold=True, alignment=TA_CENTER, spaceAfter=0),
            self.text(block.address, 8.5, alignment=TA_CENTER),
        ]
        rules = [
            HRFlowable(width="100%", thickness=2, color=colors.black, spaceAfter=1.5),
            HRFlowable(width="100%", thickness=0.6, color=colors.black, spaceAfter=12),
        ]
        return lines + rules

    def _title(self, block: Title) -> list[Flowable]:
        lines: list[Flowable] = [
            self.text(line, 12.5, bold=True, alignment=TA_CENTER, spaceAfter=2) for line in block.lines
        ]
        return [*lines, Spacer(1, 12)]

    def _head(self, block: Head) -> list[Flowable]:
        size = 11.5 if block.level == 1 else 10.5
        return [CondPageBreak(70), self.text(block.text, size, bold=True, spaceBefore=8)]

    def _par(self, block: Par) -> list[Flowable]:
        return [self.text(block.text)]

    def _items(self, block: Items) -> list[Flowable]:
        return [
            Paragraph(
                escape(item),
                ParagraphStyle(
                    "i",
                    fontName=self.font,
                    fontSize=10.5,
                    leading=14,
                    leftIndent=18,
                    bulletIndent=2,
                    spaceAfter=3,
                    bulletFontName=self.font,
                    bulletFontSize=10.5,
                ),
                bulletText=mark(block.mark, place),
            )
            for place, item in enumerate(block.items)
        ]

    def _grid(self, block: Grid) -> list[Flowable]:
        cells = [[self._cell(text, bold=True, alignment=TA_CENTER) for text in block.header]]
        cells += [[self._cell(text) for text in row] for row in block.rows]
        shares = block.widths or [1] * len(block.header)
        widths = [share * self.width / sum(shares) for share in shares]
        style = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), GREY),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        return [Table(cells, colWidths=widths, style=style, repeatRows=1), Spacer(1, 8)]

    def _cell(self, text: str, **changes: object) -> Paragraph:
        return self.text(text, 9, alignment=changes.pop("alignment", 0), spaceAfter=0, **changes)

    def _pairs(self, block: Pairs) -> list[Flowable]:
        left, right = self.width * 0.28, self.width * 0.72
        inner = PdfLayout(self.font, right - 14)
        cells = [
            [self.text(label, bold=True, alignment=0), inner.story([as_block(part) for part in parts])]
            for label, parts in block.rows
        ]
        table = Table(cells, colWidths=[left, right], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
        return [table, Spacer(1, 6)]

    def _sign(self, block: Sign) -> list[Flowable]:
        lines = [block.where_when, block.post, "", "", block.name, f"NIP {block.nip}"]
        cells = [["", self.text(line or "\u00a0", alignment=TA_CENTER, spaceAfter=0)] for line in lines]
        table = Table(cells, colWidths=[self.width * 0.5, self.width * 0.5], style=TIGHT)
        return [Spacer(1, 12), table]

    def _break(self, block: Break) -> list[Flowable]:
        if block.landscape is None:
            return [PageBreak()]
        return [NextPageTemplate("lanskap" if block.landscape else "potret"), PageBreak()]


def as_block(part: "str | Block") -> Block:
    """Return `part`, a plain string as a paragraph."""
    return Par(part) if isinstance(part, str) else part


def take_last_section(flowables: list[Flowable]) -> list[Flowable]:
    """Remove and return the end of a paper, from its last heading on if that is near, so that no signature is alone."""
    near = range(len(flowables) - 1, max(len(flowables) - 6, 0), -1)
    start = next((place for place in near if isinstance(flowables[place], CondPageBreak)), len(flowables) - 1)
    taken = [flowable for flowable in flowables[start:] if not isinstance(flowable, CondPageBreak)]
    del flowables[start:]
    return taken


def mark(kind: str, place: int) -> str:
    """Return the mark of the list item at `place`, counted from 0."""
    return {"1": f"{place + 1}.", "a": f"{chr(97 + place % 26)}.", "-": "–"}[kind]


def write_pdf(path: Path, title: str, blocks: Sequence[Block], *, font: str = "Helvetica") -> None:
    """Write `blocks` to `path`; a paper that begins with `Sheet` begins in landscape."""
    frames = {"potret": A4, "lanskap": landscape(A4)}
    templates = [_template(name, size) for name, size in frames.items()]
    if isinstance(blocks[0], Sheet):
        templates.reverse()
    document = BaseDocTemplate(str(path), pageTemplates=templates, title=title, author="Dokumen contoh", invariant=1)
    document.build(PdfLayout(font, A4[0] - 2 * MARGIN - 12).story(blocks))


def _template(name: str, size: tuple[float, float]) -> PageTemplate:
    frame = Frame(MARGIN, 1.8 * cm, size[0] - 2 * MARGIN, size[1] - 3.6 * cm, id=name)
    return PageTemplate(id=name, frames=[frame], pagesize=size, onPageEnd=_footer)


def _footer(canvas: Canvas, document: BaseDocTemplate) -> None:
    width = canvas._pagesize[0]
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawString(MARGIN, 1.1 * cm, NOTICE)
    canvas.drawRightString(width - MARGIN, 1.1 * cm, f"Halaman {document.page}")
