"""The command `review`."""

from catalog.database import Catalog
from tests.catalog.test_reviewing import paper, statuses
from tests.operations.conftest import Rujukan


def test_the_command_lists_and_marks(catalog: Catalog, rujukan: Rujukan) -> None:
    paper(catalog, "lama", review_on="2001-01-01")
    listed = rujukan("review", "--dry-run", "--json")
    assert [one["title"] for one in listed.doc["due"]] == ["lama"]
    assert statuses(catalog) == {"lama": "disahkan"}
    assert "1 aset ditandai perlu diperbarui" in rujukan("review").out
    assert "0 aset ditandai" in rujukan("review").out
