"""A small server on loopback that answers as it is told, and keeps what it was sent."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from search.rephrasing.settings import LanguageModel

Behaviour = Callable[[socket.socket], None]


@dataclass
class Server:
    """Where it listens, how it behaves, and the requests that it had, whole."""

    port: int
    behaviour: Behaviour
    requests: list[bytes] = field(default_factory=list)

    @property
    def sent(self) -> dict[str, Any]:
        """The JSON of the last request."""
        loaded = json.loads(self.requests[-1].partition(b"\r\n\r\n")[2])
        assert isinstance(loaded, dict)
        return loaded

    def model(self, **given: object) -> LanguageModel:
        """The settings that lead here; the time is ample, as the machine may be busy."""
        known = {"scheme": "http", "host": "127.0.0.1", "port": self.port, "path": "/v1/chat/completions"}
        bounds = {"seconds": 30.0, "most_bytes": 65536, "outside": False, "access": ("terbuka", "internal")}
        return LanguageModel(**{**known, **bounds, "model": "contoh", **given})


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Server]:
    """Serve one thread a connection until the test is over."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1], behaviour)
        threading.Thread(target=_accept, args=(listening, server), daemon=True).start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)


def _accept(listening: socket.socket, server: Server) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=_answer, args=(connection, server), daemon=True).start()


def _answer(connection: socket.socket, server: Server) -> None:
    with connection, suppress(OSError):
        server.requests.append(_request(connection))
        server.behaviour(connection)


def _request(connection: socket.socket) -> bytes:
    taken = b""
    while b"\r\n\r\n" not in taken:
        taken += connection.recv(65536)
    head, _, body = taken.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def raw(data: bytes) -> Behaviour:
    """Send these bytes and close."""
    return lambda connection: connection.sendall(data)


def response(body: bytes, *, status: str = "200 OK", kind: str = "application/json", more: str = "") -> Behaviour:
    """Send a response of HTTP with this body."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return raw(head.encode() + body)


def document(value: object, **more: str) -> Behaviour:
    """Send a document as JSON."""
    return response(json.dumps(value).encode(), **more)


def writing(text: str) -> Behaviour:
    """Behave well: write this text as a model does."""
    return document({"choices": [{"index": 0, "message": {"role": "assistant", "content": text}}]})
