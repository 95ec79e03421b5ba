"""Forms that change a record carry what it was when they were opened; what others changed since is shown, not lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, g, request

from catalog.errors import RujukanError
from programme import stale
from programme.stale import Record, StaleError
from webapp.forms import typed
from webapp.programme import changed_words
from webapp.service import catalog

FIELD = "dibuka"
"""The hidden field of such a form: in the template, `as_opened` of the record as it is shown."""
Result = TypeVar("Result")


@dataclass(frozen=True)
class Kept:
    """What a form changes: how it is found anew, by the arguments of its page, and what of it the form shows."""

    find: Callable[..., Any]
    record: Callable[[Any], Record]


def install(app: Flask) -> None:
    """Let pages put the mark into their forms, and tell what was changed where one was refused."""
    app.jinja_env.globals.update(as_opened=stale.mark, changed_since=changed_since, files_sent=files_sent, row=row)


def row(act: str, name: str, number: int) -> Mapping[str, str]:
    """Return what was typed into the form of one row of a list, if that was refused; nothing for all others."""
    mine = typed("tindakan") == act and typed(name) == str(number)
    return request.form if mine else {}


def save(kept: Mapping[str, Kept], place: tuple[object, ...], act: Callable[[], object]) -> None:
    """Do what a form asks for; where `tindakan` changes something kept, only if that is as it was opened."""
    if one := kept.get(typed("tindakan")):
        save_record(lambda: one.record(one.find(*place)), act)
    else:
        act()


def save_record(read: Callable[[], Record], act: Callable[[], Result]) -> Result | None:
    """Do what a form asks for, if the record that it changes is as it was opened; StaleError for any other.

    None for what was saved just so already.
    """
    try:
        return stale.save(catalog(), typed(FIELD), read, act, repeats=not files_sent())
    except StaleError as error:
        g.changed = error.changed
        raise


def status(error: RujukanError) -> int:
    """Return the status of a page that tells why a form was refused."""
    return 409 if error.code in ("stale", "moved_on") else 400


def changed_since() -> list[tuple[str, str]]:
    """Return what the record of a refused form says by now, where that was changed: fields and values in words."""
    return [
        (changed_words.field(name), changed_words.value(name, value)) for name, value in g.get("changed", {}).items()
    ]


def files_sent() -> bool:
    """Tell whether the form brought a file, which a browser does not send again by itself."""
    return any(file.filename for file in request.files.values())
