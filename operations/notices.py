"""The command `notices`: tells what happened and what is due, and sends notices by mail where a server is set."""

import sqlite3
import sys
from contextlib import closing
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from catalog import service_settings
from catalog.errors import RujukanError
from operations import printing
from operations.session import Session
from programme.messages import mailing, reminders
from programme.messages.mailing import Failure

EXIT_SOME_FAILED = 3


@click.group("notices")
def notices_command() -> None:
    """Notices to people: in their inboxes, and by mail."""


@notices_command.command("send")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def send_command(session: Session, *, as_json: bool) -> None:
    """Leave the notices of what happened and what is due, then mail those that are unsent, if [surel] is set."""
    told, failures = tell(session)
    printing.either(told, _sentence, as_json=as_json)
    for failure in failures:
        printing.aloud(f"Surel kepada {failure.login} tidak terkirim: {failure.reason}. Dicoba lagi nanti.")
    sys.exit(EXIT_SOME_FAILED if failures else 0)


def tell(session: Session) -> tuple[dict[str, Any], tuple[Failure, ...]]:
    """Leave and send what is to be told now; return the document that tells of it, and the mails that failed."""
    with closing(session.open()) as catalog:
        settings = service_settings.read(catalog.folder).mail
        made = reminders.look(catalog, date.today())
        sent = mailing.send(catalog, settings) if settings else mailing.Sent()
    told = {"schema": 1, "made": made, "mail": settings is not None, "mails": sent.mails, "sent": sent.notices}
    return told | {"failed": [asdict(one) for one in sent.failures]}, sent.failures


def tell_beside(session: Session) -> None:
    """Do the same beside other work, which goes on whatever becomes of it."""
    try:
        _, failures = tell(session)
    except (RujukanError, sqlite3.OperationalError) as error:
        printing.aloud(f"Pemberitahuan belum dikirim: {error}")
        return
    if failures:
        printing.aloud(f"{len(failures)} surel pemberitahuan tidak terkirim. Dicoba lagi nanti.")


def _sentence(told: dict[str, Any]) -> str:
    mailed = f"{told['mails']} surel terkirim" if told["mail"] else "surel tidak disetel ([surel] di layanan.toml)"
    return f"{told['made']} pemberitahuan baru; {mailed}."
