"""The rooms of the service, as every page offers them to whoever looks: all that they may enter, nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import Flask, request, url_for

from programme.standing import STEERING
from webapp import desk
from webapp.language import lazy_gettext as _
from webapp.programme.gap_themes import LOOKING
from webapp.programme.quarterly import READING
from webapp.service import looking
from webapp.visitor import Visitor

ASSESSORS = STEERING | {"kurator", "pengesah", "pendamping", "juri"}
WRITERS = frozenset(("penyusun", "kurator", "penelaah", "pengesah"))


def _everybody(_visitor: Visitor | None) -> bool:
    return True


def _members(visitor: Visitor | None) -> bool:
    return bool(visitor and visitor.account)


def _with(*roles: str) -> Callable[[Visitor | None], bool]:
    """Return the rule that one of these roles must hold today."""
    return lambda visitor: bool(visitor and visitor.account and not visitor.roles.isdisjoint(roles))


@dataclass(frozen=True)
class Room:
    """A room by the page that leads into it, whom it opens for, and how many things wait there for whoever looks."""

    endpoint: str
    words: str
    opens_for: Callable[[Visitor | None], bool] = _everybody
    waiting: Callable[[], int | None] = lambda: None


ROOMS = (
    Room("pages.ask", _("Cari / Tanya")),
    Room("communities.listing", _("Komunitas (CoP)")),
    Room("maturity.comparison", _("Maturitas")),
    Room("uploading.listing", _("Unggah"), _with(*WRITERS)),
    Room("desk.waiting", _("Meja kerja"), _with(*WRITERS), desk.count),
    Room("reuse.listing", _("Pemakaian ulang"), _members),
    Room("appraisals.listing", _("Penilaian"), _with(*ASSESSORS)),
    Room("gap_themes.listing", _("Celah pengetahuan"), _with(*LOOKING)),
    Room("quarterly.page", _("Laporan triwulan"), _with(*READING)),
    Room("imports.form", _("Impor dan ekspor"), _with(*STEERING)),
    Room("operating.overall", _("Operator"), _with("operator")),
)


@dataclass(frozen=True)
class Way:
    """A link into a room; `here` tells that the page being shown lies in it."""

    address: str
    words: str
    here: bool
    waiting: int | None


def install(app: Flask) -> None:
    """Give every page the rooms."""
    app.jinja_env.globals["rooms"] = rooms


def rooms() -> Iterator[Way]:
    """Yield the rooms that whoever looks may enter; those of everybody where the catalog cannot tell who that is."""
    visitor = looking()
    for room in ROOMS:
        if room.opens_for(visitor):
            address = url_for(room.endpoint)
            yield Way(address, room.words, _is_in(address), room.waiting())


def _is_in(address: str) -> bool:
    """Tell whether the page being shown lies under an address; under the first page lies only itself."""
    shown = request.script_root + request.path
    return shown == address or (not address.endswith("/") and shown.startswith(f"{address}/"))
