"""Jobs as the pages say them: what they do, how they stand, how far they are, and what may be asked of them."""

import time
from collections.abc import Mapping
from typing import Any

from catalog.jobs import Job, silent
from webapp import labels, moments
from webapp.labels import Badge
from webapp.language import gettext
from webapp.language import lazy_gettext as _

KINDS: Mapping[str, str] = {
    "index": _("Mengindeks berkas"),
    "reindex": _("Mengindeks ulang"),
    "upload": _("Mengindeks unggahan"),
    "publish": _("Memperbarui indeks"),
    "purge": _("Memusnahkan aset"),
    "title": _("Memperbarui judul"),
    "verify": _("Memeriksa keutuhan"),
    "estimate": _("Menaksir edisi bayangan"),
    "compare": _("Membandingkan edisi"),
    "switch": _("Beralih edisi"),
    "rollback": _("Kembali ke edisi sebelumnya"),
    "reclaim": _("Menghapus edisi lama"),
}

STATES: Mapping[str, Badge] = {
    "running": Badge(_("Berjalan"), "plain"),
    "pending": Badge(_("Menunggu"), "plain"),
    "failed": Badge(_("Gagal"), "bad"),
    "interrupted": Badge(_("Terputus"), "care"),
    "cancelled": Badge(_("Dibatalkan"), "plain"),
    "done": Badge(_("Selesai"), "good"),
}

OUTCOMES: Mapping[str, str] = {
    "indexed": _("Terindeks"),
    "unchanged": _("Tidak berubah"),
    "skipped": _("Dilewati"),
    "failed": _("Gagal"),
}

ENDED: Mapping[str, str] = {
    "done": _("Selesai"),
    "failed": _("Gagal"),
    "interrupted": _("Terputus"),
    "cancelled": _("Dibatalkan"),
}

FILE_STATES: Mapping[str, str] = {
    "indexed": _("Terindeks"),
    "partly": _("Terindeks sebagian"),
    "skipped": _("Dilewati"),
    "failed": _("Gagal"),
}

WHAT: Mapping[str, str] = {
    "changed": _("Berkas yang berubah"),
    "failed": _("Berkas yang gagal"),
    "all": _("Semua berkas asli yang tersimpan, dengan pembaca terbaru"),
    "edition": _("Edisi bayangan"),
    "one": _("Satu berkas"),
}

_ACTS: Mapping[str, tuple[str, ...]] = {
    "running": ("jeda", "batal"),
    "pending": ("jeda", "batal"),
    "interrupted": ("ulang", "batal"),
    "failed": ("ulang",),
    "cancelled": ("ulang",),
    "done": (),
}


def state(job: Job) -> Badge:
    """Return how a job stands."""
    if silent(job, now=time.time()):
        return Badge(gettext("Tidak memberi kabar"), "bad")
    if job.control == "cancel":
        return Badge(gettext("Sedang dibatalkan"), "care")
    if job.control == "pause":
        return Badge(gettext("Dijeda"), "care")
    return STATES[job.state]


def progress(job: Job) -> str:
    """Return how far a job is, at what rate, and how long it will take."""
    if not job.total:
        return ""
    said = gettext("%(done)s dari %(total)s", done=labels.number(job.done), total=labels.number(job.total))
    if (left := job.seconds_left) is None:
        return said
    rate = labels.number(job.rate, 1)
    return gettext(
        "%(said)s, %(rate)s per detik, sisa sekitar %(left)s", said=said, rate=rate, left=moments.lasting(left)
    )


def acts(job: Job) -> tuple[str, ...]:
    """Return what may be asked of a job in its state."""
    if job.control == "cancel":
        return ()
    return tuple("lanjut" if act == "jeda" and job.control == "pause" else act for act in _ACTS[job.state])


def sizes(words: int, overlap: int) -> str:
    """Return how long the passages of an edition are."""
    return gettext("%(words)s kata per bagian, tumpang tindih %(overlap)s", words=words, overlap=overlap)


def asked_for(job: Job) -> list[str]:
    """Return what a job was asked to do, each thing in words."""
    args: dict[str, Any] = job.args
    said = [str(WHAT[args["what"]])] if args.get("what") in WHAT else []
    said += [str(path) for path in args.get("paths", ())]
    said += [str(labels.KINDS[args["kind"]])] if args.get("kind") in labels.KINDS else []
    said += [sizes(args["words"], args["overlap"])] if "words" in args and "overlap" in args else []
    return said + [str(args[name]) for name in ("source", "path", "asset", "unit", "model") if args.get(name)]
