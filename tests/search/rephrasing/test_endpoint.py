"""One call of an endpoint: whatever the other side does, it ends in time with a text or a code."""

import json
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from search.rephrasing.endpoint import EndpointError, complete
from tests.search.rephrasing.serving import Behaviour, document, raw, response, serving, writing

ASKED = [{"role": "user", "content": "halo"}]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def trickle(head: bytes, drop: bytes) -> Behaviour:
    """Send a head, then a drop every 50 ms, for as long as somebody listens."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(400):
            time.sleep(0.05)
            connection.sendall(drop)

    return behave


def flood(connection: socket.socket) -> None:
    """Send chunks without an end."""
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    chunk = b"1000\r\n" + b" " * 0x1000 + b"\r\n"
    while True:
        connection.sendall(chunk)


def said(message: object) -> Behaviour:
    return document({"choices": [{"message": message}]})


def code_of(behaviour: Behaviour, **given: object) -> str:
    with serving(behaviour) as server, pytest.raises(EndpointError) as caught:
        complete(server.model(**given), ASKED)
    return caught.value.code


def test_the_text_of_the_first_choice_is_the_reply() -> None:
    with serving(writing("Tiga hari kerja [1].")) as server:
        assert complete(server.model(), ASKED) == "Tiga hari kerja [1]."


def test_the_request_offers_no_tools_and_asks_for_no_stream() -> None:
    with serving(writing("ya")) as server:
        complete(server.model(), ASKED)
        assert server.requests[0].startswith(b"POST /v1/chat/completions HTTP/1.1\r\n")
        assert set(server.sent) == {"model", "messages", "temperature", "stream", "max_tokens"}
        assert (server.sent["messages"], server.sent["stream"], server.sent["temperature"]) == (ASKED, False, 0)


def test_the_key_travels_in_the_header_alone() -> None:
    with serving(writing("ya")) as server:
        complete(server.model(key="rahasia-123"), ASKED)
        complete(server.model(), ASKED)
        with_key, without = server.requests
    assert b"Authorization: Bearer rahasia-123\r\n" in with_key
    assert with_key.count(b"rahasia-123") == 1
    assert b"Authorization" not in without


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (response(b"{}", status="500 Internal Server Error"), "http_status"),
        (response(b"{}", status="401 Unauthorized"), "http_status"),
        (response(b"", status="204 No Content"), "http_status"),
        (response(b"", status="302 Found", more="Location: http://127.0.0.1:1/\r\n"), "redirect"),
        (response(b"", status="308 Permanent Redirect", more="Location: https://example.org/\r\n"), "redirect"),
        (response(b"<html></html>", kind="text/html"), "bad_content_type"),
        (response(b"data: {}\n\n", kind="text/event-stream"), "bad_content_type"),
        (response(b"\x1f\x8b", more="Content-Encoding: gzip\r\n"), "bad_content_type"),
        (response(b" " * 70_000), "too_large"),
        (flood, "too_large"),
        (said({"content": "a" * 8001}), "too_large"),
        (response(b""), "bad_reply"),
        (response(b"{"), "bad_reply"),
        (response(b"\xff\xfe"), "bad_reply"),
        (response(b"[" * 60_000), "bad_reply"),
        (response(b"[" + b"9" * 60_000 + b"]"), "bad_reply"),
        (document([]), "bad_reply"),
        (document({"error": {"message": "kunci salah"}}), "bad_reply"),
        (document({"choices": []}), "bad_reply"),
        (said(None), "bad_reply"),
        (said({"content": None}), "bad_reply"),
        (said({"content": ["a"]}), "bad_reply"),
        (said({"content": "ya [1].", "tool_calls": [{"function": {"name": "hapus"}}]}), "bad_reply"),
        (raw(b""), "unreachable"),
        (raw(b"halo\r\n\r\n"), "bad_http"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 500 + b"\r\n"), "bad_http"),
        (raw(b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 70_000 + b"\r\n\r\n"), "bad_http"),
        (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), "bad_http"),
        (raw(HEAD + b"Content-Length: 500\r\n\r\n{"), "bad_reply"),
    ],
)
def test_a_response_that_is_none_ends_with_a_code(behaviour: Behaviour, code: str) -> None:
    assert code_of(behaviour) == code


@pytest.mark.parametrize(
    "behaviour",
    [
        lambda connection: connection.recv(1),
        trickle(b"", b"H"),
        trickle(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        trickle(HEAD + b"Content-Length: 60000\r\n\r\n", b" "),
        trickle(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
    ids=["silent", "slow status", "slow headers", "continues", "slow body", "slow chunks"],
)
def test_the_time_is_that_of_the_whole_call(behaviour: Behaviour) -> None:
    start = time.monotonic()
    assert code_of(behaviour, seconds=0.4) == "timeout"
    assert time.monotonic() - start < 10  # the trickle runs for twice as long


def test_a_name_that_is_looked_up_for_ever_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(3)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    assert code_of(writing("ya"), seconds=0.3) == "timeout"


def test_a_call_that_was_cut_off_lets_go_of_its_connection() -> None:
    left: list[bytes] = []

    def silent(connection: socket.socket) -> None:
        with suppress(OSError):
            left.append(connection.recv(1))

    with serving(silent) as server:
        with pytest.raises(EndpointError):
            complete(server.model(seconds=0.3), ASKED)
        _wait(lambda: bool(left))
    assert left == [b""]


def test_nobody_listens() -> None:
    with serving(writing("ya")) as server:
        pass
    with pytest.raises(EndpointError) as caught:
        complete(server.model(), ASKED)
    assert caught.value.code == "unreachable"


def test_a_server_without_tls_is_no_https_server() -> None:
    assert code_of(raw(b"HTTP/1.1 400 Bad Request\r\n\r\n"), scheme="https", seconds=0.5) in {"tls", "timeout"}


def named(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name mean these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


@pytest.mark.parametrize(
    "address",
    [
        *("8.8.8.8", "169.254.169.254", "0.0.0.0", "172.32.0.1", "100.64.0.1", "224.0.0.1", "2001:4860:4860::8888"),
        *("::", "fe80::1%eth0", "::ffff:8.8.8.8", "64:ff9b::808:808"),
    ],
)
def test_a_host_outside_the_own_network_is_not_called(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    named(monkeypatch, address)
    assert code_of(writing("ya")) == "foreign_host"


def test_a_name_with_one_address_outside_is_not_called(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, "127.0.0.1", "8.8.8.8")
    assert code_of(writing("ya")) == "foreign_host"


@pytest.mark.parametrize("address", ["169.254.169.254", "0.0.0.0", "fe80::1"])
def test_an_address_of_no_network_is_not_called_even_where_the_public_one_is_allowed(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    named(monkeypatch, address)
    assert code_of(writing("ya"), outside=True) == "foreign_host"


def test_the_public_network_is_not_called_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, "8.8.8.8")
    assert code_of(writing("ya"), outside=True) == "unencrypted"


def test_two_calls_at_once_do_not_know_of_each_other() -> None:
    with serving(writing("satu")) as one, serving(response(b"{")) as other:
        with pytest.raises(EndpointError):
            complete(other.model(), ASKED)
        assert complete(one.model(), ASKED) == "satu"
        assert json.loads(one.requests[0].partition(b"\r\n\r\n")[2])["model"] == "contoh"


def _wait(for_it: Callable[[], bool]) -> None:
    until = time.monotonic() + 3
    while not for_it() and time.monotonic() < until:
        time.sleep(0.02)
