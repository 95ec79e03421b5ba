"""Notices of appraisals: to everybody whose turn it is now, and in the end to those whom it is about."""

from catalog import accounts
from catalog.database import Catalog
from programme.assessment.appraisal_turns import turns
from programme.assessment.appraisals import Appraisal, with_key
from programme.messages import notices
from programme.messages.notices import Kind
from programme.standing import standing

_WITH_A_ROLE = """
SELECT account FROM role_grant WHERE role IN (SELECT value FROM json_each(?2))
UNION SELECT account FROM community_member WHERE community = ?1 AND account IS NOT NULL
"""
_ROLES = {
    "mandiri": '["kurator"]',
    "verifikasi": '["pendamping"]',
    "panel": '["panel", "juri"]',
    "keberatan": '["pengesah", "panel"]',
    "final": '["pengesah", "kurator"]',
}
"""Roles that can have to do with a state; the standing of each account decides."""


def tell_turn(catalog: Catalog, key: str) -> int:
    """Tell those who may take a step of an appraisal now, inside the transaction that made it their turn."""
    return _tell_able(catalog, with_key(catalog, key), "penilaian_giliran")


def tell_returned(catalog: Catalog, key: str) -> int:
    """Tell the officers of the community that their self-assessment was sent back to them."""
    return _tell_able(catalog, with_key(catalog, key), "penilaian_dikembalikan")


def _tell_able(catalog: Catalog, appraisal: Appraisal, kind: Kind) -> int:
    to = []
    for number in _able(catalog, appraisal):
        account = accounts.with_id(catalog, number)
        held = standing(catalog, account, appraisal.community)
        if account and turns(catalog, account, appraisal, held):
            to.append(number)
    return _tell(catalog, appraisal, to, kind)


def tell_final(catalog: Catalog, key: str) -> int:
    """Tell the officers of the community and the head of its unit that an appraisal is final."""
    appraisal = with_key(catalog, key)
    found = {
        number: standing(catalog, accounts.with_id(catalog, number), appraisal.community)
        for number in _able(catalog, appraisal)
    }
    to = [number for number, held in found.items() if held.runs or held.heads]
    return _tell(catalog, appraisal, to, "penilaian_final")


def _able(catalog: Catalog, appraisal: Appraisal) -> list[int]:
    rows = catalog.db.execute(_WITH_A_ROLE, [appraisal.community, _ROLES[appraisal.state]]).fetchall()
    return [number for (number,) in rows]


def _tell(catalog: Catalog, appraisal: Appraisal, to: list[int], kind: Kind) -> int:
    return notices.tell(catalog, to, kind, appraisal.key, community=appraisal.name, year=appraisal.year)
