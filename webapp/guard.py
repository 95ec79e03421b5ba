"""What every response carries, and how every error looks: one place for status, headers and wording."""

import json

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError, TooManyRequests

from catalog.errors import NotFoundError, RujukanError
from webapp import language
from webapp.borrowed import translated
from webapp.language import gettext
from webapp.language import lazy_gettext as _

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
        " script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

ASKING = (
    *("unknown_unit", "unknown_community", "bad_value", "bad_question", "empty_question"),
    *("question_too_long", "unknown_parameter", "bad_parameter"),
)
"""Codes of errors that lie in what the visitor asked; any other lies with the service."""
_SENDING = ("too_much_sent",)
"""Of those that lie in what the visitor sent, which the API does not take."""

_SENTENCES = {
    400: (
        _("Permintaan tidak dapat dibaca"),
        _("Alamat yang dibuka tidak lengkap atau salah. Mulailah dari halaman pencarian."),
    ),
    403: (
        _("Permintaan ditolak"),
        _("Permintaan ini tidak berasal dari halaman Rujukan. Buka halamannya di sini, lalu ulangi."),
    ),
    405: (
        _("Cara akses tidak dilayani"),
        _("Halaman ini hanya dapat dibuka, bukan dikirimi data. Mulailah dari pencarian."),
    ),
    429: (
        _("Terlalu banyak permintaan"),
        _("Tunggu sebentar, lalu muat ulang halaman ini. Pengguna lain juga sedang dilayani."),
    ),
    500: (
        _("Terjadi gangguan"),
        _("Permintaan Anda belum dapat diproses. Coba lagi sebentar; bila berulang, hubungi pengelola layanan."),
    ),
}


def install(app: Flask) -> None:
    """Register the headers and the error pages."""
    app.after_request(_guarded)
    app.register_error_handler(RujukanError, _of_rujukan)
    app.register_error_handler(SecurityError, _of_host)
    app.register_error_handler(CSRFError, _of_form)
    app.register_error_handler(HTTPException, _of_http)


def _guarded(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if request.endpoint in ("sources.picture", "desk.picture") and response.status_code in (200, 304):
        # A browser keeps it, and asks each time: whoever may no longer see it is answered as if it were not.
        response.headers["Cache-Control"] = "private, no-cache"
    elif request.endpoint != "static":
        response.headers["Cache-Control"] = "private, no-store"
    return response


def _of_rujukan(error: RujukanError) -> ResponseReturnValue:
    if isinstance(error, NotFoundError):
        return _told(404, error.code, gettext("Tidak ditemukan"), translated(error.message))
    if error.code in (*ASKING, *_SENDING):
        return _told(400, error.code, _SENTENCES[400][0], translated(error.message))
    # The sentence may name folders of the server: it is for the operator's log, not for the visitor.
    current_app.logger.error("%s: %s", error.code, error.message)
    return _told(503, "unavailable", *_SENTENCES[500])


def _of_http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status == 404:
        return _of_rujukan(NotFoundError())
    said = _SENTENCES.get(status, _SENTENCES[500 if status >= 500 else 400])
    answer = make_response(_told(status, error.name.lower().replace(" ", "_"), *said))
    if isinstance(error, TooManyRequests) and error.retry_after is not None:
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _of_form(error: CSRFError) -> ResponseReturnValue:
    return _told(
        400,
        "form_expired",
        _("Formulir tidak berlaku lagi"),
        _("Muat ulang halamannya, lalu kirim sekali lagi. Bila berulang, izinkan cookie untuk alamat ini."),
    )


def _of_host(error: SecurityError) -> ResponseReturnValue:
    """Answer without a template: no link can be made for a host that is not ours."""
    return Response("Nama host tidak dikenal.\n", 400, mimetype="text/plain")


def _told(status: int, code: str, title: str, message: str) -> ResponseReturnValue:
    """Answer a program with a problem (RFC 9457) whose `code` is stable, and a person with a page."""
    if language.for_programs():
        told = {"type": "about:blank", "title": str(title), "status": status, "code": code, "detail": str(message)}
        return Response(json.dumps(told, ensure_ascii=False), status, mimetype="application/problem+json")
    # Absent and forbidden answer alike, so no link holds the address that was asked for.
    elsewhere = language.others(language.first_page)
    return render_template("notice.html", title=title, message=message, other_languages=elsewhere), status
