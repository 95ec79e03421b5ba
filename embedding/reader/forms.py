"""Examples from invented forms: a value that stands beside its label, a field left blank, one that is not there."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from embedding.reader.example import Example, cut
from embedding.reader.values import value, words
from embedding.training_data import as_typed

_BLANK = ("", "", "-", "........", "…………", "___________", "……/……/20..", "[diisi]")
_BETWEEN = (": ", " : ", " | ", ": ", "\n: ", "\n", " ")
_LEFT_BLANK = 0.25
_NAMELESS = ("dokumen final", "scan0012", "Lampiran", "format isian rev2", "berkas unggahan")
"""Titles that tell nothing, as files have them."""


@dataclass(frozen=True)
class Setting:
    """Whose paper it is: what it is about, of which office in which place, from which year."""

    about: str
    office: str
    place: str
    year: int

    def title(self, chance: random.Random) -> str:
        """Return a title, as files and covers have it."""
        if chance.random() < 0.12:
            return chance.choice(_NAMELESS)
        named = chance.choice([self.about, self.about, self.about.upper()])
        return chance.choice(
            [named, f"{named} {self.office}", f"{named} {self.place} {self.year}", f"{named} Tahun {self.year}"]
        )


def setting(about: str, chance: random.Random) -> Setting:
    """Draw an office, a place and a year."""
    return Setting(
        about, chance.choice(words()["instansi"]), chance.choice(words()["tempat"]), chance.randint(2016, 2026)
    )


def forms(count: int, chance: random.Random) -> list[Example]:
    """Return the examples of so many forms, two or three each."""
    return [example for _ in range(count) for example in _of_form(chance)]


def _of_form(chance: random.Random) -> Iterator[Example]:
    kind = chance.choice(["SOP", "SOP", "KAK", "KAK", "BAST", "SURAT", "PAJAK"])
    paper = setting(named(kind, chance), chance)
    fields = [field for field in words()["isian"] if kind in field["naskah"]]
    chance.shuffle(fields)
    shown = fields[: chance.randint(3, min(8, len(fields) - 1))]
    head, body, places = _written(paper, shown, chance)
    told = [field for field, (start, end) in zip(shown, places, strict=True) if end > start]
    blank = [field for field in shown if field not in told]
    spans = {id(field): place for field, place in zip(shown, places, strict=True)}

    def example(field: dict[str, Any], asked_of: Setting, where: str, span: tuple[int, int]) -> Example:
        question = chance.choice(field["tanya"]).format(hal=asked_of.about).rstrip("?") + where + "?"
        return cut(as_typed(question, chance), body, *span, chance).under(head)

    for field in chance.sample(told, min(1 + (chance.random() < 0.3), len(told))):
        yield example(field, paper, _where(paper, head + body, chance), spans[id(field)])
    if blank:
        yield example(chance.choice(blank), paper, "", (-1, -1))
    drawn = chance.random()
    if drawn < 0.55 or not told:
        yield example(chance.choice(fields[len(shown) :]), paper, "", (-1, -1))
    else:
        other = setting(named(kind, chance), chance)
        if drawn < 0.8 and paper.about.casefold() in head.casefold() and other.about != paper.about:
            yield example(chance.choice(told), other, "", (-1, -1))
        elif where := _elsewhere(paper, other, head + body):
            yield example(chance.choice(told), paper, where, (-1, -1))


def named(kind: str, chance: random.Random) -> str:
    """Return what a paper of a kind is about, as a question names it."""
    lists = words()
    activity, procedure = chance.choice(lists["hal_kegiatan"]), chance.choice(lists["hal_sop"])
    ways: dict[str, str] = {
        "SOP": f"SOP {procedure}",
        "KAK": chance.choice([f"KAK {activity}", activity, f"kegiatan {activity}"]),
        "BAST": chance.choice([f"BAST {activity}", f"berita acara serah terima {activity}"]),
        "SURAT": chance.choice([f"undangan {activity}", f"notulen rapat {procedure}", f"surat tugas {activity}"]),
        "PAJAK": f"SPPT {chance.choice(lists['jalan'])}",
    }
    return ways[kind]


def _where(paper: Setting, text: str, chance: random.Random) -> str:
    """Return an office, place or year that the text names, or nothing: so plain a question is most often."""
    ways = [f" di {part}" for part in (paper.office, paper.place) if part.casefold() in text.casefold()]
    ways += [f" tahun {paper.year}"] * text.startswith(str(paper.year))
    return chance.choice(ways) if ways and chance.random() < 0.5 else ""


def _elsewhere(paper: Setting, other: Setting, text: str) -> str:
    """Return another office or place than the one that the text names; nothing where it names none."""
    for mine, others in ((paper.place, other.place), (paper.office, other.office)):
        if mine.casefold() in text.casefold() and others.casefold() not in text.casefold():
            return f" di {others}"
    return ""


def _written(
    paper: Setting, fields: list[dict[str, Any]], chance: random.Random
) -> tuple[str, str, list[tuple[int, int]]]:
    """Return head and body of a form, and where each field's value stands; an empty range where it is left blank."""
    between, text, places = chance.choice(_BETWEEN), "", []
    if chance.random() < 0.5:
        text += chance.choice(
            [f"{paper.office}\n{paper.place}\n", f"PEMERINTAH {paper.place}\n{paper.office}\n".upper()]
        )
    for field in fields:
        text += chance.choice(field["label"]) + between
        blank = chance.random() < _LEFT_BLANK
        entry = chance.choice(_BLANK) if blank else value(field["nilai"], chance)
        places.append((-1, -1) if blank else (len(text), len(text) + len(entry)))
        text = (text + entry).rstrip(" ") + "\n"
    text += "\n".join(chance.sample(words()["isi"], chance.randint(0, 4)))
    return paper.title(chance) + "\n", text.rstrip(), places
