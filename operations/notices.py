"""The command `notices`: tells what happened and what is due, and sends notices by mail where a server is set."""

import sys
from dataclasses import asdict
from datetime import date

import click

from catalog import service_settings
from operations import printing
from operations.session import Session
from programme import mailing, reminders

EXIT_SOME_FAILED = 3


@click.group("notices")
def notices_command() -> None:
    """Notices to people: in their inboxes, and by mail."""


@notices_command.command("send")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def send_command(session: Session, *, as_json: bool) -> None:
    """Leave the notices of what happened and what is due, then mail those that are unsent, if [surel] is set."""
    catalog = session.open()
    settings = service_settings.read(catalog.folder).mail
    made = reminders.look(catalog, date.today())
    sent = mailing.send(catalog, settings) if settings else mailing.Sent()
    told = {"schema": 1, "made": made, "mail": settings is not None, "mails": sent.mails, "sent": sent.notices}
    printing.either(told | {"failed": [asdict(one) for one in sent.failures]}, _sentence, as_json=as_json)
    for failure in sent.failures:
        printing.aloud(f"Surel kepada {failure.login} tidak terkirim: {failure.reason}. Dicoba lagi nanti.")
    sys.exit(EXIT_SOME_FAILED if sent.failures else 0)


def _sentence(told: dict[str, object]) -> str:
    mailed = f"{told['mails']} surel terkirim" if told["mail"] else "surel tidak disetel ([surel] di layanan.toml)"
    return f"{told['made']} pemberitahuan baru; {mailed}."
