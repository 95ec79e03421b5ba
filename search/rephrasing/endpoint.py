"""One call of an OpenAI-compatible endpoint: within its time and size whatever it does, to an allowed address only."""

import contextlib
import ipaddress
import json
import socket
import ssl
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event, Thread
from typing import Any

from search.rephrasing.settings import LanguageModel

Message = dict[str, str]
_TOKENS = 400  # that the model may write: a few sentences
_LETTERS = 8000  # that it may have written all the same
_OWN = tuple(
    ipaddress.ip_network(block)
    for block in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)


class EndpointError(Exception):
    """Why there is no reply: a stable English code; it carries nothing of what was sent or received."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def complete(model: LanguageModel, messages: Sequence[Message]) -> str:
    """Return what the model writes; EndpointError when that is not to be had within its time and size.

    One try, no redirect, no proxy. A call that is over its time is cut off, wherever it stands.
    """
    call = _Call(model, messages)
    Thread(target=call.run, name="model-bahasa", daemon=True).start()
    if not call.done.wait(model.seconds):
        call.cut()
        raise EndpointError("timeout")
    if call.error:
        raise EndpointError(call.error)
    return call.reply


class _Call:
    """A call in a thread of its own, because neither a name's look-up nor slow headers obey a socket's time limit."""

    def __init__(self, model: LanguageModel, messages: Sequence[Message]) -> None:
        self.model = model
        self.body = _request(model, messages)
        self.done = Event()
        self.over = Event()
        self.socket: socket.socket | None = None
        self.reply = ""
        self.error = ""

    def run(self) -> None:
        try:
            self.reply = self._ask()
        except EndpointError as error:
            self.error = error.code
        except TimeoutError:
            self.error = "timeout"
        except ssl.SSLError:
            self.error = "tls"
        except OSError:
            self.error = "unreachable"
        except (HTTPException, ValueError):
            self.error = "bad_http"
        finally:
            self._close()
            self.done.set()

    def cut(self) -> None:
        self.over.set()
        if self.socket is not None:
            with contextlib.suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def _ask(self) -> str:
        model = self.model
        connection = HTTPConnection(model.host, model.port)
        connection.sock = self.socket = self._connected()
        if self.over.is_set():
            raise EndpointError("timeout")
        if model.scheme == "https":
            context = ssl.create_default_context(cafile=model.authorities)
            connection.sock = self.socket = secured = context.wrap_socket(
                self.socket, server_hostname=model.host, do_handshake_on_connect=False
            )
            secured.do_handshake()
        connection.request("POST", model.path, self.body, _headers(model))
        return _written(_taken(connection.getresponse(), model.most_bytes))

    def _connected(self) -> socket.socket:
        """Connect to an address that was checked, not to the name: a second look-up might say something else."""
        trouble: OSError = OSError("no address")
        for address in _addresses(self.model):
            try:
                return socket.create_connection((address, self.model.port), self.model.seconds)
            except OSError as error:
                trouble = error
        raise trouble

    def _close(self) -> None:
        if self.socket is not None:
            with contextlib.suppress(OSError):
                self.socket.close()


def _addresses(model: LanguageModel) -> list[str]:
    """Return the addresses of the host; EndpointError if one of them may not be called."""
    found = socket.getaddrinfo(model.host, model.port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not _is_own(address):
            _check_outside(model, address)
    return addresses


def _is_own(address: str) -> bool:
    place = _plain(address)
    return any(place.version == block.version and place in block for block in _OWN)


def _check_outside(model: LanguageModel, address: str) -> None:
    if not model.outside or not _plain(address).is_global:
        raise EndpointError("foreign_host")
    if model.scheme != "https":
        raise EndpointError("unencrypted")


def _plain(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    place = ipaddress.ip_address(address.partition("%")[0])
    return (place.ipv4_mapped or place) if isinstance(place, ipaddress.IPv6Address) else place


def _request(model: LanguageModel, messages: Sequence[Message]) -> bytes:
    """Return the request: no tools are offered, and nothing is streamed."""
    asked: dict[str, Any] = {"model": model.model, "messages": list(messages), "temperature": 0, "stream": False}
    return json.dumps(asked | {"max_tokens": _TOKENS}, ensure_ascii=True).encode()


def _headers(model: LanguageModel) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    return headers | ({"Authorization": f"Bearer {model.key}"} if model.key else {})


def _taken(response: HTTPResponse, most: int) -> bytes:
    """Return the body of a good response that is JSON and not too large."""
    if 300 <= response.status < 400:
        raise EndpointError("redirect")
    if response.status != 200:
        raise EndpointError("http_status")
    coded = response.headers.get("Content-Encoding", "identity").strip().casefold()
    if response.headers.get_content_type() != "application/json" or coded != "identity":
        raise EndpointError("bad_content_type")
    body = response.read(most + 1)
    if len(body) > most:
        raise EndpointError("too_large")
    return body


def _written(body: bytes) -> str:
    """Return the text of the first choice; a call of a tool, or anything else, is no reply."""
    try:
        message = json.loads(body)["choices"][0]["message"]
        written = None if message.get("tool_calls") else message["content"]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise EndpointError("bad_reply") from None
    if not isinstance(written, str):
        raise EndpointError("bad_reply")
    if len(written) > _LETTERS:
        raise EndpointError("too_large")
    return written
