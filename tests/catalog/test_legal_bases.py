"""The legal bases of a version: as the paper cites them, with what the table of rules says of each."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from catalog import assets, citations, legal_bases, metadata, stored_pages, storing
from catalog.citations import NewCitation
from catalog.database import Catalog
from catalog.legal_bases import STATUSES, UNKNOWN, LegalBasis
from catalog.metadata import Metadata
from catalog.opening import create
from catalog.scope import OPERATOR
from catalog.storing import NewVersion
from tests.catalog import making

TEXT = "Mengingat : PP 27/2014 jo. PP 28/2020; UU 5/1999; Perda 1/2024; Perda DKI 1/2024"
RULES = (
    ("PP 27/2014", "pp-27-2014", None),
    ("PP 28/2020", "pp-28-2020", "pp-27-2014"),
    ("UU 5/1999", "uu-5-1999", None),
    ("Perda 1/2024", "perda-1-2024", None),
)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return create(tmp_path)


def paper(*rules: tuple[str, str, str | None], text: str = TEXT) -> NewVersion:
    places = [(text.index(words), len(words), rule, amends) for words, rule, amends in rules]
    cited = tuple(NewCitation(0, rule, at, at + size, True, amends) for at, size, rule, amends in places)
    return replace(making.version(text), citations=cited)


def bases(catalog: Catalog, asset: int) -> dict[str, LegalBasis]:
    card = assets.card(catalog, making.key_of(catalog, asset), OPERATOR)
    return {basis.id: basis for basis in legal_bases.of(catalog, card)}


def test_a_basis_is_told_with_its_words_its_place_and_what_amends_it(catalog: Catalog) -> None:
    found = bases(catalog, making.asset(catalog, new=paper(*RULES)))
    first = found["pp-27-2014"]
    assert (first.text, first.page, TEXT[first.start : first.end]) == ("PP 27/2014", 1, "PP 27/2014")
    assert (first.chain, first.status, first.by, first.since) == (("pp-28-2020",), "diubah", ("pp-28-2020",), "2020")
    assert list(found) == ["pp-27-2014", "uu-5-1999", "perda-1-2024"]


def test_a_rule_that_the_table_lacks_has_no_known_status(catalog: Catalog) -> None:
    unknown = bases(catalog, making.asset(catalog, new=paper(*RULES)))["uu-5-1999"]
    assert (unknown.status, unknown.title, unknown.by, unknown.since) == (UNKNOWN, None, (), None)


def test_a_regional_rule_is_jakartas_where_the_paper_or_its_owner_says_so(catalog: Catalog) -> None:
    unnamed = making.asset(catalog, "a.txt", new=paper(RULES[3]))
    named = making.asset(catalog, "b.txt", new=paper(("Perda DKI 1/2024", "perda-1-2024", None)))
    assert bases(catalog, unnamed)["perda-1-2024"].status == UNKNOWN
    assert bases(catalog, named)["perda-1-2024"].status == "berlaku"
    with catalog.writing():
        metadata.apply(catalog, unnamed, Metadata(unit="BPAD"))
    assert bases(catalog, unnamed)["perda-1-2024"].since == "2024-01-05"


def test_what_is_only_mentioned_is_no_basis(catalog: Catalog) -> None:
    new = paper(RULES[0])
    mentioned = replace(new, citations=(replace(new.citations[0], basis=False),))
    asset = making.asset(catalog, new=mentioned)
    assert bases(catalog, asset) == {}
    assert stored_pages.reading(catalog, 1, 1).citations == mentioned.citations


def test_another_reading_and_a_drop_take_the_citations_along(catalog: Catalog) -> None:
    asset = making.asset(catalog, new=paper(*RULES))
    with catalog.writing():
        storing.replace_reading(catalog, 1, paper(RULES[2]), job=1)
    assert list(bases(catalog, asset)) == ["uu-5-1999"]
    with catalog.writing():
        storing.drop_asset(catalog, asset)
    assert catalog.db.execute("SELECT count(*) FROM citation").fetchone()[0] == 0
    assert citations.stored(catalog, [1]) == ()


def test_every_line_of_the_table_of_rules_can_be_used() -> None:
    table = legal_bases.rules()
    for name, rule in table.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*-\d+-\d{4}", name)
        assert rule.title and rule.source and rule.status in STATUSES[:3]
        assert bool(rule.by) == (rule.status != "berlaku")
        assert rule.since is None or re.fullmatch(r"\d{4}", rule.since) or date.fromisoformat(rule.since)
