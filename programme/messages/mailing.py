"""Notices by mail, where the operator names a server: what happened in one line each, and the way to the inbox.

Never a title or a word of a document: mail lies where the rights of the catalog do not reach. What could not be sent
stays unsent, and is tried again by the next call.
"""

import os
import smtplib
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.service_settings import MailSettings, is_mail_address

PASSWORD = "RUJUKAN_SMTP_PASSWORD"
"""The environment variable that holds the password of the mail server's user."""
PATIENCE = 20.0
"""Seconds that the server is waited for."""
_OLDEST = 14 * 24 * 3600
"""Seconds after which a notice is not worth a mail any more: it stays in the inbox."""
_LINES = 30
"""Notices that one mail lists."""

SENTENCES: Mapping[str, str] = {
    "pemakaian_menunggu": "Sebuah pemakaian aset menunggu konfirmasi Anda.",
    "pemakaian_dikonfirmasi": "Pemakaian yang Anda catat dikonfirmasi.",
    "pemakaian_ditolak": "Pemakaian yang Anda catat ditolak.",
    "aset_dipakai": "Aset yang Anda urus dipakai perangkat daerah lain.",
    "aset_digantikan": "Aset yang Anda urus atau pakai digantikan.",
    "aset_ditarik": "Aset yang Anda urus atau pakai ditarik.",
    "versi_disahkan": "Versi dari aset yang Anda urus disahkan.",
    "versi_baru": "Aset yang Anda pakai mempunyai versi baru.",
    "perlu_diperbarui": "Aset yang Anda urus perlu diperbarui.",
    "tinjau_segera": "Aset yang Anda urus segera tiba pada hari tinjau ulangnya.",
    "tinjau_hari_ini": "Hari tinjau ulang sebuah aset yang Anda urus tiba hari ini.",
    "celah_ditugaskan": "Sebuah celah pengetahuan diserahkan kepada Anda.",
    "celah_tertutup": "Pertanyaan sebuah celah yang Anda urus kini terjawab.",
    "celah_terbuka_lagi": "Pertanyaan sebuah celah yang Anda urus tidak terjawab lagi.",
    "penilaian_giliran": "Sebuah penilaian komunitas menunggu langkah Anda.",
    "penilaian_dikembalikan": "Sebuah penilaian komunitas dikembalikan untuk diperbaiki.",
    "penilaian_final": "Sebuah penilaian komunitas sudah final.",
}
"""What happened, by the kind of a notice (`notices.Kind`)."""
_OTHER = "Ada pemberitahuan baru."
_SAID: Mapping[type[Exception], str] = {
    smtplib.SMTPRecipientsRefused: "alamat penerima ditolak server",
    smtplib.SMTPAuthenticationError: "nama pengguna atau kata sandinya ditolak",
    smtplib.SMTPNotSupportedError: "STARTTLS atau AUTH, yang diminta setelannya, tidak ditawarkan",
    smtplib.SMTPServerDisconnected: "sambungan diputus di tengah jalan",
}

_UNSENT = """
SELECT n.id, n.kind, a.id AS account, a.login, a.email FROM notice n JOIN account a ON a.id = n.account
WHERE n.mailed IS NULL AND n.read IS NULL AND n.at >= ? AND a.email IS NOT NULL AND a.disabled_at IS NULL
ORDER BY a.id, n.id
"""


@dataclass(frozen=True)
class Failure:
    """A mail that was not sent: to which account, and why."""

    login: str
    reason: str


@dataclass(frozen=True)
class Sent:
    """How many mails went out, how many notices they told of, and which failed."""

    mails: int = 0
    notices: int = 0
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class _Letter:
    """The unsent notices of one account."""

    login: str
    email: str
    ids: tuple[int, ...]
    kinds: tuple[str, ...]


def set_address(catalog: Catalog, account: Account, email: str) -> None:
    """Let notices of an account also go to an address, or to none; RujukanError `bad_value` for what is no address."""
    said = email.strip()
    if said and not is_mail_address(said):
        raise RujukanError(
            "bad_value", "Alamat surel itu tidak dapat dipakai. Tulis satu alamat, misalnya nama@jakarta.go.id."
        )
    with catalog.writing():
        catalog.db.execute("UPDATE account SET email = ? WHERE id = ?", [said or None, account.id])
        trail.append(catalog, account.login, "account.email", account.login, set=int(bool(said)))


def send(catalog: Catalog, settings: MailSettings) -> Sent:
    """Send one mail to each account with unsent notices; each is called sent as soon as the server has taken it."""
    letters = list(_letters(catalog))
    if not letters:
        return Sent()
    try:
        with _server(settings) as server:
            failures = tuple(_failures(catalog, settings, server, letters))
    except (OSError, smtplib.SMTPException) as error:
        reason = f"Server surel {settings.host}:{settings.port} tidak dapat dipakai: {_in_words(error)}"
        raise RujukanError("mail_failed", f"{reason}. Yang belum terkirim dicoba lagi nanti.") from error
    failed = {failure.login for failure in failures}
    sent = [letter for letter in letters if letter.login not in failed]
    return Sent(len(sent), sum(len(letter.ids) for letter in sent), failures)


def _letters(catalog: Catalog) -> Iterator[_Letter]:
    rows: dict[int, list[Mapping[str, str]]] = {}
    for row in catalog.db.query(_UNSENT, [int(time.time()) - _OLDEST]):
        rows.setdefault(row["account"], []).append(row)
    for found in rows.values():
        ids = tuple(int(row["id"]) for row in found)
        yield _Letter(found[0]["login"], found[0]["email"], ids, tuple(row["kind"] for row in found))


def _failures(
    catalog: Catalog, settings: MailSettings, server: smtplib.SMTP, letters: Sequence[_Letter]
) -> Iterator[Failure]:
    for letter in letters:
        try:
            server.send_message(_message(settings, letter))
        except smtplib.SMTPServerDisconnected:
            raise
        except smtplib.SMTPException as error:
            yield Failure(letter.login, _in_words(error))
        else:
            _called_sent(catalog, letter)


def _called_sent(catalog: Catalog, letter: _Letter) -> None:
    with catalog.writing():
        now = int(time.time())
        catalog.db.conn.executemany("UPDATE notice SET mailed = ? WHERE id = ?", [(now, one) for one in letter.ids])


def _message(settings: MailSettings, letter: _Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = settings.sender, letter.email
    message["Subject"] = f"Rujukan: {len(letter.ids)} pemberitahuan baru"
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=settings.sender.partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    counted = [f"- {SENTENCES.get(kind, _OTHER)}" for kind in letter.kinds[:_LINES]]
    more = [f"- dan {len(letter.kinds) - _LINES} lagi"] if len(letter.kinds) > _LINES else []
    where = f"{settings.pages.rstrip('/')}/pemberitahuan" if settings.pages else "menu Pemberitahuan di Rujukan"
    end = ["", f"Selengkapnya: {where}", "", "Surel ini dikirim otomatis. Alamatnya dapat diubah di halaman Akun Anda."]
    message.set_content("\n".join([*counted, *more, *end]) + "\n")
    return message


@contextmanager
def _server(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    password = os.environ.get(PASSWORD, "")
    if settings.user and not password:
        raise RujukanError("bad_service", f"[surel] menyebut `user`, tetapi {PASSWORD} tidak disetel.")
    with smtplib.SMTP(settings.host, settings.port, timeout=PATIENCE) as server:
        if settings.starttls:
            server.starttls(context=ssl.create_default_context())
        if settings.user:
            server.login(settings.user, password)
        yield server


def _in_words(error: Exception) -> str:
    """Return what went wrong in one line, without what a server repeats of the mail."""
    for kind, said in _SAID.items():
        if isinstance(error, kind):
            return said
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"sertifikatnya tidak dipercaya ({error.verify_message})"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"jawaban {error.smtp_code}"
    if isinstance(error, smtplib.SMTPException):
        known = type(error) is not smtplib.SMTPException  # as smtplib.login raises it
        return type(error).__name__ if known else "tidak ada cara masuk (AUTH) yang sama-sama dikenal"
    return str(error)
