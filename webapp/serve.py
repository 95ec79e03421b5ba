"""Starting the pages on this machine: checks first, then a small thread pool until it is told to stop."""

import errno
import ipaddress
import os
import signal
import sys
from pathlib import Path

from flask import Flask
from waitress import create_server

from catalog.errors import RujukanError
from catalog.opening import open_existing
from catalog.scope import scope_of
from catalog.units import check_unit
from indexer import limits
from indexer.previews.pages import Previews
from search.opening import Searchers
from search.rephrasing.rephraser import open_rephraser
from webapp.app import create_app

_THREADS = 4  # requests at a time; questions take turns, see Service


def serve(root: Path, *, model: str | None, host: str, port: int, viewer: str) -> None:
    """Serve the catalog in `root` to `viewer` until a signal ends it; raise RujukanError if that cannot begin.

    Only loopback addresses: there are no accounts, so whoever reaches the port is the viewer.
    """
    address = loopback(host)
    app = _app(root, model, viewer)
    app.config["TRUSTED_HOSTS"].append(address)
    try:
        server = create_server(app, host=address, port=port, threads=_THREADS, ident=None)
    except OSError as error:
        why = "sudah dipakai program lain" if error.errno == errno.EADDRINUSE else error.strerror
        raise RujukanError(
            "port_unusable",
            f"Alamat {address}:{port} tidak dapat dipakai ({why}). Pilih port lain dengan --port.",
        ) from error
    signal.signal(signal.SIGTERM, _stop)
    sys.stderr.write(
        f"Rujukan melayani di http://{address}:{server.effective_port}/ sebagai {viewer}. Ctrl+C berhenti.\n"
    )
    sys.stderr.flush()
    server.run()


def loopback(host: str) -> str:
    """Return the IPv4 loopback address that `host` names; raise RujukanError for any other, and for IPv6.

    Werkzeug's check of the Host header knows no IPv6 address.
    """
    named = "127.0.0.1" if host == "localhost" else host
    try:
        if ipaddress.IPv4Address(named).is_loopback:
            return named
    except ipaddress.AddressValueError:
        pass
    raise RujukanError(
        "not_loopback",
        f"Halaman hanya dilayani bagi mesin ini sendiri, karena belum memakai akun, dan “{host}” bukan alamatnya."
        " Pakai 127.0.0.1 atau localhost.",
    )


def _app(root: Path, model: str | None, viewer: str) -> Flask:
    catalog = open_existing(root)
    try:
        rephraser = open_rephraser(catalog.folder)
        previews = Previews(catalog.folder, limits.read(catalog.folder))
        if viewer not in ("public", "internal"):
            check_unit(catalog, viewer)
        searchers = Searchers(model, threads=len(os.sched_getaffinity(0)))
        with catalog.reading():
            searchers.of(catalog)
    finally:
        catalog.close()
    scope = scope_of(viewer)
    return create_app(
        folder=catalog.folder, searcher_of=searchers.of, scope=scope, rephraser=rephraser, previews=previews
    )


def _stop(_signal: int, _frame: object) -> None:
    """End like Ctrl+C does: the server lets running requests finish."""
    raise KeyboardInterrupt
