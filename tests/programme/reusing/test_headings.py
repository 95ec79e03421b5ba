from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from catalog import metadata
from catalog.assets import Card, card
from catalog.database import Catalog
from catalog.fields import FieldValue
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from catalog.storing import NewPage
from programme.reusing import headings
from tests.catalog import making


def made(
    catalog: Catalog, path: str, *pages: str, kind: str = "kak", fields: Mapping[str, FieldValue] | None = None
) -> Card:
    """A paper whose lines in double brackets are what its reader took for headings."""
    new = replace(
        making.version(path, (path * 64)[:64].encode().hex()[:64]),
        pages=tuple(_page(number, text) for number, text in enumerate(pages, 1)),
        passages=(),
        kind=kind,
        fields=dict(fields or {}),
    )
    id_ = making.asset(catalog, path, new=new)
    with catalog.writing():
        metadata.apply(catalog, id_, Metadata(title=path))
    return card(catalog, making.key_of(catalog, id_), OPERATOR)


def _page(number: int, marked: str) -> NewPage:
    text, found = "", []
    for line in marked.splitlines(keepends=True):
        plain = line.replace("[[", "").replace("]]", "")
        if plain != line:
            found.append((len(text), len(text) + len(plain.rstrip()), 1))
        text += plain
    return NewPage(number, None, "text", 1.0, text, headings=tuple(found))


def told(matches: Sequence[headings.Match]) -> list[tuple[str, str]]:
    return [(match.title, match.state) for match in matches]


FIRST = """[[PEMERINTAH PROVINSI]]
[[KERANGKA ACUAN KERJA]]
Jalan Contoh Nomor 1
[[A. PENDAHULUAN]]
[[1. Latar Belakang]]
Kawasan Kali Contoh
tergenang sembilan kali.
[[2. Sumber Dana]]
APBD 2025
[[3. Pembahasan]]
Dibahas tim teknis.
"""
SECOND = """[[KERANGKA ACUAN KERJA]]
[[BAB I LATAR BELAKANG]]
Kawasan kali contoh tergenang sembilan kali.
1.2 Sumber pendanaan
APBD 2026
[[Hak Cipta]]
Milik Pemprov.
"""


def test_sections_are_matched_without_their_numbers_and_by_their_usual_names(catalog: Catalog) -> None:
    found = headings.compare(catalog, made(catalog, "a", FIRST), made(catalog, "b", SECOND))
    assert told(found) == [
        ("Latar Belakang", "sama"),
        ("Sumber Pendanaan", "beda"),
        ("Pembahasan", "hanya_lama"),
        ("Hak Cipta", "hanya_baru"),
    ]
    assert (found[1].old, found[1].new) == (("APBD 2025",), ("APBD 2026",))


def test_a_paper_differs_in_nothing_from_itself(catalog: Catalog) -> None:
    one = made(catalog, "a", FIRST)
    assert {state for _, state in told(headings.compare(catalog, one, one))} == {"sama"}


def test_turned_round_the_same_is_found_from_the_other_side(catalog: Catalog) -> None:
    one, other = made(catalog, "a", FIRST), made(catalog, "b", SECOND)
    turned = {"hanya_lama": "hanya_baru", "hanya_baru": "hanya_lama"}
    there, back = (dict(told(headings.compare(catalog, *pair))) for pair in ((one, other), (other, one)))
    assert {title: turned.get(state, state) for title, state in back.items()} == there


def test_a_section_goes_on_over_pages_without_what_repeats_on_each(catalog: Catalog) -> None:
    first, second = _page(1, "[[1. Sasaran]]\nsatu\nKop surat\n"), _page(2, "Kop surat\ndua\n")
    one = made(catalog, "a", "x")
    new = replace(
        making.version("c", "c" * 64),
        pages=(replace(first, aside=((16, 25),)), replace(second, aside=((0, 9),))),
        passages=(),
        kind="kak",
    )
    other = card(catalog, making.key_of(catalog, making.asset(catalog, "c", new=new)), OPERATOR)
    (match,) = headings.compare(catalog, one, other)
    assert (match.title, match.state, match.new) == ("Sasaran", "hanya_baru", ("satu", "dua"))


def test_the_boxes_and_steps_of_an_sop_come_from_its_fields(catalog: Catalog) -> None:
    steps: FieldValue = [{"output": "ND", "no": "1", "uraian": "Mengajukan", "pelaksana": "Pemohon"}]
    one = made(catalog, "a", "x", kind="sop", fields={"dasar_hukum": ["Pergub 24/2012"], "langkah": steps})
    other = made(catalog, "b", "x", kind="sop", fields={"dasar_hukum": ["pergub  24/2012"], "peringatan": "Awas"})
    found = headings.compare(catalog, one, other)
    assert told(found) == [
        ("Dasar Hukum", "sama"),
        ("Uraian Prosedur", "hanya_lama"),
        ("Peringatan", "hanya_baru"),
    ]
    assert found[1].old == ("1 | Mengajukan | Pemohon | ND",)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("BAB IV PEMBAHASAN", "pembahasan"),
        ("1.2 Maksud, tujuan dan sasaran", "Maksud dan Tujuan"),
        ("VI. Pelaporan", "Laporan"),
        ("D.  Jadwal :", "Jadwal Tahapan"),
        ("Instansi Vertikal", "instansi vertikal"),
        ("a) Tenaga Ahli", "Personel"),
    ],
)
def test_a_heading_is_matched_by_its_words(heading: str, key: str) -> None:
    assert headings.key(heading, headings._named("kak")) == key


def test_papers_without_headings_have_nothing_to_compare(catalog: Catalog) -> None:
    assert headings.compare(catalog, made(catalog, "a", "satu dua"), made(catalog, "b", "tiga")) == []
