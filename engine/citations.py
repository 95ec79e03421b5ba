"""Citations of Indonesian rules, in one spelling: `permendagri-19-2016`."""

import re
from collections.abc import Iterator

# What stands after "tahun", found first: a number and a year. The kind of rule is then read backwards from it.
_NUMBER_YEAR = re.compile(
    r"(?<![\d./])(\d{1,4})\s{0,2}"
    r"(?:(?:tahun|thn\.?|th\.?)\s{0,2}|/\s?(?:[A-Za-z][\w.\-]{0,20}/|\d{1,3}/){0,3})((?:19[4-9]|20\d)\d)(?!\d)",
    re.IGNORECASE,
)
_BEFORE = 160  # how far back the kind of rule may begin
_PLACE = (
    r"(?:\s+(?:provinsi|propinsi|kabupaten|kota|daerah|khusus|istimewa|ibu\s?kota|dki|dkj|ri|republik|indonesia|negara)){0,7}"
    r"(?:\s+[A-Za-z]{3,20}){0,2}"
)
_NUMBER_WORD = r"\s*(?:,?\s*nomor|no\.?|nmr\.?|number)?\s*[:.]?\s*$"
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
        r"permen\s?pan\s?-?\s?(?:dan\s+)?rb|per/?men\s?pan|permenpan"
        r"|peraturan\s+menteri\s+(?:negara\s+)?pendayagunaan\s+aparatur\s+negara(?:\s+dan\s+reformasi\s+birokrasi)?",
    ),
    ("pmk", r"pmk|permenkeu|peraturan\s+menteri\s+keuangan"),
    ("perlkpp", r"(?:perlem|perka|per|peraturan)\s?(?:kepala\s+)?lkpp"),
    ("perlkpp", r"peraturan\s+(?:kepala\s+)?lembaga\s+kebijakan\s+pengadaan\s+barang\s?/\s?jasa(?:\s+pemerintah)?"),
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
)
_KIND = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(f"(?P<k{i}>{form})" for i, (_, form) in enumerate(_KINDS))
    + ")"
    + _PLACE
    + _NUMBER_WORD,
    re.IGNORECASE,
)


def citations(text: str) -> Iterator[tuple[str, int, int]]:
    """Give each rule cited in a text as (kind-number-year, start, end), in time linear in its length."""
    for match in _NUMBER_YEAR.finditer(text):
        begin = max(0, match.start() - _BEFORE)
        kind = _last_kind(text[begin : match.start()])
        if kind:
            name, start = kind
            yield f"{name}-{int(match[1])}-{match[2]}", begin + start, match.end()


def _last_kind(before: str) -> tuple[str, int] | None:
    match = _KIND.search(before)
    if match is None or match.lastgroup is None:
        return None
    name = _KINDS[int(match.lastgroup[1:])][0]
    if name == "permen":
        name = match[match.lastgroup].casefold()
    return name, match.start()
