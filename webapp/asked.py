"""What a visitor typed into the search form, read from the URL: it holds the whole state and can be shared."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalog.words import VALIDITY
from search.ranking.choice import Chosen
from search.ranking.facets import LEVELS, REUSED
from search.understanding import years
from search.understanding.understand import LONGEST
from webapp import labels
from webapp.language import gettext

PARAMETERS = {
    "kind": "jenis",
    "unit": "unit",
    "year": "tahun",
    "community": "komunitas",
    "theme": "tema",
    "validity": "keberlakuan",
    "maturity": "maturitas",
    "reused": "dipakai_ulang",
}
"""What the filters and facets are called in the URL."""
BY_SCORE = "kecocokan"
"""What `urut` says where hits stand by their scores alone."""


@dataclass(frozen=True)
class Asked:
    """The text and filters as typed.

    Where they cannot be searched, `problem` is a sentence for the visitor and `wrong` names the field; else "".
    `ignored` is what the visitor switched off of what was added to the text or read from it as a filter. Hits alone
    are looked for where `answered` is switched off; nearly equal ones stand by their scores where `preferring` is.
    """

    text: str
    kind: str
    unit: str
    year: str
    wrong: str
    problem: str
    ignored: tuple[str, ...] = ()
    theme: str = ""
    validity: str = ""
    maturity: str = ""
    reused: str = ""
    community: str = ""
    answered: bool = True
    preferring: bool = True

    @property
    def address(self) -> dict[str, str]:
        """Return the URL parameters of this question."""
        chosen = {parameter: getattr(self, name) for name, parameter in PARAMETERS.items()}
        typed = {"q": self.text, **chosen, "tanpa": ",".join(self.ignored), "jawab": "" if self.answered else "0"}
        typed |= {"urut": "" if self.preferring else BY_SCORE}
        return {name: value for name, value in typed.items() if value}

    def ordered(self, *, preferring: bool) -> dict[str, str]:
        """Return the URL parameters of the same question with its nearly equal hits in this order."""
        return replace(self, preferring=preferring).address

    def ignoring(self, word: str) -> dict[str, str]:
        """Return the URL parameters of the same question with one more word or filter switched off."""
        more = tuple(dict.fromkeys([*self.ignored, word.casefold()]))
        return self.address | {"tanpa": ",".join(more)}

    def choosing(self, name: str, value: str) -> dict[str, str]:
        """Return the URL parameters of the same question with this value of a facet; "" lets it go."""
        changed: dict[str, Any] = {name: value}
        return replace(self, **changed).address

    @property
    def chosen(self) -> Chosen:
        """Return what the hits must be; only for a question without a problem."""
        typed: dict[str, Any] = {name: getattr(self, name) or None for name in PARAMETERS}
        return Chosen(**typed | {"year": years.read(self.year)})

    @property
    def filtered(self) -> bool:
        """Return whether any filter is set."""
        return any(getattr(self, name) for name in PARAMETERS)


def read(args: Mapping[str, str], units: Collection[str]) -> Asked:
    """Read the question and its filters; `units` are the known unit codes. A filter that is none is dropped.

    A theme that nobody works on finds nothing, as one does that only hidden assets have; and so does a community that
    there is not.
    """
    text = args.get("q", "").strip()
    typed: dict[str, Any] = {name: args.get(parameter, "").strip()[:LONGEST] for name, parameter in PARAMETERS.items()}
    if len(text) > LONGEST:
        return Asked(text[:LONGEST], **typed, wrong="q", problem=_too_long(text))
    wrong, problem = _wrong(typed, units)
    if wrong == "year":
        typed["year"] = typed["year"][:9]
    elif wrong:
        typed[wrong] = ""
    ignored = () if wrong else tuple(filter(None, args.get("tanpa", "")[:LONGEST].split(",")))
    told = {"wrong": PARAMETERS.get(wrong, ""), "problem": problem}
    answered, preferring = args.get("jawab") != "0", args.get("urut") != BY_SCORE
    return Asked(text, **typed, **told, ignored=ignored, answered=answered, preferring=preferring)


def _wrong(typed: Mapping[str, str], units: Collection[str]) -> tuple[str, str]:
    """Return the first filter that is none and a sentence about it, both "" where all are."""
    year = typed["year"]
    if year and years.read(year) is None:
        return "year", gettext("Tahun harus terdiri atas empat angka, misalnya 2025, atau rentang seperti 2023-2025.")
    known: dict[str, tuple[Collection[str], str]] = {
        "kind": (labels.KINDS, gettext("Jenis aset yang dipilih tidak dikenal. Pilih salah satu dari daftar jenis.")),
        "unit": (units, gettext("Perangkat daerah yang dipilih tidak dikenal. Pilih salah satu dari daftar.")),
        "validity": (VALIDITY, gettext("Keberlakuan yang dipilih tidak dikenal. Pilih salah satu dari daftar.")),
        "maturity": (LEVELS, gettext("Tingkat maturitas yang dipilih tidak dikenal. Pilih salah satu dari daftar.")),
        "reused": ((REUSED,), gettext("Saringan pemakaian ulang tidak dikenal. Pilih salah satu dari daftar.")),
    }
    wrong = (name for name, (words, _) in known.items() if typed[name] and typed[name] not in words)
    return next(((name, known[name][1]) for name in wrong), ("", ""))


def _too_long(text: str) -> str:
    return gettext(
        "Pertanyaan terlalu panjang (%(length)s karakter). Persingkat menjadi paling banyak %(most)s karakter,"
        " lalu cari lagi.",
        length=labels.number(len(text)),
        most=labels.number(LONGEST),
    )
