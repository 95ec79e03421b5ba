from datetime import date

import pytest

from catalog import storing
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.scope import scope_of
from programme.reusing import reuse
from programme.reusing.reuse import Claim
from tests.programme.assets import approved, kinds, person

INTERNAL = scope_of("internal")
CLAIM = Claim("DINKES", "adopsi", "Tata cara pinjam kendaraan", "SOP 12/2026")


@pytest.fixture
def sop(catalog: Catalog) -> Card:
    return approved(catalog, "a.txt")


@pytest.fixture
def user(catalog: Catalog) -> Account:
    return person(catalog, "siti", Grant("penyusun", "DINKES"))


@pytest.fixture
def head(catalog: Catalog) -> Account:
    return person(catalog, "kepala", Grant("pengesah", "DINKES"))


@pytest.fixture
def keeper(catalog: Catalog) -> Account:
    return person(catalog, "kurator", Grant("kurator", "BPAD"))


def test_the_head_of_the_using_unit_is_asked_and_the_owner_is_told_once_it_is_confirmed(
    catalog: Catalog, sop: Card, user: Account, head: Account, keeper: Account
) -> None:
    made = reuse.record(catalog, user, INTERNAL, sop, CLAIM)
    assert (made.state, made.asset, made.version, made.unit) == ("diajukan", sop.key, 1, "DINKES")
    assert (kinds(catalog, head), kinds(catalog, keeper), kinds(catalog, user)) == (["pemakaian_menunggu"], [], [])
    assert reuse.users_of(catalog, sop.id) == {}
    decided = reuse.decide(catalog, head, made.key, confirm=True, note="")
    assert (decided.state, decided.decider, decided.decided) == ("dikonfirmasi", "Kepala", date.today().isoformat())
    assert (kinds(catalog, keeper), kinds(catalog, user)) == (["aset_dipakai"], ["pemakaian_dikonfirmasi"])
    assert reuse.users_of(catalog, sop.id) == {"DINKES": ("adopsi",)}


def test_what_came_in_of_the_own_agency_is_not_told_as_its_reuse(catalog: Catalog, sop: Card) -> None:
    for unit in ("BPAD", "DINKES", "DINKES"):
        catalog.db.execute(
            "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, result, day, state)"
            " VALUES (hex(randomblob(6)), ?, 1, ?, 'rujukan', 'Kerja', '1', '', '2026-01-01', 'dikonfirmasi')",
            [sop.id, unit],
        )
    assert reuse.users_of(catalog, sop.id) == {"DINKES": ("rujukan",)}


def test_the_owner_of_an_asset_is_told_rather_than_its_keepers(
    catalog: Catalog, sop: Card, user: Account, head: Account, keeper: Account
) -> None:
    owner = person(catalog, "pemilik")
    catalog.db.execute("UPDATE asset SET owner = ?", [owner.id])
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    reuse.decide(catalog, head, key, confirm=True, note="")
    assert (kinds(catalog, owner), kinds(catalog, keeper)) == (["aset_dipakai"], [])


def test_a_refusal_says_why_and_the_owner_never_hears_of_it(
    catalog: Catalog, sop: Card, user: Account, head: Account, keeper: Account
) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    with pytest.raises(RujukanError, match="alasannya"):
        reuse.decide(catalog, head, key, confirm=False, note=" ")
    assert reuse.decide(catalog, head, key, confirm=False, note="Belum dipakai").note == "Belum dipakai"
    assert (kinds(catalog, keeper), kinds(catalog, user)) == ([], ["pemakaian_ditolak"])
    with pytest.raises(NotFoundError):
        reuse.opened(catalog, keeper, key)


@pytest.mark.parametrize("role", [Grant("pengesah", "BPAD"), Grant("kurator", "DINKES"), Grant("operator")])
def test_nobody_but_a_head_of_the_using_unit_decides(catalog: Catalog, sop: Card, user: Account, role: Grant) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    with pytest.raises(NotFoundError):
        reuse.decide(catalog, person(catalog, "lain", role), key, confirm=True, note="")
    assert reuse.with_key(catalog, key).state == "diajukan"


def test_a_head_does_not_confirm_their_own_record(catalog: Catalog, sop: Card, head: Account) -> None:
    key = reuse.record(catalog, head, INTERNAL, sop, CLAIM).key
    assert kinds(catalog, head) == []
    with pytest.raises(NotFoundError):
        reuse.decide(catalog, head, key, confirm=True, note="")
    other = person(catalog, "plh", Grant("pengesah", "DINKES", valid_until="2999-01-01", acting="plh"))
    assert reuse.decide(catalog, other, key, confirm=True, note="").state == "dikonfirmasi"


def test_a_record_is_decided_once(catalog: Catalog, sop: Card, user: Account, head: Account) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    reuse.decide(catalog, head, key, confirm=True, note="")
    with pytest.raises(RujukanError) as refused:
        reuse.decide(catalog, head, key, confirm=False, note="Keliru")
    assert refused.value.code == "moved_on"


def test_use_within_the_agencies_that_wrote_it_is_no_reuse(catalog: Catalog, sop: Card, user: Account) -> None:
    own = person(catalog, "sendiri", Grant("penyusun", "BPAD"))
    with pytest.raises(RujukanError) as refused:
        reuse.record(catalog, own, INTERNAL, sop, Claim("BPAD", "rujukan", "Kerja", "1"))
    assert refused.value.code == "own_agency"
    assert (reuse.places(catalog, own, sop), reuse.places(catalog, user, sop)) == ((), ("DINKES",))
    catalog.db.execute("INSERT INTO asset_unit (asset, unit) VALUES (?, 'DINKES')", [sop.id])
    assert reuse.places(catalog, user, sop) == ()


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (Claim("DINKES", "pinjam", "Kerja", "1"), "jenis"),
        (Claim("DISHUB", "rujukan", "Kerja", "1"), "unit"),
        (Claim("DINKES", "rujukan", " ", "1"), "untuk apa"),
        (Claim("DINKES", "rujukan", "Kerja", ""), "bukti"),
        (Claim("DINKES", "rujukan", "x" * 2001, "1"), "2001"),
        (Claim("DINKES", "rujukan", "Kerja", "1", made="tidakada"), "tidak ditemukan"),
    ],
)
def test_what_cannot_be_recorded_is_said(catalog: Catalog, sop: Card, user: Account, claim: Claim, said: str) -> None:
    with pytest.raises(RujukanError, match=said):
        reuse.record(catalog, user, INTERNAL, sop, claim)
    assert reuse.lists(catalog, user)["saya"] == []


def test_the_same_use_is_recorded_once_unless_it_was_refused(
    catalog: Catalog, sop: Card, user: Account, head: Account
) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    with pytest.raises(RujukanError) as refused:
        reuse.record(catalog, user, INTERNAL, sop, CLAIM)
    assert refused.value.code == "twice"
    reuse.decide(catalog, head, key, confirm=False, note="Buktinya keliru")
    assert reuse.record(catalog, user, INTERNAL, sop, CLAIM).state == "diajukan"


def test_what_came_of_it_can_be_said_later_by_its_writer_alone(
    catalog: Catalog, sop: Card, user: Account, head: Account
) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    reuse.decide(catalog, head, key, confirm=True, note="")
    ours = approved(catalog, "kami.txt", "DINKES")
    with pytest.raises(NotFoundError):
        reuse.complete(catalog, head, INTERNAL, key, ("Terbit", ours.key))
    done = reuse.complete(catalog, user, INTERNAL, key, ("Terbit", ours.key))
    assert (done.result, done.made) == ("Terbit", ours.key)
    other = approved(catalog, "kami2.txt", "DINKES")
    assert reuse.complete(catalog, user, INTERNAL, key, ("Dipakai", other.key)).made == ours.key


def test_an_asset_of_others_or_out_of_sight_is_no_result(catalog: Catalog, sop: Card, user: Account) -> None:
    theirs, hidden = approved(catalog, "lain.txt", "DISHUB"), approved(catalog, "rahasia.txt", "DISHUB", "terbatas")
    for card in (theirs, hidden):
        with pytest.raises(RujukanError, match="tidak ditemukan"):
            reuse.record(catalog, user, INTERNAL, sop, Claim("DINKES", "adaptasi", "Kerja", "1", made=card.key))


def test_a_record_is_open_to_its_writer_the_head_and_those_who_answer_for_the_asset(
    catalog: Catalog, sop: Card, user: Account, head: Account, keeper: Account
) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    colleague = person(catalog, "rekan", Grant("penyusun", "DINKES"))
    reuse.decide(catalog, head, key, confirm=True, note="")
    assert {reuse.opened(catalog, one, key).key for one in (user, head, keeper)} == {key}
    for one in (colleague, None):
        with pytest.raises(NotFoundError):
            reuse.opened(catalog, one, key)


def test_the_lists_hold_what_waits_what_is_mine_and_what_became_of_my_assets(
    catalog: Catalog, sop: Card, user: Account, head: Account, keeper: Account
) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key

    def listed(account: Account) -> dict[str, int]:
        return {name: len(found) for name, found in reuse.lists(catalog, account).items()}

    assert listed(head) == {"menunggu": 1, "saya": 0, "aset": 0}
    assert listed(user) == {"menunggu": 0, "saya": 1, "aset": 0}
    assert listed(keeper) == {"menunggu": 0, "saya": 0, "aset": 0}
    reuse.decide(catalog, head, key, confirm=True, note="")
    assert (listed(head)["menunggu"], listed(keeper)["aset"]) == (0, 1)


def test_a_record_outlives_its_asset(catalog: Catalog, sop: Card, user: Account, head: Account) -> None:
    key = reuse.record(catalog, user, INTERNAL, sop, CLAIM).key
    with catalog.writing():
        storing.drop_asset(catalog, sop.id)
    assert reuse.decide(catalog, head, key, confirm=True, note="").asset is None
