"""Programs of the system run within limits, whatever they do."""

import os
import socket
import sys
from pathlib import Path

import pytest

from indexer.launching import Bounds, Ended, Launcher

BOUNDS = Bounds(memory_mb=512, cpu_seconds=5, wall_seconds=20.0, file_mb=1)


def run(program: str, bounds: Bounds = BOUNDS, *arguments: object, given: bytes = b"") -> Ended | None:
    command = [sys.executable, "-I", "-S", "-c", program, *map(str, arguments)]
    return Launcher().run(command, bounds, dict(os.environ), given)


def test_a_program_hears_what_is_given_and_is_heard() -> None:
    assert run("import sys; print(sys.stdin.read().upper())", given=b"surat") == Ended(0, b"SURAT\n")


@pytest.mark.parametrize(
    "program",
    [
        "bytearray(1 << 30)",
        "while True: pass",
        "open('besar', 'wb').write(bytes(2 << 20))",
    ],
)
def test_a_program_that_wants_too_much_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.chdir(tmp_path)
    ended = run(program, Bounds(memory_mb=512, cpu_seconds=1, wall_seconds=20.0, file_mb=1))
    assert ended is not None and ended.status != 0
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1 << 20


def test_a_program_that_waits_too_long_is_stopped() -> None:
    assert run("import time; time.sleep(60)", Bounds(512, 5, 1.0)) is None


def test_a_program_has_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ended = run("import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 2)", BOUNDS, port)
    if ended == Ended(0, b""):
        pytest.skip("this system lets nobody close the network to a process")
    assert ended is not None and ended.status == 1
