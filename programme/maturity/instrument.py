"""The maturity instrument: versioned data that people edit (corpora/instrumen.toml), read into exact fractions.

A change is a new version. What a version said when it was first used stays in the catalog, and assessments with it.
"""

import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder

SOURCES = ("A", "H", "AH")
"""Computed, judged by people, and proposed by the system for people to check."""
LEVELS = range(1, 6)
_BEYOND_FIRST = len(LEVELS) - 1


@dataclass(frozen=True)
class Indicator:
    """One indicator: its criteria for the levels 2 to 5, and what a computed one is measured by.

    `scale` holds the bounds of these levels: lowest figures, or highest where `lower_is_better`; None where the figure
    is not one number. Under `minimum` counted things it is N/A.
    """

    code: str
    name: str
    english: str
    source: str
    criteria: tuple[str, ...]
    evidence: str
    scale: tuple[Fraction, ...] | None = None
    lower_is_better: bool = False
    minimum: int = 0

    def level_of(self, figure: Fraction) -> int:
        """Return the level from 1 to 5 that a figure reaches on the scale; ValueError where there is none."""
        if self.scale is None:
            raise ValueError(f"indicator {self.code} has no scale")
        reached = [figure <= bound if self.lower_is_better else figure >= bound for bound in self.scale]
        return 1 + (reached.index(False) if False in reached else len(reached))


@dataclass(frozen=True)
class Dimension:
    """Some indicators that are one mean, and its weight in the total."""

    code: str
    name: str
    english: str
    weight: Fraction
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Level:
    """One of the five levels in words."""

    number: int
    name: str
    english: str
    text: str


@dataclass(frozen=True)
class Gate:
    """A level that needs an indicator of at least so much."""

    level: int
    indicator: str
    at_least: int


@dataclass(frozen=True)
class Instrument:
    """One version of the instrument.

    A level L needs every dimension to be at least L - `slack`; a dimension of fewer than `few_indicators` valid
    indicators holds the level at `few_indicators_cap`.
    """

    version: str
    name: str
    valid_from: str
    note: str
    slack: int
    few_indicators: int
    few_indicators_cap: int
    levels: tuple[Level, ...]
    gates: tuple[Gate, ...]
    dimensions: tuple[Dimension, ...]

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return all indicators by code, in their order."""
        return {found.code: found for dimension in self.dimensions for found in dimension.indicators}


@lru_cache(maxsize=16)  # of the few texts that there are; one costs 50 ms, and every step of an appraisal asks
def parse(text: str) -> Instrument:
    """Return the instrument that a TOML text holds; RujukanError `bad_instrument` that names what is wrong."""
    try:
        made = _instrument(tomllib.loads(text))
    except KeyError as error:
        raise _bad(f"isian {error} tidak ada") from error
    except (tomllib.TOMLDecodeError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise _bad(str(error)) from error
    for problem in _problems(made):
        raise _bad(problem)
    return made


def of_folder(folder: DataFolder) -> Instrument:
    """Return the instrument that a data folder holds, the bundled one where it holds none or is none."""
    return parse(_text(folder))


def in_force(catalog: Catalog) -> Instrument:
    """Return the instrument by which new assessments are made: that of the data folder, or the bundled one.

    RujukanError `changed_instrument` if its version was used before and said something else then.
    """
    return _kept(catalog, _text(catalog.folder))[0]


def use(catalog: Catalog) -> Instrument:
    """Return the instrument in force, kept in the catalog from now on as what its version says."""
    text = _text(catalog.folder)
    with catalog.writing():
        made, known = _kept(catalog, text)
        if not known:
            catalog.db.execute(
                "INSERT INTO instrument (version, text, added) VALUES (?, ?, ?)", [made.version, text, int(time.time())]
            )
    return made


def of_version(catalog: Catalog, version: str) -> Instrument | None:
    """Return a version that was used or is in force; None if it is neither (an assessment from elsewhere)."""
    stored = _stored(catalog, version)
    if stored is not None:
        return parse(stored)
    made = parse(_text(catalog.folder))
    return made if made.version == version else None


def versions(catalog: Catalog) -> list[Instrument]:
    """Return what was used and what is in force, the newest first."""
    used = [parse(row["text"]) for row in catalog.db.query("SELECT text FROM instrument ORDER BY added DESC, version")]
    now = in_force(catalog)
    return [now, *(made for made in used if made.version != now.version)]


def _text(folder: DataFolder) -> str:
    try:
        return folder.instrument.read_text(encoding="utf8")
    except FileNotFoundError:
        return resources.files("corpora").joinpath(folder.instrument.name).read_text(encoding="utf8")
    except (OSError, ValueError) as error:
        raise _bad(f"berkasnya di folder data tidak terbaca ({error})") from error


def _stored(catalog: Catalog, version: str) -> str | None:
    rows = catalog.db.query("SELECT text FROM instrument WHERE version = ?", [version])
    return next((str(row["text"]) for row in rows), None)


def _kept(catalog: Catalog, text: str) -> tuple[Instrument, bool]:
    """Return an instrument, and whether its version was used before; refuse another text of the same version."""
    made = parse(text)
    stored = _stored(catalog, made.version)
    if stored is not None and parse(stored) != made:
        raise RujukanError(
            "changed_instrument",
            f"Instrumen versi {made.version} sudah dipakai dengan isi yang lain. Tulis perubahan itu sebagai versi"
            " baru: ganti `version` pada instrumen.toml.",
        )
    return made, stored is not None


def _instrument(said: Mapping[str, Any]) -> Instrument:
    rules = said["rules"]
    return Instrument(
        version=_words(said["version"]),
        name=_words(said["name"]),
        valid_from=_words(said["valid_from"]),
        note=said.get("note", ""),
        slack=_whole(rules["slack"]),
        few_indicators=_whole(rules["few_indicators"]),
        few_indicators_cap=_whole(rules["few_indicators_cap"]),
        levels=tuple(Level(**level) for level in said["level"]),
        gates=tuple(Gate(**gate) for gate in said.get("gate", [])),
        dimensions=tuple(_dimension(dimension) for dimension in said["dimension"]),
    )


def _dimension(said: Mapping[str, Any]) -> Dimension:
    made = tuple(_indicator(indicator) for indicator in said["indicator"])
    return Dimension(said["code"], said["name"], said["english"], Fraction(_words(said["weight"])), made)


def _indicator(said: Mapping[str, Any]) -> Indicator:
    scale = said.get("scale")
    exact = None if scale is None else tuple(Fraction(_words(bound)) for bound in scale)
    return Indicator(**{**said, "criteria": tuple(said["criteria"]), "scale": exact})


def _words(value: object) -> str:
    """Refuse numbers where text stands: 0.15 in TOML is no exact fraction, and version 1 is not "1"."""
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} harus ditulis di antara tanda petik")
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r} harus bilangan bulat")
    return value


def _problems(made: Instrument) -> Iterator[str]:
    if [level.number for level in made.levels] != list(LEVELS):
        yield "levelnya harus 1 sampai 5, berurutan"
    weights = sum((dimension.weight for dimension in made.dimensions), Fraction(0))
    if weights != 1 or any(dimension.weight <= 0 for dimension in made.dimensions):
        yield f"bobot dimensi harus positif dan berjumlah 1, bukan {weights}"
    codes = [indicator.code for dimension in made.dimensions for indicator in dimension.indicators]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        yield f"indikator {twice[0]} ada dua kali"
    if empty := [dimension.code for dimension in made.dimensions if not dimension.indicators]:
        yield f"dimensi {empty[0]} tidak punya indikator"
    for gate in made.gates:
        if gate.indicator not in codes or gate.level not in LEVELS or gate.at_least not in LEVELS:
            yield f"gerbang level {gate.level} pada {gate.indicator} tidak dapat dipakai"
    for indicator in made.indicators.values():
        yield from _problems_of(indicator)


def _problems_of(indicator: Indicator) -> Iterator[str]:
    if indicator.source not in SOURCES:
        yield f"sumber indikator {indicator.code} harus salah satu dari {', '.join(SOURCES)}"
    if len(indicator.criteria) != _BEYOND_FIRST:
        yield f"indikator {indicator.code} harus punya {_BEYOND_FIRST} kriteria, untuk level 2 sampai 5"
    if indicator.scale is not None:
        ordered = sorted(indicator.scale, reverse=indicator.lower_is_better)
        if len(indicator.scale) != _BEYOND_FIRST or list(indicator.scale) != ordered:
            yield f"`scale` indikator {indicator.code} harus {_BEYOND_FIRST} batas yang makin berat"


def _bad(why: str) -> RujukanError:
    return RujukanError("bad_instrument", f"Instrumen maturitas tidak dapat dipakai: {why}. Perbaiki instrumen.toml.")
