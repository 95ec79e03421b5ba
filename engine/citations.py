"""Citations of Indonesian rules, in one spelling: `permendagri-19-2016`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What stands after "tahun", found first: a number and a year. The kind of rule is then read backwards from it.
_NUMBER_YEAR = re.compile(
    r"(?<![\d/])(?<!\d\.)(?:(?:per|kep)\s?[/.\-]\s?)?(\d[\doil]{0,3})\s{0,2}"
    r"(?:(?:[tl]ah[un]n|thn\.?|th\.?)\s{0,2}|/\s?(?:[A-Za-z][\w.\-]{0,20}/|\d{1,3}/){0,3})"
    r"((?:[1il]9[4-9]|2[0o][\doil])[\doil])(?!\d)",
    re.IGNORECASE,
)
# What may be its year, by its second figure: most texts have none, and finding that out costs a tenth.
_YEAR = re.compile(
    r"(?-i:[90oO])(?:(?<=[1il]9)[4-9]|(?<=2[0o])[\doil])[\doil](?!\d)",
    re.IGNORECASE,
)
_BEFORE = 160  # how far back the kind of rule may begin
_PLACE = (
    r"(?:\s+(?:provinsi|propinsi|kabupaten|kota|daerah|khusus|istimewa|ibu\s?kota|dki|dkj|ri|republik|indonesia|negara)){0,7}"
    r"(?:\s+[A-Za-z]{3,20}){0,2}"
)
_NUMBER_WORD = r"\s*(?:,?\s*n[oe]m[oe]r|no\.?|nmr\.?|number)?\s*[:.]?\s*$"
_DIGITS = str.maketrans("oOiIlL\u0131\u0130", "00111111")  # as recognised text confuses them; the last are i to `re`
# Short name, and how the kind is written; the first that matches at the number wins, so the narrower stand first.
_KINDS: tuple[tuple[str, str], ...] = (
    ("perppu", r"perp{1,2}u|peraturan\s+pemerintah\s+pengganti\s+undang(?:\s?-\s?|\s+)undang"),
    ("uu", r"uu|undang(?:\s?-\s?|\s+)undang"),
    ("pp", r"pp|peraturan\s+pemerintah"),
    ("perpres", r"perpres|peraturan\s+presiden"),
    ("keppres", r"keppres|keputusan\s+presiden"),
    ("inpres", r"inpres|instruksi\s+presiden"),
    ("permendagri", r"permendagri|peraturan\s+menteri\s+dalam\s+negeri"),
    ("kepmendagri", r"kepmendagri|keputusan\s+menteri\s+dalam\s+negeri"),
    (
        "permenpanrb",
        r"(?:permen|peraturan\s+menteri)\s?pan\s?-?\s?(?:dan\s+)?rb|per/?men\s?pan|permenpan"
        r"|peraturan\s+menteri\s+(?:negara\s+)?pendayagunaan\s+aparatur\s+negara(?:\s+dan\s+reformasi\s+birokrasi)?",
    ),
    ("pmk", r"pmk|permenkeu|peraturan\s+menteri\s+keuangan"),
    ("peraturan-lkpp", r"(?:perlem|perka|per|peraturan)\s?(?:kepala\s+)?lkpp"),
    (
        "peraturan-lkpp",
        r"peraturan\s+(?:kepala\s+)?lembaga\s+kebijakan\s+pengadaan\s+barang\s?/\s?jasa(?:\s+pemerintah)?",
    ),
    ("permenpu", r"permen\s?pupr?|peraturan\s+menteri\s+pekerjaan\s+umum(?:\s+dan\s+perumahan\s+rakyat)?"),
    ("perda", r"perda|peraturan\s+daerah"),
    ("pergub", r"pergub|peraturan\s+gubernur"),
    ("kepgub", r"kepgub|keputusan\s+gubernur|sk\s+gub(?:ernur)?"),
    ("ingub", r"ingub|instruksi\s+gubernur"),
    ("insekda", r"insekda|instruksi\s+(?:sekda|sekretaris\s+daerah)"),
    ("perwali", r"perwali?|perwako|peraturan\s+wali\s?kota"),
    ("perbup", r"perbup|peraturan\s+bupati"),
    ("se", r"se|surat\s+edaran(?:\s+[A-Za-z]{3,20}){0,4}"),
    ("pojk", r"pojk|peraturan\s+otoritas\s+jasa\s+keuangan"),
    ("permen", r"permen[a-z]{2,16}"),
    ("menteri", r"(?:peraturan|keputusan)\s+menteri(?:\s+negara)?\s+[a-z][a-z,/&\s-]{2,70}?"),
    ("lembaga", r"peraturan\s+(?:kepala\s+)?(?:badan|lembaga|arsip|komisi|kepolisian)\s+[a-z][a-z,/\s-]{2,60}?"),
)
# Long names of ministries and agencies, and what stands for them in a citation; the first that begins alike wins.
_MINISTRIES = {
    "kesehatan": "kes",
    "pendidikan dan kebudayaan": "dikbud",
    "pendidikan nasional": "diknas",
    "hukum dan hak": "kumham",
    "komunikasi": "kominfo",
    "agraria": "atr",
    "perhubungan": "hub",
    "lingkungan hidup dan kehutanan": "lhk",
    "lingkungan hidup": "lh",
    "sosial": "sos",
    "ketenagakerjaan": "aker",
    "tenaga kerja": "aker",
    "perdagangan": "dag",
    "perindustrian": "perin",
    "pertanian": "tan",
    "agama": "ag",
    "desa": "desa",
    "energi": "esdm",
    "kelautan": "kp",
    "pariwisata": "par",
    "pemuda": "pora",
    "perencanaan pembangunan nasional": "ppn",
    "sekretaris negara": "sesneg",
}
_AGENCIES = {
    "lembaga administrasi negara": "lan",
    "arsip nasional": "anri",
    "badan kepegawaian negara": "bkn",
    "badan pemeriksa keuangan": "bpk",
    "badan pengawasan keuangan": "bpkp",
    "badan pusat statistik": "bps",
    "badan siber": "bssn",
    "badan pertanahan nasional": "bpn",
    "badan nasional penanggulangan bencana": "bnpb",
    "badan pengawas obat": "bpom",
    "komisi informasi": "ki",
    "kepolisian": "polri",
}
_LONG = re.compile(r"(peraturan|keputusan)\s+(?:(?:kepala|menteri)\s+(?:negara\s+)?)?", re.IGNORECASE)
_REGIONAL = frozenset({"perda", "pergub", "kepgub", "ingub", "insekda", "perwali", "perbup"})
_NO_REGION = frozenset(
    (
        *("provinsi", "propinsi", "daerah", "khusus", "istimewa", "ibu", "ibukota", "dki", "dkj", "jakarta", "ri"),
        *("republik", "indonesia", "negara", "nomor", "nemor", "nomer", "no", "nmr", "number", "kepala"),
    )
)
_KIND = re.compile(
    r"(?<![A-Za-z])(?=[ikpsu])(?:"  # what they begin with: two thirds of all words are passed over at once
    + "|".join(f"(?P<k{i}>{form})" for i, (_, form) in enumerate(_KINDS))
    + ")"
    + _PLACE
    + _NUMBER_WORD,
    re.IGNORECASE,
)


class Citation(NamedTuple):
    """A rule cited at `start:end` of a text: its kind, the region that made it where another is named, number, year."""

    kind: str
    region: str
    number: int
    year: int
    start: int
    end: int

    @property
    def rule(self) -> str:
        """Return the one spelling of the rule: `perda-1-2024`; of another region `perda-kota-bandung-5-2019`."""
        return "-".join(filter(None, (self.kind, self.region, str(self.number), str(self.year))))


def cited(text: str) -> Iterator[Citation]:
    """Give each rule cited in a text in reading order, in time linear in its length."""
    for match in _NUMBER_YEAR.finditer(text) if _YEAR.search(text) else ():
        begin = max(0, match.start() - _BEFORE)
        kind = _last_kind(text[begin : match.start()])
        if kind:
            name, region, start = kind
            number, year = (int(part.translate(_DIGITS)) for part in match.groups())
            yield Citation(name, region, number, year, begin + start, match.end())


def citations(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each rule cited in a text as (kind-number-year, start, end), whatever its region."""
    for found in cited(text):
        yield found._replace(region="").rule, found.start, found.end


def _last_kind(before: str) -> tuple[str, str, int] | None:
    match = _KIND.search(before)
    if match is None or match.lastgroup is None:
        return None
    name, words = _KINDS[int(match.lastgroup[1:])][0], match[match.lastgroup]
    if name in ("menteri", "lembaga"):
        name = _short(" ".join(match[0].split()).casefold())
    elif name == "permen":
        name = words.casefold()
    region = _region(before[match.end(match.lastgroup) :]) if name in _REGIONAL else ""
    return (name, region, match.start()) if name else None


def _short(words: str) -> str:
    """Return the short name of a ministry's or an agency's rule; empty for one that is not known."""
    opening = _LONG.match(words)
    if opening is None:
        return ""
    rest, decided = words[opening.end() :], opening[1] == "keputusan"
    for name, short in _AGENCIES.items():
        if rest.startswith(name) and not decided:
            return f"peraturan-{short}"
    short = next((short for name, short in _MINISTRIES.items() if rest.startswith(name)), "")
    return short and f"{'kepmen' if decided else 'permen'}{short}"


def _region(words: str) -> str:
    """Return the region that is named between the kind of a rule and its number; empty for none and for Jakarta."""
    named = [word for word in re.findall(r"[a-z]+", words.casefold()) if word not in _NO_REGION]
    return "" if set(named) <= {"kota", "kabupaten"} else "-".join(named)
