"""The programs of the system beside the readers: which are there, and a pool of readers that works with them."""

from catalog.files import Programs
from catalog.folder import DataFolder
from indexer.limits import read
from indexer.ocr import program as ocr
from indexer.ocr import stage
from indexer.office import conversion
from indexer.office import program as office
from indexer.pool import ReaderPool


def programs_found() -> Programs:
    """Return the names of the programs that are there now."""
    return Programs(ocr.name_of(ocr.find()), office.name_of(office.find()))


def reader_pool(folder: DataFolder, workers: int) -> ReaderPool:
    """Return a pool of readers for a data folder, with its limits and the programs that are there.

    RujukanError `bad_limits` where the folder's limits cannot be used.
    """
    limits = read(folder)
    converter = conversion.opened(folder.incoming, limits)
    return ReaderPool(workers, limits, ocr=stage.opened(folder), office=converter)
