"""What terms of reference (KAK) say: package, money, codes, duration, place, personnel, deliverables."""

import re
from collections.abc import Iterator, Sequence

from catalog.fields import Place
from indexer.document import PageRead
from indexer.fields.found import Found, Line, first, lines_of, place_of, put_first
from indexer.fields.money import MONEY, in_words, rupiah
from indexer.fields.sections import Section, sections
from indexer.fields.tables import Ruled
from indexer.title_lines import begins_part

COVER_LINES = 30
MAX_TITLE_LINES = 5
_I = re.IGNORECASE
_MARK = r"\s*[:|][:|\s]*"
_NAMED = re.compile(
    rf"(?:nama )?(?:paket|pekerjaan|nama kegiatan)(?: pekerjaan| pengadaan)?{_MARK}([^\s|][^|]{{5,}})", _I
)
_HEAD = re.compile(
    r"(?:draf\w*\W+)?kerangka acuan(?: kerja)?\b(?:\s*\(kak\))?|\(?terms? of references?\b(?:\s*\(tor\))?\)?", _I
)
_COVER_END = re.compile(
    r"(?:usulan )?(?:tahun anggaran|ta\.?) \d{4}|program\b|sumber dana|dokumen\b|(?:sub)?kegiatan\b|unsur\b|bab\b", _I
)
_CODE = r"\d\.\d{2}\.\d{2}\.\d{1,2}\.\d{2}(?:\.\d{4})?"
_SUB = re.compile(rf"sub ?kegiatan[:|\s]*({_CODE}(?: [A-Z][^\n|,;]{{3,120}})?)", _I)
_SUB_NAMED = re.compile(rf"^sub ?kegiatan{_MARK}([^\n|]{{4,200}})$", _I | re.MULTILINE)
_LABELLED = re.compile(r"(program|kegiatan)\s*([:|\s]*)([^:|\s][^|]{3,139})", _I)
_ACCOUNT = re.compile(r"rekening\b[^\n]{0,40}?\s(5\.\d\.\d{2}(?:\.\d{2}){0,2}(?:\.\d{4})?)\b", _I)
_CEILING = re.compile(
    rf"(?:\bpagu(?: anggaran)?(?: (?:kegiatan|pekerjaan|paket|pengadaan|belanja))?(?: ini)?|"
    rf"(?<!perkiraan )\banggaran|\bbiaya (?:kegiatan|pekerjaan|pelaksanaan|pengadaan))"
    rf"\s*(?:adalah )?(?:sebesar|adalah|:|\|)?\s*({MONEY})",
    _I,
)
_ESTIMATE = re.compile(
    rf"\b(?:hps|harga perkiraan sendiri)(?:\s*\(hps\))?\s*(?:sebesar|adalah|ialah|:|\|)?\s*({MONEY})", _I
)
_FUND = re.compile(r"\b(APBD(?:-P| Perubahan)?|APBN|DAK(?: Non ?Fisik| Fisik)?|BLUD|DBHCHT)\b")
_FUND_NEAR = re.compile(
    r"(?:sumber\s+(?:dana|pendanaan|pembiayaan)|dibebankan\s+(?:pada|kepada))[^.]{0,90}?"
    r"\b(APBD(?:-P| Perubahan)?|APBN|DAK(?: Non ?Fisik| Fisik)?|BLUD|DBHCHT)\b",
    _I,
)
_YEAR = re.compile(r"\b(?:tahun\s+anggaran|TA\.?)\s*(?:\||:)?\s*((?:19|20)\d\d)\b", _I)
_TYPES = re.compile(
    r"\b(jasa\s+konsultan(?:si|nsi)|pekerjaan\s+konstruksi|jasa\s+lainnya|pengadaan\s+barang)\b(?!/)", _I
)
_TYPE_NAMED = re.compile(r"jenis\s+pengadaan\s*[:|]\s*([^\n|.]{4,40})", _I)
_ACCOUNT_TYPE = re.compile(r"rekening[^.\n]{0,40}(?:\d[\d.]+)[^.\n]{0,30}\b(jasa\s+konsultansi|jasa\s+lainnya)", _I)
_METHODS = r"(e-?purchasing|tender\s+cepat|tender|seleksi|pengadaan\s+langsung|penunjukan\s+langsung|"
_METHODS += r"swakelola(?:\s+tipe\s+[IV1-4]+)?)"
_METHOD = re.compile(
    rf"(?:pemilihan\s+penyedia|metode\s+(?:pemilihan|pengadaan)|(?:kegiatan|pekerjaan)\s+dilaksanakan\s+secara)\b[^.]{{0,40}}?\b{_METHODS}\b",
    _I,
)
_OWN_WORK = re.compile(r"\bswakelola(?:\s+tipe\s+[IV1-4]+)?\b", _I)
_CONTRACTS = r"lump?\s?sum|harga\s+satuan|gabungan(?:\s+lump?sum\s+dan\s+harga\s+satuan)?|waktu\s+penugasan|payung"
_CONTRACT = re.compile(
    r"(?:kontrak\s+berjenis|jenis\s+kontrak(?:\s+(?:yang\s+digunakan|pekerjaan|ini))?\s*(?:adalah|ialah|:|\|)?)\s*"
    rf"(?:kontrak\s+)?({_CONTRACTS})\b",
    _I,
)
_DAYS = re.compile(r"(\d{1,4})\s*(?:\([^)]{3,80}\)\s*)?hari\s+kalender", _I)
_DAYS_IN_WORDS = re.compile(r"\b((?:[a-z]+\s+){1,4})hari\s+kalender", _I)
_DURATION = re.compile(r"jangka\s+waktu[^.;]{0,70}?\b(\d{1,4})\s*(?:\([^)]{3,80}\)\s*)?hari\s+kalender", _I)
_PLACE = re.compile(r"lokasi\s+(?:pekerjaan|kegiatan)\s+(?:berada\s+|terletak\s+)?di\s+([^.\n]+(?:\n[^.\n]+)?)", _I)
_OUTPUT = re.compile(
    r"^(?:[a-z\d][.)]\s*)?(?:keluaran(?: ?\(output\))?|output)\s*[:|]\s*(\S[^\n]{5,300}?)\.?$", _I | re.MULTILINE
)
_NO_OFFICER = re.compile(r"belum|akan\b|-", _I)
_POSITION = re.compile(r"posisi|jabatan|tenaga ahli|personel|personil|personel manajerial", _I)
_SKILL = re.compile(r"(?:kualifikasi|pendidikan|sertifikat|keahlian|syarat).*", _I)
_COUNT = re.compile(r"orang|jumlah(?: orang| personel)?|ob|orang[- ]bulan|jumlah ob", _I)


def read_kak(pages: Sequence[PageRead], tables: Sequence[Ruled], found: Found) -> None:
    """Put what terms of reference say."""
    lines = lines_of(pages)
    _cover(lines[:COVER_LINES], found)
    parts = sections(lines)
    _money(pages, parts, found)
    _procurement(pages, lines[:COVER_LINES], found)
    _duration(pages, parts, found)
    _sections(pages, parts, found)
    found.put_rows("personel", _personnel(lines, tables))


def _cover(lines: Sequence[Line], found: Found) -> None:
    for line in lines:
        if named := _NAMED.fullmatch(line.text):
            found.put("paket", named[1], place_of(line.page, line.start + named.start(1), line.end))
    title = list(_title(lines))
    if title:
        text = " ".join(_behind_head(line.text) for line in title)
        same = [line for line in title if line.page is title[0].page]
        found.put("paket", text, place_of(title[0].page, title[0].start, same[-1].end))
    for above, line in zip([None, *lines], lines, strict=False):
        _labelled(above, line, found)


def _title(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that name the package: what is in capitals behind "kerangka acuan" and below, up to the text."""
    at = next((i for i, line in enumerate(lines) if _HEAD.search(line.text)), None)
    if at is None:
        return
    rest = _behind_head(lines[at].text)
    if rest and not rest.upper().startswith("SWAKELOLA"):
        yield lines[at]
    for line in lines[at + 1 : at + 1 + MAX_TITLE_LINES]:
        loud = line.text == line.text.upper() and any(c.isalpha() for c in line.text)
        if _COVER_END.match(line.text) or begins_part(line.text) or not loud:
            return
        yield line


def _behind_head(text: str) -> str:
    """Return what stands behind the last of the words that mean terms of reference."""
    ends = [hit.end() for hit in _HEAD.finditer(text)]
    return text[ends[-1] if ends else 0 :].strip(" /–-:()")


def _labelled(above: Line | None, line: Line, found: Found) -> None:
    """Put the programme or activity that a line of the cover names."""
    hit = _LABELLED.fullmatch(line.text)
    if not hit or line.text.endswith(".") or line.text == line.text.upper() or not hit[3][0].isupper():
        return
    name, mark, rest = hit[1].lower(), hit[2].strip(), hit[3]
    behind = (
        mark
        or rest.lower().startswith("program ")
        or (name == "kegiatan" and above and above.text.lower().startswith("program"))
    )
    if name == "kegiatan" and not behind:
        return
    start = line.start + (hit.start(3) if behind else 0)
    found.put(name, rest if behind else line.text, place_of(line.page, start, line.end))


def _money(pages: Sequence[PageRead], parts: Sequence[Section], found: Found) -> None:
    put_first(found, "sub_kegiatan", pages, _SUB)
    put_first(found, "sub_kegiatan", pages, _SUB_NAMED)
    for name, pattern in (("pagu", _CEILING), ("hps", _ESTIMATE)):
        hit = first(pages, pattern)
        if hit:
            found.put(name, rupiah(" ".join(hit[0][1].split())), place_of(hit[1], *hit[0].span(1)))
    accounts = [(m[1], place_of(page, *m.span(1))) for page in pages for m in _ACCOUNT.finditer(page.text)]
    if len({code for code, _ in accounts}) == 1:
        found.put("kode_rekening", *accounts[0])
    put_first(found, "sumber_dana", pages, _FUND_NEAR)
    for part in parts:
        fund = _FUND.search(part.text) if part.name == "dana" else None
        if fund:
            found.put("sumber_dana", fund[1], part.place)


def _procurement(pages: Sequence[PageRead], cover: Sequence[Line], found: Found) -> None:
    years = [(m[1], line) for line in cover for m in _YEAR.finditer(line.text)]
    if years and len({year for year, _ in years}) == 1:
        found.put("tahun_anggaran", years[0][0], place_of(years[0][1].page, years[0][1].start, years[0][1].end))
    put_first(found, "jenis_pengadaan", pages, _TYPE_NAMED)
    for line in cover:
        kind = _TYPES.search(line.text) if line.text == line.text.upper() else None
        if kind:
            found.put(
                "jenis_pengadaan",
                kind[1].lower(),
                place_of(line.page, line.start + kind.start(), line.start + kind.end()),
            )
        own = _OWN_WORK.search(line.text) if line.text == line.text.upper() else None
        if own:
            text = re.sub(r"swakelola(?: tipe)?", lambda m: m[0].lower(), own[0], flags=_I)
            found.put("metode", text, place_of(line.page, line.start + own.start(), line.start + own.end()))
    put_first(found, "jenis_pengadaan", pages, _ACCOUNT_TYPE)
    put_first(found, "metode", pages, _METHOD)
    put_first(found, "jenis_kontrak", pages, _CONTRACT)


def _duration(pages: Sequence[PageRead], parts: Sequence[Section], found: Found) -> None:
    """Put the calendar days that the section on time begins with, else those named behind the words "jangka waktu"."""
    for part in parts:
        if part.name != "waktu":
            continue
        if days := _DAYS.search(part.first_sentence):
            found.put("jangka_waktu", f"{days[1]} hari kalender", part.place)
        elif (words := _DAYS_IN_WORDS.search(part.first_sentence)) and (count := in_words(words[1])):
            found.put("jangka_waktu", f"{count} hari kalender", part.place)
    hit = first(pages, _DURATION)
    if hit:
        found.put("jangka_waktu", f"{hit[0][1]} hari kalender", place_of(hit[1], hit[0].start(1), hit[0].end()))


def _sections(pages: Sequence[PageRead], parts: Sequence[Section], found: Found) -> None:
    put_first(found, "lokasi", pages, _PLACE)
    for part in parts:
        if part.name == "lokasi":
            found.put("lokasi", part.first_sentence, part.place)
        elif part.name == "ppk" and not _NO_OFFICER.match(part.first_sentence):
            found.put("ppk", part.first_sentence, part.place)
        elif part.name == "keluaran":
            found.put_list("keluaran", part.items)
    hit = first(pages, _OUTPUT)
    if hit:
        found.put_list("keluaran", [(hit[0][1], place_of(hit[1], *hit[0].span(1)))])


def _personnel(lines: Sequence[Line], tables: Sequence[Ruled]) -> list[tuple[dict[str, str], Place]]:
    """Return the rows of the first table of people: position, qualification and, where it is told, how many."""
    for table in tables:
        rows = [tuple(cell for cell in row) for row in table.rows]
        people = list(_people(rows, [place_of(table.page, None, None, table.number(i)) for i in range(len(rows))]))
        if people:
            return people
    cut = [tuple(line.text.split(" | ")) for line in lines]
    return list(_people(cut, [place_of(line.page, line.start, line.end) for line in lines]))


def _people(rows: Sequence[tuple[str, ...]], places: Sequence[Place]) -> Iterator[tuple[dict[str, str], Place]]:
    columns: dict[str, int] = {}
    width = 0
    for row, place in zip(rows, places, strict=True):
        if not columns:
            columns, width = _people_columns(row), len(row)
            continue
        if len(row) != width or not row[columns["posisi"]] or not row[columns["kualifikasi"]]:
            return
        yield {name: row[at] for name, at in columns.items()}, place


def _people_columns(row: tuple[str, ...]) -> dict[str, int]:
    found = {
        name: at
        for name, rule in (("posisi", _POSITION), ("kualifikasi", _SKILL), ("jumlah", _COUNT))
        for at, cell in reversed([*enumerate(row)])
        if rule.fullmatch(cell.strip())
    }
    return found if {"posisi", "kualifikasi"} <= found.keys() else {}
