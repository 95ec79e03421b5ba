"""The rooms of the service, as every page offers them to whoever looks: all that they may enter, nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, request, url_for

from programme.standing import STEERING
from webapp.gap_themes import LOOKING
from webapp.language import lazy_gettext as _
from webapp.service import looking

ASSESSORS = STEERING | {"kurator", "pengesah", "pendamping", "juri"}
WRITERS = frozenset(("penyusun", "kurator", "penelaah", "pengesah"))


@dataclass(frozen=True)
class Room:
    """A room by the page that leads into it; None for who may enter is everybody, else whoever has one of the roles."""

    endpoint: str
    words: str
    roles: frozenset[str] | None = None


ROOMS = (
    Room("pages.ask", _("Cari / Tanya")),
    Room("communities.listing", _("Komunitas (CoP)")),
    Room("appraisals.listing", _("Penilaian"), ASSESSORS),
    Room("uploading.listing", _("Unggah"), WRITERS),
    Room("gap_themes.listing", _("Celah pengetahuan"), LOOKING),
    Room("imports.form", _("Impor dan ekspor"), STEERING),
)


@dataclass(frozen=True)
class Way:
    """A link into a room; `here` tells that the page being shown lies in it."""

    address: str
    words: str
    here: bool


def install(app: Flask) -> None:
    """Give every page the rooms."""
    app.jinja_env.globals["rooms"] = rooms


def rooms() -> Iterator[Way]:
    """Yield the rooms that whoever looks may enter; those of everybody where the catalog cannot tell who that is."""
    visitor = looking()
    held: frozenset[str] = visitor.roles if visitor and visitor.account else frozenset()
    for room in ROOMS:
        if room.roles is None or room.roles & held:
            yield Way(url_for(room.endpoint), room.words, _blueprint(room.endpoint) == (request.blueprint or ""))


def _blueprint(endpoint: str) -> str:
    return endpoint.partition(".")[0]
