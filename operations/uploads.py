"""The jobs behind the web's uploads: to index what was sent, and to follow a title that a person changed."""

from catalog import uploads
from catalog.database import Catalog
from indexer.outcome import Run
from indexer.reembedding import follow_title
from indexer.rereading import Rereading
from indexer.uploads import index_uploads
from operations.indexing import counts, shown, tools_of, workers_of
from operations.running import Watch
from operations.session import Session


def upload_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Index the uploads that this job has not brought to an end yet; return the sentence that tells its outcome."""
    chosen = uploads.waiting_for(catalog, watch.job.id)
    run = Run([uploads.SOURCE])
    if chosen:
        with shown(watch) as progress:
            work = Rereading(watch.job.id, workers_of(None), progress, watch.go_on)
            run = index_uploads(tools_of(session, catalog), chosen, work)
    watch.result = run.to_record()
    return counts(run)


def title_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Bring the vectors of an asset up to the title that a person gave it; return a sentence that says so."""
    tools = tools_of(session, catalog)
    follow_title(catalog, tools.embedder, watch.job.args["asset"])
    tools.engine.publish(catalog)
    return "Judul diperbarui."
