"""What somebody else changed in a record, in words: the fields that forms show, and their values."""

import re
from collections.abc import Callable, Mapping

from webapp import labels
from webapp.language import gettext
from webapp.language import lazy_gettext as _
from webapp.programme import appraisal_words, community_words

_INDICATOR = re.compile(r"\d+\.\d+")
_FIELDS: Mapping[str, str] = {
    "decree": _("SK"),
    "decree_date": _("Tanggal SK"),
    "decree_valid_to": _("Berlaku sampai"),
    "founded": _("Berdiri"),
    "decree_file": _("Berkas SK"),
    "themes": _("Tema dan IKU"),
    "role": _("Peran"),
    "valid_until": _("Hari terakhir"),
    "held": _("Terlaksana"),
    "signed_by": _("Penanda tangan"),
    "signed_on": _("Tanggal tanda tangan"),
    "attachment": _("Berkas rencana"),
    "quarter": _("Triwulan"),
    "activity": _("Kegiatan"),
    "done_on": _("Terlaksana pada"),
    "meeting": _("Dalam pertemuan"),
    "assets": _("Aset"),
    "starts": _("Mulai (WIB)"),
    "ends": _("Selesai (WIB)"),
    "mode": _("Cara"),
    "place": _("Tempat atau tautan"),
    "topic": _("Topik"),
    "speaker": _("Narasumber"),
    "agenda": _("Agenda"),
    "cancelled": _("Dibatalkan"),
    "came": _("Daftar hadir"),
    "minutes": _("Notulen"),
    "minutes_upload": _("Notulen"),
    "validity": _("Keberlakuan"),
    "review_on": _("Tinjau ulang"),
    "note": _("Catatan"),
    "successors": _("Pengganti aset"),
    "owner": _("Penanggung jawab"),
    "community_name": _("Komunitas"),
    "result": _("Hasil"),
    "made": _("Aset hasilnya"),
    "evidence": _("Bukti"),
    "jurors": _("Penilai"),
}


def _count(value: object) -> str:
    return str(len(value)) if isinstance(value, tuple) else str(value)


def _listed(value: object) -> str:
    return "; ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


def _moment(value: object) -> str:
    day, _t, hour = str(value).partition("T")
    return f"{labels.long_date(day)} {hour.replace(':', '.')}"


def _yes(value: object) -> str:
    return gettext("ya") if value else gettext("tidak")


def _another(_value: object) -> str:
    return gettext("diganti")


def _day(value: object) -> str:
    return labels.long_date(str(value))


_VALUES: Mapping[str, Callable[[object], str]] = {
    **dict.fromkeys(("decree_date", "decree_valid_to", "founded", "valid_until"), _day),
    **dict.fromkeys(("signed_on", "done_on", "review_on"), _day),
    **dict.fromkeys(("decree_file", "attachment", "meeting", "minutes", "minutes_upload", "made"), _another),
    **dict.fromkeys(("starts", "ends"), _moment),
    **dict.fromkeys(("held", "cancelled"), _yes),
    **dict.fromkeys(("assets", "evidence"), _count),
    **dict.fromkeys(("came", "jurors"), _listed),
    "role": lambda value: str(community_words.ROLES[str(value)]),
    "mode": lambda value: str(community_words.MODES[str(value)]),
    "validity": lambda value: str(labels.VALIDITY[str(value)].words),
}


def field(name: str) -> str:
    """Return what a field is called, an indicator by its code."""
    return gettext("Indikator %(code)s", code=name) if _INDICATOR.fullmatch(name) else str(_FIELDS[name])


def value(name: str, now: object) -> str:
    """Return what a field says now."""
    if now is None or now == "":
        return gettext("kosong")
    if _INDICATOR.fullmatch(name) and isinstance(now, tuple):
        given = appraisal_words.value(now[0])
        return f"{given} ({now[1]})" if now[1] else given
    return _VALUES.get(name, str)(now)
