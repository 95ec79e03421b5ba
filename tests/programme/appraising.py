"""People around one community, and an appraisal of it that those whose turn it is bring to any of its states."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog import accounts, communities, grants, originals
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.grants import Grant
from catalog.opening import create, open_existing
from catalog.originals import Incoming
from programme.assessment import appraisal_evidence, appraisal_steps, objections, panel
from programme.assessment.appraisal_evidence import Claim
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, with_key
from programme.assessment.cycles import open_cycle
from programme.maturity.instrument import of_folder

ROLES = {
    "ketua": (),
    "kepala": (Grant("pengesah", "BPAD"),),
    "mentor": (Grant("pendamping", "BPAD"),),
    "verifikator": (Grant("pendamping", "DINKES"),),
    "panelis": (Grant("panel"),),
    "juri": (Grant("juri"),),
    "admin": (Grant("admin"),),
    "asn": (),
}
HUMAN = ("1.2", "2.1", "3.3", "4.3", "7.1")
PROPOSED = ("1.1", "2.3", "4.4", "5.2", "7.3")
COMPUTED = ("1.3", "2.2", "3.1", "3.2", "3.4", "4.1", "4.2", "5.1", "5.3", "6.1", "6.2", "6.3", "7.2")
People = dict[str, Account]


def people(catalog: Catalog, community: int, password: str | None = None) -> People:
    """Make an account for each name of ROLES; ketua is the head of the community, kepala that of its unit."""
    with catalog.writing():
        for login, roles in ROLES.items():
            accounts.add(catalog, login, f"{login.title()} Contoh", password, by="uji")
            for role in roles:
                grants.add(catalog, login, role, by="uji")
        catalog.db.execute(
            "INSERT INTO community_member (community, account, name, role, valid_from) VALUES (?, ?, ?, ?, ?)",
            [community, accounts.named(catalog, "ketua").id, "Ketua Contoh", "ketua", "2025-01-01"],
        )
    return known(catalog)


def known(catalog: Catalog) -> People:
    return {login: accounts.named(catalog, login) for login in ROLES}


def copied(prepared: Path, to: Path) -> Catalog:
    """Open a copy of a catalog that was prepared once and closed."""
    shutil.copytree(prepared, to)
    return open_existing(to)


def prepared(root: Path, fill: Callable[[Catalog, People, int], object], password: str | None = None) -> Path:
    """Make a catalog with one community and its people, let it be filled, and close it."""
    catalog = create(root)
    with catalog.writing():
        community = communities.community_id(catalog, "Komunitas Pembelajar BPAD", "BPAD")
    fill(catalog, people(catalog, community, password), community)
    catalog.close()
    return root


def computed(
    catalog: Catalog, community: int, value: int | None = 3, quarter: str = "2026Q3", but: str = "", only: str = ""
) -> None:
    """Freeze the same value of every computed and proposed indicator, `but` for one, or of a single one."""
    version = of_folder(catalog.folder).version
    with catalog.writing():
        for code in (one for one in (*COMPUTED, *PROPOSED) if one != but and only in ("", one)):
            catalog.db.execute(
                "INSERT INTO snapshot (community, quarter, instrument, indicator, value, measured, frozen)"
                " VALUES (?, ?, ?, ?, ?, '{}', 1)",
                [community, quarter, version, code, value],
            )


def begun(catalog: Catalog, community: int, *, year: int = 2026, light: bool = False) -> Appraisal:
    open_cycle(catalog, year, light=light, community=community, by="uji")
    key = next(iter(catalog.db.query("SELECT key FROM appraisal ORDER BY id DESC LIMIT 1")))["key"]
    return with_key(catalog, key)


def file(catalog: Catalog, text: str = "isi berkas bukti") -> tuple[Incoming, str]:
    place = catalog.folder.root / "bukti"
    place.write_text(text, encoding="utf8")
    return originals.take(catalog.folder, place), "Notulen bertanda tangan.pdf"


def claim(indicator: str = "1.2", level: int = 3) -> Claim:
    return Claim(indicator, str(level), "2026-05-20", "Notulen tinjauan pimpinan")


def all_at(value: int | None, *codes: str, reason: str = "") -> dict[str, Entry]:
    return {code: Entry(value, reason) for code in codes}


def submitted(catalog: Catalog, who: People, key: str, value: int = 3) -> None:
    """Say this value of everything, with evidence, and submit it."""
    appraisal_steps.save_own(catalog, who["ketua"], key, all_at(value, *HUMAN, *PROPOSED))
    for code in HUMAN:
        appraisal_evidence.add(catalog, who["ketua"], key, claim(code, max(value, 2)), file(catalog))
    appraisal_steps.submit(catalog, who["ketua"], key)


def verified(catalog: Catalog, who: People, key: str, value: int = 3) -> None:
    appraisal_steps.save_verified(catalog, who["verifikator"], key, all_at(value, *HUMAN, *PROPOSED, *COMPUTED))
    appraisal_steps.finish_verification(catalog, who["verifikator"], key)


def rated(catalog: Catalog, who: People, key: str, value: int = 3) -> None:
    """Let a member and a guest rate everything, the guest one indicator lower."""
    panel.name_jurors(catalog, who["admin"], key, ["panelis", "juri"])
    for login in ("panelis", "juri"):
        panel.save_rating(catalog, who[login], key, all_at(value, *HUMAN, *PROPOSED))
        if login == "juri":
            panel.save_rating(catalog, who[login], key, all_at(value - 1, "7.1"))
        panel.close_rating(catalog, who[login], key)


def decided(catalog: Catalog, who: People, community: int, value: int = 3) -> Appraisal:
    """Bring a new appraisal to its decision; the verified value stands for what the guest saw otherwise."""
    computed(catalog, community, value)
    key = begun(catalog, community).key
    submitted(catalog, who, key, value)
    verified(catalog, who, key, value)
    rated(catalog, who, key, value)
    panel.save_decision(catalog, who["panelis"], key, all_at(value, "7.1"))
    panel.decide(catalog, who["panelis"], key)
    return with_key(catalog, key)


def final(catalog: Catalog, who: People, community: int, value: int = 3) -> Appraisal:
    """Bring a new appraisal to its end without an objection."""
    made = decided(catalog, who, community, value)
    assert made.objection_until is not None
    (closed,) = objections.close_due(catalog, made.objection_until.replace(year=2027), "uji").closed
    return with_key(catalog, closed.key)


def refused(match: str) -> pytest.RaisesExc[RujukanError]:
    """Expect that something is refused in words that match."""
    return pytest.raises(RujukanError, match=match)
