"""The jobs about editions that a worker takes up: compare, switch, rollback, reclaim, as the commands do them."""

from collections.abc import Callable

from catalog.database import Catalog
from catalog.errors import RujukanError
from indexer.steps import Steps
from operations import estimating, switching
from operations.edition_building import described
from operations.running import Watch
from operations.session import Session
from operations.switching import ROLLBACK, SWITCH, Change
from search.evaluation.comparison import GATE

_STOPPED = "Dihentikan sebelum selesai."


class _StoppedError(Exception):
    """The job was asked to stop in the middle of a comparison."""


def estimate_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Tell what the shadow that the job names would take; nothing is built."""
    watch.result = estimating.estimate(catalog, watch.job.args)
    return estimating.sentence(watch.result)


def compare_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Compare the shadow with what answers, by the questions in the data folder, else those of the sample."""

    def advance(done: int, total: int) -> None:
        watch.tell(done, total)
        if not watch.go_on():
            raise _StoppedError

    try:
        found, watch.result = switching.compared(catalog, None, watch.job.args.get("gate", GATE), advance)
    except _StoppedError:
        return _STOPPED
    return "Lolos." if found.passes(watch.job.args.get("gate", GATE)) else "Tidak lolos."


def switch_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Let the shadow answer, if it passed the comparison."""
    return _changed(catalog, watch, SWITCH)


def rollback_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Let the edition before answer again."""
    return _changed(catalog, watch, ROLLBACK)


def reclaim_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Delete the edition before, and the shadow if told to."""

    def work() -> str:
        watch.result = switching.reclaimed(catalog, shadow=bool(watch.job.args.get("shadow")), go_on=watch.go_on)
        return switching.deleted(watch.result)

    return _until_stopped(watch, work)


def _changed(catalog: Catalog, watch: Watch, change: Change) -> str:
    def work() -> str:
        now = switching.changed(catalog, change, Steps(watch.go_on, watch.tell))
        watch.result = {"schema": 1, "current": described(now)}
        return switching.answering(now)

    return _until_stopped(watch, work)


def _until_stopped(watch: Watch, work: Callable[[], str]) -> str:
    """Do it; being stopped on request is how the watch says the job ended, and no failure."""
    try:
        return work()
    except RujukanError as error:
        if error.code == "interrupted" and watch.ended != "running":
            return _STOPPED
        raise
