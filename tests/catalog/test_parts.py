"""SOPs that one file binds: assets of their own to those who read, rows of one file to those who keep them."""

import zlib
from collections.abc import Callable
from itertools import chain

import hypothesis.strategies as st
import pytest
from hypothesis import given

from catalog import changes, dropping, files, metadata, stored_pages, storing
from catalog.assets import Card, card, pages
from catalog.audit import findings
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import NotFoundError, RujukanError
from catalog.files import FileState
from catalog.metadata import Metadata
from catalog.overview import overview
from catalog.parts import NewPart, keys_of
from catalog.passages import indexed, live_ids, read
from catalog.scope import OPERATOR, scope_of
from catalog.storing import NewPage, NewPassage, NewVersion
from tests.catalog.making import asset, key_of

PUBLIC = scope_of("public")
LEAVE, MAIL, ROOM = "SOP Pengajuan Cuti", "SOP Surat Masuk", "SOP Ruang Rapat"


def bound(*titles: str, sha256: str = "b" * 64, numbers: Callable[[int], str] = str) -> NewVersion:
    """A cover, two pages for each SOP, and a closing page; each page is a passage."""
    texts = ["Sampul", *(f"{title} halaman {n}" for title in titles for n in (1, 2)), "Penutup"]
    return NewVersion(
        sha256=sha256,
        bytes=9,
        media_type="application/pdf",
        title="Buku SOP",
        kind="lain",
        fields={"nomor": "buku"},
        pages=tuple(NewPage(n, None, "text", 1.0, text) for n, text in enumerate(texts, 1)),
        passages=tuple(
            NewPassage(n, "text", None, (), 0, len(text), text, zlib.crc32(text.encode()).to_bytes(16, "big"))
            for n, text in enumerate(texts)
        ),
        parts=tuple(
            NewPart(2 * n + 2, 2 * n + 3, title, "sop", {"nomor": numbers(n)}) for n, title in enumerate(titles)
        ),
    )


def book(catalog: Catalog, *titles: str) -> int:
    made = asset(catalog, "buku.pdf", new=bound(*titles))
    say(catalog, made, unit="BPAD", access="terbuka", status="disahkan")
    return made


def say(catalog: Catalog, made: int, **given: str) -> None:
    with catalog.writing():
        metadata.apply(catalog, made, Metadata(**given))


def renew(catalog: Catalog, made: int, *titles: str) -> None:
    with catalog.writing():
        storing.add_version(catalog, made, bound(*titles, sha256="c" * 64))


def keys(catalog: Catalog, made: int) -> dict[str, str]:
    return {part.title: part.key for part in card(catalog, key_of(catalog, made), OPERATOR).parts}


def numbers(catalog: Catalog, shown: Card) -> list[int | None]:
    return [page.page for page in pages(catalog, shown)]


def test_a_part_is_shown_with_its_own_title_and_pages_and_says_where_it_belongs(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    shown = card(catalog, keys(catalog, made)[MAIL], PUBLIC)
    assert (shown.title, shown.kind, shown.fields) == (MAIL, "sop", {"nomor": "1"})
    assert numbers(catalog, shown) == [4, 5]
    assert (shown.file, shown.path, shown.unit, shown.status) == (key_of(catalog, made), "buku.pdf", "BPAD", "disahkan")
    assert shown.part is not None
    assert (shown.part.number, [part.title for part in shown.parts]) == (2, [LEAVE, MAIL])


def test_the_file_is_shown_whole_and_lists_its_parts(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    shown = card(catalog, key_of(catalog, made), PUBLIC)
    assert numbers(catalog, shown) == [1, 2, 3, 4, 5, 6]
    assert (shown.part, shown.title, shown.kind) == (None, "Buku SOP", "lain")
    assert [(part.first_page, part.last_page) for part in shown.parts] == [(2, 3), (4, 5)]


def test_a_passage_belongs_to_the_part_on_whose_page_it_stands(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    found = read(catalog, live_ids(catalog), PUBLIC).values()
    of, file = keys(catalog, made), key_of(catalog, made)
    assert [(p.page, p.title, p.asset, p.part_of) for p in found] == [
        (1, "Buku SOP", file, None),
        *((page, LEAVE, of[LEAVE], file) for page in (2, 3)),
        *((page, MAIL, of[MAIL], file) for page in (4, 5)),
        (6, "Buku SOP", file, None),
    ]
    passages = chain.from_iterable(indexed(catalog, live_ids(catalog)))
    assert [(i.title, i.kind) for i in passages][1:3] == [(LEAVE, "sop")] * 2


def test_what_a_person_says_of_the_file_holds_for_its_parts_but_for_the_title(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    say(catalog, made, title="Buku Besar", kind="juknis")
    part, whole = card(catalog, keys(catalog, made)[LEAVE], PUBLIC), card(catalog, key_of(catalog, made), PUBLIC)
    assert (part.title, part.kind, whole.title) == (LEAVE, "juknis", "Buku Besar")


def test_a_part_of_a_hidden_file_answers_as_an_absent_one(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    say(catalog, made, access="terbatas")
    with pytest.raises(NotFoundError):
        card(catalog, keys(catalog, made)[LEAVE], PUBLIC)
    assert card(catalog, keys(catalog, made)[LEAVE], scope_of("BPAD")).title == LEAVE


def test_a_part_keeps_its_key_over_versions_wherever_it_moves_in_the_file(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    before = keys(catalog, made)
    renew(catalog, made, ROOM, "SOP SURAT  MASUK", LEAVE)
    after = keys(catalog, made)
    assert (after[LEAVE], after["SOP SURAT  MASUK"]) == (before[LEAVE], before[MAIL])
    shown = card(catalog, before[LEAVE], OPERATOR)
    assert (shown.versions, numbers(catalog, shown)) == ((1, 2), [6, 7])
    assert numbers(catalog, card(catalog, before[LEAVE], PUBLIC)) == [2, 3]  # the approved version still answers


def test_a_part_that_a_new_version_has_lost_is_found_in_the_old_one_alone(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    lost = keys(catalog, made)[MAIL]
    renew(catalog, made, LEAVE, ROOM)
    say(catalog, made, status="disahkan")
    with pytest.raises(NotFoundError):
        card(catalog, lost, PUBLIC)
    with pytest.raises(NotFoundError):
        card(catalog, lost, PUBLIC, 2)
    shown = card(catalog, lost, PUBLIC, 1)
    assert (shown.title, shown.versions) == (MAIL, (1,))


def test_another_reading_of_the_same_bytes_takes_the_place_of_the_parts(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    before = keys(catalog, made)
    stored = stored_pages.newest(catalog, made)
    assert stored is not None
    with catalog.writing():
        storing.replace_reading(catalog, stored.id, bound(LEAVE, ROOM), job=1)
    assert stored_pages.reading(catalog, stored.id, 1) == bound(LEAVE, ROOM)
    assert keys(catalog, made) == {LEAVE: before[LEAVE], ROOM: keys(catalog, made)[ROOM]}
    assert findings(catalog)[0].code == "missing_original"
    assert len(findings(catalog)) == 1


def test_a_part_is_not_dropped_alone(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    with pytest.raises(RujukanError) as raised:
        dropping.drop(catalog, [keys(catalog, made)[LEAVE]])
    assert raised.value.code == "part_of_file"
    assert key_of(catalog, made) in raised.value.message
    assert len(card(catalog, key_of(catalog, made), OPERATOR).parts) == 2


def test_dropping_the_file_drops_its_parts(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    gone = keys(catalog, made)[LEAVE]
    dropping.drop(catalog, [key_of(catalog, made)])
    with pytest.raises(NotFoundError):
        card(catalog, gone, OPERATOR)
    assert overview(catalog)["parts"] == 0
    assert findings(catalog) == []


def test_parts_follow_a_moved_file(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    before = keys(catalog, made)
    with catalog.writing():
        source = storing.source_id(catalog, "/s")
        files.move(catalog, source, "buku.pdf", FileState("baru/buku.pdf", made, None, "b" * 64, "indexed", "ok", ""))
    assert card(catalog, before[LEAVE], PUBLIC).path == "baru/buku.pdf"


def test_status_counts_files_and_the_parts_of_their_newest_versions(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    renew(catalog, made, LEAVE, MAIL, ROOM)
    counted = overview(catalog)
    assert (counted["assets"], counted["parts"]) == (1, 3)


def test_the_digest_counts_parts_and_not_their_keys(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    before = digest(catalog)
    with catalog.writing():
        catalog.db.execute("UPDATE part SET key = key || 'x'")
    assert digest(catalog) == before
    with catalog.writing():
        catalog.db.execute("UPDATE part SET last_page = 2 WHERE number = 1")
    assert digest(catalog) != before
    assert made


def test_verify_finds_parts_that_overlap_or_have_no_pages(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    of = keys(catalog, made)
    for broken in ("last_page = 4", "first_page = 4"):
        with catalog.writing():
            catalog.db.execute(f"UPDATE part SET {broken} WHERE number = 1")
        assert [f.code for f in findings(catalog)] == ["missing_original", "part_not_in_version"]
    with catalog.writing():
        catalog.db.execute("UPDATE part SET first_page = 2, last_page = 3 WHERE number = 1")
        catalog.db.execute("UPDATE part SET last_page = 99 WHERE number = 2")
    assert findings(catalog)[1].examples == (f"{of[MAIL]} bagian 2",)


def test_a_new_title_of_the_file_is_put_again_for_all_its_passages(catalog: Catalog) -> None:
    made = book(catalog, LEAVE, MAIL)
    before = changes.last_seq(catalog)
    say(catalog, made, title="Buku Besar")
    assert changes.since(catalog, before, 1) == dict.fromkeys(live_ids(catalog), "put")


def test_parts_of_one_title_have_keys_by_their_numbers_and_then_by_their_order() -> None:
    one, two = NewPart(1, 1, LEAVE, "sop", {"nomor": "1/A"}), NewPart(2, 2, LEAVE, "sop", {"nomor": "2/B"})
    forward, backward = keys_of("berkas", [one, two]), keys_of("berkas", [two, one])
    assert forward == backward[::-1]
    assert len(set(keys_of("berkas", [one, one, one]))) == 3
    assert keys_of("lain", [one, two]) != forward


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=4)), max_size=12))
def test_no_two_parts_of_a_version_share_a_key(said: list[tuple[str, str]]) -> None:
    made = keys_of("berkas", [NewPart(1, 1, title, "sop", {"nomor": number}) for title, number in said])
    assert len(set(made)) == len(made)
    assert all(len(key) == 16 for key in made)
