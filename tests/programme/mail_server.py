"""A mail server of the tests, behind a real socket: it keeps what it is given, and refuses whom it is told to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_string
from email.message import Message


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as a sender needs."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.mails: list[tuple[str, Message]] = []
        self.refused: set[str] = set()
        self.hangs_up_after: int | None = None

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, MailServer)
        to = ""
        self._say("220 uji")
        while line := self.rfile.readline().decode().strip():
            verb = line.partition(" ")[0].upper()
            if verb == "QUIT":
                return self._say("221 selesai")
            if verb == "RCPT":
                to = line.partition("<")[2].partition(">")[0]
                self._say("550 tidak dikenal" if to in server.refused else "250 ok")
            elif verb == "DATA":
                if server.hangs_up_after == len(server.mails):
                    return None
                self._say("354 mulai")
                server.mails.append((to, message_from_string("".join(iter(self._line, ".\n")))))
                self._say("250 ok")
            else:
                self._say("250 ok")
        return None

    def _line(self) -> str:
        return self.rfile.readline().decode().replace("\r\n", "\n")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def started() -> Iterator[MailServer]:
    """Start a server on a free port, and end it."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
