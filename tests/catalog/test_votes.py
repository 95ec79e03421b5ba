import pytest

from catalog import dropping, votes
from catalog.assets import Card, card
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.scope import OPERATOR
from catalog.spot import Spot
from tests.catalog.making import asset, key_of

PLACE = Spot(sheet="KIB A", row=47)


@pytest.fixture
def shown(catalog: Catalog) -> Card:
    return card(catalog, key_of(catalog, asset(catalog)), OPERATOR)


def rows(catalog: Catalog) -> list[dict[str, object]]:
    return list(catalog.db.query("SELECT * FROM vote"))


def test_a_session_votes_once_on_an_answer_and_may_change_its_mind(catalog: Catalog, shown: Card) -> None:
    by = votes.voter("sesi", shown, PLACE, "berapa luasnya?")
    assert votes.of(catalog, by) is None
    for verdict in ("membantu", "tidak_membantu"):
        votes.cast(catalog, by, shown, PLACE, votes.ANSWER, verdict)
        assert votes.of(catalog, by) == verdict
    assert len(rows(catalog)) == 1


def test_an_answer_is_one_whatever_it_is_quoted_from_first(catalog: Catalog, shown: Card) -> None:
    other = card(catalog, key_of(catalog, asset(catalog, path="lain.pdf")), OPERATOR)
    for one, question in ((shown, "Berapa  luasnya?"), (other, "berapa luasnya?")):
        votes.cast(catalog, votes.voter("x", one, PLACE, question), one, PLACE, votes.ANSWER, "membantu")
    assert [row["asset"] for row in rows(catalog)] == [other.id]


def test_votes_of_one_session_cannot_be_told_to_be_of_one(catalog: Catalog, shown: Card) -> None:
    about = [(PLACE, "satu"), (PLACE, "dua"), (PLACE, None), (Spot(page=1), None)]
    assert len({votes.voter("sesi", shown, at, question) for at, question in about}) == 4
    by = votes.voter("sesi", shown, PLACE, "satu")
    votes.cast(catalog, by, shown, PLACE, votes.ANSWER, "membantu")
    assert "sesi" not in str(rows(catalog)) and "satu" not in str(rows(catalog))


def test_what_is_no_verdict_is_refused(catalog: Catalog, shown: Card) -> None:
    with pytest.raises(RujukanError):
        votes.cast(catalog, "x", shown, PLACE, votes.SOURCE, "mungkin")
    assert rows(catalog) == []


def test_votes_go_with_their_asset(catalog: Catalog, shown: Card) -> None:
    votes.cast(catalog, "x", shown, PLACE, votes.SOURCE, "membantu")
    dropping.drop(catalog, [shown.key])
    assert rows(catalog) == []
