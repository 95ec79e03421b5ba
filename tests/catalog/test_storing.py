"""Versions: which is newest, which answers, what the change log says, what dropping leaves."""

from dataclasses import replace

import numpy as np
import pytest

from catalog import changes, dropping, metadata, originals, stored_pages, storing, vectors
from catalog.assets import card, pages
from catalog.audit import findings
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import NotFoundError, RujukanError
from catalog.fields import Evidence, Fields
from catalog.metadata import Metadata
from catalog.passages import live_ids, read
from catalog.scope import OPERATOR, scope_of
from catalog.storing import NewPage, NewPassage, NewRow
from tests.catalog.making import asset, key_of, version

PUBLIC = scope_of("public")


def say(catalog: Catalog, made: int, **given: str) -> None:
    with catalog.writing():
        metadata.apply(catalog, made, Metadata(**given))


def add(catalog: Catalog, made: int, text: str) -> int:
    with catalog.writing():
        return storing.add_version(catalog, made, version(text, sha256=text[:1] * 64))


def published(catalog: Catalog) -> int:
    made = asset(catalog, new=version("versi satu", "1" * 64))
    say(catalog, made, unit="BPAD", access="terbuka", status="disahkan")
    return made


def test_what_is_indexed_without_saying_so_is_for_operators_only(catalog: Catalog) -> None:
    key = key_of(catalog, asset(catalog))
    shown = card(catalog, key, OPERATOR)
    assert (shown.access, shown.unit, shown.status, shown.validity) == ("terbatas", None, "draf", "belum_dikonfirmasi")
    with pytest.raises(NotFoundError):
        card(catalog, key, scope_of("BPAD"))


def test_absent_forbidden_and_malformed_answer_alike(catalog: Catalog) -> None:
    hidden = key_of(catalog, asset(catalog))
    messages = set()
    for key in (hidden, "999999999", "'; DROP TABLE asset; --", ""):
        with pytest.raises(NotFoundError) as raised:
            card(catalog, key, PUBLIC)
        messages.add((raised.value.code, raised.value.message))
    assert len(messages) == 1


def test_a_changed_file_is_draf_again_and_the_approved_version_keeps_answering(catalog: Catalog) -> None:
    made = published(catalog)
    assert add(catalog, made, "versi dua") == 2
    key = key_of(catalog, made)
    assert card(catalog, key, PUBLIC).version == 1
    assert card(catalog, key, OPERATOR).version == 2
    seen = {p.version for p in read(catalog, live_ids(catalog), PUBLIC).values()}
    assert seen == {1}


def test_approving_the_new_version_retires_the_old_one(catalog: Catalog) -> None:
    made = published(catalog)
    old = live_ids(catalog)
    before = changes.last_seq(catalog)
    add(catalog, made, "versi dua")
    say(catalog, made, status="disahkan")
    assert card(catalog, key_of(catalog, made), PUBLIC).version == 2
    assert set(old).isdisjoint(live_ids(catalog))
    assert all(changes.since(catalog, before, 1)[passage] == "drop" for passage in old)


@pytest.mark.parametrize("status", ["ditarik", "diarsipkan"])
def test_withdrawing_the_newest_version_withdraws_the_asset(catalog: Catalog, status: str) -> None:
    made = published(catalog)
    add(catalog, made, "versi dua")
    say(catalog, made, status=status)
    with pytest.raises(NotFoundError):
        card(catalog, key_of(catalog, made), PUBLIC)
    with pytest.raises(NotFoundError):
        card(catalog, key_of(catalog, made), PUBLIC, 1)


def test_earlier_approved_versions_can_be_shown_and_others_cannot(catalog: Catalog) -> None:
    made = published(catalog)
    add(catalog, made, "versi dua")
    key = key_of(catalog, made)
    assert card(catalog, key, OPERATOR, 1).versions == (1, 2)
    with pytest.raises(NotFoundError):
        card(catalog, key, PUBLIC, 2)
    say(catalog, made, status="disahkan")
    shown = card(catalog, key, PUBLIC, 1)
    assert (shown.version, shown.versions) == (1, (1, 2))
    assert [p.text for p in pages(catalog, shown)] == ["versi satu"]


def test_a_passage_over_a_hidden_row_or_cell_says_so(catalog: Catalog) -> None:
    text = "satu dua tiga"
    rows = (
        NewRow(4, {"A": "satu"}, 0, 4),
        NewRow(5, {"A": "dua"}, 5, 8, hidden=True),
        NewRow(6, {"A": "tiga"}, 9, 13, hidden_columns=("A",)),
    )
    places = [(4, 0, 4), (5, 5, 8), (6, 9, 13), (None, 0, 13)]
    passages = tuple(NewPassage(0, "row", n, (), start, end, text[start:end], None) for n, start, end in places)
    page = NewPage(None, "KIB B", "text", 1.0, text, rows)
    asset(catalog, new=replace(version(), pages=(page,), passages=passages))
    found = read(catalog, [1, 2, 3, 4], OPERATOR)
    assert [found[n].hidden for n in (1, 2, 3, 4)] == [False, True, True, True]


def test_pages_keep_their_typed_rows(catalog: Catalog) -> None:
    shown = card(catalog, key_of(catalog, asset(catalog)), OPERATOR)
    (page,) = pages(catalog, shown)
    assert page.rows[0].cells == {"kode": "001"}
    assert (page.page, page.sheet, page.state) == (1, None, "text")


def test_a_new_title_or_right_is_put_again_and_saying_the_same_is_not(catalog: Catalog) -> None:
    made = published(catalog)
    before = changes.last_seq(catalog)
    say(catalog, made, unit="BPAD", access="terbuka", status="disahkan")
    assert changes.last_seq(catalog) == before
    say(catalog, made, access="internal")
    assert changes.since(catalog, before, 1) == dict.fromkeys(live_ids(catalog), "put")


def test_what_is_not_given_stays_as_it_is(catalog: Catalog) -> None:
    made = published(catalog)
    say(catalog, made, title="Judul baru", community="Komunitas Pembelajar BPAD")
    say(catalog, made, validity="berlaku")
    shown = card(catalog, key_of(catalog, made), PUBLIC)
    assert (shown.title, shown.community, shown.unit) == ("Judul baru", "Komunitas Pembelajar BPAD", "BPAD")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("unit", "TIDAKADA"),
        ("access", "umum"),
        ("status", "ok"),
        ("kind", "x"),
        ("date", "17/2/2025"),
        ("validity", ""),
    ],
)
def test_a_word_outside_the_closed_lists_is_refused_with_the_value_seen(
    catalog: Catalog, field: str, value: str
) -> None:
    with pytest.raises(RujukanError, match=f"“{value}”"):
        metadata.check(catalog, Metadata(**{field: value}))


def test_dropping_forgets_rows_vectors_and_originals_that_no_one_else_names(catalog: Catalog) -> None:
    shared = version("isi bersama", "b" * 64)
    one, two = asset(catalog, "1.txt", new=shared), asset(catalog, "2.txt", new=shared)
    place = originals.place_of(catalog.folder, "b" * 64)
    place.parent.mkdir()
    place.write_text("isi bersama")
    key = shared.passages[0].hash
    assert key is not None
    put_vector(catalog, key)
    dropping.drop(catalog, [key_of(catalog, one)])
    assert place.exists()
    assert vectors.missing(catalog, "m", [key]) == set()
    dropping.drop(catalog, [key_of(catalog, two)])
    assert not place.exists()
    assert vectors.missing(catalog, "m", [key]) == {key}
    for table in ("asset", "version", "page", "sheet_row", "passage", "original"):
        assert list(catalog.db.query(f"SELECT * FROM {table}")) == [], table


def put_vector(catalog: Catalog, key: bytes) -> None:
    with catalog.writing():
        vectors.put(catalog, "m", [key], np.ones((1, 4), np.float32))


def test_dropping_one_unknown_asset_drops_none(catalog: Catalog) -> None:
    key = key_of(catalog, asset(catalog))
    with pytest.raises(NotFoundError):
        dropping.drop(catalog, [key, "tidak-ada"])
    assert card(catalog, key, OPERATOR).version == 1


def test_the_digest_does_not_depend_on_ids_or_on_how_the_catalog_came_to_be(catalog: Catalog) -> None:
    asset(catalog, "a.txt")
    asset(catalog, "b.txt")
    straight = digest(catalog)
    dropping.drop(catalog, [key_of(catalog, 1)])
    assert digest(catalog) != straight
    asset(catalog, "a.txt")
    assert digest(catalog) == straight


def test_the_digest_tells_a_changed_right(catalog: Catalog) -> None:
    made = asset(catalog)
    before = digest(catalog)
    say(catalog, made, access="internal")
    assert digest(catalog) != before


def test_the_audit_finds_a_range_that_is_not_in_its_page(catalog: Catalog) -> None:
    asset(catalog)
    place = originals.place_of(catalog.folder, "a" * 64)
    place.parent.mkdir()
    place.write_bytes(b"lain")
    with catalog.writing():
        catalog.db.execute("UPDATE passage SET start = 1")
    codes = {f.code for f in findings(catalog)}
    assert codes == {"damaged_original", "passage_not_in_page"}


def test_the_audit_names_missing_and_unknown_originals(catalog: Catalog) -> None:
    asset(catalog)
    stray = originals.place_of(catalog.folder, "c" * 64)
    stray.parent.mkdir()
    stray.write_bytes(b"")
    assert {f.code: f.examples for f in findings(catalog)} == {
        "missing_original": ("a" * 64,),
        "unknown_original": ("c" * 64,),
    }


def test_a_kind_shows_its_signs_until_a_person_sets_it(catalog: Catalog) -> None:
    sign = {"rule": "berjudul SOP", "where": "judul", "text": "SOP", "page": 1, "sheet": None, "start": 0, "end": 3}
    made = asset(catalog, new=replace(version(), kind_evidence=(sign,), fields_at={"nomor": {"page": 1}}))
    shown = card(catalog, key_of(catalog, made), OPERATOR)
    assert (shown.kind, shown.kind_evidence, shown.fields_at) == ("sop", [sign], {"nomor": {"page": 1}})
    say(catalog, made, kind="juknis")
    corrected = card(catalog, key_of(catalog, made), OPERATOR)
    assert corrected.kind == "juknis"
    assert [s["where"] for s in corrected.kind_evidence] == ["orang"]


def test_what_a_reading_told_is_read_back_as_it_was(catalog: Catalog) -> None:
    signs: Evidence = ({"rule": "r", "where": "isi", "text": "t", "page": None, "start": None, "end": None},)
    fields: Fields = {"nomor": "1", "dasar_hukum": ["UU 1"], "langkah": [{"no": "1", "uraian": "Menerima"}]}
    new = replace(version(), fields=fields, kind_evidence=signs)
    made = asset(catalog, new=new)
    stored = stored_pages.newest(catalog, made)
    assert stored and stored_pages.reading(catalog, stored.id, 1) == new
