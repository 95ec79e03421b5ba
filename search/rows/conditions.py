"""Whether a row meets a typed condition: yes, no, or its cells do not say."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from catalog.typed_cells import is_other
from search.rows import days
from search.rows.asked import Condition
from search.rows.table_row import Row
from search.rows.wording import fold

CONDITIONS: Mapping[str, str] = {
    "baik": "baik (B)", "kurang_baik": "kurang baik (KB)", "rusak_ringan": "rusak ringan (RR)",
    "rusak_berat": "rusak berat (RB)",
}  # fmt: skip
_SHORT = {"b": "baik", "kb": "kurang_baik", "rr": "rusak_ringan", "rb": "rusak_berat"}
_REMARK = re.compile(
    r"\bkondisi(?:nya)?[ :=]+(b|kb|rr|rb|baik|kurang baik|rusak ringan|rusak berat)(?![\w])", re.IGNORECASE
)
_NONE_YET = frozenset(["", " belum ", " belum ada ", " tidak ada ", " belum bersertifikat ", " tidak ", " 0 "])
_ON_ITS_WAY = re.compile(r" (?:(?:masih|sedang|dalam) )*(?:di)?(?:proses|pengurusan|pengajuan|urus)\b")
"""Folded cells of what is not there yet: a certificate "Dalam proses"."""
_NOTHING = frozenset(["", " habis ", " kosong ", " nihil ", " nol "])
"""Folded cells that are there and say none; a dash is folded to nothing."""
_MEASURED_BY = re.compile(r"m2|m²|m|meter.*|km|ha|hektar|kg|liter|ltr|ls|paket", re.IGNORECASE)
_RANGE = re.compile(r"\s*(\d{1,7})\s*(?:s/?d|s\.d\.?|-|–|sampai)\s*(\d{1,7})\s*$", re.IGNORECASE)


def meets(row: Row, condition: Condition) -> bool | None:
    """Tell whether a row meets a condition; None where the cell is empty or says something else."""
    if header := days.header_of(condition.column):
        told = days.told(row.stored.cells.get(header, ""))
        return days.meets(told, condition.operator, days.of_value(condition.values[0])) if told else None
    judge = _JUDGES.get(condition.column)
    return judge(row, condition) if judge else _compared(_figure(row, condition), condition)


def _figure(row: Row, condition: Condition) -> Decimal | None:
    """Return what is compared; a dash or a word for it is nothing where nothing is asked for: "stok habis"."""
    names = names_of(condition)
    if condition.values == ("0",):
        heads = (row.table.columns[name] for name in names if name in row.table.columns)
        cell = row.stored.cells.get(next(heads, ""), "")
        if cell.strip() and fold(cell) in _NOTHING:
            return Decimal(0)
    return figure_of(row, names)


def names_of(condition: Condition) -> list[str]:
    """Return the columns of which the first that a table has is compared."""
    return [condition.column] if is_other(condition.column) else condition.column.split()


def _in_condition(row: Row, condition: Condition) -> bool | None:
    in_it = units_in(row, condition)
    return None if in_it is None else in_it > 0


def _of_register(row: Row, condition: Condition) -> bool | None:
    return row.table.is_of(condition.values[0])


def _with_code(row: Row, condition: Condition) -> bool | None:
    value = row.stored.values.get("kode_barang")
    if value is None or value.type != "code":
        return None
    return f"{value.value}.".startswith(f"{condition.values[0]}.")


def _saying(row: Row, condition: Condition) -> bool | None:
    said = row.says(condition.column)
    return said == fold(condition.values[0]) if said else None


def speaks_of(rows: list[Row], condition: Condition) -> bool:
    """Tell whether tables can say yes or no: one that has not the column, or not the wanted word, cannot."""
    if condition.column != "kondisi":
        return any(meets(row, condition) is not None for row in rows)
    tables = {row.table.id: row.table for row in rows}.values()
    known = {word for table in tables for row in table.rows for word in (shares(row) or {})}
    return not known.isdisjoint(condition.values[0].split(","))


def has_column(rows: list[Row], condition: Condition) -> bool:
    """Tell whether any of these rows of one table can say yes or no."""
    return any(meets(row, condition) is not None for row in rows)


def units_in(row: Row, condition: Condition) -> Decimal | None:
    """Return how many units of a row are in one of the wanted conditions, None where the row does not say."""
    parts = shares(row)
    if parts is None:
        return None
    return sum((units for word, units in parts.items() if word in condition.values[0].split(",")), Decimal(0))


def shares(row: Row) -> dict[str, Decimal] | None:
    """Return how many units of a row are in which condition: by columns of their own, one column, or the remark."""
    values = row.stored.values
    marked = {word: value for word in CONDITIONS if (value := values.get(f"kondisi_{word}"))}
    counts = {word: Decimal(value.value) for word, value in marked.items() if value.type == "number"}
    if marked:
        if counts and len(counts) < len(marked):
            return None
        return counts or ({word: units(row) for word in marked} if len(marked) == 1 else None)
    if (value := values.get("kondisi")) and value.type == "condition":
        return {value.value: units(row)}
    if "kondisi" in row.table.columns or any(f"kondisi_{word}" in row.table.columns for word in CONDITIONS):
        return None
    told = _REMARK.findall(values["keterangan"].value) if "keterangan" in values else []
    words = {_SHORT.get(found.casefold(), found.casefold().replace(" ", "_")) for found in told}
    return {words.pop(): units(row)} if len(words) == 1 else None


def units(row: Row) -> Decimal:
    """Return how many things a row stands for: its count, else the numbers of its register, else one."""
    values = row.stored.values
    measured = "satuan" in values and _MEASURED_BY.fullmatch(values["satuan"].value.strip())
    if row.table.sheet.form in {"kib_a", "kib_a_2021"} or measured:
        return Decimal(1)
    if (counted := values.get("jumlah")) and counted.type == "number":
        return Decimal(counted.value)
    register = _RANGE.match(values["register"].value) if "register" in values else None
    if register and int(register[2]) >= int(register[1]):
        return Decimal(int(register[2]) - int(register[1]) + 1)
    return Decimal(1)


def counted_surely(row: Row) -> bool:
    """Tell whether a row's count is known: in a table with counts, an empty one is not taken for one."""
    measured = row.table.sheet.form in {"kib_a", "kib_a_2021"}
    value = row.stored.values.get("jumlah")
    return measured or "jumlah" not in row.table.columns or (value is not None and value.type == "number")


def _certified(row: Row, condition: Condition) -> bool | None:
    columns = {"sertifikat_nomor", "sertifikat_tanggal"} & row.table.columns.keys()
    if not columns:
        return None
    said = [row.says(name) for name in columns]
    there = [cell for cell in said if cell not in _NONE_YET and not _ON_ITS_WAY.match(cell)]
    if any(not re.search(r"\d", cell) for cell in there):
        return None
    return bool(there) is (condition.operator == "terisi")


def year_of(row: Row) -> Decimal | None:
    """Return the year of purchase that a row tells, None where it tells none."""
    for name in ("tahun", "tanggal_perolehan"):
        if name in row.table.columns:
            value = row.stored.values.get(name)
            return Decimal(value.value[:4]) if value and value.type in {"year", "date"} else None
    return None


def figure_of(row: Row, names: list[str]) -> Decimal | None:
    """Return the figure of the first of these columns that the table has, None where the row's cell holds none."""
    name = next((name for name in names if name in row.table.columns), None)
    value = row.stored.values.get(name) if name else None
    return Decimal(value.value) if value and value.type in {"money", "number"} else None


def _compared(figure: Decimal | None, condition: Condition) -> bool | None:
    if figure is None:
        return None
    wanted = Decimal(condition.values[0])
    order = (figure > wanted) - (figure < wanted)
    return order in {">": {1}, "<": {-1}, ">=": {0, 1}, "<=": {0, -1}, "=": {0}}[condition.operator]


_JUDGES: Mapping[str, Callable[[Row, Condition], bool | None]] = {
    "kondisi": _in_condition,
    "sertifikat": _certified,
    "register": _of_register,
    "tahun": lambda row, condition: _compared(year_of(row), condition),
    "kode_barang": _with_code,
    "bertingkat": _saying,
    "beton": _saying,
}
