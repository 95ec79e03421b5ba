import pytest

from catalog import metadata
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.reuse_counts import reusers
from tests.catalog.making import asset, version
from tests.reused import reuse


@pytest.fixture
def papers(catalog: Catalog) -> list[int]:
    """Two assets of BPAD."""
    made = [asset(catalog, path, new=version(path, path * 32)) for path in ("aa", "bb")]
    with catalog.writing():
        for one in made:
            metadata.apply(catalog, one, Metadata(unit="BPAD"))
    return made


def test_each_unit_counts_once_and_an_asset_that_nobody_uses_again_is_not_there(
    catalog: Catalog, papers: list[int]
) -> None:
    for unit in ("DINKES", "BAPENDA", "DINKES"):
        reuse(catalog, papers[0], unit)
    assert reusers(catalog, papers) == {papers[0]: ("BAPENDA", "DINKES")}


def test_only_confirmed_reuse_by_other_units_counts(catalog: Catalog, papers: list[int]) -> None:
    reuse(catalog, papers[0], "BPAD")
    reuse(catalog, papers[0], "DINKES", "diajukan")
    reuse(catalog, papers[0], "DLH", "ditolak")
    assert reusers(catalog, papers) == {}


def test_a_part_of_an_agency_counts_as_its_agency_and_whoever_wrote_the_asset_does_not(
    catalog: Catalog, papers: list[int]
) -> None:
    for code, parent in (("UPTB", "BPAD"), ("UPTD", "DINKES")):
        catalog.db.execute(
            "INSERT INTO unit (code, name, short, kind, parent, aliases) VALUES (?, ?, ?, 'upt', ?, '[]')",
            [code, code, code, parent],
        )
    catalog.db.execute("INSERT INTO asset_unit (asset, unit) VALUES (?, 'DLH')", [papers[0]])
    for unit in ("UPTB", "UPTD", "DINKES", "DLH"):
        reuse(catalog, papers[0], unit)
    assert reusers(catalog, papers) == {papers[0]: ("DINKES",)}


def test_an_asset_without_a_unit_is_reused_by_any(catalog: Catalog) -> None:
    made = asset(catalog)
    reuse(catalog, made, "DINKES")
    assert reusers(catalog, [made, made, 99]) == {made: ("DINKES",)}
    assert reusers(catalog, []) == {}
