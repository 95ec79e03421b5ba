"""What the form of a request says: the text and numbers of its fields, and which of several acts it asks for."""

from collections.abc import Mapping
from typing import TypeVar

from flask import request

from catalog.errors import NotFoundError
from webapp.place import whole

Act = TypeVar("Act")


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
