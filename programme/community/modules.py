"""Material of mentors: modules in versions, as `corpora/modul/*.toml` has them. An old version stays readable."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from catalog.errors import NotFoundError


@dataclass(frozen=True)
class Step:
    """A step of a module: what is done, and how."""

    title: str
    text: str


@dataclass(frozen=True)
class Module:
    """One version of a module; `changed` says what is new in it, "" for the first."""

    code: str
    version: int
    day: str
    title: str
    summary: str
    changed: str
    aims: tuple[str, ...]
    steps: tuple[Step, ...]
    text: str

    @property
    def reference(self) -> str:
        """Return code and version, as the schedule of a mentor names it."""
        return f"{self.code}@{self.version}"

    @property
    def paragraphs(self) -> list[str]:
        """Return the text by paragraphs."""
        return [" ".join(part.split()) for part in self.text.split("\n\n") if part.strip()]


@cache
def known() -> dict[str, tuple[Module, ...]]:
    """Return the versions of each module by its code, the latest first."""
    files = sorted(resources.files("corpora").joinpath("modul").iterdir(), key=lambda file: file.name)
    return {
        code: read(code, file.read_text(encoding="utf8"))
        for file in files
        if (code := file.name.removesuffix(".toml")) != file.name
    }


def read(code: str, text: str) -> tuple[Module, ...]:
    """Return the versions that the file of a module holds, the latest first."""
    versions = [_module(code, record) for record in tomllib.loads(text)["version"]]
    return tuple(sorted(versions, key=lambda one: -one.version))


def latest() -> list[Module]:
    """Return the latest version of each module, by its title."""
    return sorted((versions[0] for versions in known().values()), key=lambda one: one.title)


def named(reference: str) -> Module:
    """Return the version that a reference such as `sop@2` names, of a bare code the latest; NotFoundError if none."""
    code, _, version = reference.partition("@")
    for one in known().get(code, ()):
        if version in ("", str(one.version)):
            return one
    raise NotFoundError


def _module(code: str, record: dict[str, Any]) -> Module:
    return Module(
        code=code,
        version=record["number"],
        day=record["day"],
        title=record["title"],
        summary=record["summary"],
        changed=record.get("changed", ""),
        aims=tuple(record["aims"]),
        steps=tuple(Step(**step) for step in record["steps"]),
        text=record["text"],
    )
