"""The examples of docs/schedule: their syntax, and that the commands they call exist with those options."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from operations.cli import rujukan

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schedule"
UNITS = sorted([*FOLDER.glob("*.service"), *FOLDER.glob("*.timer")])
KEYS = {
    "Unit": {"Description", "Documentation", "RequiresMountsFor"},
    "Service": {
        *("Type", "User", "Environment", "SuccessExitStatus", "ExecStart", "Nice", "IOSchedulingClass"),
        *("TimeoutStartSec", "ProtectSystem", "ReadWritePaths", "PrivateTmp", "NoNewPrivileges"),
    },
    "Timer": {"OnCalendar", "RandomizedDelaySec", "Persistent"},
    "Install": {"WantedBy"},
}
FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def entries(unit: Path) -> list[tuple[str, str, str]]:
    """Section, key and value of each line; a line that is none fails."""
    found, section = [], ""
    for line in unit.read_text(encoding="utf8").splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = head[1]
        elif line and not line.startswith("#"):
            key, equals, value = line.partition("=")
            assert equals, line
            found.append((section, key, value))
    return found


def check_call(call: list[str]) -> None:
    """Parse a call of the command as the command does, without running it."""
    assert Path(call[0]).name == "rujukan"
    context = rujukan.make_context("rujukan", call[1:])
    command: click.Command | None = rujukan
    rest = [*context._protected_args, *context.args]
    while isinstance(command, click.Group) and rest:
        command, name = command.get_command(context, rest[0]), rest[0]
        assert command is not None, name
        rest = rest[1:]
    assert command is not None
    command.make_context(command.name, list(rest), parent=context)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_holds_known_keys_in_known_sections(unit: Path) -> None:
    for section, key, value in entries(unit):
        assert key in KEYS[section], (section, key)
        assert value


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_reads_the_unit(unit: Path) -> None:
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if unit.name in line and "is not executable" not in line]
    assert said == []


def test_the_service_calls_commands_that_exist_and_passes_over_failed_files() -> None:
    service = entries(FOLDER / "rujukan-night.service")
    calls = [shlex.split(value) for _, key, value in service if key == "ExecStart"]
    for call in calls:
        check_call(call)
    assert [call[1] for call in calls] == [
        "sources",
        "review",
        "notices",
        *["maturity"] * 2,
        "gaps",
        "verify",
        "backup",
    ]
    assert ("Service", "SuccessExitStatus", "3") in service


def test_the_timer_starts_the_service_of_its_name_at_a_time_of_day() -> None:
    (timer,) = FOLDER.glob("*.timer")
    assert timer.with_suffix(".service").exists()
    times = [value for _, key, value in entries(timer) if key == "OnCalendar"]
    assert all(re.fullmatch(r"\*-\*-\* ([01]\d|2[0-3]):[0-5]\d:[0-5]\d", time) for time in times)
    assert times


def test_every_line_of_the_crontab_is_a_time_a_user_and_a_call() -> None:
    lines = [line for line in (FOLDER / "rujukan.cron").read_text(encoding="utf8").splitlines() if line]
    jobs = [line for line in lines if not line.startswith("#") and not re.match(r"[A-Z_]+=", line)]
    assert jobs
    for job in jobs:
        *when, user, command = job.split(maxsplit=6)
        for field, (low, high) in zip(when, FIELDS, strict=True):
            assert field == "*" or low <= int(field) <= high, job
        assert user.isidentifier()
        assert "%" not in command  # cron would end the line there
        check_call(shlex.split(command.removeprefix("nice ")))
