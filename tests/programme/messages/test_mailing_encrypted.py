"""Mails over STARTTLS with a user and a password, by a server of another hand: never in the clear."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import service_settings
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.service_settings import MailSettings
from programme.messages import mailing, notices
from tests.programme.assets import person
from tests.programme.mail_encrypted import SECRET, USER, Desk, certificate, running


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for the server of these tests."""
    return certificate(tmp_path_factory.mktemp("sertifikat"), "IP:127.0.0.1")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch, pem: Path) -> Iterator[None]:
    """Trust the certificate and know the password, as the operator of a service would set them."""
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    monkeypatch.setenv(mailing.PASSWORD, SECRET)
    return


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    """Somebody with an address, and an unsent notice."""
    made = person(catalog, "siti")
    mailing.set_address(catalog, made, "siti@jakarta.go.id")
    notices.tell(catalog, [made.id], "aset_dipakai", "kunci")
    return made


def by(port: int, user: str = USER) -> MailSettings:
    return MailSettings("127.0.0.1", "rujukan@jakarta.go.id", port, starttls=True, user=user)


def failed(catalog: Catalog, settings: MailSettings) -> str:
    """Why nothing could be sent; the notice waits."""
    with pytest.raises(RujukanError) as error:
        mailing.send(catalog, settings)
    assert error.value.code == "mail_failed"
    assert catalog.db.execute("SELECT count(*) FROM notice WHERE mailed IS NULL").fetchone() == (1,)
    assert SECRET not in error.value.message
    return error.value.message


def test_a_mail_goes_out_encrypted_and_in_the_name_of_the_user(
    catalog: Catalog, siti: Account, desk: Desk, pem: Path
) -> None:
    with running(desk, pem) as port:
        assert mailing.send(catalog, by(port)) == mailing.Sent(1, 1)
        assert mailing.send(catalog, by(port)) == mailing.Sent()
    assert desk.mails == [("siti@jakarta.go.id", True, USER)]


def test_without_a_user_it_is_encrypted_too(catalog: Catalog, siti: Account, desk: Desk, pem: Path) -> None:
    with running(desk, pem) as port:
        assert mailing.send(catalog, by(port, user="")) == mailing.Sent(1, 1)
    assert desk.mails == [("siti@jakarta.go.id", True, None)]


def test_a_wrong_password_sends_nothing_and_is_said(
    catalog: Catalog, siti: Account, desk: Desk, pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(mailing.PASSWORD, "keliru")
    with running(desk, pem) as port:
        assert "nama pengguna atau kata sandinya ditolak" in failed(catalog, by(port))
        assert "MAIL" not in desk.commands
        monkeypatch.setenv(mailing.PASSWORD, SECRET)
        assert mailing.send(catalog, by(port)) == mailing.Sent(1, 1)


def test_a_certificate_that_is_not_trusted_gets_neither_mail_nor_password(
    catalog: Catalog, siti: Account, desk: Desk, pem: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate(tmp_path, "IP:127.0.0.1")))
    with running(desk, pem) as port:
        assert "sertifikatnya tidak dipercaya" in failed(catalog, by(port))
    assert desk.commands == []


def test_a_trusted_certificate_of_another_server_gets_nothing_either(
    catalog: Catalog, siti: Account, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = certificate(tmp_path, "DNS:surel.contoh.id")
    monkeypatch.setenv("SSL_CERT_FILE", str(other))
    with running(desk, other) as port:
        assert "sertifikatnya tidak dipercaya" in failed(catalog, by(port))
    assert desk.commands == []


def test_a_server_without_starttls_although_it_was_asked_for_gets_nothing_in_the_clear(
    catalog: Catalog, siti: Account, desk: Desk
) -> None:
    with running(desk, None) as port:
        assert "STARTTLS" in failed(catalog, by(port))
        assert "STARTTLS" in failed(catalog, by(port, user=""))
    assert (desk.commands, desk.mails) == ([], [])


def test_a_server_that_knows_no_users_gets_nothing(catalog: Catalog, siti: Account, desk: Desk, pem: Path) -> None:
    with running(desk, pem, users=False) as port:
        assert "AUTH" in failed(catalog, by(port))
    assert "MAIL" not in desk.commands


@pytest.mark.parametrize("at", ["STARTTLS", "MAIL", "RCPT", "DATA"])
def test_a_server_that_hangs_up_in_the_middle_has_taken_nothing_and_gets_it_later(
    catalog: Catalog, siti: Account, desk: Desk, pem: Path, at: str
) -> None:
    desk.drops_at = at
    with running(desk, pem) as port:
        assert "diputus di tengah jalan" in failed(catalog, by(port))
        desk.drops_at = ""
        assert mailing.send(catalog, by(port)) == mailing.Sent(1, 1)
    assert desk.mails == [("siti@jakarta.go.id", True, USER)]


def test_a_password_is_set_for_encrypted_servers_or_this_machine_alone(catalog: Catalog) -> None:
    place = catalog.folder.service
    for host, starttls, fine in (
        ("surel.jakarta.go.id", "true", True),
        ("surel.jakarta.go.id", "false", False),
        ("localhost", "false", True),
        ("127.0.0.1", "false", True),
    ):
        place.write_text(f'[surel]\nhost = "{host}"\nfrom = "r@jakarta.go.id"\nuser = "r"\nstarttls = {starttls}\n')
        if fine:
            assert service_settings.read(catalog.folder).mail is not None
            continue
        with pytest.raises(RujukanError, match="starttls"):
            service_settings.read(catalog.folder)
    assert os.environ[mailing.PASSWORD] == SECRET
