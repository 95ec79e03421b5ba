"""gunicorn around the pages: some processes of some threads each, that finish what they began when told to stop."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer
from werkzeug.middleware.proxy_fix import ProxyFix

from catalog.errors import RujukanError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

THREADS = 4
"""Requests at a time in a process; its questions take turns, so others are pages, pictures and files."""

GRACE = 30
"""Seconds in which a process told to stop may finish its requests."""

LONGEST_LINE = 8190  # bytes of a request's first line, gunicorn's most: a question of the longest kind in ASCII fits


class Server(BaseApplication):
    """gunicorn with an app that each process makes for itself, on a socket that is open already.

    Made once before the processes begin, the app would save no memory, for models and indexes are loaded as they are
    first used; and a process that ended aborted, for threads of its libraries do not live on in another process.
    """

    def __init__(self, made: "Callable[[], WSGIApplication]", listening: int, processes: int) -> None:
        self._made = made
        self._settings = {
            "bind": f"fd://{listening}",
            "workers": processes,
            "worker_class": "gthread",
            "threads": THREADS,
            "graceful_timeout": GRACE,
            "timeout": 120,
            "limit_request_line": LONGEST_LINE,
            "worker_tmp_dir": next((place for place in ("/dev/shm",) if Path(place).is_dir()), None),
            "forwarded_allow_ips": "",  # a proxy's word is taken by ProxyFix, and only when told to
            "loglevel": "warning",  # no line for each request: its address holds the question
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        """Take the settings from nowhere else."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def run(self) -> None:
        """Serve until told to stop; SystemExit with a code if the processes cannot begin.

        A second process that fails while gunicorn ends for the first makes it raise anew, out of its own loop.
        """
        try:
            super().run()
        except HaltServer as halted:
            raise SystemExit(halted.exit_status) from halted

    def load(self) -> "WSGIApplication":
        """Make the app of a process; what cannot be made is told in one sentence, and ends all of them."""
        try:
            return self._made()
        except RujukanError as error:
            sys.stderr.write(f"{error.message}\n")
            raise SystemExit(Arbiter.APP_LOAD_ERROR) from error


def behind(app: "WSGIApplication", proxies: int, prefix: str) -> "WSGIApplication":
    """Take the visitor's address, scheme and host from so many proxies, and stand below a path of theirs.

    Proxies that cut the path off and proxies that leave it are both understood.
    """
    below = _below(prefix, app) if prefix else app
    return ProxyFix(below, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else below


def _below(prefix: str, inner: "WSGIApplication") -> "WSGIApplication":
    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        environ["SCRIPT_NAME"] = prefix
        return inner(environ, start)

    return answer
