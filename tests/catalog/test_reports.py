import pytest

from catalog import accounts, dropping, grants, reports, trail
from catalog.accounts import Account
from catalog.assets import Card, card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import ROLES, Grant
from catalog.metadata import Metadata, apply
from catalog.reports import KINDS, MOST_OPEN, Report, looks_after
from catalog.scope import OPERATOR
from catalog.spot import Spot
from tests.catalog.making import asset, key_of

PLACE = Spot(page=1, start=0, end=4)


@pytest.fixture
def shown(catalog: Catalog) -> Card:
    made = asset(catalog)
    with catalog.writing():
        apply(catalog, made, Metadata(unit="BPAD", community="CoP Aset", access="internal", status="disahkan"))
    return card(catalog, key_of(catalog, made), OPERATOR)


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    return accounts.add(catalog, "siti", "Siti", None, by="uji")


def filed(catalog: Catalog, shown: Card, kind: str = "angka_keliru", text: str = "Mestinya lima.") -> Report:
    return reports.get(catalog, reports.file(catalog, shown, PLACE, kind, text, reporter=None))


def test_a_report_keeps_what_is_wrong_and_where(catalog: Catalog, shown: Card, siti: Account) -> None:
    key = reports.file(catalog, shown, PLACE, "lainnya", " Baris satu\r\ndua\x00\x1b ", reporter=siti)
    report = reports.get(catalog, key)
    assert (report.text, report.place, report.kind) == ("Baris satu\ndua", PLACE, "lainnya")
    assert (report.state, report.reporter_name, report.owner, report.unit) == ("baru", "Siti", None, "BPAD")
    assert len(key) >= 16


@pytest.mark.parametrize(
    ("kind", "text"), [("", "x"), ("mars", "x"), ("lainnya", " \n\x00"), ("salinan", "x" * (reports.LONGEST + 1))]
)
def test_a_report_that_says_nothing_is_refused(catalog: Catalog, shown: Card, kind: str, text: str) -> None:
    with pytest.raises(RujukanError):
        reports.file(catalog, shown, PLACE, kind, text, reporter=None)
    assert catalog.db["report"].count == 0


def test_one_asset_cannot_bury_the_reports_of_others(catalog: Catalog, shown: Card, siti: Account) -> None:
    first, *_others = [filed(catalog, shown) for _ in range(MOST_OPEN)]
    with pytest.raises(RujukanError) as refused:
        filed(catalog, shown)
    assert refused.value.code == "enough_reports"
    reports.close(catalog, first, "diperbaiki", "Sudah.", by=siti)
    filed(catalog, shown)


def test_a_report_is_taken_and_closed_once_with_a_result_and_an_answer(
    catalog: Catalog, shown: Card, siti: Account
) -> None:
    report = filed(catalog, shown)
    reports.take(catalog, report, siti)
    assert reports.get(catalog, report.key).owner_name == "Siti"
    for result, answer in (("mars", "x"), ("diperbaiki", "  ")):
        with pytest.raises(RujukanError):
            reports.close(catalog, report, result, answer, by=siti)
    reports.close(catalog, report, "tidak_terbukti", "Angka sesuai lampiran.", by=siti)
    closed = reports.get(catalog, report.key)
    assert (closed.state, closed.result, closed.outcome) == ("ditolak", "tidak_terbukti", "Angka sesuai lampiran.")
    for again in (
        lambda: reports.take(catalog, report, siti),
        lambda: reports.close(catalog, report, "diperbaiki", "Lain.", by=siti),
    ):
        with pytest.raises(RujukanError) as late:
            again()
        assert late.value.code == "wrong_state"


def test_the_trail_tells_what_was_done_but_none_of_the_words(catalog: Catalog, shown: Card, siti: Account) -> None:
    report = filed(catalog, shown, text="rahasia-pelapor")
    reports.take(catalog, report, siti)
    reports.close(catalog, report, "diperbaiki", "rahasia-jawaban", by=siti)
    found = trail.latest(catalog, 3)
    assert [entry.action for entry in found] == ["report.close", "report.take", "report.file"]
    assert {entry.subject for entry in found} == {shown.key}
    assert "rahasia" not in str(found)


def test_what_a_report_says_goes_with_the_asset_and_its_reporter_learns_that_it_is_gone(
    catalog: Catalog, shown: Card, siti: Account
) -> None:
    key = reports.file(catalog, shown, PLACE, "lainnya", "Isi yang dikutip", reporter=siti)
    dropping.drop(catalog, [shown.key])
    (report,) = reports.of_reporter(catalog, siti.id, 9)
    assert report.key == key
    assert (report.text, report.place, report.asset, report.title) == ("", Spot(), None, None)
    assert (report.state, report.result) == ("selesai", "dihapus")


def test_an_unknown_key_is_nobodys_report(catalog: Catalog) -> None:
    with pytest.raises(NotFoundError):
        reports.get(catalog, "tidakada")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
def test_who_looks_after_a_report(catalog: Catalog, shown: Card, kind: str, role: str) -> None:
    report = filed(catalog, shown, kind, "x")
    of_all = {"data_pribadi": {"ppid"}}.get(kind, {"kurator", "penelaah", "pengesah", "ppid"})
    assert looks_after(report, [Grant(role, "BPAD")]) == (role in of_all | {"operator"})
    assert looks_after(report, [Grant(role, "DINKES")]) == (role == "operator")
    assert looks_after(report, []) is False


def test_a_curator_looks_after_the_reports_of_the_community_but_not_of_what_is_restricted(
    catalog: Catalog, shown: Card
) -> None:
    curator, officer = Grant("kurator", community="CoP Aset"), Grant("ppid")
    report, personal = filed(catalog, shown), filed(catalog, shown, "data_pribadi")
    assert [looks_after(report, [who]) for who in (curator, officer)] == [True, True]
    assert [looks_after(personal, [who]) for who in (curator, officer)] == [False, True]
    with catalog.writing():
        apply(catalog, shown.id, Metadata(access="terbatas"))
    for one in (report, personal):
        now = reports.get(catalog, one.key)
        assert not looks_after(now, [curator, officer])
        assert looks_after(now, [Grant("ppid", "BPAD")])


def test_open_reports_are_listed_with_personal_data_first_and_closed_ones_apart(
    catalog: Catalog, shown: Card, siti: Account
) -> None:
    first, personal, last = (filed(catalog, shown, kind) for kind in ("salinan", "data_pribadi", "tidak_terbuka"))
    everything, curator = [Grant("operator")], [Grant("kurator", "BPAD")]
    assert [r.key for r in reports.listing(catalog, everything, closed=False)] == [personal.key, first.key, last.key]
    assert [r.key for r in reports.listing(catalog, curator, closed=False)] == [first.key, last.key]
    reports.close(catalog, first, "perlu_diperbarui", "Akan direvisi.", by=siti)
    assert [r.key for r in reports.listing(catalog, curator, closed=True)] == [first.key]


def test_a_report_that_finds_an_asset_outdated_marks_it_where_its_handler_may(catalog: Catalog, shown: Card) -> None:
    status = "SELECT status FROM version WHERE id = ?"
    officer, curator = (accounts.add(catalog, name, name.title(), None, by="uji") for name in ("ppid", "kurator"))
    for account in (officer, curator):
        grants.add(catalog, account.login, Grant(account.login, "BPAD"), by="uji")
    for account, after in ((officer, "disahkan"), (curator, "perlu_diperbarui"), (curator, "perlu_diperbarui")):
        reports.close(catalog, filed(catalog, shown), "perlu_diperbarui", "Akan direvisi.", by=account)
        assert catalog.db.execute(status, [shown.version_id]).fetchone()[0] == after
    moved = [entry for entry in trail.latest(catalog, 9) if entry.action == "asset.status"]
    assert [(entry.actor, entry.subject) for entry in moved] == [("kurator", shown.key)]
