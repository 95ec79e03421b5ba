"""The flags that say how a folder is indexed: the same for `index` and for a named source."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_FLAGS = (
    click.option(
        "--manifest",
        "manifest_file",
        type=click.Path(path_type=Path, readable=False),
        help="CSV of what is said of paths.",
    ),
    click.option("--unit", help="Code of the owning unit, such as BPAD."),
    click.option("--community", help="Name of the community that wrote the files."),
    click.option("--access", help="terbuka, internal or terbatas."),
    click.option("--status", help="Workflow status, such as disahkan."),
    click.option("--kind", help="Kind of the assets, such as sop."),
    click.option("--workers", type=click.IntRange(1, 64), help="Reading processes; half of the cores unless told."),
    click.option("--retry-failed", is_flag=True, help="Read failed files again."),
    click.option(
        "--checksum", is_flag=True, help="Compare bytes, not only size and times, and bring lost originals back."
    ),
)

_LATER = (
    click.option("--dry-run", is_flag=True, help="Only say what would be done, and how long it takes where known."),
    click.option("--queue", is_flag=True, help="Leave it to `rujukan worker`; only print the number of the job."),
    click.option("--priority", type=click.IntRange(-100, 100), help="With --queue: the higher passes the lower; 0."),
)


def later_flags(command: Command) -> Command:
    """Give a command the flags that plan a run or leave it to a worker; `check_later` must see what was given."""
    for flag in reversed(_LATER):
        command = flag(command)
    return command


def check_later(given: dict[str, Any]) -> None:
    """Raise a usage error where those flags do not go together."""
    if given["queue"] and given["dry_run"]:
        raise click.UsageError("--queue dan --dry-run tidak dapat dipakai bersama; pilih salah satu.")
    if given["priority"] is not None and not given["queue"]:
        raise click.UsageError("--priority hanya berlaku bersama --queue.")


def index_flags(command: Command) -> Command:
    """Give a command the flags of an index run."""
    for flag in reversed(_FLAGS):
        command = flag(command)
    return command


def kept(given: dict[str, Any]) -> dict[str, Any]:
    """Return the given flags as a job or a named source keeps them: JSON values, an absolute path to the manifest."""
    names = ("unit", "community", "access", "status", "kind", "workers", "retry_failed", "checksum")
    file = given["manifest_file"]
    return {
        "manifest": str(file.absolute()) if isinstance(file, Path) else None,
        **{name: given[name] for name in names if given[name] not in (None, False)},
    }
