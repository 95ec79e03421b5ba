"""The commands about editions: compare the shadow with what answers, switch to it, go back, and reclaim the rest."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from catalog import editions, reclaiming
from catalog.database import Catalog
from catalog.editions import Edition
from catalog.errors import RujukanError
from catalog.lock import writer_lock
from embedding.cores import available_cores
from engine.engine import Engine
from indexer.steps import Steps
from operations import comparing_print, demo, printing, progress
from operations.edition_building import bring_up, check_built, described
from operations.running import heeding_signals
from operations.session import Session
from search.evaluation import comparison, judged
from search.evaluation.comparison import GATE, Comparison
from search.opening import open_edition

_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("compare")
@click.option(
    "--questions", type=click.Path(path_type=Path, readable=False), help="Judged questions, one JSON object a line."
)
@click.option("--gate", type=click.FloatRange(0, 1), default=GATE, show_default=True, help="How far nDCG@10 may fall.")
@_JSON
@click.pass_obj
def compare_command(session: Session, *, questions: Path | None, gate: float, as_json: bool) -> None:
    """Ask judged questions of the current edition and of the shadow; `switch` refuses one that falls below the gate."""
    found, document = compared(session.open(), questions, gate, progress.counter("Bertanya", " pertanyaan"))
    if as_json:
        printing.document(document)
    else:
        comparing_print.show(found, gate)


def compared(
    catalog: Catalog, questions: Path | None, gate: float, advance: Callable[[int, int], None]
) -> tuple[Comparison, dict[str, Any]]:
    """Compare the shadow with what answers, remember the verdict, and return the comparison and its document.

    RujukanError if it is not built to its end. The questions are those of a file, else the operator's in the data
    folder, else those of the sample.
    """
    current, shadow = editions.needed(catalog, "current"), editions.needed(catalog, "shadow")
    check_built(catalog, shadow)
    own = catalog.folder.questions
    asked = judged.load(questions or (own if own.is_file() else _questions_of_sample(catalog)))
    old, new = (open_edition(catalog, edition, threads=available_cores()) for edition in (current, shadow))
    found = comparison.compare(catalog, old, new, asked, advance=advance)
    editions.remember_comparison(catalog, shadow, found.summary(gate))
    told = {"schema": 1, "current": described(current), "shadow": described(shadow)}
    return found, told | found.to_json(gate)


def _questions_of_sample(catalog: Catalog) -> Path:
    if not catalog.db.execute("SELECT 1 FROM source WHERE name = ?", [demo.SOURCE]).fetchall():
        raise RujukanError(
            "no_judgements",
            "Sebutkan pertanyaan ternilai katalog ini: `rujukan compare --questions BERKAS.jsonl`, atau simpan sebagai"
            f" {catalog.folder.questions.name} di folder data.",
        )
    return demo.sample_folder().with_suffix(".questions.jsonl")


@dataclass(frozen=True)
class Change:
    """A change of the edition that answers: to the one in `state`, if `check` passes it, by `move` in the catalog."""

    state: str
    check: Callable[[Edition], None]
    move: Callable[[Catalog], None]


SWITCH = Change("shadow", editions.check_proven, editions.switch)
ROLLBACK = Change("previous", lambda _: None, editions.roll_back)


@click.command("switch")
@click.option("--force", is_flag=True, help="Even if it was not compared, or fell below the gate.")
@_JSON
@click.pass_obj
def switch_command(session: Session, *, force: bool, as_json: bool) -> None:
    """Let the shadow answer, once it holds all that the catalog holds; what answered until now can come back."""
    _change(session, "switch", replace(SWITCH, check=lambda _: None) if force else SWITCH, as_json=as_json)


@click.command("rollback")
@_JSON
@click.pass_obj
def rollback_command(session: Session, *, as_json: bool) -> None:
    """Let the edition that answered before answer again, once it holds what was indexed since."""
    _change(session, "rollback", ROLLBACK, as_json=as_json)


def _change(session: Session, purpose: str, change: Change, *, as_json: bool) -> None:
    session.open().close()
    with writer_lock(session.folder, purpose), heeding_signals() as stop:
        now = changed(session.open(), change, Steps(lambda: not stop.asked))
    printing.either({"schema": 1, "current": described(now)}, lambda _: answering(now), as_json=as_json)


def changed(catalog: Catalog, change: Change, steps: Steps) -> Edition:
    """Bring an edition up to the catalog and let it answer; for the holder of the writer's lock.

    RujukanError if there is none, it may not, or it was stopped before (`interrupted`).
    """
    edition = editions.needed(catalog, change.state)
    change.check(edition)
    model = open_edition(catalog, edition, threads=available_cores()).embedder
    if not bring_up(catalog, edition, model, available_cores(), steps):
        raise RujukanError("interrupted", "Dihentikan sebelum beralih; ulangi perintah yang sama.")
    change.move(catalog)
    return editions.needed(catalog, "current")


def answering(now: Edition) -> str:
    """Return the sentence that tells which edition answers."""
    return f"Edisi {now.number} kini menjawab (model {now.model.name}, bagian {now.splitting.words} kata)."


@click.command("reclaim")
@click.option("--shadow", is_flag=True, help="Give up the shadow too.")
@_JSON
@click.pass_obj
def reclaim_command(session: Session, *, shadow: bool, as_json: bool) -> None:
    """Delete the edition before the current one, with --shadow also the shadow; then there is no way back."""
    session.open().close()
    with writer_lock(session.folder, "reclaim"), heeding_signals() as stop:
        done = reclaimed(session.open(), shadow=shadow, go_on=lambda: not stop.asked)
    printing.either(done, deleted, as_json=as_json)


def reclaimed(catalog: Catalog, *, shadow: bool, go_on: Callable[[], bool]) -> dict[str, Any]:
    """Retire the previous edition, and the shadow if told to, delete what they alone use, and return how much that was.

    For the holder of the writer's lock; RujukanError `interrupted` if it was stopped before the end.
    """
    for state in ("previous", "shadow") if shadow else ("previous",):
        editions.retire(catalog, state)
    return _reclaim(catalog, go_on)


def _reclaim(catalog: Catalog, go_on: Callable[[], bool]) -> dict[str, Any]:
    """Delete what retired editions alone use; each is forgotten last, so that a kill leaves it to the next call.

    The indexes go first: a shadow of the same kind, begun after a kill, must not take up one that holds what is gone.
    """
    gone = editions.retired(catalog)
    stay = reclaiming.kept(catalog)
    left = reclaiming.reclaim_generations(catalog)
    for edition in gone:
        engine = Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=1)
        engine.delete(left, lexical=edition.splitting.number not in stay.splittings)
    passages = 0
    for number in {edition.splitting.number for edition in gone} - stay.splittings:
        passages += _or_stopped(reclaiming.reclaim_passages(catalog, number, go_on))
    vectors = _or_stopped(reclaiming.reclaim_vectors(catalog, go_on)) if gone else 0
    for edition in gone:
        editions.forget(catalog, edition)
    return {"schema": 1, "editions": len(gone), "passages": passages, "vectors": vectors}


def _or_stopped(count: int | None) -> int:
    if count is None:
        raise RujukanError("interrupted", "Dihentikan; sisanya dihapus dengan perintah yang sama.")
    return count


def deleted(done: dict[str, Any]) -> str:
    """Return the sentence that tells what was deleted."""
    return f"{done['editions']} edisi dihapus: {done['passages']} bagian dan {done['vectors']} vektor."
