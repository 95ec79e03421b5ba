"""Who asks, looked up at each request: an account, the public, or, while there are no accounts, the viewer given."""

from dataclasses import dataclass
from datetime import date

from flask import g
from flask_login import current_user

from catalog import accounts, grants
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.scope import Scope, scope_of
from webapp import labels


@dataclass(frozen=True)
class Visitor:
    """Whoever this request comes from; `account` is None for the public and where there are no accounts.

    `roles` are those that hold today, wherever they do.
    """

    account: Account | None
    scope: Scope
    accounts_exist: bool
    roles: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """Return in words who this is and what they may see."""
        seen = labels.viewer(self.scope)
        return f"{self.account.name}, {seen}" if self.account else seen


@dataclass(frozen=True)
class Member:
    """An account as Flask-Login wants it. Its id names the epoch: a session of an older one is nobody's."""

    account: Account
    is_active: bool = True
    is_authenticated: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """Return what the session keeps."""
        return f"{self.account.id}.{self.account.epoch}"


def member(catalog: Catalog, kept: str) -> Member | None:
    """Return who a session belongs to; None if the account is disabled or the session was ended since."""
    number, _, epoch = kept.partition(".")
    account = accounts.with_id(catalog, int(number)) if number.isdigit() else None
    if account is None or not account.enabled or account.password is None or str(account.epoch) != epoch:
        return None
    return Member(account)


def visitor(catalog: Catalog, without_accounts: Scope) -> Visitor:
    """Return who this request comes from; `without_accounts` is everybody's scope while there are none."""
    if "visitor" not in g:
        g.visitor = _visitor(catalog, without_accounts)
    found: Visitor = g.visitor
    return found


def _visitor(catalog: Catalog, without_accounts: Scope) -> Visitor:
    if isinstance(member := current_user._get_current_object(), Member):
        today = date.today()
        held = [grant for grant in grants.of(catalog, member.account.id) if grant.holds(today)]
        roles = frozenset(grant.role for grant in held)
        return Visitor(member.account, grants.scope_of_grants(held, today), accounts_exist=True, roles=roles)
    if accounts.exist(catalog):
        return Visitor(None, scope_of("public"), accounts_exist=True)
    return Visitor(None, without_accounts, accounts_exist=False)
