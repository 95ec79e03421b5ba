"""What an operator should look at now, most pressing first."""

import time
from collections.abc import Iterator, Mapping
from typing import Any

from catalog.health import Health
from webapp import labels, moments
from webapp.language import gettext, ngettext
from webapp.readiness import ROOM

_DAY = 24 * 3600
BACKUP_DAYS = 7
"""Days after which a backup is old."""


def notices(health: Health, seen: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each thing that wants attention; none where all is well."""
    return [*_machine(health), *_proofs(health, time.time()), *_files(seen)]


def _machine(health: Health) -> Iterator[str]:
    if health.disk_free < 5 * ROOM:
        yield gettext("Ruang disk tinggal %(size)s.", size=labels.file_size(health.disk_free))
    if not health.worker_alive and (waiting := health.jobs["pending"] + health.jobs["interrupted"]):
        yield ngettext(
            "%(num)s pekerjaan menunggu, tetapi tidak ada pekerja yang berjalan. Jalankan `rujukan worker`.",
            "%(num)s pekerjaan menunggu, tetapi tidak ada pekerja yang berjalan. Jalankan `rujukan worker`.",
            waiting,
        )
    if failed := health.jobs["failed"]:
        yield ngettext("%(num)s pekerjaan gagal.", "%(num)s pekerjaan gagal.", failed)


def _proofs(health: Health, now: float) -> Iterator[str]:
    if health.verified is None:
        yield gettext("Keutuhan katalog belum pernah diperiksa.")
    elif found := health.verified["findings"]:
        yield ngettext(
            "Pemeriksaan terakhir menemukan %(num)s masalah. Jalankan `rujukan verify --repair`.",
            "Pemeriksaan terakhir menemukan %(num)s masalah. Jalankan `rujukan verify --repair`.",
            found,
        )
    if health.backup is None:
        yield gettext("Belum ada cadangan. Jalankan `rujukan backup FOLDER`.")
    elif now - health.backup["at"] > BACKUP_DAYS * _DAY:
        yield gettext("Cadangan terakhir sudah lama: %(when)s.", when=moments.moment(health.backup["at"]))


def _files(seen: Mapping[str, Any]) -> Iterator[str]:
    if failed := seen["files"].get("failed", 0):
        yield ngettext("%(num)s berkas gagal dibaca.", "%(num)s berkas gagal dibaca.", failed)
