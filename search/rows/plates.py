"""The numbers of vehicles within a question: "mobil dinas B 1234 XX" is one vehicle, whatever a register calls it."""

from collections.abc import Iterator
from dataclasses import replace

from search.rows.asked import Phrase
from search.rows.wording import is_plate

VEHICLES = frozenset(["mobil", "motor", "sepeda", "kendaraan", "truk", "dinas", "operasional", "jabatan", "plat"])
"""What people call a vehicle whose number they tell."""


def plates(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase, Phrase]]:
    """Yield the plates among the words of a phrase, each with what stands before and behind it."""
    for at in range(len(phrase.words) - 2):
        parts = phrase.words[at : at + 3], phrase.words[:at], phrase.words[at + 3 :]
        if is_plate(parts[0]):
            plate, before, behind = (replace(phrase, words=words, typed=" ".join(words)) for words in parts)
            yield plate, before, behind


def without_vehicle(phrase: Phrase) -> Phrase:
    """Return a phrase without the words that any vehicle is called by."""
    return replace(phrase, words=tuple(word for word in phrase.words if word not in VEHICLES))
