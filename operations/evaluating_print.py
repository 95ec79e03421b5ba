"""The figures of `evaluate` over real files as tables for the terminal."""

from collections.abc import Iterator, Mapping

import click

from operations.evaluating_files import Report
from search.evaluation.paired import Paired
from search.evaluation.real_measures import MEASURES, Figure, Figures

_NAMES = {
    "doc1": "berkas, 1 teratas",
    "doc5": "berkas, 5 teratas",
    "page1": "halaman, 1 teratas",
    "page5": "halaman, 5 teratas",
    "quote": "kutipan tepat",
    "exact": "kutipan sama persis",
    "false_refusal": "salah menolak",
    "refusal": "benar menolak",
}


def show(report: Report) -> None:
    """Print a report on standard output."""
    for line in lines(report):
        click.echo(line)


def lines(report: Report) -> Iterator[str]:
    """Give the lines: what was asked, all figures with intervals, figures by kind and type, and the comparison."""
    overall, by_kind, by_type = report.groups()
    yield from _asked(report)
    yield ""
    yield f"{'ukuran':20}{'nilai':>8}{'selang 95 %':>18}{'n':>6}"
    yield from (_figure(measure, overall[measure]) for measure in MEASURES if measure in overall)
    yield from _table("jenis berkas", by_kind)
    yield from _table("jenis pertanyaan", by_type)
    if report.other:
        yield from _tests(report.options.against or "", report.options.setting, report.tests)


def _asked(report: Report) -> Iterator[str]:
    answerable = sum(one.question.answerable for one in report.judged)
    share = f", {report.options.share:.0%} dari semuanya" if report.options.share < 1 else ""
    yield (
        f"{answerable} pertanyaan terjawab dan {len(report.judged) - answerable} tanpa jawaban{share};"
        f" setelan {report.options.setting}."
    )
    if report.absent:
        yield f"{len(report.absent)} berkasnya tidak ada di katalog dan dihitung salah: " + ", ".join(
            question.id for question in report.absent
        )
    yield from (f"Gagal: {one.question.id}: {one.error}" for one in (*report.judged, *report.other) if one.error)


def _figure(measure: str, figure: Figure) -> str:
    between = f"{figure.low:.3f} - {figure.high:.3f}"
    return f"{_NAMES[measure]:20}{figure.value:>8.3f}{between:>18}{figure.n:>6}"


def _table(title: str, groups: Mapping[str, Figures]) -> Iterator[str]:
    shown = [measure for measure in MEASURES if measure not in ("exact", "refusal")]
    yield ""
    yield f"{title:20}{'n':>4}" + "".join(f"{measure.removeprefix('false_'):>8}" for measure in shown) + "   tolak/n"
    for name, found in groups.items():
        n = found["doc1"].n if "doc1" in found else 0
        cells = "".join(f"{found[m].value:>8.2f}" if m in found else f"{'-':>8}" for m in shown)
        refused = found.get("refusal")
        right = f"{round(refused.value * refused.n)}/{refused.n}" if refused else "-"
        yield f"{name[:20]:20}{n:>4}{cells}{right:>10}"


def _tests(new: str, old: str, tests: Mapping[str, Paired]) -> Iterator[str]:
    yield ""
    yield f"{new} dibanding {old} (uji acak berpasangan dua sisi; tanpa koreksi atas banyaknya ukuran)"
    yield f"{'ukuran':20}{'lama':>8}{'baru':>8}{'selisih':>9}{'selang 95 %':>20}{'p':>8}{'naik':>6}{'turun':>6}"
    for measure, test in tests.items():
        between = f"{test.low:+.3f} - {test.high:+.3f}"
        yield (
            f"{_NAMES[measure]:20}{test.old:>8.3f}{test.new:>8.3f}{test.difference:>+9.3f}{between:>20}"
            f"{test.p:>8.3f}{test.better:>6}{test.worse:>6}"
        )
