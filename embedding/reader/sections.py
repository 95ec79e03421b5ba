"""Examples from invented sections: what stands below a heading, headings that a table of contents only names."""

import random
from collections.abc import Iterator
from typing import Any

from embedding.reader.example import Example, cut
from embedding.reader.forms import Setting, named, setting
from embedding.reader.values import value, words
from embedding.training_data import as_typed

_SHORT = 0.5
"""Share of the questions that are typed in key words."""
_CONTENTS = 0.15
"""Share of the papers whose passage is a table of contents, which answers nothing."""
_EMPTY = 0.12
_MARKS: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("{n}. ", ";"),
    ("{a}. ", ";"),
    ("- ", ""),
    ("{a}) ", ","),
    ("{n}) ", "."),
)
_HEADS = ("{judul}\n", "{judul}:\n", "{judul} : ", "{huruf}. {judul}\n", "{nomor}. {judul}\n", "{judul}: ")
_FIRST_WORDS = ("Penyusunan", "Pengadaan", "Pembangunan", "Pembuatan", "Pelatihan", "Pelayanan", "Penerbitan", "Kajian")
Span = tuple[int, int]


def sections(count: int, chance: random.Random) -> list[Example]:
    """Return the examples of so many papers with two to five sections, two or three questions each."""
    return [example for _ in range(count) for example in _of_paper(chance)]


def _of_paper(chance: random.Random) -> Iterator[Example]:
    paper = setting(named(chance.choice(["SOP", "KAK", "KAK"]), chance), chance)
    drawn = chance.sample(words()["bagian"], len(words()["bagian"]))
    shown, absent = drawn[: chance.randint(2, 5)], drawn[-1]
    contents = chance.random() < _CONTENTS
    text, spans = _contents(shown, chance) if contents else _written(paper, shown, chance)
    head = paper.title(chance) + "\n"

    def example(section: dict[str, Any], of: Setting, span: Span) -> Example:
        return cut(_question(section, of, chance), text, *span, chance).under(head)

    told = [place for place, (start, _) in enumerate(spans) if start >= 0]
    for place in chance.sample(told, min(1 + (chance.random() < 0.5), len(told))):
        yield example(shown[place], paper, spans[place])
    for place in [place for place, (start, _) in enumerate(spans) if start < 0][:1]:
        yield example(shown[place], paper, (-1, -1))
    if chance.random() < 0.5 or not told:
        yield example(absent, paper, (-1, -1))
    else:
        other = setting(named(chance.choice(["SOP", "KAK"]), chance), chance)
        if paper.about.casefold() in head.casefold() and other.about != paper.about:
            yield example(shown[chance.choice(told)], other, (-1, -1))


def _question(section: dict[str, Any], of: Setting, chance: random.Random) -> str:
    if chance.random() >= _SHORT:
        return as_typed(chance.choice(section["tanya"]).format(hal=of.about), chance)
    about = [word for word in of.about.split() if word not in {"SOP", "KAK", "kegiatan"}]
    if len(about) > 2 and about[0] in _FIRST_WORDS and chance.random() < 0.5:
        about = about[1:]  # "garansi kulkas vaksin" of a paper on "Pengadaan Kulkas Vaksin"
    typed: str = chance.choice(section["ketik"]).format(hal=" ".join(about))
    return typed.lower() if chance.random() < 0.8 else typed


def _contents(shown: list[dict[str, Any]], chance: random.Random) -> tuple[str, list[Span]]:
    """Return a table of contents, which names the sections and tells of none."""
    lines = [chance.choice(["DAFTAR ISI", "Daftar Isi", "ISI"])]
    for number, section in enumerate(shown, 1):
        dots = chance.choice([" ........ ", " … ", "\t", " "])
        lines.append(f"{number}. {chance.choice(section['judul'])}{dots}{number + chance.randint(0, 9)}")
    return "\n".join(lines), [(-1, -1)] * len(shown)


def _written(paper: Setting, shown: list[dict[str, Any]], chance: random.Random) -> tuple[str, list[Span]]:
    """Return the text of the sections and where each tells its matter; an empty one stands nowhere."""
    heading, text, spans = chance.choice(_HEADS), "", []
    mark, end = chance.choice(_MARKS)
    for number, section in enumerate(shown, chance.randint(1, 3)):
        text += heading.format(judul=chance.choice(section["judul"]), huruf=chr(64 + number), nomor=number)
        empty = chance.random() < _EMPTY
        body = chance.choice(["-", "", "........"]) if empty else _body(section, mark, end, paper, chance)
        spans.append((-1, -1) if empty else (len(text), len(text) + len(body)))
        text += body + "\n"
    return text.rstrip(), spans


def _body(section: dict[str, Any], mark: str, end: str, paper: Setting, chance: random.Random) -> str:
    if "kalimat" in section:
        said = chance.sample(section["kalimat"], 1 + (chance.random() < 0.3))
        of = f"{paper.about.removeprefix('KAK ')}: " if chance.random() < 0.15 else ""
        return of + " ".join(said)
    count = chance.randint(1, 5)
    made = section.get("buat")
    items = [value(made, chance) for _ in range(count)] if made else chance.sample(section["butir"], count)
    if not mark:
        return chance.choice(["\n", ", "]).join(items)
    marked = [mark.format(n=place, a=chr(96 + place)) + item for place, item in enumerate(items, 1)]
    return (f"{end}\n").join(marked)
