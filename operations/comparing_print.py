"""A comparison of two searchers as a table for the terminal."""

import shutil
from collections.abc import Iterator

import click

from operations.printing import place
from search.evaluation.comparison import GATE, Comparison, Outcome, Ranked
from search.evaluation.paired import DRAWS, Paired

SHOWN = 10
"""Changed questions printed in full, unless told otherwise; the others are counted."""
_NAMES = {"ndcg@10": "nDCG@10", "recall@1": "recall@1", "recall@10": "recall@10", "mrr@10": "MRR@10"}


def show(comparison: Comparison, gate: float = GATE, *, shown: int = SHOWN) -> None:
    """Print a comparison on standard output, as wide as the terminal."""
    width = min(max(shutil.get_terminal_size((100, 24)).columns, 60), 160)
    for line in lines(comparison, gate, shown=shown, width=width):
        click.echo(line)


def lines(comparison: Comparison, gate: float, *, shown: int, width: int) -> Iterator[str]:
    """Give the lines: what was asked, the four means, the test, what changed and failed, and the verdict."""
    yield _asked(comparison)
    yield ""
    yield f"{'':12}{'lama':>10}{'baru':>10}{'selisih':>10}"
    for key, name in _NAMES.items():
        before, after = comparison.old[key], comparison.new[key]
        yield f"{name:12}{before:>10.4f}{after:>10.4f}{after - before:>+10.4f}"
    yield ""
    yield from _test(comparison.test)
    yield from _changes(comparison, shown, width)
    yield from _failures(comparison)
    yield ""
    yield from _verdict(comparison, gate)


def _asked(comparison: Comparison) -> str:
    aside = [f"{comparison.unanswerable} tanpa jawaban tidak ikut"] if comparison.unanswerable else []
    if comparison.absent:
        ids = ", ".join(question.id for question in comparison.absent)
        aside.append(f"{len(comparison.absent)} berkasnya tidak ada di katalog: {ids}")
    more = f" ({'; '.join(aside)})" if aside else ""
    return f"Perbandingan atas {len(comparison.outcomes)} pertanyaan{more}."


def _test(test: Paired) -> Iterator[str]:
    yield f"Selisih nDCG@10 {test.difference:+.4f}, selang kepercayaan 95 % {test.low:+.4f} sampai {test.high:+.4f}."
    p = "p < 0.001" if test.p < 0.001 else f"p = {test.p:.3f}"
    how = "semua penukaran dihitung" if test.exact else f"{DRAWS} penukaran acak"
    yield f"Uji acak berpasangan dua sisi: {p} ({how})."
    yield f"{test.better} pertanyaan lebih baik, {test.worse} lebih buruk, {test.equal} sama."


def _changes(comparison: Comparison, shown: int, width: int) -> Iterator[str]:
    changed = comparison.changed
    yield ""
    if not changed:
        yield "Sepuluh aset pertama setiap pertanyaan tetap sama."
        return
    yield f"Sepuluh aset pertama berubah pada {len(changed)} pertanyaan; yang paling rugi lebih dahulu (* = menjawab):"
    for outcome in changed[:shown]:
        yield from _change(outcome, width)
    if len(changed) > shown:
        yield f"... dan {len(changed) - shown} pertanyaan lain."


def _change(outcome: Outcome, width: int) -> Iterator[str]:
    moved = f"{_rank(outcome.old.relevant_rank)} -> {_rank(outcome.new.relevant_rank)}"
    yield ""
    name = _cut(outcome.question.id, 20)
    yield f"{name}  {_cut(outcome.question.text, width - len(name) - 2)}"
    yield f"    peringkat yang menjawab {moved}, nDCG@10 {outcome.gained:+.4f}"
    column = (width - 12) // 2
    for number in range(max(len(outcome.old.ranking), len(outcome.new.ranking))):
        before, after = _at(outcome.old.ranking, number), _at(outcome.new.ranking, number)
        if before is None or after is None or before.asset != after.asset:
            yield f"    {number + 1:>2}  {_file(before, column):{column}}  {_file(after, column)}".rstrip()


def _at(ranking: tuple[Ranked, ...], number: int) -> Ranked | None:
    return ranking[number] if number < len(ranking) else None


def _rank(rank: int | None) -> str:
    return "di luar sepuluh" if rank is None else str(rank)


def _file(ranked: Ranked | None, width: int) -> str:
    """Give an asset's file and place; of a long path the end is kept, for there the file's name stands."""
    if ranked is None:
        return "-"
    where = place(ranked.page, ranked.sheet, None)
    text = _plain(f"{ranked.path}{f', {where}' if where else ''}")
    mark = "* " if ranked.relevant else "  "
    room = width - len(mark)
    return mark + (text if len(text) <= room else "…" + text[len(text) - room + 1 :])


def _cut(text: str, width: int) -> str:
    text = _plain(" ".join(text.split()))
    return text if len(text) <= width else text[: width - 1] + "…"


def _plain(text: str) -> str:
    """Replace what would move the cursor: a file's name may hold any character."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _failures(comparison: Comparison) -> Iterator[str]:
    if comparison.failed:
        yield ""
        yield f"{len(comparison.failed)} pertanyaan gagal dan dihitung nol:"
    for outcome in comparison.failed:
        sides = (("lama", outcome.old.error), ("baru", outcome.new.error))
        said = "; ".join(f"{name}: {error}" for name, error in sides if error)
        yield f"  {outcome.question.id}  {said}"


def _verdict(comparison: Comparison, gate: float) -> Iterator[str]:
    if comparison.passes(gate):
        yield f"Lolos: nDCG@10 tidak turun lebih dari {gate:g}."
        return
    yield "Tidak lolos:"
    yield from (f"  {objection}" for objection in comparison.objections(gate))
