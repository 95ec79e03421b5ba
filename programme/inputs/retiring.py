"""Taking back what a community said of itself: what holds no longer stays, and is not taken back twice."""

from typing import Literal

from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError


def check_holds(
    catalog: Catalog, table: Literal["theme_question", "critical_topic", "commitment"], community: int, number: int
) -> None:
    """Raise RujukanError `wrong_state` for what a community took back already, NotFoundError for what it never had."""
    for row in catalog.db.query(f"SELECT retired FROM {table} WHERE id = ? AND community = ?", [number, community]):
        if row["retired"] is None:
            return
        raise RujukanError("wrong_state", "Ini sudah dipensiunkan; tidak ada yang perlu dilakukan lagi.")
    raise NotFoundError
