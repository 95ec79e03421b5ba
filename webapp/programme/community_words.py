"""What the pages of communities say: roles, ways to meet, and what became of a meeting."""

from collections.abc import Mapping
from datetime import date

from programme.community.communities import Community
from programme.community.meetings import Meeting
from webapp import labels
from webapp.labels import Badge
from webapp.language import gettext
from webapp.language import lazy_gettext as _

ROLES: Mapping[str, str] = {
    "pengarah": _("Pengarah"),
    "ketua": _("Ketua"),
    "moderator": _("Moderator"),
    "pencatat": _("Pencatat"),
    "kurator": _("Kurator"),
    "anggota": _("Anggota"),
}
MODES: Mapping[str, str] = {"luring": _("Luring"), "daring": _("Daring"), "blended": _("Luring dan daring")}
STATES: Mapping[str, Badge] = {
    "batal": Badge(_("Dibatalkan"), "bad"),
    "akan_datang": Badge(_("Akan datang"), "plain"),
    "berlangsung": Badge(_("Sedang berlangsung"), "plain"),
    "bernotulen": Badge(_("Bernotulen"), "good"),
    "tanpa_notulen": Badge(_("Belum bernotulen"), "care"),
}
PLANNED: Mapping[str, str] = {"done": _("Terlaksana"), "left": _("Belum terlaksana")}
COMMITMENTS: Mapping[str, str] = {
    "skp": _("Tercantum dalam SKP anggota"),
    "dpa": _("Mata anggaran DPA"),
}
HELD: Mapping[str, str] = {"done": _("Bernotulen"), "left": _("Tanpa notulen")}


def decree(community: Community) -> Badge:
    """Return in words whether a community has a decree, and for how long."""
    state = community.decree_state(date.today())
    until = labels.long_date(community.decree_valid_to)
    if state == "tanpa":
        return Badge(gettext("Belum ada SK"), "plain")
    if state == "tanpa_batas":
        return Badge(gettext("Akhir masa berlaku SK belum dicatat"), "plain")
    if state == "berakhir":
        return Badge(gettext("SK berakhir %(day)s", day=until), "bad")
    return Badge(gettext("SK berlaku sampai %(day)s", day=until), "good")


def when(meeting: Meeting) -> str:
    """Return the time of a meeting as “5 Maret 2026, 09.00–11.30 WIB”."""
    begins, ends = (moment[11:16].replace(":", ".") for moment in (meeting.starts, meeting.ends))
    return f"{labels.long_date(meeting.day)}, {begins}–{ends} WIB"


def quarter(name: str) -> str:
    """Return a quarter such as 2026Q3 as “Triwulan 3 2026”."""
    return gettext("Triwulan %(number)s %(year)s", number=name[5:], year=name[:4])
