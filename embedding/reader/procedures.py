"""Examples from invented procedures: who does a step, how long it takes, what comes of it, what follows."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from embedding.reader.example import Example, cut
from embedding.reader.forms import named, setting
from embedding.reader.values import value, words
from embedding.training_data import as_typed

_TIMED, _WITH_OUTPUT = 0.6, 0.5
_WHO = ("Siapa yang {kata}?", "{kata} dilakukan oleh siapa?", "Siapa yang bertugas {kata}?")
_LONG = ("Berapa lama {benda}?", "Berapa lama waktu untuk {kata}?", "Waktu {benda} berapa?", "brp lama {benda}")
_OUTPUT = ("Apa keluaran dari {benda}?", "Apa hasil {benda}?", "Dokumen apa yang dihasilkan dari {benda}?")
_NEXT = (
    "Apa langkah setelah {benda}?",
    "Setelah {benda}, apa yang dilakukan?",
    "Apa tahap berikutnya sesudah {benda}?",
)
_UNTOLD = (
    "Apa sanksi bila {benda} terlambat?", "Berapa biaya {benda}?", "Di mana {benda} dilakukan?",
    "Aplikasi apa yang dipakai untuk {benda}?", "Berapa orang yang {kata}?", "Apa yang dilakukan jika {benda} gagal?",
    "Apa syarat sebelum {kata}?", "Kapan {benda} terakhir dilakukan?", "Kepada siapa keluhan atas {benda} disampaikan?",
)  # fmt: skip
_OF_HEADS = {"tanggal", "nomor", "uang_atau_gratis", "halaman", "instansi"}
"""What the head of a paper tells, and a passage of its procedure does not."""


@dataclass(frozen=True)
class Step:
    """A step with the places of its parts in the text; a part that is not told stands nowhere."""

    wording: dict[str, str]
    who: tuple[int, int]
    deed: tuple[int, int]
    time: tuple[int, int]
    output: tuple[int, int]


def procedures(count: int, chance: random.Random) -> list[Example]:
    """Return the examples of so many procedures, three each."""
    return [example for _ in range(count) for example in _of_procedure(chance)]


def _of_procedure(chance: random.Random) -> Iterator[Example]:
    about = setting(named("SOP", chance), chance)
    drawn = chance.sample(words()["langkah"], chance.randint(3, 7))
    absent = drawn.pop()
    text, steps = _written(drawn, chance)
    head = about.title(chance) + "\n" + chance.choice(["", "Prosedur\n", "Uraian Prosedur\n", "Langkah-langkah\n"])

    def example(forms: tuple[str, ...], wording: dict[str, str], span: tuple[int, int] = (-1, -1)) -> Example:
        question = chance.choice(forms).format(**wording)
        of = f" dalam {about.about}" if chance.random() < 0.4 else ""
        question = (question[:1].upper() + question[1:]).rstrip("?") + of + "?"
        return cut(as_typed(question, chance), text, *span, chance).under(head)

    step = chance.choice(steps)
    yield chance.choice(
        [example(_WHO, step.wording, step.who), example(_LONG, step.wording, step.time),
         example(_OUTPUT, step.wording, step.output)]
    )  # fmt: skip
    place = chance.randrange(len(steps))
    last = place + 1 == len(steps)
    if chance.random() < 0.4:
        yield example(_NEXT, steps[place].wording, (-1, -1) if last else steps[place + 1].deed)
    else:
        yield example(_LONG, steps[place].wording, steps[place].time)
    strange = chance.random()
    if strange < 0.4:
        yield example(chance.choice([_WHO, _LONG, _OUTPUT]), absent)
    elif strange < 0.7:
        yield example(_UNTOLD, step.wording)
    else:
        fields = [field for field in words()["isian"] if "SOP" in field["naskah"] and field["nilai"] in _OF_HEADS]
        question = chance.choice(chance.choice(fields)["tanya"]).format(hal=about.about)
        yield cut(as_typed(question, chance), text, -1, -1, chance).under(head)


def _written(drawn: list[dict[str, str]], chance: random.Random) -> tuple[str, list[Step]]:
    """Return the text of a procedure, as a list, as rows of a table or as prose, and its steps."""
    style = chance.choice(["list", "list", "rows", "prose"])
    text, steps = "", []
    for number, wording in enumerate(drawn, 1):
        text += {
            "list": f"{number}. ",
            "rows": f"{number} | ",
            "prose": chance.choice(["", "Kemudian ", "Setelah itu "]),
        }[style]
        text, step = _step(text, wording, style, chance)
        steps.append(step)
        text += {"list": chance.choice([".\n", ";\n"]), "rows": "\n", "prose": ". "}[style]
    return text.rstrip(), steps


def _step(text: str, wording: dict[str, str], style: str, chance: random.Random) -> tuple[str, Step]:
    who = chance.choice(words()["aktor"])
    start = len(text)
    join = " | " if style == "rows" else " "
    text += who + join + (wording["kata"][:1].upper() + wording["kata"][1:] if style == "rows" else wording["kata"])
    deed, places = (start, len(text)), []
    for likely, kind, before in ((_TIMED, "lama", (" (", ", ", " dalam waktu ")), (_WITH_OUTPUT, "dokumen", ("",))):
        told = chance.random() < likely
        if not told:
            places.append((-1, -1))
            text += " | -" if style == "rows" and chance.random() < 0.5 else ""
            continue
        lead = " | " if style == "rows" else chance.choice(before) if kind == "lama" else " dengan keluaran "
        entry = value(kind, chance)
        places.append((len(text) + len(lead), len(text) + len(lead) + len(entry)))
        text += lead + entry + (")" if lead == " (" else "")
    return text, Step(wording, (start, start + len(who)), deed, places[0], places[1])
