"""People and approved assets of the tests on reuse, validity and notices."""

from catalog import accounts, assets, grants, metadata
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.scope import scope_of
from programme.messages import notices
from tests.catalog import making


def person(catalog: Catalog, login: str, *roles: Grant) -> Account:
    """An account with these roles."""
    made = accounts.add(catalog, login, login.title(), None, by="uji")
    for role in roles:
        grants.add(catalog, login, role, by="uji")
    return made


def approved(catalog: Catalog, path: str, unit: str = "BPAD", access: str = "internal") -> Card:
    """An asset that answers, with its card."""
    made = making.asset(catalog, path)
    with catalog.writing():
        metadata.apply(catalog, made, Metadata(unit=unit, access=access, status="disahkan", title=f"SOP {path}"))
    return assets.card(catalog, making.key_of(catalog, made), scope_of(unit))


def kinds(catalog: Catalog, account: Account) -> list[str]:
    """The kinds of the notices of an account."""
    return [notice.kind for notice in notices.inbox(catalog, account)]
