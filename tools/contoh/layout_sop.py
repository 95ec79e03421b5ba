"""Draws the two pages that make an SOP: the identity sheet and the flow table."""

import itertools
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from tools.contoh.blocks import PROVINCE, Sop

RULES = [
    ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
]


def identity_sheet(sop: Sop, width: float) -> list[Flowable]:
    """Return the identity sheet: agency and six rows on top, six boxes below."""
    top = Table(
        [[_agency(sop), _six_rows(sop, width * 0.55)]],
        colWidths=[width * 0.45, width * 0.55],
        style=[*RULES, ("VALIGN", (0, 0), (0, 0), "MIDDLE"), ("ALIGN", (0, 0), (0, 0), "CENTER"), *_no_padding((1, 0))],
    )
    boxes = [
        (("Dasar Hukum", sop.legal), ("Kualifikasi Pelaksana", sop.skills)),
        (("Keterkaitan", sop.links), ("Peralatan/Perlengkapan", sop.tools)),
        (("Peringatan", [sop.warning]), ("Pencatatan dan Pendataan", [sop.records])),
    ]
    lower = Table([[_box(*cell) for cell in row] for row in boxes], colWidths=[width / 2] * 2, style=RULES)
    return [top, lower]


def flow_table(sop: Sop, width: float) -> list[Flowable]:
    """Return the flow table; only the column of a row's symbol tells who acts."""
    head = _cell(f"Bagan alur: {sop.name}", 10, bold=True)
    count = len(sop.roles)
    shares = [0.03, 0.22, *[0.38 / count] * count, 0.13, 0.07, 0.10, 0.07]
    rows = [*_flow_header(sop.roles), *_flow_rows(sop)]
    spans = [("SPAN", (column, 0), (column, 1)) for column in (0, 1, -1)]
    spans += [("SPAN", (2, 0), (1 + count, 0)), ("SPAN", (2 + count, 0), (4 + count, 0))]
    shade = [("BACKGROUND", (0, 0), (-1, 1), colors.Color(0.9, 0.9, 0.9))]
    acting = ((2, 2), (1 + count, -1))
    middle = [("VALIGN", *acting, "MIDDLE"), ("ALIGN", *acting, "CENTER")]
    middle += [("TOPPADDING", *acting, 8), ("BOTTOMPADDING", *acting, 8)]
    if sop.total:
        spans += [("SPAN", (0, -1), (2 + count, -1)), ("SPAN", (3 + count, -1), (-1, -1))]
    table = FlowTable(
        rows,
        colWidths=[share * width for share in shares],
        style=[*RULES, *spans, *shade, *middle],
        repeatRows=2,
    )
    return [head, Spacer(1, 4), table, Spacer(1, 6)]


class Symbol(Flowable):
    """One of the flow symbols: "start" (capsule), "do" (box) or "ask" (diamond)."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self.shape = shape
        self.width, self.height = 34.0, 16.0

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return the size of the symbol in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the outline."""
        width, height = self.width, self.height
        if self.shape == "start":
            self.canv.roundRect(0, 0, width, height, height / 2)
        elif self.shape == "do":
            self.canv.rect(0, 0, width, height)
        else:
            path = self.canv.beginPath()
            path.moveTo(0, height / 2)
            for x, y in ((width / 2, height), (width, height / 2), (width / 2, 0)):
                path.lineTo(x, y)
            path.close()
            self.canv.drawPath(path)


class FlowTable(Table):
    """A table that joins the symbols of successive rows by arrows, on each page that it is split over."""

    def draw(self) -> None:
        """Draw the table, then the arrows."""
        super().draw()
        places = self._symbols()
        for (x0, y0, shape), (x1, y1, _) in itertools.pairwise(places):
            self._arrow((x0, y0 - 8), (x1, y1 + 8))
            if shape == "ask":
                self.canv.setFont("Helvetica", 6)
                self.canv.drawString(x0 + 3, y0 - 14, "Ya")

    def _symbols(self) -> list[tuple[float, float, str]]:
        found, y = [], self._height
        for row, height in zip(self._cellvalues, self._rowHeights, strict=True):
            x = 0.0
            for cell, width in zip(row, self._colWidths, strict=True):
                symbols = [part for part in cell if isinstance(part, Symbol)] if isinstance(cell, list | tuple) else []
                found += [(x + width / 2, y - height / 2, symbol.shape) for symbol in symbols]
                x += width
            y -= height
        return found

    def _arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = start, end
        middle = (y0 + y1) / 2
        self.canv.setLineWidth(0.7)
        self.canv.lines([(x0, y0, x0, middle), (x0, middle, x1, middle), (x1, middle, x1, y1)])
        self.canv.lines([(x1, y1, x1 - 2, y1 + 4), (x1, y1, x1 + 2, y1 + 4)])


def _agency(sop: Sop) -> list[Flowable]:
    lines = [PROVINCE, sop.agency.upper(), sop.unit]
    logo = Table([["CONTOH"]], colWidths=[44], rowHeights=[44], style=_logo_style())
    return [logo, Spacer(1, 6), *(_cell(line, 10, bold=True, alignment=TA_CENTER) for line in lines if line)]


def _logo_style() -> list[tuple]:
    return [
        ("BOX", (0, 0), (-1, -1), 1.2, colors.grey),
        ("FONTSIZE", (0, 0), (-1, -1), 7),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TEXTCOLOR", (0, 0), (-1, -1), colors.grey),
        ("ROUNDEDCORNERS", [8, 8, 8, 8]),
    ]


def _six_rows(sop: Sop, width: float) -> Table:
    signed = [
        _cell(sop.approver),
        Spacer(1, 26),
        _cell(sop.approver_name, bold=True),
        _cell(f"NIP {sop.approver_nip}"),
    ]
    rows = [
        ("Nomor SOP", sop.number),
        ("Tanggal Pembuatan", sop.made),
        ("Tanggal Revisi", sop.revised),
        ("Tanggal Efektif", sop.effective),
        ("Disahkan oleh", signed),
        ("Nama SOP", sop.name),
    ]
    cells = [[_cell(label), _cell(value) if isinstance(value, str) else value] for label, value in rows]
    return Table(cells, colWidths=[width * 0.35, width * 0.65], style=RULES)


def _box(label: str, lines: Sequence[str]) -> list[Flowable]:
    numbered = [f"{place}. {line}" for place, line in enumerate(lines, 1)] if len(lines) > 1 else lines
    return [_cell(f"{label}:", bold=True), *(_cell(line) for line in numbered)]


def _flow_header(roles: Sequence[str]) -> list[list[object]]:
    blank = [""] * (len(roles) - 1)
    first = ["No", "Uraian Kegiatan", "Pelaksana", *blank, "Mutu Baku", "", "", "Keterangan"]
    second = ["", "", *roles, "Kelengkapan", "Waktu", "Output", ""]
    return [[_cell(text, 7.5, bold=True, alignment=TA_CENTER) for text in row] for row in (first, second)]


def _flow_rows(sop: Sop) -> list[list[object]]:
    last = len(sop.steps) - 1
    rows: list[list[object]] = []
    for place, step in enumerate(sop.steps):
        if step.who not in sop.roles:
            raise ValueError(f"{sop.number}: step {place + 1} names role {step.who!r}; use one of {sop.roles}")
        shape = "ask" if step.ask else "start" if place in (0, last) else "do"
        symbols = [[Symbol(shape)] if role == step.who else "" for role in sop.roles]
        texts = [_cell(text, 8) for text in (step.needs, step.time, step.output, step.note)]
        rows.append([_cell(f"{place + 1}", 8), _cell(step.what, 8), *symbols, *texts])
    if sop.total:
        blank = [""] * (len(sop.roles) + 2)
        total = [_cell("Jumlah waktu", 8, bold=True), *blank, _cell(sop.total, 8, bold=True)]
        rows.append(total + [""] * 2)
    return rows


def _cell(text: str, size: float = 9, *, bold: bool = False, alignment: int = 0) -> Paragraph:
    font = "Helvetica-Bold" if bold else "Helvetica"
    style = ParagraphStyle("c", fontName=font, fontSize=size, leading=size * 1.25, alignment=alignment)
    return Paragraph(escape(text), style)


def _no_padding(cell: tuple[int, int]) -> list[tuple]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, cell, cell, 0) for side in sides]
