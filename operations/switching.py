"""The commands about editions: compare the shadow with what answers, switch to it, go back, and reclaim the rest."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from catalog import editions, reclaiming
from catalog.database import Catalog
from catalog.editions import Edition
from catalog.errors import RujukanError
from catalog.lock import writer_lock
from embedding.embedder import available_cores
from engine.engine import Engine
from indexer.steps import Steps
from operations import comparing_print, demo, printing, progress
from operations.edition_building import bring_up, described
from operations.running import heeding_signals
from operations.session import Session
from search import comparison, judged
from search.comparison import GATE
from search.opening import open_edition

_JSON = click.option("--json", "as_json", is_flag=True)
_NONE = {
    "shadow": "Belum ada edisi bayangan. Bangun dahulu dengan `rujukan reindex --model` atau `--words`.",
    "previous": "Tidak ada edisi sebelumnya untuk dikembalikan: belum pernah beralih, atau sudah dihapus.",
    "current": "Katalog ini belum berisi apa-apa. Isi dahulu dengan `rujukan index`.",
}


@click.command("compare")
@click.option("--questions", type=click.Path(path_type=Path), help="Judged questions, one JSON object a line.")
@click.option("--gate", type=click.FloatRange(0, 1), default=GATE, show_default=True, help="How far nDCG@10 may fall.")
@_JSON
@click.pass_obj
def compare_command(session: Session, *, questions: Path | None, gate: float, as_json: bool) -> None:
    """Ask judged questions of the current edition and of the shadow; `switch` refuses one that falls below the gate."""
    catalog = session.open()
    current, shadow = edition_in(catalog, "current"), edition_in(catalog, "shadow")
    asked = judged.load(questions or _questions_of_sample(catalog))
    old, new = (open_edition(catalog, edition, threads=available_cores()) for edition in (current, shadow))
    found = comparison.compare(catalog, old, new, asked, advance=progress.counter("Bertanya", " pertanyaan"))
    editions.remember_comparison(catalog, shadow, found.summary(gate))
    if as_json:
        told = {"current": described(current), "shadow": described(shadow)}
        printing.document({"schema": 1, **told, **found.to_json(gate)})
    else:
        comparing_print.show(found, gate)


def _questions_of_sample(catalog: Catalog) -> Path:
    if not catalog.db.execute("SELECT 1 FROM source WHERE name = ?", [demo.SOURCE]).fetchall():
        raise RujukanError(
            "no_judgements",
            "Sebutkan pertanyaan ternilai katalog ini: `rujukan compare --questions BERKAS.jsonl`.",
        )
    return demo.sample_folder().with_suffix(".questions.jsonl")


@click.command("switch")
@click.option("--force", is_flag=True, help="Even if it was not compared, or fell below the gate.")
@_JSON
@click.pass_obj
def switch_command(session: Session, *, force: bool, as_json: bool) -> None:
    """Let the shadow answer, once it holds all that the catalog holds; what answered until now can come back."""

    def checked(edition: Edition) -> None:
        if not force:
            _refuse_unproven(edition)

    _change(session, "switch", "shadow", (checked, editions.switch), as_json=as_json)


@click.command("rollback")
@_JSON
@click.pass_obj
def rollback_command(session: Session, *, as_json: bool) -> None:
    """Let the edition that answered before answer again, once it holds what was indexed since."""
    _change(session, "rollback", "previous", (lambda _: None, editions.roll_back), as_json=as_json)


def _refuse_unproven(shadow: Edition) -> None:
    said = shadow.comparison
    if said is None:
        raise RujukanError(
            "not_compared",
            f"Edisi bayangan {shadow.number} belum dibandingkan. Jalankan `rujukan compare`, atau pakai --force.",
        )
    if not said["passes"]:
        raise RujukanError(
            "below_gate",
            f"Edisi bayangan {shadow.number} tidak lolos perbandingan: {' '.join(said['objections'])}"
            " Perbaiki, longgarkan dengan `rujukan compare --gate`, atau pakai --force.",
        )


def _change(
    session: Session,
    purpose: str,
    state: str,
    how: tuple[Callable[[Edition], None], Callable[[Catalog], None]],
    *,
    as_json: bool,
) -> None:
    session.open().close()
    check, change = how
    with writer_lock(session.folder, purpose), heeding_signals() as stop:
        catalog = session.open()
        edition = edition_in(catalog, state)
        check(edition)
        model = open_edition(catalog, edition, threads=available_cores()).embedder
        if not bring_up(catalog, edition, model, available_cores(), Steps(lambda: not stop.asked)):
            raise RujukanError("interrupted", "Dihentikan sebelum beralih; ulangi perintah yang sama.")
        change(catalog)
        now = edition_in(catalog, "current")
    document = {"schema": 1, "current": described(now)}
    sentence = f"Edisi {now.number} kini menjawab (model {now.model.name}, bagian {now.splitting.words} kata)."
    printing.either(document, lambda _: sentence, as_json=as_json)


@click.command("reclaim")
@click.option("--shadow", is_flag=True, help="Give up the shadow too.")
@_JSON
@click.pass_obj
def reclaim_command(session: Session, *, shadow: bool, as_json: bool) -> None:
    """Delete the edition before the current one, with --shadow also the shadow; then there is no way back."""
    session.open().close()
    with writer_lock(session.folder, "reclaim"), heeding_signals() as stop:
        catalog = session.open()
        for state in ("previous", "shadow") if shadow else ("previous",):
            editions.retire(catalog, state)
        done = _reclaim(catalog, lambda: not stop.asked)
    printing.either(done, _reclaimed, as_json=as_json)


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


def _or_stopped(deleted: int | None) -> int:
    if deleted is None:
        raise RujukanError("interrupted", "Dihentikan; sisanya dihapus dengan perintah yang sama.")
    return deleted


def _reclaimed(done: dict[str, Any]) -> str:
    return f"{done['editions']} edisi dihapus: {done['passages']} bagian dan {done['vectors']} vektor."


def edition_in(catalog: Catalog, state: str) -> Edition:
    """Return the current, shadow or previous edition; RujukanError that says how to get one if there is none."""
    found = editions.in_state(catalog, state)
    if found is None:
        raise RujukanError(f"no_{state}_edition", _NONE[state])
    return found
