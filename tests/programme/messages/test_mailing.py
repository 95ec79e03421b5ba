from collections.abc import Iterator

import pytest

from catalog import accounts, service_settings
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.service_settings import MailSettings
from programme.messages import mailing, notices
from tests.programme.assets import person
from tests.programme.mail_server import MailServer, started


@pytest.fixture
def server() -> Iterator[MailServer]:
    with started() as running:
        yield running


@pytest.fixture
def settings(server: MailServer) -> MailSettings:
    return MailSettings("127.0.0.1", "rujukan@jakarta.go.id", server.port, pages="https://rujukan.jakarta.go.id/")


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    made = person(catalog, "siti")
    mailing.set_address(catalog, made, "siti@jakarta.go.id")
    return made


def test_unsent_notices_go_out_once_in_one_mail(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    for key in ("kunci-a", "kunci-b"):
        notices.tell(catalog, [siti.id], "aset_dipakai", key, asset=key, unit="DINKES")
    assert mailing.send(catalog, settings) == mailing.Sent(1, 2)
    assert mailing.send(catalog, settings) == mailing.Sent()
    ((to, mail),) = server.mails
    assert (to, mail["To"], mail["From"]) == ("siti@jakarta.go.id", "siti@jakarta.go.id", "rujukan@jakarta.go.id")
    assert mail["Subject"] == "Rujukan: 2 pemberitahuan baru"
    text = mail.get_payload()
    assert "Aset yang Anda urus dipakai perangkat daerah lain." in text
    assert "https://rujukan.jakarta.go.id/pemberitahuan" in text


def test_a_mail_tells_nothing_but_that_something_happened(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    for kind in notices.KINDS:
        notices.tell(catalog, [siti.id], kind, "kunci-rahasia", asset="kunci-rahasia", unit="DINKES", day="2026-01-01")
    mailing.send(catalog, settings)
    text = server.mails[0][1].as_string()
    assert not [word for word in ("kunci-rahasia", "DINKES", "2026-01-01", "siti aminah") if word in text]


def test_every_kind_of_notice_has_a_sentence_of_its_own_that_names_nothing() -> None:
    assert set(mailing.SENTENCES) == set(notices.KINDS)
    assert len(set(mailing.SENTENCES.values())) == len(notices.KINDS)
    assert not [said for said in mailing.SENTENCES.values() if "%" in said or "{" in said]


def test_a_notice_of_an_older_version_is_told_as_one(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    notices.tell(catalog, [siti.id], "aset_dipakai", "kunci")
    catalog.db.execute("UPDATE notice SET kind = 'jenis_lama'")
    mailing.send(catalog, settings)
    text = server.mails[0][1].as_string()
    assert ("Ada pemberitahuan baru." in text, "jenis_lama" in text) == (True, False)


def test_what_was_read_what_is_old_and_who_gave_no_address_get_no_mail(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    other, gone = person(catalog, "budi"), person(catalog, "ani")
    mailing.set_address(catalog, gone, "ani@jakarta.go.id")
    notices.tell(catalog, [siti.id, other.id, gone.id], "aset_dipakai", "a")
    notices.tell(catalog, [siti.id], "aset_dipakai", "b")
    notices.mark_read(catalog, siti, 1)
    catalog.db.execute("UPDATE notice SET at = at - 15 * 86400 WHERE subject = 'b'")
    accounts.disable(catalog, "ani", by="uji")
    assert mailing.send(catalog, settings) == mailing.Sent()
    assert server.mails == []


def test_an_address_that_the_server_refuses_keeps_its_notices_and_holds_up_no_other(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    other = person(catalog, "budi")
    mailing.set_address(catalog, other, "budi@jakarta.go.id")
    notices.tell(catalog, [siti.id, other.id], "aset_dipakai", "a")
    server.refused.add("siti@jakarta.go.id")
    sent = mailing.send(catalog, settings)
    assert sent == mailing.Sent(1, 1, (mailing.Failure("siti", "alamat penerima ditolak server"),))
    server.refused.clear()
    assert mailing.send(catalog, settings) == mailing.Sent(1, 1)
    assert [to for to, _ in server.mails] == ["budi@jakarta.go.id", "siti@jakarta.go.id"]


def test_a_server_that_hangs_up_loses_nothing_and_sends_nothing_twice(
    catalog: Catalog, siti: Account, server: MailServer, settings: MailSettings
) -> None:
    other = person(catalog, "budi")
    mailing.set_address(catalog, other, "budi@jakarta.go.id")
    notices.tell(catalog, [siti.id, other.id], "aset_dipakai", "a")
    server.hangs_up_after = 1
    with pytest.raises(RujukanError) as failed:
        mailing.send(catalog, settings)
    assert failed.value.code == "mail_failed"
    server.hangs_up_after = None
    assert mailing.send(catalog, settings) == mailing.Sent(1, 1)
    assert [to for to, _ in server.mails] == ["siti@jakarta.go.id", "budi@jakarta.go.id"]


def test_a_server_that_is_not_there_is_named_and_a_password_that_is_missing_too(
    catalog: Catalog, siti: Account, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices.tell(catalog, [siti.id], "aset_dipakai", "a")
    with pytest.raises(RujukanError, match=r"127\.0\.0\.1:1 tidak dapat dipakai"):
        mailing.send(catalog, MailSettings("127.0.0.1", "a@b.id", 1))
    monkeypatch.delenv(mailing.PASSWORD, raising=False)
    with pytest.raises(RujukanError, match=mailing.PASSWORD):
        mailing.send(catalog, MailSettings("127.0.0.1", "a@b.id", server.port, user="rujukan"))
    assert notices.unread(catalog, siti) == 1


@pytest.mark.parametrize(
    "address", ["siti", "a@b, c@d", "a@b\nBcc: c@d", "Siti <a@b>", "a@" + "b" * 260, "sité@jakarta.go.id"]
)
def test_what_is_no_address_is_refused(catalog: Catalog, siti: Account, address: str) -> None:
    with pytest.raises(RujukanError, match="surel"):
        mailing.set_address(catalog, siti, address)
    assert accounts.named(catalog, "siti").email == "siti@jakarta.go.id"
    mailing.set_address(catalog, siti, " ")
    assert accounts.named(catalog, "siti").email is None


def test_the_settings_name_a_server(catalog: Catalog) -> None:
    place = catalog.folder.service
    assert service_settings.read(catalog.folder).mail is None
    place.write_text('[surel]\nhost = "mail.jakarta.go.id"\nfrom = "r@jakarta.go.id"\nport = 587\nstarttls = true\n')
    assert service_settings.read(catalog.folder).mail == MailSettings(
        "mail.jakarta.go.id", "r@jakarta.go.id", 587, starttls=True
    )
    for wrong, said in {
        'host = "x"': "from",
        'host = "x"\nfrom = "bukan alamat"': "alamat surel",
        'host = "x"\nfrom = "a@b"\nport = 0': "port",
        'host = "x"\nfrom = "a@b"\nstarttls = 1': "starttls",
        'host = "x"\nfrom = "a@b"\nsandi = "y"': "sandi",
        'host = 1\nfrom = "a@b"': "host",
    }.items():
        place.write_text(f"[surel]\n{wrong}\n")
        with pytest.raises(RujukanError, match=said):
            service_settings.read(catalog.folder)
