"""An asset for every access, unit and status, a viewer for every role, and in plain words who may see what."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from random import Random

from werkzeug.test import TestResponse

from catalog.database import Catalog
from catalog.grants import Grant
from catalog.words import ACCESS, STATUS
from engine.analysis import terms
from tests.indexer.readers import samples
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, text_page
from tests.word_counts import WIDTH

COMMON = "kendaraan"
_SYLLABLES = ("ba", "ke", "di", "fo", "gu", "ha", "ji", "lo", "mu", "ne", "pi", "ro", "su", "ta", "wi", "yo")
_USUAL = f"telaah {COMMON} di gedung kajian"


@dataclass(frozen=True)
class Seat:
    """An account's roles, and in plain words what they mean: anything internal, the units whose restricted papers, all.

    `roles` None is nobody's: the public.
    """

    roles: tuple[Grant, ...] | None
    internal: bool = True
    units: tuple[str, ...] = ()
    everything: bool = False


def _at(role: str, *units: str) -> tuple[Grant, ...]:
    return tuple(Grant(role, unit) for unit in units)


SEATS: Mapping[str, Seat] = {
    "publik": Seat(None, internal=False),
    "asn": Seat(()),
    **{
        role: Seat(_at(role, "BPAD"), units=("BPAD",))
        for role in ("pembaca", "penyusun", "kurator", "penelaah", "pengesah", "ppid")
    },
    "pembaca.lain": Seat(_at("pembaca", "DINKES"), units=("DINKES",)),
    "dua.unit": Seat(_at("pembaca", "BPAD", "DINKES"), units=("BPAD", "DINKES")),
    "pendamping": Seat(_at("pendamping", "BPAD")),
    "admin": Seat((Grant("admin"),)),
    "berakhir": Seat((Grant("pembaca", "BPAD", valid_until="2001-01-01"), Grant("operator", valid_until="2001-01-01"))),
    "operator": Seat((Grant("operator"),), everything=True),
    "nonaktif": Seat((Grant("operator"),), internal=False),  # disabled once logged in
}


@dataclass(frozen=True)
class Item:
    """An asset of the shelf; `words` stand in the text of one version each, the first in its title too."""

    access: str
    unit: str | None
    statuses: tuple[str, ...]
    words: tuple[str, ...]
    drawn: bool = False
    keys: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.keys[0]

    def word_for(self, seat: Seat) -> str | None:
        """The word of the version that this seat is answered from, None if it may not see the asset."""
        if seat.everything:
            return self.words[-1]
        reach = {"terbuka": True, "internal": seat.internal, "terbatas": self.unit in seat.units}
        if self.unit is None or not reach[self.access]:
            return None
        for status, word in reversed(list(zip(self.statuses, self.words, strict=True))):
            if status in ("disahkan", "perlu_diperbarui"):
                return word
            if status in ("diarsipkan", "ditarik"):
                return None
        return None


def made_up_words() -> Iterator[str]:
    """Words unlike each other, each with a place of its own in the vectors of the tests."""
    chance, taken = Random(2026), {_place(term.text) for term in terms(_USUAL)}
    while True:
        word = "".join(chance.choices(_SYLLABLES, k=5))
        places = {_place(term.text) for term in terms(word)}
        if len(places) == 1 and not places & taken:
            taken |= places
            yield word


def _place(term: str) -> int:
    return zlib.crc32(term.encode()) % WIDTH


def shelf(words: Iterator[str]) -> list[Item]:
    """An item for each access and status at one unit, and what else may go wrong: no unit, another, two versions."""
    plain = [(access, "BPAD", (status,)) for access, status in product(ACCESS, STATUS)]
    odd = [(access, None, ("disahkan",)) for access in ACCESS]
    others = [(access, "DINKES", ("disahkan",)) for access in ACCESS]
    old = [("terbuka", "BPAD", ("disahkan", "draf")), ("terbatas", "BPAD", ("disahkan", "ditarik"))]
    made = [Item(*one, tuple(next(words) for _ in one[2])) for one in (*plain, *odd, *others, *old)]
    return made + [Item(access, "BPAD", ("disahkan",), (next(words),), drawn=True) for access in ACCESS]


def fill(catalog: Catalog, items: list[Item], folder: Path) -> None:
    samples.pdf(folder / "satu.pdf", [samples.shown(["Satu halaman"])])
    picture = (folder / "satu.pdf").read_bytes()
    for item in items:
        for status, word in zip(item.statuses, item.words, strict=True):
            item.keys[:] = [add(catalog, _paper(item, status, word, picture))]


def _paper(item: Item, status: str, word: str, picture: bytes) -> Paper:
    words = replace(given(f"Kajian {item.words[0]}", access=item.access, status=status), unit=item.unit)
    page = text_page(1 if item.drawn else None, f"Telaah {COMMON} {word} di gedung.")
    content = picture + f"\n%{word}".encode() if item.drawn else f"Kajian {word}".encode()
    media_type = "application/pdf" if item.drawn else "text/plain"
    return Paper(f"{item.words[0]}.{'pdf' if item.drawn else 'txt'}", words, (page,), content, media_type)


_TOKENS = re.compile(r'(name="csrf_token" value=)"[^"]+"|("took_ms":) \d+')


def told(answer: TestResponse, *typed: str) -> tuple[int, str, list[tuple[str, str]]]:
    """All that a visitor can tell two answers apart by: without times, tokens, and what they typed."""
    body = _TOKENS.sub(r"\1\2", answer.data.decode("utf8", "replace"))
    for text in typed:
        body = body.replace(text, "…")
    headers = [(name, value) for name, value in answer.headers if name not in ("Date", "Content-Length")]
    return answer.status_code, body, headers
