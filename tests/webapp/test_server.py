"""The real server: it begins, stands behind proxies and below a path, and ends what it began when told to stop."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer
from werkzeug.test import Client, TestResponse

from catalog.opening import create
from webapp.server import Server, behind

PATIENCE = 60


@contextmanager
def running(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the command and give it with its address once it answers."""
    command = [sys.executable, "-m", "operations.cli", "--data", str(data), "serve", "--port", "0", *options]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        told = server.stderr.readline()
        address = re.search(r"http://\S+/", told)
        assert address, told + server.stderr.read()
        yield server, address[0]
    finally:
        server.kill()
        server.wait()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    create(folder).close()
    return folder


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read(), "utf-8")


def test_it_serves_below_a_path_and_ends_when_told_to(data: Path) -> None:
    with running(data, "--root-path", "/rujukan/", "--processes", "2") as (server, address):
        assert address.endswith("/rujukan/")
        assert fetched(f"{address}healthz") == "ok\n"
        assert 'href="/rujukan/static/style.css' in fetched(address)
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0


def test_a_question_that_was_asked_is_answered_before_it_ends(data: Path) -> None:
    with running(data, "--processes", "1") as (server, address):
        fetched(f"{address}healthz")
        with socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1].rstrip("/")))) as visitor:
            visitor.sendall(b"GET /?q=kendaraan HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            time.sleep(0.02)
            server.send_signal(signal.SIGTERM)
            answer = b"".join(iter(lambda: visitor.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 200")
        assert answer.rstrip().endswith(b"</html>")
        assert server.wait(PATIENCE) == 0


def test_what_cannot_be_loaded_ends_it_with_a_sentence(data: Path) -> None:
    command = [sys.executable, "-m", "operations.cli", "--data", str(data), "--model", "/tidak/ada", "serve"]
    ended = subprocess.run([*command, "--port", "0"], capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert ended.returncode == 1
    assert "/tidak/ada" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_processes_that_fail_while_it_ends_for_another_end_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def halt_again(_: Arbiter) -> None:
        raise HaltServer("App failed to load.", Arbiter.APP_LOAD_ERROR)

    monkeypatch.setattr(Arbiter, "run", halt_again)
    with pytest.raises(SystemExit) as ended:
        Server(lambda: lambda _environ, _start: (), 0, 2).run()
    assert ended.value.code == Arbiter.APP_LOAD_ERROR


def asked(client: FlaskClient, path: str, proxies: int = 0, prefix: str = "", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Client(behind(client.application, proxies, prefix)).get(path, headers=named)


@pytest.mark.parametrize("path", ["/rujukan/?q=kendaraan", "/?q=kendaraan"])
def test_links_stay_below_the_path_whether_the_proxy_cuts_it_off_or_not(client: FlaskClient, path: str) -> None:
    page = asked(client, path, prefix="/rujukan").text
    links = re.findall(r'(?:href|action|src)="([^"]*)"', page)
    assert [link for link in links if not link.startswith(("/rujukan/", "#"))] == []


def test_the_choice_of_a_language_is_kept_below_the_path(client: FlaskClient) -> None:
    assert "Path=/rujukan" in asked(client, "/rujukan/?bahasa=en", prefix="/rujukan").headers["Set-Cookie"]


def test_what_a_proxy_says_is_believed_only_when_told_to(client: FlaskClient) -> None:
    said = {"X_Forwarded_Proto": "https", "X_Forwarded_Host": "localhost"}
    assert "Secure" in asked(client, "/?bahasa=en", proxies=1, **said).headers["Set-Cookie"]
    assert "Secure" not in asked(client, "/?bahasa=en", **said).headers["Set-Cookie"]
    assert asked(client, "/", proxies=1, X_Forwarded_Host="evil.example").status_code == 400
    assert asked(client, "/", X_Forwarded_Host="evil.example").status_code == 200
