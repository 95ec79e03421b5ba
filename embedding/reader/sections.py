"""Examples from invented sections: what stands below a heading; among what does not answer, as search brings it up.

That is a table of contents, which only names the headings, a letterhead or a page's foot beside them, and the same
section of another paper on something near.
"""

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
"""Share of the sections below whose heading nothing stands."""
_NEAR = 0.6
"""Share of the other papers asked for whose subject has a word in common with the one that is there."""
_STRANGE_LINES = 0.4
"""Share of the places before and between sections that hold what belongs to none."""
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
_KINDS = ("SOP", "KAK", "kegiatan")
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
    if told and paper.about.casefold() in head.casefold() and chance.random() < 0.6:
        yield example(shown[chance.choice(told)], _on_another(paper, chance), (-1, -1))
    else:
        yield example(absent, paper, (-1, -1))


def _on_another(paper: Setting, chance: random.Random) -> Setting:
    """Return a paper of the same kind on something else, mostly on something near."""
    kind, _, about = paper.about.partition(" ") if paper.about.startswith(_KINDS) else ("", "", paper.about)
    others = [other for other in (*words()["hal_sop"], *words()["hal_kegiatan"]) if other != about]
    near = [other for other in others if set(other.split()) & set(about.split())]
    other = chance.choice(near if near and chance.random() < _NEAR else others)
    return setting(f"{kind} {other}".strip(), chance)


def _question(section: dict[str, Any], of: Setting, chance: random.Random) -> str:
    if chance.random() >= _SHORT:
        return as_typed(chance.choice(section["tanya"]).format(hal=of.about), chance)
    about = [word for word in of.about.split() if word not in _KINDS]
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
    heading, text, spans = chance.choice(_HEADS), _strange_line(paper, chance), []
    mark, end = chance.choice(_MARKS)
    for number, section in enumerate(shown, chance.randint(1, 3)):
        text += heading.format(judul=chance.choice(section["judul"]), huruf=chr(64 + number), nomor=number)
        empty = chance.random() < _EMPTY
        body = chance.choice(["-", "", "........"]) if empty else _body(section, mark, end, paper, chance)
        spans.append((-1, -1) if empty else (len(text), len(text) + len(body)))
        text += body + "\n" + (_strange_line(paper, chance) if chance.random() < 0.2 else "")
    return text.rstrip(), spans


def _strange_line(paper: Setting, chance: random.Random) -> str:
    """Return what stands between sections on a page and tells nothing: letterhead, title, page number, flow chart."""
    if chance.random() >= _STRANGE_LINES:
        return ""
    about, street, page = paper.about, chance.choice(words()["jalan"]), chance.randint(1, 20)
    letterhead = f"{paper.office.upper()}\n{street} Nomor {page}, {paper.place} - Telepon (021) 555{page:04}\n"
    title = f"{about.upper()}\nTahun Anggaran {paper.year}\n"
    foot = f"Halaman {page} dari {page + 9}\n"
    chart = f"Bagan alur: {about}\nNo Uraian Kegiatan Pelaksana Mutu Baku Kelengkapan Waktu Keluaran Keterangan\n"
    steps = chance.sample(words()["langkah"], 2)
    rows = "".join(
        f"{n} {step['kata']} {value('dokumen', chance)} {value('lama', chance)}\n" for n, step in enumerate(steps, 1)
    )
    return chance.choice([letterhead, title, foot, chart + rows, letterhead + title])


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
