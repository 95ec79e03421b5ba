"""Receipts of reports: known by a hash alone, for a while, and telling no words."""

import time
from dataclasses import asdict

import pytest

from catalog import accounts, dropping, receipts, reports
from catalog.assets import Card, card
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.scope import OPERATOR
from catalog.spot import Spot
from tests.catalog.making import asset, key_of


@pytest.fixture
def shown(catalog: Catalog) -> Card:
    return card(catalog, key_of(catalog, asset(catalog)), OPERATOR)


@pytest.fixture
def filed(catalog: Catalog, shown: Card) -> str:
    return reports.file(catalog, shown, Spot(page=1), "angka_keliru", "Mestinya lima.", reporter=None)


def test_a_receipt_tells_how_its_report_stands_and_no_word_of_it(catalog: Catalog, filed: str) -> None:
    receipt = receipts.give(catalog, filed)
    assert receipts.told(catalog, f" {receipt[:5].upper()}-{receipt[5:]} ").state == "baru"
    kurator = accounts.add(catalog, "kurator", "Kurator", None, by="uji")
    reports.close(catalog, reports.get(catalog, filed), "diperbaiki", "Sudah lima.", by=kurator)
    told = receipts.told(catalog, receipt)
    assert (told.kind, told.state, told.result) == ("angka_keliru", "selesai", "diperbaiki")
    assert "lima" not in str(asdict(told))
    assert receipt not in str(list(catalog.db.query("SELECT * FROM report")))


def test_neither_another_one_nor_the_key_of_a_report_is_a_receipt(catalog: Catalog, filed: str) -> None:
    receipts.give(catalog, filed)
    for typed in ("", filed, "a" * 20, "\udcff", "x" * 5_000):
        with pytest.raises(NotFoundError):
            receipts.told(catalog, typed)


def test_it_is_known_for_some_days_after_the_report_was_closed(catalog: Catalog, shown: Card, filed: str) -> None:
    receipt = receipts.give(catalog, filed)
    long_ago = int(time.time()) - receipts.DAYS * 86_400 - 9
    catalog.db.execute("UPDATE report SET created = ?", [long_ago])
    assert receipts.told(catalog, receipt).closed is None
    catalog.db.execute("UPDATE report SET state = 'selesai', result = 'diperbaiki', closed = ?", [long_ago])
    with pytest.raises(NotFoundError):
        receipts.told(catalog, receipt)
    receipts.give(catalog, reports.file(catalog, shown, Spot(), "salinan", "", reporter=None))
    (first, second) = catalog.db.query("SELECT receipt FROM report ORDER BY id")
    assert first["receipt"] is None and second["receipt"] is not None


def test_of_a_forgotten_asset_it_tells_that_it_is_gone(catalog: Catalog, shown: Card, filed: str) -> None:
    receipt = receipts.give(catalog, filed)
    dropping.drop(catalog, [shown.key])
    assert receipts.told(catalog, receipt).result == "dihapus"
