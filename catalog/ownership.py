"""Handing an asset over: to somebody who may write at its unit, by its owner or by the one who approves there."""

import json
from collections.abc import Sequence

from catalog import accounts, drafts, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.errors import RujukanError
from catalog.lifecycle import WRITERS


def may_hand_over(account: Account, opened: Draft) -> bool:
    """Tell whether an account may hand over the asset that it opened."""
    return opened.owner == account.id or "pengesah" in opened.roles


def takers(catalog: Catalog, opened: Draft) -> Sequence[Account]:
    """Return who could own an asset: whoever may write at its unit today, but for its owner."""
    rows = catalog.db.execute(
        "SELECT DISTINCT account FROM role_grant WHERE unit = ? AND role IN (SELECT value FROM json_each(?))",
        [opened.unit, json.dumps(sorted(WRITERS))],
    )
    known = [accounts.with_id(catalog, row[0]) for row in rows.fetchall()]
    able = (account for account in known if account and account.enabled and account.id != opened.owner)
    may = [a for a in able if not WRITERS.isdisjoint(drafts.roles_at(catalog, a, opened.unit, opened.community))]
    return sorted(may, key=lambda account: account.name)


def hand_over(catalog: Catalog, account: Account, key: str, login: str) -> None:
    """Make another account the owner of an asset; RujukanError `not_allowed`, or `bad_value` for one that cannot be."""
    with catalog.writing():
        opened = drafts.draft(catalog, account, key)
        if not may_hand_over(account, opened):
            raise RujukanError("not_allowed", "Hanya pemilik dan pengesah unitnya yang dapat mengalihkan naskah ini.")
        taker = next((one for one in takers(catalog, opened) if one.login == accounts.spelt(login)), None)
        if taker is None:
            raise RujukanError("bad_value", "Pilih penerima yang aktif dan berperan menulis di unit naskah ini.")
        old = accounts.with_id(catalog, opened.owner) if opened.owner is not None else None
        catalog.db.execute("UPDATE asset SET owner = ? WHERE id = ?", [taker.id, opened.id])
        told = {"old": old.login if old else None, "to": taker.login}
        trail.append(catalog, account.login, "asset.transfer", key, **told)
