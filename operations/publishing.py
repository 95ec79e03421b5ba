"""The job `publish`: what was decided on the web reaches the indexes."""

from dataclasses import replace

from catalog import editions
from catalog.database import Catalog
from embedding.cores import available_cores
from engine.engine import Engine
from operations import printing
from operations.running import Watch
from operations.session import Session


def publish_job(session: Session, catalog: Catalog, _watch: Watch) -> str:
    """Bring the indexes up to the catalog; return the sentence that tells the outcome."""
    edition = editions.current(catalog)
    if edition is None:
        return "Katalog ini belum berisi apa-apa."
    # The edition says which vectors there are: no model is loaded for what embeds nothing.
    width, threads = edition.model.width, available_cores()
    engine = Engine.open(session.folder, edition.vectors, width, threads=threads)
    replace(engine, tell=printing.aloud).publish(catalog)
    return "Indeks mengikuti katalog."
