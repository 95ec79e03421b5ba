"""Tantivy takes a lock file before it reads, so a folder that cannot be written is read through links beside it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def openable(folder: Path) -> Iterator[Path]:
    """Yield a folder that Tantivy can open: this one, or a passing one with links to its files.

    An opened reader holds its files, so it outlives the passing folder. OSError where there is nothing to open.
    """
    if os.access(folder, os.W_OK) or not folder.is_dir():
        yield folder
        return
    # Until `teach` ends it, a thread of Tantivy follows what was opened and may take its lock while the folder goes.
    with tempfile.TemporaryDirectory(prefix="rujukan-", ignore_cleanup_errors=True) as passing:
        for place in folder.iterdir():
            if place.suffix == ".json":
                shutil.copyfile(place, Path(passing) / place.name)
            elif place.suffix != ".lock":
                (Path(passing) / place.name).symlink_to(place.absolute())
        yield Path(passing)
    shutil.rmtree(passing, ignore_errors=True)
