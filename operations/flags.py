"""The flags that say how a folder is indexed: the same for `index` and for a named source."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_FLAGS = (
    click.option("--manifest", "manifest_file", type=click.Path(path_type=Path), help="CSV of what is said of paths."),
    click.option("--unit", help="Code of the owning unit, such as BPAD."),
    click.option("--community", help="Name of the community that wrote the files."),
    click.option("--access", help="terbuka, internal or terbatas."),
    click.option("--status", help="Workflow status, such as disahkan."),
    click.option("--kind", help="Kind of the assets, such as sop."),
    click.option("--workers", type=click.IntRange(1, 64), help="Reading processes; half of the cores unless told."),
    click.option("--retry-failed", is_flag=True, help="Read failed files again."),
    click.option("--checksum", is_flag=True, help="Compare bytes, not only size and times."),
)


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
