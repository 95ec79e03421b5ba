"""What the programme's pages wait for: `python -m benchmarks.programme_load [--folder DIR] [--assets N] [--reads N]`.

Makes 51 communities over 8 quarters with 20,000 assets and 1,000,000 reads (benchmarks/programme_made.py), freezes all
quarters that are over, and asks for what pages show, from a connection of its own, then for the pages, as somebody who
steers. A line each: median and 95th percentile in milliseconds, and the median of what the processor works, whoever
else it works for.
"""

import argparse
import re
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from flask.testing import FlaskClient

from benchmarks.programme_made import make
from benchmarks.programme_made_world import Size
from catalog import accounts, grants, opening
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.scope import scope_of
from programme.community import communities
from programme.maturity import history, instrument, overview
from programme.measures import snapshots
from programme.measures.computing import all_measures
from programme.quarters import Quarter
from programme.steering import report
from webapp.app import create_app

_QUARTERS = 8
_COMMUNITIES = 51
_AGAIN = 25
_TODAY = date(2026, 11, 26)
_LAST = Quarter(2026, 3)


def main() -> None:
    """Print what each page's functions take."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, help="keep the catalog here, and take up one that is there")
    parser.add_argument("--assets", type=int, default=20_000)
    parser.add_argument("--reads", type=int, default=1_000_000)
    given = parser.parse_args()
    with nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if not data.exists():
            filled(data, given.assets, given.reads)
        catalog = opening.open_existing(data)
        for name, ask in (asked(catalog) | opened(steering(catalog))).items():
            say(f"{name}: {measured(ask)}")
        catalog.close()


def filled(data: Path, assets: int, reads: int) -> None:
    """Make the catalog, and freeze what can be."""
    catalog = opening.create(data)
    enough = assets * 12 // 10 // _COMMUNITIES  # the dice of the largest sizes fall some below their mean
    size = Size(_COMMUNITIES, _QUARTERS, enough, staff=900, reads=reads // assets, last=str(_LAST))
    say(timed("made", partial(make, catalog, size)))
    for quarter in _LAST.up_to(_QUARTERS):
        say(timed(f"frozen {quarter}", partial(snapshots.freeze, catalog, quarter, by="uji", today=_TODAY)))
    catalog.db.execute("PRAGMA optimize")
    for table in ("asset", "status_change", "reading", "reuse", "snapshot"):
        say(f"{table}: {catalog.db.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} rows")
    catalog.close()


def asked(catalog: Catalog) -> dict[str, list[Callable[[], object]]]:
    """Return what pages ask for, by what it is."""
    by = instrument.in_force(catalog)
    every = range(1, _COMMUNITIES + 1)
    return {
        "indicators of a community, live": [partial(all_measures, catalog, one, None, by, _TODAY) for one in every],
        "indicators of a community, an earlier quarter": [
            partial(all_measures, catalog, one, _LAST.after(-3), by, _TODAY) for one in every
        ],
        "history of a community": [partial(snapshots.frozen, catalog, one) for one in every],
        "values of all communities, a frozen quarter": [partial(snapshots.values, catalog, _LAST)] * _AGAIN,
        "trends of all communities": [partial(history.trends, catalog)] * _AGAIN,
        "comparison of all communities": [partial(overview.compared, catalog, _TODAY)] * _AGAIN,
        "list of communities": [partial(communities.listing, catalog)] * _AGAIN,
        "report, frozen": [partial(report.report, catalog, _LAST, _TODAY)] * _AGAIN,
        "report of the running quarter": [partial(report.report, catalog, _LAST.after(1), _TODAY)] * _AGAIN,
    }


def opened(client: FlaskClient) -> dict[str, list[Callable[[], object]]]:
    """Return pages to open, by their addresses; of those of a community, each community's."""
    once = ("komunitas", "maturitas", f"laporan-triwulan?q={_LAST}", f"laporan-triwulan?q={_LAST.after(1)}", "celah")
    each = ("", "/indikator", "/maturitas", "/masukan", "/kelola")
    pages = {address: [f"/{address}"] * _AGAIN for address in once}
    pages |= {f"komunitas/ID{page}": [f"/komunitas/{one}{page}" for one in range(1, _COMMUNITIES + 1)] for page in each}
    return {f"page {name}": [partial(shown, client, path) for path in paths] for name, paths in pages.items()}


def shown(client: FlaskClient, path: str) -> None:
    """Open a page, which must be there."""
    status = client.get(path).status_code
    if status != 200:
        raise SystemExit(f"{path}: status {status}")


def steering(catalog: Catalog) -> FlaskClient:
    """Return a client of the pages that an account which steers has logged in with."""
    login, password = f"uji.{secrets.token_hex(4)}", secrets.token_urlsafe(12)
    accounts.add(catalog, login, "Uji Beban", password, by=login)
    grants.add(catalog, login, Grant("admin"), by=login)
    client = create_app(folder=catalog.folder, searcher_of=searches, scope=scope_of("public")).test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/masuk").text)
    form = {"nama": login, "sandi": password, "csrf_token": token[1] if token else ""}
    client.post("/masuk", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    return client


def searches(catalog: Catalog) -> NoReturn:
    """Refuse: no page that is measured here searches."""
    raise RuntimeError(f"a page of the programme searches in {catalog.folder}")


def measured(calls: list[Callable[[], object]]) -> str:
    """Return what calls take, one after the other."""
    took, worked = [], []
    for call in calls:
        start, before = time.perf_counter(), time.process_time()
        call()
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - before) * 1000)
    p95 = statistics.quantiles(took, n=20)[-1]
    return f"median {statistics.median(took):.0f} ms, p95 {p95:.0f} ms; of work {statistics.median(worked):.0f} ms"


def timed(name: str, call: Callable[[], object]) -> str:
    """Return how long a call takes."""
    start = time.perf_counter()
    call()
    return f"{name}: {time.perf_counter() - start:.0f} s"


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
