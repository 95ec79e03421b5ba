"""The closed words of the contract. Codes of access and status stand beside vectors: never renumber them."""

from catalog.errors import RujukanError

ACCESS = ("terbuka", "internal", "terbatas")
STATUS = (
    "draf",
    "diajukan",
    "ditelaah",
    "dikembalikan",
    "disahkan",
    "perlu_diperbarui",
    "diarsipkan",
    "ditarik",
)
VALIDITY = ("berlaku", "perlu_diperbarui", "digantikan", "kedaluwarsa", "belum_dikonfirmasi")
KINDS = (
    *("sop", "kak", "kib", "kir", "rkbmd", "bast", "bmd", "pbb", "sk", "regulasi", "notulen"),
    *("lesson", "juknis", "faq", "paparan", "template", "laporan", "formulir", "lain"),
)
PAGE_STATES = ("text", "ocr", "mixed", "poor", "empty", "needs_ocr")
SEARCHABLE_STATES = ("text", "ocr", "mixed")
UNSEARCHABLE_STATES = ("poor", "needs_ocr")
RECOGNISED_STATES = ("ocr", "mixed")
"""Of pages whose text, or part of it, was recognised in a picture: a letter or a figure may be wrong."""

CSV = "text/csv"
"""The media type of a file that is one table: its page is like a sheet, with rows by number, but has no name."""

APPROVED = ("disahkan", "perlu_diperbarui")
"""Statuses that a person gave after review: only these answer viewers other than the operator."""
WITHDRAWN = ("diarsipkan", "ditarik")
"""Statuses that stop older approved versions from answering too."""

UNCONFIRMED = "belum_dikonfirmasi"
"""The validity of what nobody has said anything of."""
REPLACED = "digantikan"
"""The validity of what another asset, or another rule, has taken the place of."""
OUT_OF_FORCE = (REPLACED, "kedaluwarsa")
"""Validities of what is known not to hold any more; what nobody has confirmed is not among them."""

CLOSED = {"access": ACCESS, "status": STATUS, "validity": VALIDITY, "kind": KINDS}


def check_word(field: str, value: str) -> str:
    """Return `value` if it is one of the field's closed words; raise RujukanError that lists them if not."""
    if value not in CLOSED[field]:
        allowed = ", ".join(CLOSED[field])
        raise RujukanError("bad_value", f"Nilai {field} “{value}” tidak dikenal; pilih salah satu: {allowed}.")
    return value


def code_of(words: tuple[str, ...], value: str | None) -> int:
    """Return the number of a closed word from 1, and 0 for a missing one."""
    return 0 if value is None else words.index(value) + 1
