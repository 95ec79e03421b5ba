"""Who steers the programme: for all others its pages of records are not there."""

from catalog.accounts import Account
from catalog.errors import NotFoundError
from programme.standing import STEERING
from webapp.service import asking


def steering() -> Account:
    """Return who asks if they steer the programme today; NotFoundError for all others."""
    visitor = asking()
    if visitor.account is None or visitor.roles.isdisjoint(STEERING):
        raise NotFoundError
    return visitor.account
