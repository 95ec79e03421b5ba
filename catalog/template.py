"""The template of knowledge assets: what people say of a version beside the asset's columns, and how complete it is.

A field is stored as text under its name, by version: a new version begins with what was said of the one before.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError

LESSON = ("konteks", "yang_dilakukan", "hasil", "berhasil", "tidak_berhasil", "rekomendasi", "syarat_replikasi")
"""Fields that a lesson or a good practice must have besides."""
TEXTS = ("ringkasan", "tema", "unit_kerja", "penyusun", "jabatan", "versi", "dasar_hukum", "bebas_data_pribadi")
"""Fields of every kind that are no column of the asset."""
OPTIONAL = (
    *("nomor", "narasumber", "pertemuan", "aset_terkait", "pengganti", "penghematan", "sasaran", "tautan"),
    "masa_berlaku",
)
FIELDS = (*TEXTS, *LESSON, *OPTIONAL)
MANDATORY = (
    *("judul", "jenis", "ringkasan", "tema", "unit", "komunitas", "penyusun", "tanggal", "versi", "dasar_hukum"),
    *("akses", "berkas", "tinjau_ulang", "bebas_data_pribadi"),
)
"""What every kind must have; `berkas` is a file that can be read and holds enough words."""
SUMMARY = (50, 150)
"""Words that a summary has, both ends inclusive."""
LEAST_WORDS = 100
"""Words of text that a file must hold to say something by itself."""
LONGEST = 5_000
"""Characters of a field."""

_FACTS = """
SELECT coalesce(a.title, v.title) AS judul, coalesce(a.kind, v.kind) AS jenis, a.unit, a.community AS komunitas,
    a.date AS tanggal, a.access AS akses, a.review_on AS tinjau_ulang,
    EXISTS (SELECT 1 FROM citation c JOIN page p ON p.id = c.page WHERE p.version = v.id AND c.basis) AS dasar_hukum
FROM version v JOIN asset a ON a.id = v.asset WHERE v.id = ?
"""


@dataclass(frozen=True)
class Completeness:
    """How many of the mandatory fields of a kind are filled, and which are not."""

    wanted: int
    missing: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Return the share that is filled, rounded down: only what lacks nothing is 100."""
        return 100 * (self.wanted - len(self.missing)) // self.wanted


def of(catalog: Catalog, version: int) -> dict[str, str]:
    """Return what was said of a version; of a new one that nobody described yet, what was said of the one before."""
    rows = catalog.db.execute(
        "SELECT d.fields FROM version v JOIN version w ON w.asset = v.asset AND w.number <= v.number"
        " JOIN described d ON d.version = w.id WHERE v.id = ? ORDER BY w.number DESC LIMIT 1",
        [version],
    ).fetchall()
    said: dict[str, str] = json.loads(rows[0][0]) if rows else {}
    return said


def save(catalog: Catalog, version: int, said: Mapping[str, str]) -> None:
    """Store what is said of a version, in place of what was; names that the template does not have are nothing.

    RujukanError `too_long` names a field that is. Belongs inside one `catalog.writing()` of its caller.
    """
    kept = {name: text for name in FIELDS if (text := cleaned(name, said.get(name, "")))}
    catalog.db.execute(
        "INSERT OR REPLACE INTO described (version, fields) VALUES (?, ?)",
        [version, json.dumps(kept, ensure_ascii=False, sort_keys=True)],
    )


def cleaned(name: str, text: str) -> str:
    """Return a field's text as it is kept: NFC, without control characters, lines without spaces at their ends."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = "".join(sign for sign in composed if sign == "\n" or unicodedata.category(sign)[0] != "C")
    kept = "\n".join(line.strip() for line in shown.split("\n")).strip()
    if len(kept) > LONGEST:
        raise RujukanError(
            "too_long", f"Isian “{name}” {len(kept)} karakter; paling panjang {LONGEST}. Ringkas dahulu."
        )
    return kept


def forget(catalog: Catalog, version: int) -> None:
    """Delete what was said of a version, inside the transaction that deletes it."""
    catalog.db.execute("DELETE FROM described WHERE version = ?", [version])


def completeness(catalog: Catalog, version: int) -> Completeness:
    """Return how complete a version is, as stored."""
    facts = next(iter(catalog.db.query(_FACTS, [version])))
    said = of(catalog, version)
    facts["berkas"] = _words(catalog, version) >= LEAST_WORDS
    wanted = MANDATORY + (LESSON if facts["jenis"] == "lesson" else ())
    return Completeness(len(wanted), tuple(name for name in wanted if not _is_filled(name, facts, said)))


def _is_filled(name: str, facts: Mapping[str, Any], said: Mapping[str, str]) -> bool:
    if name == "jenis":
        return bool(facts["jenis"] != "lain")
    if name == "ringkasan":
        return SUMMARY[0] <= len(said.get("ringkasan", "").split()) <= SUMMARY[1]
    if name == "penyusun":
        return bool(said.get("penyusun") and said.get("jabatan"))
    if name == "unit":
        return bool(facts["unit"] and said.get("unit_kerja"))
    return bool(facts.get(name) or said.get(name))


def _words(catalog: Catalog, version: int) -> int:
    """Count words of text until there are enough."""
    count = 0
    for row in catalog.db.query("SELECT text FROM page WHERE version = ? ORDER BY number", [version]):
        count += len(row["text"].split())
        if count >= LEAST_WORDS:
            break
    return count
