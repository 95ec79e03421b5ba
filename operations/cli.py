"""The command `rujukan`: its options, its errors and its exit statuses, as the contract says."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from catalog.errors import RujukanError
from operations import asking, checking, indexing
from operations.session import Session

EXIT_ERROR = 1
EXIT_USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", envvar="RUJUKAN_DATA", default="data", show_default=True, help="Data folder (RUJUKAN_DATA).")
@click.option("--model", envvar="RUJUKAN_MODEL", default=None, help="Embedding model by path or name (RUJUKAN_MODEL).")
@click.version_option(package_name="rujukan")
@click.pass_context
def rujukan(context: click.Context, data: str, model: str | None) -> None:
    """Search and quote what the offices of a regional government already know."""
    context.obj = Session(Path(data), model)


for _command in (*indexing.COMMANDS, *asking.COMMANDS, *checking.COMMANDS):
    rujukan.add_command(_command)


def main() -> None:
    """Run the command line; every error ends as one sentence, and with `--json` as one document too."""
    as_json = "--json" in sys.argv
    try:
        sys.exit(rujukan.main(standalone_mode=False) or 0)
    except click.UsageError as error:
        _fail("usage", error.format_message(), EXIT_USAGE, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted", "Dihentikan; yang sudah selesai tetap aman.", EXIT_ERROR, as_json=as_json)
    except RujukanError as error:
        _fail(error.code, error.message, EXIT_ERROR, as_json=as_json)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_ERROR)


def _fail(code: str, message: str, status: int, *, as_json: bool) -> None:
    if as_json:
        document: dict[str, Any] = {"schema": 1, "error": {"code": code, "message": message}}
        click.echo(json.dumps(document, ensure_ascii=False))
    click.echo(f"rujukan: {message}", err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
