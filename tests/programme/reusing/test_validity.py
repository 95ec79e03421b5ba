from datetime import date

import pytest

from catalog import assets, lifecycle, metadata, status_changes
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.scope import scope_of
from programme.reusing import lineage, validity
from tests.programme.assets import approved, kinds, person
from tests.programme.kinship import reused

INTERNAL = scope_of("internal")


@pytest.fixture
def sop(catalog: Catalog) -> Card:
    return approved(catalog, "a.txt")


@pytest.fixture
def head(catalog: Catalog) -> Account:
    return person(catalog, "kepala", Grant("pengesah", "BPAD"))


def now(catalog: Catalog, card: Card) -> Card:
    return assets.card(catalog, card.key, INTERNAL)


def test_nobody_has_confirmed_what_nobody_has(catalog: Catalog, sop: Card) -> None:
    assert sop.validity == "belum_dikonfirmasi"
    assert validity.history(catalog, sop.id) == []


def test_who_keeps_it_confirms_it_until_its_next_day_of_review(catalog: Catalog, sop: Card) -> None:
    curator = person(catalog, "kurator", Grant("kurator", "BPAD"))
    validity.say(catalog, curator, sop, "berlaku", "")
    held = now(catalog, sop)
    assert (held.validity, held.review_on) == ("berlaku", lifecycle.review_date("sop", date.today()))
    (said,) = validity.history(catalog, sop.id)
    assert (said.day, said.new, said.who) == (date.today().isoformat(), "berlaku", "Kurator")


def test_an_end_says_why_and_leaves_the_day_of_review(catalog: Catalog, sop: Card, head: Account) -> None:
    with pytest.raises(RujukanError, match="alasannya"):
        validity.say(catalog, head, sop, "kedaluwarsa", " ")
    validity.say(catalog, head, sop, "kedaluwarsa", "Masa berlakunya habis")
    assert (now(catalog, sop).validity, now(catalog, sop).review_on) == ("kedaluwarsa", None)
    assert validity.history(catalog, sop.id)[0].note == "Masa berlakunya habis"


@pytest.mark.parametrize(
    "role", [Grant("pengesah", "DINKES"), Grant("penyusun", "BPAD"), Grant("operator"), Grant("pembaca", "BPAD")]
)
def test_others_say_nothing_of_it(catalog: Catalog, sop: Card, role: Grant) -> None:
    other, new = person(catalog, "lain", role), approved(catalog, "b.txt")
    for said in ("berlaku", "kedaluwarsa"):
        with pytest.raises(NotFoundError):
            validity.say(catalog, other, sop, said, "Sebab")
    with pytest.raises(NotFoundError):
        validity.succeed(catalog, other, INTERNAL, sop, (new.key, "diganti", ""))
    assert now(catalog, sop).validity == "belum_dikonfirmasi"


def test_what_is_marked_as_outdated_is_confirmed_at_the_desk(catalog: Catalog, sop: Card, head: Account) -> None:
    with catalog.writing():
        metadata.apply(catalog, sop.id, Metadata(status="perlu_diperbarui"))
        change = ("tandai", "disahkan", "perlu_diperbarui")
        status_changes.record(catalog, sop.version_id, change, None, "Dasar hukumnya dicabut: pergub-1-2001.")
    marked = now(catalog, sop)
    assert validity.marked_because(catalog, marked) == "Dasar hukumnya dicabut: pergub-1-2001."
    with pytest.raises(RujukanError, match="meja kerja"):
        validity.say(catalog, head, marked, "berlaku", "")


def test_what_a_person_noted_at_the_desk_is_not_told(catalog: Catalog, sop: Card, head: Account) -> None:
    with catalog.writing():
        metadata.apply(catalog, sop.id, Metadata(status="perlu_diperbarui"))
        status_changes.record(catalog, sop.version_id, ("tandai", "disahkan", "perlu_diperbarui"), head.id, "Rahasia")
    assert validity.marked_because(catalog, now(catalog, sop)) is None


def test_approval_at_the_desk_counts_as_said(catalog: Catalog, sop: Card, head: Account) -> None:
    with catalog.writing():
        status_changes.record(catalog, sop.version_id, ("sahkan", "ditelaah", "disahkan"), head.id)
    assert [(said.new, said.who) for said in validity.history(catalog, sop.id)] == [("berlaku", "Kepala")]


@pytest.mark.parametrize("kind", ["diganti", "digabung"])
def test_a_successor_ends_it_and_owner_and_reusers_are_told(
    catalog: Catalog, sop: Card, head: Account, kind: str
) -> None:
    curator, user = (person(catalog, login, role) for login, role in KEEPERS.items())
    reused(catalog, sop.id, None)
    catalog.db.execute("UPDATE reuse SET account = ?", [user.id])
    new = approved(catalog, "baru.txt")
    validity.succeed(catalog, head, INTERNAL, sop, (new.key, kind, "Disatukan"))
    assert now(catalog, sop).validity == "digantikan"
    (found,) = validity.successors(catalog, sop.id, INTERNAL)
    assert (found.kind, found.card and found.card.key) == (kind, new.key)
    assert kinds(catalog, curator) == kinds(catalog, user) == ["aset_digantikan"]
    assert kinds(catalog, head) == []
    assert [node.kind for node in lineage.of(catalog, sop.id, INTERNAL).after if node.card] == [kind]
    with pytest.raises(RujukanError, match="sudah digantikan"):
        validity.say(catalog, head, now(catalog, sop), "berlaku", "")


KEEPERS = {"kurator": Grant("kurator", "BPAD"), "pemakai": Grant("penyusun", "DINKES")}


def test_a_successor_out_of_sight_is_a_successor_without_a_name(catalog: Catalog, sop: Card, head: Account) -> None:
    new = approved(catalog, "baru.txt", access="terbatas")
    validity.succeed(catalog, head, scope_of("BPAD"), sop, (new.key, "diganti", ""))
    assert validity.successors(catalog, sop.id, INTERNAL)[0].card is None
    assert validity.successors(catalog, sop.id, scope_of("BPAD"))[0].card is not None


def test_an_unseen_asset_an_unknown_way_and_a_circle_are_no_successors(
    catalog: Catalog, sop: Card, head: Account
) -> None:
    hidden, new = approved(catalog, "r.txt", "DINKES", "terbatas"), approved(catalog, "baru.txt")
    for key, kind in ((hidden.key, "diganti"), (new.key, "dihapus"), ("tidakada", "diganti"), (sop.key, "diganti")):
        with pytest.raises(RujukanError):
            validity.succeed(catalog, head, INTERNAL, sop, (key, kind, ""))
    validity.succeed(catalog, head, INTERNAL, sop, (new.key, "diganti", ""))
    with pytest.raises(RujukanError) as refused:
        validity.succeed(catalog, head, INTERNAL, new, (sop.key, "diganti", ""))
    assert refused.value.code == "circle"
