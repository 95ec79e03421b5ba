"""Questions that a passage answered, with one thing exchanged for another that it does not tell."""

import random
import re
from collections.abc import Iterator, Sequence
from re import Match

from embedding.reader.example import Example

NAME = re.compile(r"(?<=[a-z,;:()] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NUMBER = re.compile(r"(?<![\d.,/])\d{1,3}(?![\d.,/])")
_AWAY = (-9, -7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7, 9)
_TIME = re.compile(
    r"\d{3,4}|\babad\b|\bJanuari|Februari|Maret|April|\bMei\b|\bJuni|\bJuli|Agustus|September|Oktober|November|Desember"
)
_WHERE = re.compile(r"^di ?mana(?:kah)? (?!letak)", re.IGNORECASE)
_OF = re.compile(
    r"^(?:siapa|apa|di ?mana|berapa)(?:kah)? (?:nama )?(?:pendiri|penemu|pencipta|penulis|ibu ?kota|letak|luas|panjang"
    r"|tinggi|berat|populasi|jumlah penduduk|jarak|kapasitas|umur|usia|harga|biaya|pemilik|presiden|ketua|raja)\b"
    r"(?: (?:luas|wilayah|dari|sebuah))*",
    re.IGNORECASE,
)
"""Questions for one thing of another, which could as well be asked for a second thing of it."""
_ATTRIBUTES = {
    "biaya": r"biaya|harga|rp|rupiah|dolar|us\$|anggaran|dana", "luas": r"luas|km2|km²|hektar|persegi|\bha\b",
    "panjang": r"panjang|meter|\bkm\b|\bm\b|kilometer", "tinggi": r"tinggi|mdpl|meter|\bm\b|kaki",
    "berat": r"berat|bobot|\bkg\b|\bton\b|gram|kilogram", "umur": r"umur|usia|tahun|lahir",
    "jumlah penduduk": r"penduduk|jiwa|populasi|orang", "lama": r"lama|hari|bulan|tahun|jam|minggu|menit|selama|\d{4}",
    "kecepatan": r"cepat|laju|km/", "jarak": r"jarak|\bkm\b|kilometer|mil\b", "persen": r"persen|%",
    "jumlah anggota": r"anggota|orang|jiwa", "kapasitas": r"kapasitas|menampung|muat|tampung",
}  # fmt: skip
"""What can be asked for with "Berapa", and what a text would hold that tells it."""


def exchanged(examples: Sequence[Example], count: int, chance: random.Random) -> list[Example]:
    """Return at most so many of the answered examples' questions with something exchanged; nothing answers them."""
    answered = [example for example in examples if example.start >= 0]
    names = sorted({name for example in answered for name in NAME.findall(example.question)})
    found: list[Example] = []
    for example in chance.sample(answered, len(answered) if count else 0):
        if len(found) == count:
            break
        if ways := list(_ways(example, names, chance)):
            found.append(Example(chance.choice(ways), example.passage, -1, -1))
    return found


def _ways(example: Example, names: Sequence[str], chance: random.Random) -> Iterator[str]:
    question, told = example.question, example.passage.casefold()
    if (name := NAME.search(question)) and (
        other := chance.choice(names)
    ).casefold() not in f"{question}\n{told}".casefold():
        yield _put(question, name, other)
    figure = _YEAR.search(question) or NUMBER.search(question)
    if figure and (moved := str(abs(int(figure[0]) + chance.choice(_AWAY)))) not in told:
        yield _put(question, figure, moved)
    if (asked := _WHERE.match(question)) and not _TIME.search(example.passage):
        yield _put(question, asked, "Kapan ")
    untold = [word for word, signs in _ATTRIBUTES.items() if not re.search(signs, told)]
    if untold and (asked := _OF.match(question)):
        yield _put(question, asked, f"Berapa {chance.choice(untold)}")


def _put(question: str, place: Match[str], other: str) -> str:
    return question[: place.start()] + other + question[place.end() :]
