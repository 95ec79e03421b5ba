"""Maturity in the words and figures of the pages: what drawings show, what holds a level, what moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from programme.maturity.history import Assessed, Profile, Quarterly
from programme.maturity.instrument import Dimension, Gate, Indicator, Instrument, Level
from programme.maturity.overview import Compared
from programme.maturity.scoring import Hold, exact
from programme.quarters import Quarter
from webapp import labels
from webapp.labels import Badge
from webapp.language import gettext, language
from webapp.language import lazy_gettext as _
from webapp.programme import charts_maturity, community_words
from webapp.programme.charts_maturity import Radar

KINDS: Mapping[str, str] = {
    "biro": _("Biro"),
    "sekretariat": _("Sekretariat"),
    "inspektorat": _("Inspektorat"),
    "badan": _("Badan"),
    "dinas": _("Dinas"),
    "satuan": _("Satuan"),
    "kota": _("Kota dan kabupaten administrasi"),
}
ORDERS: Mapping[str, str] = {
    "gerak": _("Perubahan sejak tahun sebelumnya"),
    "nama": _("Nama komunitas"),
    "level": _("Level"),
    "total": _("Total"),
}
REASONS: Mapping[str, str] = {
    "gerbang": _("gerbang"),
    "dimensi": _("dimensi tertinggal"),
    "total": _("menambah total"),
}
SOURCES: Mapping[str, str] = {
    "A": _("dihitung sistem"),
    "H": _("dinilai orang"),
    "AH": _("diusulkan sistem, diperiksa orang"),
}


@dataclass(frozen=True)
class Compare:
    """A dimension now and at the time before; None where there was not enough data, or no such dimension."""

    name: str
    now: Fraction | None
    before: Fraction | None


def said(named: Dimension | Indicator | Level) -> str:
    """Return the name of a part of the instrument in the language of the page."""
    return named.english if language() == "en" else named.name


def days(trend: Sequence[Quarterly]) -> list[tuple[date, Fraction]]:
    """Return what a line draws of frozen quarters, each on its last day."""
    return [(Quarter.parse(one.quarter).last, one.total) for one in trend]


def marks(assessed: Sequence[Assessed]) -> list[tuple[date, Fraction]]:
    """Return what is marked of assessments: those whose total was kept."""
    return [(day, one.total) for one in assessed if one.total is not None and (day := _day(one.assessed_on))]


def radar(profiles: Sequence[Profile]) -> Radar | None:
    """Return the radar of profiles, the newest first; None without any."""
    if not profiles:
        return None
    axes = [dimension.code for dimension in profiles[0].instrument.dimensions]
    drawn = {
        name: [one.score.dimensions.get(axis) for axis in axes]
        for name, one in zip(("kini", "lalu"), profiles, strict=False)
    }
    return charts_maturity.radar(axes, dict(reversed(drawn.items())))


def dimensions(profiles: Sequence[Profile]) -> dict[str, Compare]:
    """Return the dimensions of profiles, the newest first, by their codes."""
    if not profiles:
        return {}
    scores = [one.score.dimensions for one in profiles]
    return {
        one.code: Compare(said(one), scores[0][one.code], scores[1].get(one.code) if len(scores) > 1 else None)
        for one in profiles[0].instrument.dimensions
    }


def quarter(name: str) -> str:
    """Return a quarter such as 2026Q3 in words."""
    return community_words.quarter(name)


def at(profile: Profile) -> str:
    """Return the day or the quarter of a profile in words."""
    return labels.long_date(profile.at) if "-" in profile.at else quarter(profile.at)


def value(number: Fraction | None) -> str:
    """Return a mean or a total with two decimals, or that there is not enough data."""
    return gettext("N/A (belum cukup data)") if number is None else labels.decimals(number)


def change(now: Fraction | None, before: Fraction | None) -> str:
    """Return by how much a mean changed, with its sign; "" where one of them is not known."""
    if now is None or before is None:
        return ""
    sign = "+" if now > before else ("−" if now < before else "±")
    return f"{sign}{labels.decimals(abs(now - before))}"


def holding(instrument: Instrument, hold: Hold) -> str:
    """Return in words what a level lacks: “Gerbang level 4: 5.1 harus ≥ 4, sekarang 3”."""
    told = {"level": hold.level, "code": hold.code, "needs": _figure(hold.needs)}
    if hold.few:
        return gettext(
            "Level %(level)s: dimensi %(code)s perlu paling sedikit %(needs)s indikator bernilai, sekarang %(has)s",
            **told,
            has=_figure(hold.has),
        )
    if hold.code not in instrument.indicators:
        return gettext(
            "Level %(level)s: dimensi %(code)s harus ≥ %(needs)s, sekarang %(has)s", **told, has=_figure(hold.has)
        )
    return gettext(
        "Gerbang level %(level)s: %(code)s harus ≥ %(needs)s, sekarang %(has)s", **told, has=_figure(hold.has)
    )


def gate(rule: Gate) -> str:
    """Return a gate of the instrument in words."""
    return gettext("indikator %(code)s paling sedikit %(least)s", code=rule.indicator, least=rule.at_least)


def moved(one: Compared) -> Badge:
    """Return in words how a community moved since the year before."""
    if one.moved is None:
        return Badge(gettext("Belum ada pembanding"), "plain")
    if one.moved > 0:
        return Badge(gettext("Naik %(levels)s level", levels=one.moved), "good")
    if one.moved < 0:
        return Badge(gettext("Turun %(levels)s level", levels=-one.moved), "care")
    return Badge(gettext("Level tetap"), "plain")


def share(dimension: Dimension) -> str:
    """Return the weight of a dimension as a percentage."""
    return f"{labels.number(float(100 * dimension.weight))} %"


def _day(iso: str) -> date | None:
    """Return a day; None for what is none, as records from elsewhere may say."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _figure(number: Fraction | None) -> str:
    if number is None:
        return gettext("belum cukup data")
    written = exact(number, 2)
    return written if language() == "en" else written.replace(".", ",")
