"""What waits for whom."""

from datetime import date, timedelta

from catalog import accounts, inbox
from catalog.database import Catalog
from tests.catalog.desk import paper, person, seat
from tests.catalog.test_lifecycle import approve, take


def waiting(catalog: Catalog, login: str) -> dict[str, list[str]]:
    """The sections that are not empty, with the titles of their papers."""
    found = inbox.inbox(catalog, person(catalog, login))
    assert tuple(found) == inbox.SECTIONS
    return {section: [one.title for one in papers] for section, papers in found.items() if papers}


def test_a_paper_waits_for_those_who_can_take_its_next_step(catalog: Catalog) -> None:
    seat(catalog)
    key = paper(catalog, title="SOP Gudang")
    there = ["SOP Gudang"]
    assert waiting(catalog, "penyusun") == {"draf": there}
    assert waiting(catalog, "penelaah") == {}
    take(catalog, "penyusun", key, "ajukan")
    for login in ("penelaah", "kurator", "kurator.cop"):
        assert waiting(catalog, login) == {"telaah": there}
    for login in ("penyusun", "penelaah.lain", "kurator.cop.lain", "pengesah", "ppid", "operator", "asn"):
        assert waiting(catalog, login) == {}
    take(catalog, "penelaah", key, "setujui")
    assert waiting(catalog, "kurator") == {}
    for login in ("pengesah", "plt"):
        assert waiting(catalog, login) == {"sahkan": there}
    assert waiting(catalog, "plt.berakhir") == {}
    take(catalog, "pengesah", key, "kembalikan")
    assert waiting(catalog, "penyusun") == {"dikembalikan": there}


def test_what_is_due_or_outdated_waits_for_its_owner_and_its_unit(catalog: Catalog) -> None:
    seat(catalog)
    key = paper(catalog, title="SOP Gudang")
    approve(catalog, key)
    assert waiting(catalog, "pengesah") == {}
    for day, due in ((date.today() + timedelta(days=1), False), (date.today(), True)):
        catalog.db.execute("UPDATE asset SET review_on = ?", [day.isoformat()])
        for login in ("penyusun", "kurator.cop", "penelaah", "pengesah"):
            assert bool(waiting(catalog, login).get("tinjau")) is due
    take(catalog, "penyusun", key, "tandai")
    assert waiting(catalog, "pengesah") == {"tinjau": ["SOP Gudang"]}
    assert waiting(catalog, "penelaah.lain") == waiting(catalog, "ppid") == {}


def test_what_a_disabled_account_owns_waits_for_the_approver_of_its_unit(catalog: Catalog) -> None:
    seat(catalog)
    paper(catalog, title="SOP Gudang")
    accounts.disable(catalog, "penyusun", by="uji")
    assert waiting(catalog, "pengesah") == {"tanpa_pemilik": ["SOP Gudang"]}
    assert waiting(catalog, "penelaah") == waiting(catalog, "kurator") == {}


def test_the_oldest_comes_first_and_no_section_grows_without_end(catalog: Catalog) -> None:
    seat(catalog)
    keys = [paper(catalog, f"{n}.txt", title=f"SOP {n}") for n in range(3)]
    for at, key in zip((300, 100, 200), keys, strict=True):
        take(catalog, "penyusun", key, "ajukan")
        catalog.db.execute("UPDATE status_change SET at = ? WHERE id = (SELECT max(id) FROM status_change)", [at])
    assert waiting(catalog, "penelaah") == {"telaah": ["SOP 1", "SOP 2", "SOP 0"]}


def test_no_section_is_found_by_looking_at_every_version(catalog: Catalog) -> None:
    seat(catalog)
    seen: list[str] = []
    catalog.db.conn.set_trace_callback(seen.append)
    for login in ("penelaah", "pengesah"):
        inbox.inbox(catalog, person(catalog, login))
    catalog.db.conn.set_trace_callback(None)
    queries = {sql for sql in seen if "version.newest" in sql}
    assert len(queries) > 6
    for query in queries:
        plan = " ".join(row[3] for row in catalog.db.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "SCAN version" not in plan, query
        assert "SCAN asset " not in plan, query
