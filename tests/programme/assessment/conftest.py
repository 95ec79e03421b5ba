import pytest

from catalog.database import Catalog
from programme.assessment.appraisals import Appraisal, listing
from tests.programme.appraising import People, known


@pytest.fixture
def who(catalog: Catalog) -> People:
    """The people of the appraisal, by their login names."""
    return known(catalog)


@pytest.fixture
def made(catalog: Catalog) -> Appraisal:
    """The one appraisal that there is."""
    return listing(catalog)[0]
