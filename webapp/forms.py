"""What the form of a request says: the text and numbers of its fields, and which of several acts it asks for."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from flask import request

from catalog.errors import NotFoundError
from webapp.place import whole

Act = TypeVar("Act")


class Numbered(Protocol):
    """A row, which forms name by its number."""

    @property
    def id(self) -> int:
        """Return its number."""


Row = TypeVar("Row", bound=Numbered)


def chosen(acts: Mapping[str, Act]) -> Act:
    """Return the act that the field `tindakan` names; NotFoundError if it names none of these."""
    act = acts.get(typed("tindakan"))
    if act is None:
        raise NotFoundError
    return act


def typed(name: str) -> str:
    """Return what was typed into a field, "" for one that was not sent."""
    return request.form.get(name, "")


def number(name: str) -> int:
    """Return the whole number that a field holds; NotFoundError if it holds none: forms of ours always do."""
    if (found := whole(typed(name))) is None:
        raise NotFoundError
    return found


def among(rows: Iterable[Row], name: str) -> Row:
    """Return the one of these rows whose number a field holds; NotFoundError if it is none of them."""
    wanted = number(name)
    for row in rows:
        if row.id == wanted:
            return row
    raise NotFoundError
