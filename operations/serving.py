"""The command that serves the pages."""

import importlib
import sys
from contextlib import nullcontext
from typing import Any

import click

from operations.keeping import kept
from operations.session import Session, viewer_scope


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--as", "viewer", default="public", show_default=True, help="Whose rights the pages have.")
@click.option("--root-path", default="", metavar="PATH", help="The path that a proxy has the pages under: /rujukan.")
@click.option("--proxies", type=click.IntRange(0, 5), default=0, show_default=True, help="Proxies in front.")
@click.option("--trusted-host", "trusted_hosts", multiple=True, metavar="NAME", help="A name the pages are called by.")
@click.option(
    "--processes", type=click.IntRange(1, 64), help="Processes that answer; one for each core, at most 4, unless told."
)
@click.option("--worker", "with_worker", is_flag=True, help="Also run a worker beside the pages, at low priority.")
@click.pass_obj
def serve_command(session: Session, /, viewer: str, *, with_worker: bool, **at: Any) -> None:  # noqa: ANN401 (click hands options of several types)
    """Serve the pages on this machine only."""
    catalog = session.open()
    viewer_scope(catalog, viewer)
    catalog.close()
    webapp = importlib.import_module("webapp.serve")  # by name: one door does not import the other
    with kept(_worker(session)) if with_worker else nullcontext():
        webapp.serve(session.data, model=session.model, viewer=viewer, at=webapp.Listening(**at))


def _worker(session: Session) -> list[str]:
    model = ["--model", session.model] if session.model else []
    return [sys.executable, "-P", "-m", "operations.cli", "--data", str(session.data.absolute()), *model, "worker"]
