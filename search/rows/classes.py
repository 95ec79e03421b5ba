"""Classes of goods, "kendaraan" or "tanah": by the codes and forms of their rows, corpora/golongan_barang.tsv."""

from dataclasses import dataclass
from functools import cache

from catalog.word_lists import table
from search.rows.table_row import Row
from search.rows.wording import fold

_SHORTEST_SIGN = 5  # letters: two digits of an old code stand in any table


@dataclass(frozen=True)
class Class:
    """A class of goods: the code that its goods begin with, today and in the forms of old, and forms that hold it."""

    name: str
    code: str
    old_code: str
    forms: tuple[str, ...]


def belongs(row: Row, known: Class) -> bool:
    """Tell whether a row is of a class."""
    sheet = row.table.sheet
    if known.forms == ("*",):
        return row.table.lists_goods
    if sheet.form in known.forms:
        return True
    value = row.stored.values.get("kode_barang")
    code = value.value if value and value.type == "code" else ""
    prefix = known.code if code.startswith("1.") else known.old_code
    return bool(prefix) and f"{code}.".startswith(f"{prefix}.")


@cache
def classes() -> dict[tuple[str, ...], Class]:
    """Return the classes by their wordings."""
    found: dict[tuple[str, ...], Class] = {}
    for row in table("golongan_barang.tsv"):
        known = Class(row["nama"], row["kode"], row["kode_lama"], tuple(row["formulir"].split()))
        found |= {tuple(fold(wording).split()): known for wording in row["kata"].split("|")}
    return found


def is_class(words: tuple[str, ...]) -> bool:
    """Tell whether words name a class of goods."""
    return words in classes()


@cache
def class_signs(word: str) -> tuple[str, ...] | None:
    """Give what tables may hold instead of a word of a class, its codes and forms; None for a word of no class.

    Nothing is a sign of the class of all goods.
    """
    of = [known for wording, known in classes().items() if word in wording]
    if not of:
        return None
    if any(known.forms == ("*",) for known in of):
        return ()
    return tuple(
        sorted(
            {sign for known in of for sign in (known.code, known.old_code, *known.forms) if len(sign) >= _SHORTEST_SIGN}
        )
    )
