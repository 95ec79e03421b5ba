"""The minutes of a meeting: which paper may be them, and what the form that writes them begins with."""

from collections import Counter

from catalog import assets, drafts
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.scope import Scope
from programme.community import attendance
from programme.community.communities import Community
from programme.community.meetings import Meeting

KIND = "notulen"


def chosen(catalog: Catalog, who: tuple[Account, Scope], community: Community, key: str) -> int:
    """Return the id of the asset of that key, which whoever asks may open and which is minutes of that unit.

    RujukanError `not_minutes` for another paper; one that they may not open answers like one that is not there.
    """
    card = _card(catalog, *who, key)
    if card.kind != KIND or card.unit is None or card.unit != community.unit:
        raise RujukanError("not_minutes", "Aset itu bukan notulen perangkat daerah komunitas ini.")
    return card.id


def beginning(catalog: Catalog, community: Community, meeting: Meeting) -> dict[str, str]:
    """Return the fields of the minutes that are known from the meeting; who came is told by units, not by names."""
    came = Counter(one.unit or "tanpa unit" for one in attendance.of(catalog, meeting))
    units = ", ".join(f"{unit} {count}" for unit, count in came.most_common())
    return {
        "unit": community.unit or "",
        "judul": f"{meeting.topic} ({community.name})",
        "tanggal": meeting.day,
        "tema": ", ".join(community.themes),
        "tempat": meeting.place,
        "peserta": f"{came.total()} orang: {units}" if came else "",
        "agenda": meeting.agenda,
    }


def _card(catalog: Catalog, account: Account, scope: Scope, key: str) -> Card:
    try:
        return assets.card(catalog, key, scope)
    except NotFoundError:
        return drafts.card(catalog, drafts.draft(catalog, account, key))
