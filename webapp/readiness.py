"""Whether the service can do its work now: the catalog opens, what answers is loaded, there is room on the disk."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator

from catalog.errors import RujukanError
from webapp.service import catalog, service

ROOM = 200 * 1024 * 1024
"""Bytes that must be free: for the log of changes, pictures of pages, and an operator who makes room."""


def not_ready() -> list[str]:
    """Return what is lacking, in words for the operator."""
    return list(_lacking())


def _lacking() -> Iterator[str]:
    checks: tuple[Callable[[], None], ...] = (_opens, _answers)
    for check in checks:
        try:
            check()
        except (RujukanError, sqlite3.Error, OSError) as error:
            yield f"{check.__name__.strip('_')}: {error}"
            return
    free = shutil.disk_usage(service().folder.root).free
    if free < ROOM:
        yield f"disk: {free} bytes free, {ROOM} wanted"


def _opens() -> None:
    next(iter(catalog().db.query("SELECT 1 FROM asset LIMIT 1")), None)


def _answers() -> None:
    with catalog().reading():
        service().searcher_of(catalog()).engine.lexical.reader()
