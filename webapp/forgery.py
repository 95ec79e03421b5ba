"""Against forged requests: what changes something must come from our own pages and carry their token.

The header says where a request comes from in every browser of today, the token holds where it is missing.
"""

from urllib.parse import urlsplit

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden

_SAFE = ("GET", "HEAD", "OPTIONS")
_LOOPBACK = ("localhost", "127.")


class SessionCookie(SecureCookieSessionInterface):
    """Session cookies that leave this machine over an encrypted connection only."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether browsers must keep the cookie to encrypted connections."""
        return request.is_secure or not request.host.startswith(_LOOPBACK)


def install(app: Flask) -> None:
    """Check every request that may change something, and bind the session's cookie to these pages."""
    app.config.update(
        SESSION_COOKIE_NAME="rujukan",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,  # a session ends so long after the login, whatever was done meanwhile
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which our pages forbid; see _from_our_pages
    )
    app.session_interface = SessionCookie()
    app.before_request(_from_our_pages)
    CSRFProtect(app)


def _from_our_pages() -> None:
    if request.method in _SAFE or not request.endpoint:
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        ours = site in ("same-origin", "none")
    else:
        # Our own forms may say "null": their pages forbid a Referer. An older browser is held by the token then.
        ours = origin in (None, "null") or urlsplit(origin).netloc == request.host
    if not ours:
        raise Forbidden
