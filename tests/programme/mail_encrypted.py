"""A mail server by another hand than ours, as offices have them: with STARTTLS, users, and a certificate of its own."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, SECRET = "rujukan", "kopi hujan sepeda"


@dataclass
class Desk:
    """What a server saw: commands that follow the greeting, and mails with whether they came encrypted and as whom."""

    commands: list[str] = field(default_factory=list)
    mails: list[tuple[str, bool, str | None]] = field(default_factory=list)
    drops_at: str = ""

    def seen(self, command: str, server: SMTP) -> str:
        """Note a command, and hang up on the one that is to fail."""
        self.commands.append(command)
        if command == self.drops_at:
            server.transport.abort()
        return "250 OK"

    def handle_STARTTLS(self, server: SMTP, session: Session, envelope: Envelope) -> bool:
        if self.drops_at == "STARTTLS":
            server.transport.abort()
        return True

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.seen("MAIL", server)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.seen("RCPT", server)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        said = self.seen("DATA", server)
        if self.drops_at != "DATA":
            user = session.auth_data.decode() if session.authenticated else None
            self.mails.append((envelope.rcpt_tos[0], session.ssl is not None, user))
        return said

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        """Let the one user in who is known."""
        self.commands.append("AUTH")
        known = (data.login, data.password) == (USER.encode(), SECRET.encode())
        return AuthResult(success=known, handled=False, auth_data=data.login)


class _AnyPort(Controller):
    """A server on a port that is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def certificate(folder: Path, name: str) -> Path:
    """Make a certificate that signs itself, for a name such as IP:127.0.0.1; the key stands in the same file."""
    place = folder / f"{name.replace(':', '-')}.pem"
    made = place.with_suffix(".crt"), place.with_suffix(".key")
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
            ),
            *("-subj", "/CN=surel contoh", "-addext", f"subjectAltName={name}"),
            *("-out", str(made[0]), "-keyout", str(made[1])),
        ],
        check=True,
        capture_output=True,
    )
    place.write_text("".join(one.read_text() for one in made))
    return place


@contextmanager
def running(desk: Desk, pem: Path | None, *, users: bool = True) -> Iterator[int]:
    """Start a server, with STARTTLS if it has a certificate; give its port."""
    context = None
    if pem:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(pem)
    server = _AnyPort(
        desk,
        hostname="127.0.0.1",
        port=0,
        tls_context=context,
        authenticator=desk.authenticate if users else None,
        auth_require_tls=pem is not None,
        auth_exclude_mechanism=None if users else ["LOGIN", "PLAIN"],
    )
    server.start()
    try:
        yield server.port
    finally:
        server.stop()
