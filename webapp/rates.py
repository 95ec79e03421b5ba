"""How often an address or an account may ask for what costs the machine something.

A bucket for each of them fills with the allowance of a minute and is emptied by requests, so that a burst of that size
is let through and, after it, as many as the minute brings. Buckets are memory of one process: with N processes up to N
times as much gets through, which still keeps one visitor from taking the machine from all others. The limits hold no
secret: passwords are counted in rows of the catalog (catalog/login_attempts.py). Flask-Limiter would bring five
packages, one of them compiled, for a store in memory that is a process's own as well.
"""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

from catalog.service_settings import ServiceSettings
from webapp.service import asking

_MOST = 20_000
"""Buckets that are kept; the one that was used longest ago makes room, and is full again if it comes back."""
_ROUNDING = 1e-9
_OF_ENDPOINT: Mapping[str, str] = {
    "receipts.one": "kiriman",
    "api.answer": "jawaban",
    "api.search": "pencarian",
    "api.suggestions": "pencarian",
    "sources.page": "gambar",
    "sources.picture": "gambar",
    "excerpts.excerpt": "gambar",
    "pages.original": "gambar",
    "reuse.kit": "gambar",
}
_OF_SENT = ("feedback.vote", "feedback.report", "gaps.note")


class Buckets:
    """What is left of each allowance, by the kind of request and whose it is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()
        self._turn = Lock()

    def take(self, kind: str, whose: str, a_minute: int) -> int:
        """Take one request and return 0, or take nothing and return the seconds until there is one again."""
        now, key = self._clock(), (kind, whose)
        with self._turn:
            left, at = self._left.pop(key, (float(a_minute), now))
            left = min(a_minute, left + (now - at) * a_minute / 60)
            taken = left > 1 - _ROUNDING
            self._left[key] = (left - taken, now)
            if len(self._left) > _MOST:
                self._left.popitem(last=False)
        return 0 if taken else max(1, math.ceil((1 - left) * 60 / a_minute))


def install(app: Flask, settings: ServiceSettings) -> None:
    """Answer 429 with Retry-After where an allowance is used up, before anything is worked on."""
    buckets = Buckets()

    @app.before_request
    def _limit() -> None:
        kind = _kind()
        if not kind or _is_local(settings):
            return
        account = asking().account
        whose = f"akun {account.id}" if account else f"alamat {_network(request.remote_addr or '')}"
        a_minute = (settings.account_limits if account else settings.address_limits)[kind]
        if wait := buckets.take(kind, whose, a_minute):
            raise TooManyRequests(retry_after=wait)


def _kind() -> str:
    """Return which allowance a request is taken from, "" for one that is not counted."""
    if request.endpoint == "pages.ask":
        if not request.args.get("q", "").strip():
            return ""
        return "pencarian" if request.args.get("jawab") == "0" else "jawaban"
    if request.method == "POST" and request.endpoint in _OF_SENT:
        return "kiriman"
    return _OF_ENDPOINT.get(request.endpoint or "", "")


def _is_local(settings: ServiceSettings) -> bool:
    """Tell whether a visitor sits at this machine, and is let through: there is no other whom they could hamper.

    What a proxy hands on is not from here, be it told of (`--proxies`) or not. Of one that is not told of, all visitors
    count as one: they are held too early rather than never.
    """
    if settings.limit_local or "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def _network(address: str) -> str:
    """Return an address, of IPv6 the network of one connection: its owner has all that are in it."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((known, 64), strict=False)) if known.version == 6 else str(known)
