"""The job `purge`: a withdrawn asset leaves rows, files, indexes and free pages, and its certificate is completed."""

from catalog import purging
from catalog.database import Catalog
from embedding.cores import available_cores
from engine.renewal import renew
from operations.running import Watch
from operations.session import Session


def purge_job(_session: Session, catalog: Catalog, watch: Watch) -> str:
    """Purge what an order names; each step can be done again, so that a retry after a kill ends it."""
    ordered = purging.read(catalog, watch.job.args["certificate"])
    purging.forget(catalog, ordered)
    purging.erase_files(catalog, ordered)
    renew(catalog, threads=available_cores())
    purging.erase_free_pages(catalog)
    removed = purging.finish(catalog, ordered)
    watch.result = {"schema": 1, "certificate": ordered.key, **removed}
    return f"{removed['versions']} versi dan {len(removed['originals'])} berkas asli dimusnahkan."
