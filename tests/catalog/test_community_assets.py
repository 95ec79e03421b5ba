from catalog import communities, community_assets
from catalog.database import Catalog
from catalog.scope import OPERATOR, scope_of
from tests.catalog.making import asset, version


def shelved(catalog: Catalog) -> int:
    """A community with three open papers and one for all civil servants; returns its id."""
    with catalog.writing():
        number = communities.community_id(catalog, "CoP", "BPAD")
    for at, (access, day) in enumerate(
        [("terbuka", "2025-01-01"), ("terbuka", None), ("terbuka", "2026-01-01"), ("internal", "2026-02-01")]
    ):
        made = asset(catalog, f"{at}.txt", new=version(sha256=str(at) * 64))
        catalog.db.execute(
            "UPDATE asset SET community = ?, unit = 'BPAD', access = ?, date = ?, title = ? WHERE id = ?",
            [number, access, day, f"Naskah {at}", made],
        )
        catalog.db.execute("UPDATE version SET status = 'disahkan', live = 1 WHERE asset = ?", [made])
    return number


def test_only_what_a_scope_sees_is_counted_and_listed_the_newest_first(catalog: Catalog) -> None:
    number = shelved(catalog)
    assert community_assets.counted(catalog, number, OPERATOR) == {"sop": 4}
    assert community_assets.counted(catalog, number, scope_of("public")) == {"sop": 3}
    seen = community_assets.newest(catalog, number, scope_of("public"), 10)
    assert [one.title for one in seen] == ["Naskah 2", "Naskah 0", "Naskah 1"]
    assert len(community_assets.newest(catalog, number, OPERATOR, 2)) == 2


def test_another_community_has_none_of_them(catalog: Catalog) -> None:
    number = shelved(catalog)
    assert community_assets.counted(catalog, number + 1, OPERATOR) == {}
    assert community_assets.newest(catalog, number + 1, OPERATOR, 10) == []
