import pytest

from catalog import communities
from catalog.database import Catalog


@pytest.fixture
def community(catalog: Catalog) -> int:
    """The community of BPAD, by its id."""
    with catalog.writing():
        return communities.community_id(catalog, "Komunitas Pembelajar BPAD", "BPAD")
