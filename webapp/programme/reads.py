"""What pages tell of reading: that someone with an account opened an asset, its source, or took its file."""

from datetime import date
from typing import cast

from flask import Flask, current_app, request

from catalog import grants
from catalog.assets import Card
from catalog.folder import DataFolder
from programme.inputs import readings
from programme.inputs.readings import Reading
from programme.quarters import Quarter
from webapp.programme.reader_key import ReaderKey
from webapp.service import asking, catalog
from webapp.write_behind import WriteBehind

_NAME = "reads"


def install(app: Flask, folder: DataFolder) -> WriteBehind[Reading]:
    """Keep what is read in the catalog of a folder, by the log that this returns; without it nothing is kept."""
    log = WriteBehind[Reading](folder, "readings", readings.keep)
    app.extensions[_NAME] = (log, ReaderKey(folder))
    return log


def note(card: Card) -> None:
    """Take down that whoever asks has read an asset; of those without an account, nothing."""
    account = asking().account
    if _NAME not in current_app.extensions or account is None or request.method != "GET":
        return
    log, key = cast(tuple[WriteBehind[Reading], ReaderKey], current_app.extensions[_NAME])
    reader = key.pseudonym(account.id)
    if reader is not None:
        log.put(Reading(card.id, str(Quarter.of(date.today())), reader, _unit(account.id)))


def _unit(account: int) -> str | None:
    """Return the unit of the first role that an account has at one today."""
    today = date.today()
    return next((one.unit for one in grants.of(catalog(), account) if one.unit and one.holds(today)), None)
