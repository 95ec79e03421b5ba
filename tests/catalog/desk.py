"""People at one desk, each with the role that their login tells, and papers that they work on."""

from collections.abc import Mapping

from catalog import accounts, communities, grants
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.metadata import Metadata, apply
from tests.catalog import making

COMMUNITY = "CoP Aset"
PEOPLE: Mapping[str, tuple[Grant, ...]] = {
    "penyusun": (Grant("penyusun", "BPAD"),),
    "penyusun.kedua": (Grant("penyusun", "BPAD"),),
    "kurator": (Grant("kurator", "BPAD"),),
    "kurator.cop": (Grant("kurator", community=COMMUNITY),),
    "kurator.cop.lain": (Grant("kurator", community="CoP Lain"),),
    "penelaah": (Grant("penelaah", "BPAD"),),
    "penelaah.lain": (Grant("penelaah", "DINKES"),),
    "pengesah": (Grant("pengesah", "BPAD"),),
    "plt": (Grant("pengesah", "BPAD", valid_until="2999-12-31", acting="plt"),),
    "plt.berakhir": (Grant("pengesah", "BPAD", valid_until="2001-12-31", acting="plt"),),
    "plh.nanti": (Grant("pengesah", "BPAD", valid_from="2999-01-01", valid_until="2999-12-31", acting="plh"),),
    "ppid": (Grant("ppid"),),
    "ppid.lain": (Grant("ppid", "DINKES"),),
    "operator": (Grant("operator"),),
    "admin": (Grant("admin"),),
    "pembaca": (Grant("pembaca", "BPAD"),),
    "pendamping": (Grant("pendamping", "BPAD"),),
    "asn": (),
}


def seat(catalog: Catalog) -> None:
    """Make all of these accounts."""
    with catalog.writing():
        for name in (COMMUNITY, "CoP Lain"):
            communities.community_id(catalog, name)
        for login, roles in PEOPLE.items():
            accounts.add(catalog, login, login, None, by="uji")
            for role in roles:
                grants.add(catalog, login, role, by="uji")


def person(catalog: Catalog, login: str) -> Account:
    return accounts.named(catalog, login)


def paper(catalog: Catalog, path: str = "a.txt", **said: str) -> str:
    """A paper of `penyusun` at BPAD, as an upload leaves it; return its key."""
    made = making.asset(catalog, path)
    with catalog.writing():
        apply(catalog, made, Metadata(**{"unit": "BPAD", "community": COMMUNITY, "access": "internal"} | said))
        catalog.db.execute("UPDATE asset SET owner = ? WHERE id = ?", [person(catalog, "penyusun").id, made])
    return making.key_of(catalog, made)
