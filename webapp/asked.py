"""What a visitor typed into the search form, read from the URL: it holds the whole state and can be shared."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from engine.query import Filters
from search.understand import LONGEST
from webapp import labels


@dataclass(frozen=True)
class Asked:
    """The text and filters as typed.

    Where they cannot be searched, `problem` is a sentence for the visitor and `wrong` names the field; else "".
    `ignored` is what the visitor switched off of what was added to the text or read from it as a filter.
    """

    text: str
    kind: str
    unit: str
    year: str
    wrong: str
    problem: str
    ignored: tuple[str, ...] = ()

    def ignoring(self, word: str) -> dict[str, str]:
        """Return the URL parameters of the same question with one more word or filter switched off."""
        more = tuple(dict.fromkeys([*self.ignored, word.casefold()]))
        typed = {"q": self.text, "jenis": self.kind, "unit": self.unit, "tahun": self.year, "tanpa": ",".join(more)}
        return {name: value for name, value in typed.items() if value}

    @property
    def filters(self) -> Filters:
        """Return what the hits must be; only for a question without a problem."""
        return Filters(self.kind or None, self.unit or None, int(self.year) if self.year else None)

    @property
    def filtered(self) -> bool:
        """Return whether any filter is set."""
        return bool(self.kind or self.unit or self.year)


def read(args: Mapping[str, str], units: Collection[str]) -> Asked:
    """Read the question and its filters; `units` are the known unit codes. A filter that is none is dropped."""
    text = args.get("q", "").strip()
    kind, unit, year = (args.get(name, "").strip() for name in ("jenis", "unit", "tahun"))
    if len(text) > LONGEST:
        return Asked(text[:LONGEST], kind, unit, year, "q", _too_long(text))
    if kind and kind not in labels.KINDS:
        sentence = "Jenis aset yang dipilih tidak dikenal. Pilih salah satu dari daftar jenis."
        return Asked(text, "", unit, year, "jenis", sentence)
    if unit and unit not in units:
        sentence = "Perangkat daerah yang dipilih tidak dikenal. Pilih salah satu dari daftar."
        return Asked(text, kind, "", year, "unit", sentence)
    if year and not (len(year) == 4 and year.isascii() and year.isdigit()):
        return Asked(text, kind, unit, year[:4], "tahun", "Tahun harus terdiri atas empat angka, misalnya 2025.")
    ignored = tuple(filter(None, args.get("tanpa", "")[:LONGEST].split(",")))
    return Asked(text, kind, unit, year, "", "", ignored)


def _too_long(text: str) -> str:
    return (
        f"Pertanyaan terlalu panjang ({labels.number(len(text))} karakter). Persingkat menjadi paling banyak"
        f" {labels.number(LONGEST)} karakter, lalu cari lagi."
    )
