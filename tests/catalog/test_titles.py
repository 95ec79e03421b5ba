"""Titles that hold words, kept from one question to the next and never beyond what a scope sees now."""

from collections.abc import Callable

import pytest

from catalog import metadata, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.parts import NewPart
from catalog.scope import OPERATOR, Scope, scope_of
from catalog.titles import KEPT, Listed, Title, Titles, folded

OPEN = Metadata(access="terbuka", unit="BPAD", status="disahkan")
PUBLIC = scope_of("public")
Asked = Callable[..., list[str]]


def put(catalog: Catalog, title: str, card: Metadata = OPEN, parts: tuple[NewPart, ...] = (), passages: int = 1) -> int:
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), title)
        pages = (storing.NewPage(1, None, "text", 1.0, "isi"),)
        pieces = tuple(storing.NewPassage(0, "text", None, (), 0, 3, "isi", None) for _ in range(passages))
        new = storing.NewVersion("0" * 64, 1, "text/plain", title, "sop", {}, pages, pieces, parts=parts)
        storing.add_version(catalog, asset, new)
        metadata.apply(catalog, asset, card)
    return asset


def change(catalog: Catalog, asset: int, card: Metadata) -> None:
    with catalog.writing():
        metadata.apply(catalog, asset, card)


@pytest.fixture
def asked(catalog: Catalog) -> Asked:
    """Ask one keeper of titles again and again."""
    kept = Titles()

    def ask(typed: str, scope: Scope = PUBLIC, most: int = 10) -> list[str]:
        with catalog.reading():
            return kept.holding(catalog, folded(typed), folded(typed).split(), scope, most)

    return ask


def test_titles_that_begin_so_stand_first_and_the_shorter_before_the_longer(catalog: Catalog, asked: Asked) -> None:
    for title in ("SOP Arsip", "Arsip inaktif daerah", "Arsip", "Daftar", "Tata arsip"):
        put(catalog, title)
    assert asked("arsip") == ["Arsip", "Arsip inaktif daerah", "SOP Arsip", "Tata arsip"]
    assert asked("arsip", most=2) == ["Arsip", "Arsip inaktif daerah"]
    assert asked("daerah inaktif") == ["Arsip inaktif daerah"]


def test_a_paper_that_a_file_binds_is_found_by_its_title(catalog: Catalog, asked: Asked) -> None:
    put(catalog, "Buku", parts=(NewPart(1, 1, "SOP Cuti", "sop", {}),))
    assert asked("cuti") == ["SOP Cuti"]


def test_what_changes_is_seen_at_once(catalog: Catalog, asked: Asked) -> None:
    asset = put(catalog, "Arsip lama")
    assert asked("arsip") == ["Arsip lama"]
    change(catalog, asset, Metadata(title="Arsip baru"))
    put(catalog, "Arsip lagi")
    assert asked("arsip") == ["Arsip baru", "Arsip lagi"]
    with catalog.writing():
        storing.drop_asset(catalog, asset)
    assert asked("arsip") == ["Arsip lagi"]


def test_a_right_that_is_taken_away_holds_at_once_even_where_the_change_log_does_not_tell(
    catalog: Catalog, asked: Asked
) -> None:
    asset = put(catalog, "Arsip rahasia", passages=0)
    assert asked("arsip") == ["Arsip rahasia"]
    change(catalog, asset, Metadata(access="terbatas"))
    assert asked("arsip") == []
    assert asked("arsip", OPERATOR) == ["Arsip rahasia"]


def test_scopes_are_kept_apart_and_not_without_end(catalog: Catalog, asked: Asked) -> None:
    put(catalog, "Arsip terbuka")
    put(catalog, "Arsip terbatas", Metadata(access="terbatas", unit="BPAD", status="disahkan"))
    for _ in range(2):
        assert asked("arsip") == ["Arsip terbuka"]
        assert asked("arsip", scope_of("BPAD")) == ["Arsip terbuka", "Arsip terbatas"]
    kept = Titles()
    with catalog.reading():
        for number in range(2 * KEPT):
            kept.holding(catalog, "a", ["a"], scope_of(f"UNIT{number}"), 1)
    assert len(kept._kept) == KEPT


def test_words_match_without_regard_to_case_accents_and_spaces() -> None:
    listed = Listed(0, [Title("Café  Balai", 1)], [folded("Café  Balai")])
    assert listed.holding("cafe b", ["cafe", "b"], 5) == [Title("Café  Balai", 1)]
    assert listed.holding("kafe", ["kafe"], 5) == []
