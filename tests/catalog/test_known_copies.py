"""Copies among stored versions are those of a comparison of all with all, whatever came in or went when."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import known_copies, storing
from catalog.copies import LONGEST, Text, are_copies
from catalog.database import Catalog
from catalog.storing import NewPage, NewVersion
from tests.catalog import making
from tests.catalog.test_copies import KAK, SOP

TEXTS = (
    SOP,
    SOP.upper(),
    SOP.replace("formulir", "formulr", 1),
    SOP.replace("formulir", "formulr", 1).replace("loket", "lokett", 1),
    SOP.replace("dua hari", "tiga hari"),
    KAK,
    KAK.replace(" ", "\n"),
    "Terlalu pendek.",
)


def version_of(catalog: Catalog, text: str) -> int:
    """The version of a new asset with this text."""
    count = catalog.db.execute("SELECT coalesce(max(id), 0) FROM asset").fetchone()[0]
    asset = making.asset(catalog, f"{count}.txt", new=making.version(text, f"{count:064}"))
    return int(catalog.db.execute("SELECT id FROM version WHERE asset = ?", [asset]).fetchone()[0])


def groups(links: Iterator[tuple[int, int]], versions: Sequence[int]) -> set[frozenset[int]]:
    group = {version: frozenset([version]) for version in versions}
    for one, other in links:
        whole = group[one] | group[other]
        group |= dict.fromkeys(whole, whole)
    return set(group.values())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, len(TEXTS) - 1), max_size=7), gone=st.sets(st.integers(0, 6), max_size=3))
def test_they_are_those_of_a_comparison_of_all_with_all(catalog: Catalog, chosen: list[int], gone: set[int]) -> None:
    text_of = {version_of(catalog, TEXTS[number]): TEXTS[number] for number in chosen}
    for number, version in enumerate(list(text_of)):
        if number in gone:
            asset = catalog.db.execute("SELECT asset FROM version WHERE id = ?", [version]).fetchone()[0]
            with catalog.writing():
                storing.drop_asset(catalog, asset)
            del text_of[version]
    found = groups(known_copies.pairs(catalog, list(text_of)), list(text_of))
    told = {version: Text(text) for version, text in text_of.items()}
    all_pairs = ((a, b) for a, b in combinations(told, 2) if are_copies(told[a], told[b]))
    assert found == groups(all_pairs, list(text_of))


def test_only_copies_among_the_versions_asked_for_are_told(catalog: Catalog) -> None:
    one, other, _ = (version_of(catalog, text) for text in TEXTS[:3])
    assert set(known_copies.pairs(catalog, [one])) == {(one, one)}
    assert (one, other) in known_copies.pairs(catalog, [one, other])


def test_of_very_long_texts_equal_ones_are_copies(catalog: Catalog) -> None:
    long = SOP * (LONGEST // len(SOP) + 1)
    versions = [version_of(catalog, text) for text in (long, long.upper(), long.replace("loket", "lokett", 1))]
    assert groups(known_copies.pairs(catalog, versions), versions) == {frozenset(versions[:2]), frozenset(versions[2:])}


@pytest.mark.parametrize("state", ["needs_ocr", "poor"])
def test_a_paper_with_a_page_that_could_not_be_read_is_like_none(catalog: Catalog, state: str) -> None:
    whole = making.version(SOP)
    pages = (*whole.pages, NewPage(2, None, state, 0.0, ""))
    told = {name: getattr(whole, name) for name in ("bytes", "media_type", "title", "kind", "fields", "passages")}
    making.asset(catalog, "a.txt", new=NewVersion(sha256="b" * 64, pages=pages, **told))
    making.asset(catalog, "b.txt", new=whole)
    versions = [row[0] for row in catalog.db.execute("SELECT id FROM version ORDER BY id").fetchall()]
    assert set(known_copies.pairs(catalog, versions)) == {(versions[1], versions[1])}


def test_a_version_that_is_read_anew_is_compared_anew(catalog: Catalog) -> None:
    one, other = version_of(catalog, SOP), version_of(catalog, KAK)
    with catalog.writing():
        storing.replace_reading(catalog, other, making.version(SOP, f"{1:064}"), job=1)
    assert (one, other) in known_copies.pairs(catalog, [one, other])


def test_what_was_stored_before_or_by_other_decisive_words_is_worked_out_once(catalog: Catalog) -> None:
    versions = [version_of(catalog, text) for text in TEXTS[:3]]
    assert known_copies.remember_all(catalog) == 0
    before = set(known_copies.pairs(catalog, versions))
    catalog.db.execute("DELETE FROM text_copy")
    catalog.db.execute(
        "UPDATE text_sign SET rule = 'lama', text = CAST('x' || version AS BLOB) WHERE version < ?", [versions[2]]
    )
    catalog.db.execute("DELETE FROM text_sign WHERE version = ?", [versions[2]])
    assert list(known_copies.pairs(catalog, versions)) == []
    assert known_copies.remember_all(catalog) == 3
    assert set(known_copies.pairs(catalog, versions)) == before


def test_nothing_is_left_of_what_was_forgotten(catalog: Catalog) -> None:
    for text in TEXTS[:3]:
        version_of(catalog, text)
    with catalog.writing():
        for (asset,) in catalog.db.execute("SELECT id FROM asset").fetchall():
            storing.drop_asset(catalog, asset)
    assert [catalog.db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("text_sign", "text_copy")] == [0, 0]
