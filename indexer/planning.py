"""A dry run: what an index run would do, told from stats alone; nothing is read or written."""

from collections.abc import Iterable, Mapping

from catalog import files
from catalog.database import Catalog
from catalog.files import FileState, Programs
from indexer.outcome import Item, Run
from indexer.programs import programs_found
from indexer.run import Options
from indexer.sources import Found, Scan


def plan(catalog: Catalog | None, scans: Iterable[Scan], options: Options) -> Run:
    """Return the outcomes as far as they can be known before reading; a file to read is `indexed`, code `dry_run`."""
    scans = list(scans)
    run = Run([scan.source for scan in scans])
    programs = programs_found()
    for scan in scans:
        known = _known(catalog, scan.source)
        present = {found.path for found in scan.found}
        run.items += [_item(scan.source, found, known.get(found.path), (options, programs)) for found in scan.found]
        run.removed += [path for path in known if path not in present and scan.may_be_gone(path)]
    return run


def _known(catalog: Catalog | None, source: str) -> Mapping[str, FileState]:
    if catalog is None:
        return {}
    rows = catalog.db.query("SELECT id FROM source WHERE name = ?", [source])
    return next((files.states(catalog, row["id"]) for row in rows), {})


def _item(source: str, found: Found, known: FileState | None, how: tuple[Options, Programs]) -> Item:
    options, programs = how
    if found.path in options.manifest.bad:
        return Item(found.path, source, "failed", "bad_manifest_row", options.manifest.bad[found.path])
    if found.refusal is not None:
        return Item(found.path, source, *found.refusal)
    again = known is not None and known.outcome == "failed" and options.retry_failed
    if known is None or known.stat != found.stat or again or known.may_gain_by(programs):
        return Item(found.path, source, "indexed", "dry_run", "Akan dibaca dan diindeks.")
    outcome, code = ("unchanged", "unchanged") if known.outcome == "indexed" else (known.outcome, known.code)
    return Item(found.path, source, outcome, code, known.reason)
