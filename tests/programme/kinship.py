"""Assets of the tests that come of one another: by confirmed reuse, or by taking another's place."""

from catalog import metadata
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from tests.catalog import making

INTERNAL = scope_of("internal")


def asset(catalog: Catalog, name: str, unit: str = "BPAD", **more: str) -> int:
    made = making.asset(catalog, f"{name}.txt")
    words = {"unit": unit, "access": "internal", "status": "disahkan", "title": f"SOP {name}"} | more
    with catalog.writing():
        metadata.apply(catalog, made, Metadata(**words))
    return made


def reused(catalog: Catalog, old: int, new: int | None, unit: str = "DINKES", state: str = "dikonfirmasi") -> None:
    catalog.db.execute(
        "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, result, made, day, state)"
        " VALUES (hex(randomblob(6)), ?, 1, ?, 'adaptasi', 'Kerja', '1', '', ?, '2026-05-04', ?)",
        [old, unit, new, state],
    )


def succeeded(catalog: Catalog, old: int, new: int, kind: str = "digabung") -> None:
    catalog.db.execute("INSERT INTO succession VALUES (?, ?, ?, '2026-06-01', NULL)", [old, new, kind])


def chain_of_three(catalog: Catalog) -> list[int]:
    """Three assets, each made from the one before."""
    made = [asset(catalog, "Satu"), asset(catalog, "Dua", "DINKES"), asset(catalog, "Tiga", "DISHUB")]
    reused(catalog, made[0], made[1])
    reused(catalog, made[1], made[2], "DISHUB")
    return made
