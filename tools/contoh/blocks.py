"""The parts that papers are made of: plain data, drawn alike by the PDF and the DOCX layout."""

from collections.abc import Sequence
from dataclasses import dataclass

NOTICE = "DOKUMEN CONTOH – bukan dokumen resmi"
PROVINCE = "PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA"


@dataclass(frozen=True)
class Kop:
    """A letterhead: province, agency, address, and a double rule below."""

    agency: str
    address: str


@dataclass(frozen=True)
class Title:
    """Centred bold lines."""

    lines: Sequence[str]


@dataclass(frozen=True)
class Head:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Par:
    """One paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list; `mark` is "1" for numbers, "a" for letters, "-" for dashes."""

    items: Sequence[str]
    mark: str = "1"


@dataclass(frozen=True)
class Grid:
    """A ruled table with one header row; `widths` are shares of the text width."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()


@dataclass(frozen=True)
class Pairs:
    """The borderless two-column body of a KAK: heading left, text or blocks right."""

    rows: "Sequence[tuple[str, Sequence[str | Block]]]"


@dataclass(frozen=True)
class Sign:
    """A signature block at the right: place and date, post, name, NIP."""

    where_when: str
    post: str
    name: str
    nip: str


@dataclass(frozen=True)
class Break:
    """Start a new page; `landscape` turns the paper from here on, None keeps it."""

    landscape: bool | None = None


@dataclass(frozen=True)
class Step:
    """One row of a flow table; `ask` makes its symbol a diamond."""

    what: str
    who: str
    needs: str
    time: str
    output: str
    note: str = ""
    ask: bool = False


@dataclass(frozen=True, kw_only=True)
class Sop:
    """One procedure: the identity sheet's cells, the roles and the steps."""

    agency: str
    unit: str
    number: str
    name: str
    made: str
    revised: str
    effective: str
    approver: str
    approver_name: str
    approver_nip: str
    legal: Sequence[str]
    skills: Sequence[str]
    links: Sequence[str]
    tools: Sequence[str]
    warning: str
    records: str
    roles: Sequence[str]
    steps: Sequence[Step]
    total: str = ""


@dataclass(frozen=True)
class Sheet:
    """The identity sheet of a procedure: a box in two halves and six boxes below."""

    sop: Sop


@dataclass(frozen=True)
class Flow:
    """The flow table of a procedure: symbols in the column of the role that acts, and mutu baku."""

    sop: Sop


Block = Kop | Title | Head | Par | Items | Grid | Pairs | Sign | Break | Sheet | Flow
