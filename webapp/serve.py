"""Starting the pages: checks first, then gunicorn's processes until it is told to stop."""

import errno
import gc
import ipaddress
import os
import re
import socket
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask

from catalog import accounts, service_settings
from catalog.errors import RujukanError
from catalog.opening import open_existing
from catalog.scope import scope_of
from catalog.units import check_unit
from embedding.cores import available_cores
from indexer import limits
from indexer.previews.pages import Previews
from search.answer import ask
from search.opening import Searchers
from search.rephrasing.rephraser import open_rephraser
from webapp import asked_questions, rates, secret_key
from webapp.app import create_app
from webapp.programme import reads
from webapp.question_log import QuestionLog
from webapp.server import Server, behind

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

MOST_PROCESSES = 4
"""Processes unless told: each holds the models for itself, about 240 MB with the bundled ones and a small catalog."""

SPREAD = 2
"""Threads at least that a question may use: a lone visitor of two processes on two cores is answered a fifth sooner.

A process works on one question at a time, and its models do not spin while they wait.
"""

_FIRST = "Apa isi dokumen ini?"
"""Asked before the first visitor does, who would else wait for models and indexes to be loaded."""

_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True)
class Listening:
    """Where the pages are reached: the address here, and what stands before it.

    `root_path` is the path that a proxy has them under, `proxies` how many stand in front and are believed about the
    visitor's address, scheme and host, `trusted_hosts` the names they may be called by.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    root_path: str = ""
    proxies: int = 0
    trusted_hosts: tuple[str, ...] = ()
    processes: int | None = None


def serve(root: Path, *, model: str | None, viewer: str, at: Listening) -> None:
    """Serve the catalog in `root` to `viewer` until a signal ends it; raise RujukanError if that cannot begin.

    Only loopback addresses while nobody can log in: whoever reaches the port would be the viewer.
    """
    prefix = _prefix(at.root_path)
    with closing(open_existing(root)) as catalog:
        address = address_of(at.host, can_log_in=accounts.any_can_log_in(catalog))
        shown_as = "publik, dan akun menurut perannya" if accounts.exist(catalog) else viewer
    key = secret_key.load(catalog.folder)
    _check(root, viewer)
    cores = available_cores()
    processes = at.processes or min(cores, MOST_PROCESSES)
    threads = max(cores // processes, min(cores, SPREAD))

    def made() -> "WSGIApplication":
        app = _app(root, model, viewer, threads)
        app.secret_key = key
        app.config["TRUSTED_HOSTS"].extend((address, *at.trusted_hosts))
        return behind(app, at.proxies, prefix)

    listening = _listening(address, at.port)
    where = f"http://{address}:{listening.getsockname()[1]}{prefix}/"
    _run(Server(made, listening.detach(), processes), f"{where} sebagai {shown_as}")


def address_of(host: str, *, can_log_in: bool) -> str:
    """Return the IPv4 address that `host` names; RujukanError for any but this machine's own unless one can log in.

    No IPv6: Werkzeug's check of the Host header knows no such address.
    """
    named = "127.0.0.1" if host == "localhost" else host
    try:
        if ipaddress.IPv4Address(named).is_loopback or can_log_in:
            return named
    except ipaddress.AddressValueError:
        pass
    raise RujukanError(
        "not_loopback",
        f"“{host}” bukan alamat mesin ini sendiri (127.0.0.1 atau localhost). Untuk melayani alamat IPv4 lain,"
        " buat dahulu akun yang dapat masuk (`rujukan user add`).",
    )


def _prefix(path: str) -> str:
    """Return a root path without the slash at its end; RujukanError where it is none."""
    prefix = path.rstrip("/")
    if not _PREFIX.fullmatch(prefix):
        raise RujukanError("bad_value", f"--root-path “{path}” bukan jalur; tulis seperti /rujukan.")
    return prefix


def _listening(address: str, port: int) -> socket.socket:
    try:
        return socket.create_server((address, port))
    except OSError as error:
        why = "sudah dipakai program lain" if error.errno == errno.EADDRINUSE else error.strerror
        raise RujukanError(
            "port_unusable",
            f"Alamat {address}:{port} tidak dapat dipakai ({why}). Pilih port lain dengan --port.",
        ) from error


def _run(server: Server, where: str) -> None:
    sys.stderr.write(f"Rujukan melayani di {where}. Ctrl+C berhenti.\n")
    sys.stderr.flush()
    parent = os.getpid()
    try:
        server.run()
    except SystemExit as end:
        if os.getpid() != parent or not end.code:
            raise
        # What went wrong was told by the process in which it did.
        raise RujukanError("not_served", "Halaman tidak dapat dilayani; sebabnya tertulis di atas.") from end


def _check(root: Path, viewer: str) -> None:
    """Raise RujukanError for what would else fail in every process; no model is loaded here."""
    catalog = open_existing(root)
    try:
        open_rephraser(catalog.folder)
        limits.read(catalog.folder)
        service_settings.read(catalog.folder)
        if viewer not in ("public", "internal"):
            check_unit(catalog, viewer)
    finally:
        catalog.close()


def _app(root: Path, model: str | None, viewer: str, threads: int) -> Flask:
    catalog = open_existing(root)
    try:
        rephraser = open_rephraser(catalog.folder)
        settings = service_settings.read(catalog.folder)
        previews = Previews(catalog.folder, limits.read(catalog.folder))
        searchers = Searchers(model, threads=threads)
        with catalog.reading():
            ask(searchers.of(catalog), catalog, _FIRST, scope_of(viewer))
    finally:
        catalog.close()
    scope = scope_of(viewer)
    app = create_app(
        folder=catalog.folder, searcher_of=searchers.of, scope=scope, rephraser=rephraser, previews=previews
    )
    rates.install(app, settings)
    asked_questions.install(app, QuestionLog(catalog.folder, settings.question_days))
    reads.install(app, catalog.folder)
    # What is loaded stays: looking through it for garbage would hold one question of a hundred up for 50 ms.
    gc.collect()
    gc.freeze()
    return app
