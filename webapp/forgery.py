"""Against forged requests: what changes something must come from our own pages and carry their token.

The header says where a request comes from in every browser of today, the token holds where it is missing.
"""

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden

_SAFE = ("GET", "HEAD", "OPTIONS")


class SessionCookie(SecureCookieSessionInterface):
    """Session cookies that leave this machine over an encrypted connection only."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Return whether browsers must keep the cookie to encrypted connections."""
        host = request.headers.get("Host", "").partition(":")[0]  # not request.host: an untrusted one is an error there
        return request.is_secure or not (host == "localhost" or host.startswith("127."))

    def get_cookie_path(self, app: Flask) -> str:
        """Return the path that the pages are below: what else the host serves does not get the cookie."""
        return request.root_path or "/"

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Say of every page that it depends on the session, but not of files that are the same for everybody."""
        if request.endpoint != "static":
            super().save_session(app, session, response)


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
