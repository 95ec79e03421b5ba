"""What the sample corpus knows of one paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MANIFEST_COLUMNS = (
    "path",
    "title",
    "kind",
    "unit",
    "community",
    "access",
    "status",
    "validity",
    "date",
    "review_on",
)


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One file of the corpus: its manifest row, and the function that writes it to a given path."""

    path: str
    title: str
    kind: str
    unit: str
    community: str = ""
    access: str = "internal"
    status: str = "disahkan"
    validity: str = "berlaku"
    date: str
    review_on: str = ""
    build: Callable[[Path], None]

    def row(self) -> dict[str, str]:
        """Return the manifest row of this paper, one string a column."""
        return {column: getattr(self, column) for column in MANIFEST_COLUMNS}
