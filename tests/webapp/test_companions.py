"""What an author is shown beside an upload, and how it becomes a new version instead of one more paper."""

import pytest

from catalog import accounts, assets, metadata, revising, storing, uploads
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.metadata import Metadata
from catalog.revising import Author
from catalog.scope import OPERATOR, scope_of
from catalog.uploads import Upload
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searcher, text_page
from tests.webapp.sending import ready, send
from webapp.companions import Companions, companions

TEXT = "Peminjaman kendaraan dinas diajukan paling lambat dua hari kerja sebelum pemakaian oleh pemohon melalui surat."
LONG = f"{TEXT} Pengurus barang memeriksa kondisi kendaraan lalu menyerahkan kunci kepada peminjam."


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    for name, text in (("Pajak", "Pajak bumi dan bangunan."), ("Air", "Air bersih untuk puskesmas.")):
        shelved(catalog, name, text)
    return catalog


@pytest.fixture
def siti(catalog: Catalog) -> Author:
    account = accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")
    return Author(account, ("BPAD",), scope_of("BPAD"))


def shelved(catalog: Catalog, name: str, text: str = LONG, owner: Account | None = None, **said: str) -> str:
    words = {"unit": "BPAD", "access": "internal"} | said
    key = add(catalog, Paper(f"{name}.txt", given(f"SOP {name}", **words), (text_page(1, text),)))
    if owner:
        catalog.db.execute("UPDATE asset SET owner = ? WHERE key = ?", [owner.id, key])
    return key


def beside(catalog: Catalog, author: Author, upload: Upload) -> Companions:
    card = assets.card(catalog, upload.asset or "", OPERATOR, upload.version)
    return companions(searcher(catalog).engine.dense, catalog, upload, card, author)


def uploaded(catalog: Catalog, text: str = LONG, content: bytes = b"isi", asset: int | None = None) -> Upload:
    return ready(catalog, send(catalog, "siti", "SOP.pdf", content, asset=asset), text)


def test_a_copy_that_may_be_revised_is_offered_as_the_older_version(catalog: Catalog, siti: Author) -> None:
    mine = shelved(catalog, "Kendaraan")
    (near,) = beside(catalog, siti, uploaded(catalog)).near
    assert (near.card.asset, near.is_copy, near.may_be_revised, near.seems_older) == (mine, True, True, True)


def test_nothing_is_shown_that_the_author_may_not_see_and_no_version_offered_of_what_is_anothers(
    catalog: Catalog, siti: Author
) -> None:
    budi = accounts.add(catalog, "budi", "Budi Contoh", None, by="uji")
    others = {shelved(catalog, "Milik Budi", owner=budi), shelved(catalog, "Unit lain", unit="DINKES")}
    for number, hidden in enumerate(({"unit": "DINKES", "access": "terbatas"}, {"status": "draf"})):
        shelved(catalog, f"Tersembunyi {number}", **hidden)
    found = beside(catalog, siti, uploaded(catalog))
    assert {near.card.asset for near in found.near} == others
    assert not [near for near in found.near if near.may_be_revised or near.seems_older]


def test_the_same_bytes_are_told_of_what_one_sees_or_owns(catalog: Catalog, siti: Author) -> None:
    seen, _ = shelved(catalog, "Tampak"), shelved(catalog, "Tersembunyi", status="draf")
    content = b"Tampak.txt"
    draft = uploaded(catalog, "Naskah lain.", content)
    same = beside(catalog, siti, draft).same
    assert [(one.key, one.is_seen) for one in same] == [(seen, True)]
    again = ready(catalog, send(catalog, "siti", "lain.pdf", content), "Naskah ketiga.")
    assert [(one.key, one.is_seen) for one in beside(catalog, siti, again).same] == [
        (seen, True),
        (draft.asset, False),
    ]


def test_an_upload_becomes_the_next_version_and_leaves_no_paper_of_its_own(catalog: Catalog, siti: Author) -> None:
    key = shelved(catalog, "Kendaraan")
    upload = uploaded(catalog)
    waiting = revising.make_version(catalog, upload, key, siti)
    assert (waiting.state, waiting.asset, waiting.version) == ("menunggu", key, None)
    with pytest.raises(NotFoundError):
        assets.card(catalog, upload.asset or "", OPERATOR)
    done = ready(catalog, waiting, LONG)
    card = assets.card(catalog, key, OPERATOR)
    assert (done.version, card.version, card.status, done.owner) == (2, 2, "draf", siti.account.id)
    assert assets.card(catalog, key, siti.scope).version == 1
    assert uploads.waiting_for(catalog, waiting.job) == []


def test_what_is_under_review_or_the_same_once_more_becomes_no_version(catalog: Catalog, siti: Author) -> None:
    key = shelved(catalog, "Kendaraan")
    upload = uploaded(catalog)
    with catalog.writing():
        metadata.apply(catalog, upload.asset_id or 0, Metadata(status="diajukan"))
    with pytest.raises(RujukanError, match="tidak lagi berupa draf"):
        revising.make_version(catalog, upload, key, siti)
    same = ready(catalog, send(catalog, "siti", "sama.pdf", b"Kendaraan.txt"), "Naskah.")
    with pytest.raises(RujukanError, match="sama persis"):
        revising.make_version(catalog, same, key, siti)


@pytest.mark.parametrize(
    "said", [{"unit": "DINKES"}, {"status": "draf"}, {"status": "ditarik"}, {"access": "terbatas", "unit": "DINKES"}]
)
def test_of_what_is_not_ones_own_no_version_is_sent(catalog: Catalog, siti: Author, said: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        revising.revised(catalog, shelved(catalog, "Kendaraan", **said), siti)


def test_of_ones_own_draft_a_version_is_sent_while_one_writes_at_its_unit(catalog: Catalog, siti: Author) -> None:
    upload = uploaded(catalog)
    assert revising.revised(catalog, upload.asset or "", siti).version == 1
    with pytest.raises(NotFoundError):
        revising.revised(catalog, upload.asset or "", Author(siti.account, ("DINKES",), siti.scope))
    with pytest.raises(NotFoundError):
        revising.revised(catalog, "tidakada", siti)
    with catalog.writing():
        storing.drop_asset(catalog, upload.asset_id or 0)
    with pytest.raises(NotFoundError):
        revising.revised(catalog, upload.asset or "", siti)
