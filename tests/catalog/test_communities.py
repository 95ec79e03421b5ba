import pytest

from catalog.communities import load_toml, maturity
from catalog.database import Catalog
from catalog.errors import RujukanError

TOML = """
[[community]]
name = "Komunitas Pembelajar BPAD"
unit = "BPAD"
decree = "12 Tahun 2025"
themes = ["BMD"]
[[community.assessment]]
level = 2
assessed_on = "2024-10-31"
assessor = "Panel"
evidence = "berita acara"
instrument = "1"
[[community.assessment]]
level = 3
assessed_on = "2025-10-31"
assessor = "Panel"
evidence = "berita acara"
instrument = "1"

[[community]]
name = "Komunitas Pembelajar Satpol PP"
unit = "SATPOL"
"""


def test_maturity_is_the_latest_assessment(catalog: Catalog) -> None:
    assert load_toml(catalog, TOML) == 2
    latest = maturity(catalog, "Komunitas Pembelajar BPAD")
    assert latest is not None
    assert (latest.level, latest.name, latest.assessed_on) == (3, "Terstandar", "2025-10-31")


def test_never_assessed_is_none_and_not_a_low_level(catalog: Catalog) -> None:
    load_toml(catalog, TOML)
    assert maturity(catalog, "Komunitas Pembelajar Satpol PP") is None
    assert maturity(catalog, None) is None


def test_loading_twice_adds_nothing(catalog: Catalog) -> None:
    load_toml(catalog, TOML)
    load_toml(catalog, TOML)
    assert len(list(catalog.db.query("SELECT * FROM assessment"))) == 2


def test_a_broken_file_is_a_clear_error(catalog: Catalog) -> None:
    with pytest.raises(RujukanError, match="komunitas"):
        load_toml(catalog, "[[community")
