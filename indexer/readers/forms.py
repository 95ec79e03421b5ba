"""Which form of regional property a table is, by its columns: corpora/formulir_bmd.toml, which a person may edit."""

import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class _Form:
    code: str
    wanted: tuple[frozenset[str], ...]  # of each, one
    unwanted: frozenset[str]


def recognised(canonical: Set[str]) -> str | None:
    """Return the code of the form that has these columns; of several the one that asks for most of them."""
    fits = [f for f in _forms() if not f.unwanted & canonical and all(one & canonical for one in f.wanted)]
    return max(fits, key=lambda f: len(f.wanted)).code if fits else None


@cache
def _forms() -> tuple[_Form, ...]:
    told = tomllib.loads(files("corpora").joinpath("formulir_bmd.toml").read_text(encoding="utf-8"))
    return tuple(
        _Form(code, tuple(frozenset(one.split("|")) for one in form["kolom"]), frozenset(form["tanpa"]))
        for code, form in told.items()
    )
