"""The command `rujukan`: its options, its errors and its exit statuses, as the contract says."""

import importlib
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import click

from catalog.errors import RujukanError, told
from operations import usage
from operations.session import Session

EXIT_ERROR = 1
EXIT_USAGE = 2


COMMANDS = {
    **dict.fromkeys(("init", "index", "drop"), "operations.indexing"),
    **dict.fromkeys(("search", "suggest", "ask", "show"), "operations.asking"),
    **dict.fromkeys(("status", "verify", "evaluate"), "operations.checking"),
    **dict.fromkeys(("backup", "restore"), "operations.backup"),
    "serve": "operations.serving",
    "similar": "operations.similar",
    "reindex": "operations.reindexing",
    **dict.fromkeys(("compare", "switch", "rollback", "reclaim"), "operations.switching"),
    "sources": "operations.sources",
    "jobs": "operations.jobs",
    "worker": "operations.worker",
    "user": "operations.users",
    "audit": "operations.trail",
    "questions": "operations.questions",
    "review": "operations.reviewing",
    **dict.fromkeys(("import", "export"), "operations.programme_io"),
    "notices": "operations.notices",
    "gaps": "operations.gaps",
    "report": "operations.quarterly",
    "maturity": "operations.maturity",
    "staff": "operations.staff",
    "theme-questions": "operations.theme_questions",
    "community": "operations.community",
}
"""Where each command lives. Its module is imported when it is called: a search does not pay for the indexer."""


class Commands(click.Group):
    """The commands by name, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), f"{cmd_name.replace('-', '_')}_command")
        return command if isinstance(command, click.Command) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", envvar="RUJUKAN_DATA", default="data", show_default=True, help="Data folder (RUJUKAN_DATA).")
@click.option("--model", envvar="RUJUKAN_MODEL", default=None, help="Embedding model by path or name (RUJUKAN_MODEL).")
@click.version_option(package_name="rujukan")
@click.pass_context
def rujukan(context: click.Context, data: str, model: str | None) -> None:
    """Search and quote what the offices of a regional government already know."""
    context.obj = Session(Path(data), model)


def main() -> None:
    """Run the command line; every error ends as one sentence, and with `--json` as one document too."""
    as_json = "--json" in sys.argv
    try:
        sys.exit(rujukan.main(prog_name="rujukan", standalone_mode=False) or 0)
    except click.UsageError as error:
        _fail("usage", usage.in_words(error), EXIT_USAGE, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted", "Dihentikan; yang sudah selesai tetap aman.", EXIT_ERROR, as_json=as_json)
    except RujukanError as error:
        _fail(error.code, error.message, EXIT_ERROR, as_json=as_json)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_ERROR)
    except (OSError, sqlite3.OperationalError) as error:
        said = told(error)
        if said is None:
            raise
        _fail(said.code, said.message, EXIT_ERROR, as_json=as_json)


def _fail(code: str, message: str, status: int, *, as_json: bool) -> None:
    if as_json:
        document: dict[str, Any] = {"schema": 1, "error": {"code": code, "message": message}}
        click.echo(json.dumps(document, ensure_ascii=False))
    click.echo(f"rujukan: {message}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
