"""Appraisals as the pages say them: states, steps, sources, and numbers that were computed exactly."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from programme import working_days
from programme.assessment import agreement
from programme.assessment.appraisals import Appraisal
from programme.assessment.followups import Followup
from programme.maturity import scoring
from programme.maturity.instrument import Instrument
from webapp import labels
from webapp.borrowed import translated
from webapp.labels import Badge
from webapp.language import gettext, language
from webapp.language import lazy_gettext as _
from webapp.programme import maturity_words
from webapp.programme.maturity_words import said as named

STATES: Mapping[str, Badge] = {
    "mandiri": Badge(_("Penilaian mandiri"), "plain"),
    "verifikasi": Badge(_("Verifikasi"), "plain"),
    "panel": Badge(_("Panel"), "plain"),
    "keberatan": Badge(_("Masa keberatan"), "care"),
    "final": Badge(_("Final"), "good"),
}

TURNS: Mapping[str, str] = {
    "isi": _("Isi penilaian mandiri dan buktinya"),
    "verifikasi": _("Verifikasi setiap nilai"),
    "tetapkan": _("Tetapkan penilai"),
    "nilai": _("Beri nilai Anda sebagai penilai"),
    "putuskan": _("Putuskan nilai panel"),
    "keberatan": _("Ajukan keberatan, bila ada"),
    "jawab": _("Jawab keberatan"),
}

SOURCES: Mapping[str, str] = {
    "A": _("Dihitung sistem"),
    "AH": _("Usulan sistem, diperiksa orang"),
    "H": _("Dinilai orang"),
}

DONE: Mapping[str, str] = {
    "open": _("Penilaian dibuka"),
    "evidence": _("Bukti ditambahkan"),
    "evidence_gone": _("Bukti ditarik kembali"),
    "verifikasi": _("Penilaian mandiri diajukan"),
    "mandiri": _("Dikembalikan kepada komunitas"),
    "panel": _("Verifikasi selesai"),
    "jurors": _("Penilai ditetapkan"),
    "rated": _("Seorang penilai menutup nilainya"),
    "keberatan": _("Panel memutuskan"),
    "objection": _("Keberatan diajukan"),
    "answer": _("Keberatan dijawab"),
    "final": _("Menjadi final"),
    "followup": _("Saran ditindaklanjuti"),
}


_CRITERION = re.compile(r"(?<=\.) (?=Level \d: )")


def advised(advice: Followup, instrument: Instrument) -> tuple[str, str]:
    """Return a piece of advice in the language of the page, and the criterion it ends with, as the instrument has it.

    It was kept as a sentence: names and reasons in it are known again by their words.
    """
    kept, _sign, criterion = _CRITERION.sub("\n", advice.text, 1).partition("\n")
    told = translated(kept)
    if indicator := instrument.indicators.get(advice.indicator):
        told = told.replace(indicator.name, named(indicator))
    for reason, words in maturity_words.REASONS.items():
        told = told.replace(f"({reason})", f"({words})")
    return told, criterion


def kind(appraisal: Appraisal) -> str:
    """Return what an appraisal is: the full one of a year, or the light check."""
    return cycle(appraisal.year, light=appraisal.light)


def cycle(year: int, *, light: bool) -> str:
    """Return what the cycle of a year is called."""
    return gettext("Cek ringan %(year)s", year=year) if light else gettext("Penilaian %(year)s", year=year)


def value(given: int | None) -> str:
    """Return a value as it is shown: N/A is never a number."""
    return gettext("N/A") if given is None else str(given)


def number(exact: Fraction) -> str:
    """Return an exact number with two decimals, rounded half up."""
    return _localised(scoring.shown(exact))


def percent(share: Fraction) -> str:
    """Return a share in percent, with decimals only where it has any."""
    return _localised(scoring.exact(share * 100, 2))


def kappa(exact: Fraction) -> str:
    """Return an agreement with two decimals."""
    return _localised(agreement.shown(exact))


def until(appraisal: Appraisal) -> str:
    """Return the last day to object in words, and the years whose holidays are not known; "" while there is none."""
    last = appraisal.objection_until
    if last is None or appraisal.decided is None:
        return ""
    said = labels.long_date(last.isoformat())
    years = working_days.unlisted(date.fromisoformat(appraisal.decided), last)
    told = ", ".join(map(str, years))
    return gettext("%(day)s (hari libur %(years)s belum terdaftar)", day=said, years=told) if years else said


def _localised(shown: str) -> str:
    return shown if language() == "en" else shown.replace(".", ",")
