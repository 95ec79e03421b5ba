"""Commands that read: search, suggest, ask, show."""

import time
from typing import Any

import click

from catalog import assets
from catalog.communities import check_community
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.units import check_unit
from catalog.words import RECOGNISED_STATES, check_word
from operations import printing
from operations.session import Session, viewer_scope
from search import as_json as contract
from search import asset_json
from search.answer import ask
from search.answering.differing import cautions
from search.opening import open_words
from search.ranking.choice import Chosen, Options
from search.ranking.facets import LEVELS, REUSED
from search.rephrasing.rephraser import LABEL, open_rephraser
from search.results import PERSONAL_DATA, Answer, Quote, Rephrasing, SearchResult
from search.rows import told
from search.rows.results import RowAnswer, RowReading
from search.suggestions import MOST, suggest
from search.understanding import years
from search.understanding.understand import LONGEST, Understood

_AS = click.option("--as", "viewer", help="public, internal or the code of a unit; the operator unless told.")
_IGNORED = click.option(
    "--ignore",
    "ignored",
    multiple=True,
    metavar="WORD",
    help="Read no filter of this name (kind, unit, community, year, validity) from TEXT, or add nothing to this word"
    " of it; 'semua' for TEXT as it is typed. May be given several times.",
)
_ORDER = click.option(
    "--order",
    type=click.Choice(["preferred", "score"]),
    default="preferred",
    show_default=True,
    help="Of nearly equal hits those in force, of mature communities and used again first, or all by score alone.",
)
_ROWS_PRINTED = 30
_ROWS_OF_EACH = 5  # where a question has several readings
_JSON = click.option("--json", "as_json", is_flag=True)


def _years(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> range | None:
    given = None if typed is None else years.read(typed)
    if typed is not None and given is None:
        raise click.UsageError(f"--year “{typed}” bukan tahun; isi {years.FORMS}.")
    return given


@click.command("search")
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--kind", help="Only this kind, such as sop.")
@click.option("--unit", help="Only this unit, such as BPAD.")
@click.option("--year", callback=_years, help="Only 2024, 2023-2025, 2023- (since then) or -2022 (until then).")
@click.option("--community", help="Only of this community, by its name.")
@click.option("--theme", help="Only of communities with this theme, as `facets` of --json names it.")
@click.option("--validity", help="Only of this validity, such as berlaku.")
@click.option("--maturity", type=click.Choice(LEVELS), help="Only of communities at this level of maturity.")
@click.option("--reused", type=click.Choice([REUSED]), help="Only what other agencies use again, confirmed.")
@_ORDER
@click.option("--explain", "explained", is_flag=True, help="Tell what each score is made of; for the operator only.")
@_IGNORED
@_AS
@_JSON
@click.pass_obj
def search_command(session: Session, /, text: str, *, viewer: str | None, as_json: bool, **given: Any) -> None:  # noqa: ANN401 (click hands options of several types)
    """Find assets that speak of TEXT."""
    explained = given.pop("explained")
    if explained and viewer is not None:
        raise click.UsageError("--explain menunjukkan nilai mentah, yang hanya untuk pengelola: jalankan tanpa --as.")
    catalog = session.open()
    scope = viewer_scope(catalog, viewer)
    limit, ignored, preferring = given.pop("limit"), given.pop("ignored"), given.pop("order") == "preferred"
    options = Options(_chosen(catalog, given), limit, ignored, explained, preferring)
    with catalog.reading():  # the edition that is chosen is that of the snapshot it is asked of
        result = session.searcher(catalog).search(catalog, text, scope, options)
    if as_json:
        printing.document(contract.search_result(result))
    else:
        _print_understood(result.understood)
        _print_hits(result)


def _chosen(catalog: Catalog, given: dict[str, Any]) -> Chosen:
    for field in ("kind", "validity"):
        if given[field] is not None:
            check_word(field, given[field])
    if given["unit"] is not None:
        check_unit(catalog, given["unit"])
    if given["community"] is not None:
        check_community(catalog, given["community"])
    return Chosen(**given)


def _print_understood(question: Understood) -> None:
    """Say that a question was cut, what was read as a filter, and what is only offered as one."""
    if question.cut:
        click.echo(f"Pertanyaan terlalu panjang; hanya {LONGEST} karakter pertama yang dibaca. Ringkaslah.")
    for filtered, said in ((True, "Disaring menurut"), (False, "Tidak disaring menurut")):
        words = [
            f"“{found.words}” ({found.name}: {found.value})" for found in question.filters if found.applied is filtered
        ]
        if words:
            click.echo(f"{said} {'; '.join(words)}.")


def _print_hits(result: SearchResult) -> None:
    for hit in result.hits:
        click.echo(f"{hit.rank}. {_source(hit.card)}")
        click.echo(f"   {' '.join(hit.card.text.split())[:200]}")
        if hit.reused_by:
            click.echo(f"   dipakai ulang {len(hit.reused_by)} perangkat daerah lain: {', '.join(hit.reused_by)}")
        if hit.why:
            printing.why(hit.why)
        if hit.copies:
            click.echo(f"   {len(hit.copies)} salinan hampir sama:")
        for copy in hit.copies:
            click.echo(f"   - {copy.title} ({_state(copy)})  {copy.path}  [{copy.asset}]")
    if not result.hits:
        click.echo("Tidak ada aset yang cocok.")


@click.command("suggest")
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, MOST), default=MOST, show_default=True)
@_AS
@_JSON
@click.pass_obj
def suggest_command(session: Session, /, text: str, *, limit: int, viewer: str | None, as_json: bool) -> None:
    """Suggest titles, headings, terms and agencies that hold the words of TEXT, whole or begun."""
    catalog = session.open()
    scope = viewer_scope(catalog, viewer)
    with catalog.reading():
        start = time.perf_counter()
        found = suggest(catalog, open_words(catalog), text, scope, limit)
        took = round((time.perf_counter() - start) * 1000)
    if as_json:
        printing.document(contract.suggestions(text, found, took))
    for suggestion in () if as_json else found:
        click.echo(f"{suggestion.text}  ({suggestion.kind})")


@click.command("ask")
@click.argument("text")
@_IGNORED
@_ORDER
@_AS
@_JSON
@click.pass_obj
def ask_command(
    session: Session, /, text: str, *, ignored: tuple[str, ...], order: str, viewer: str | None, as_json: bool
) -> None:
    """Answer TEXT with sentences copied from the assets, or say that nothing answers it."""
    catalog = session.open()
    scope = viewer_scope(catalog, viewer)
    rephraser = open_rephraser(session.folder)
    with catalog.reading():
        searcher = session.searcher(catalog)
        answer = ask(searcher, catalog, text, scope, ignored, preferring=order == "preferred")
    answer = rephraser.beside(answer) if rephraser else answer
    if as_json:
        printing.document(contract.answer(answer))
    else:
        _print_understood(answer.understood)
        _print_answer(answer)


def _print_answer(answer: Answer) -> None:
    if not answer.answered and not answer.rows:
        click.echo(answer.message)
    if answer.reason == "personal_data":
        click.echo(PERSONAL_DATA)
    if answer.rows:
        _print_rows(answer.rows)
    for caution in cautions(answer.said):
        click.echo(caution)
    rephrased = answer.rephrasing is not None and _print_rephrasing(answer.rephrasing)
    for number, quote in enumerate(answer.said, start=1):
        _print_quote(quote, f"[{number}] " if rephrased else "")


def _print_quote(quote: Quote, number: str) -> None:
    click.echo(f"{number}“{' '.join(quote.text.split())}”")
    if quote.cells:
        click.echo(f"   {_cells(quote)}")
    click.echo(f"   {_source(quote.passage)}")
    if quote.passage.page_state in RECOGNISED_STATES:
        click.echo("   Dibaca dari gambar: cocokkan huruf dan angkanya dengan berkas asli.")
    if quote.passage.hidden:
        click.echo("   Memuat baris atau kolom yang disembunyikan di berkas aslinya.")
    click.echo(f"   {_maturity(quote)}")


def _cells(quote: Quote) -> str:
    """Return what stands under which column of a quoted row."""
    texts = (quote.text[cell.start - quote.start : cell.end - quote.start] for cell in quote.cells)
    return "; ".join(f"{cell.column} = {' '.join(text.split())}" for cell, text in zip(quote.cells, texts, strict=True))


def _print_rephrasing(made: Rephrasing) -> bool:
    """Print the sentences with the numbers of their quotes, and tell whether there are any; why not, to the side."""
    if made.error not in (None, "not_answered"):
        printing.aloud(f"Tanpa susunan ulang oleh model bahasa ({made.error}); lihat docs/language-model.md.")
    if made.sentences:
        click.echo(f"{LABEL}:")
    for sentence in made.sentences:
        click.echo(f"   {sentence.text} {''.join(f'[{number}]' for number in sentence.quotes)}")
    return bool(made.sentences)


def _print_rows(rows: RowAnswer) -> None:
    """Print the figure with its reading and rows; where there are several readings, all of them and no answer."""
    if rows.sure is None:
        click.echo("Pertanyaan ini dapat dibaca dengan beberapa cara:")
    for number, reading in enumerate(rows.readings, 1):
        click.echo(f"{'' if rows.sure else f'{number}. '}{told.figure_in_words(reading)}")
        _print_reading(reading, _ROWS_PRINTED if rows.sure else _ROWS_OF_EACH)
    if rows.more:
        click.echo(f"… dan {rows.more} cara lain; sebut perangkat daerah, ruangan, atau tahunnya.")


def _print_reading(reading: RowReading, most: int) -> None:
    click.echo(f"   {reading.text}")
    for value, figures in told.parts_in_words(reading):
        click.echo(f"   {value or '(kosong)'}: {'; '.join(figures)}")
    for note in reading.notes:
        click.echo(f"   Catatan: {note}.")
    for counted in reading.cells[:most]:
        place = printing.place(counted.sheet.page, counted.sheet.sheet, counted.row)
        paper = "" if counted.row is not None else f"{counted.sheet.title} ({counted.sheet.path}), "
        click.echo(f"   - {paper}{place}: {' '.join(counted.text.split())}")
    if len(reading.cells) > most:
        click.echo(f"   … dan {len(reading.cells) - most} baris lain (lihat --json)")


def _source(passage: Passage) -> str:
    place = printing.place(passage.page, passage.sheet, passage.row)
    return f"{passage.title} ({_state(passage)})\n   {passage.path}{f', {place}' if place else ''}  [{passage.asset}]"


def _state(passage: Passage) -> str:
    return f"{passage.unit or 'tanpa unit'}; {passage.status}; {passage.validity}"


def _maturity(quote: Quote) -> str:
    if quote.maturity is None:
        return f"{quote.passage.community}: belum dinilai" if quote.passage.community else "tanpa komunitas"
    m = quote.maturity
    return f"{m.community}: level {m.level} ({m.name}), dinilai {m.assessed_on} oleh {m.assessor}"


@click.command("show")
@click.argument("asset")
@click.option("--version", "version", type=int, help="An earlier version.")
@click.option("--page", type=int, help="Only this page.")
@click.option("--sheet", help="Only this sheet.")
@_AS
@_JSON
@click.pass_obj
def show_command(session: Session, /, asset: str, *, viewer: str | None, as_json: bool, **given: Any) -> None:  # noqa: ANN401 (as above)
    """Show an asset with its pages as they are stored."""
    catalog = session.open()
    scope = viewer_scope(catalog, viewer)
    with catalog.reading():
        card = assets.card(catalog, asset, scope, given["version"])
        pages = [p for p in assets.pages(catalog, card) if _wanted(p, given["page"], given["sheet"])]
        document = asset_json.document(catalog, card, pages) if as_json else {}
    if as_json:
        printing.document(document)
    else:
        _print_asset(card, pages)


def _wanted(page: assets.Page, number: int | None, sheet: str | None) -> bool:
    return number in (None, page.page) and sheet in (None, page.sheet)


def _print_asset(card: assets.Card, pages: list[assets.Page]) -> None:
    click.echo(f"{card.title} ({card.unit or 'tanpa unit'}; {card.access}; {card.status}; {card.validity})")
    click.echo(f"{card.path}, versi {card.version} dari {', '.join(map(str, card.versions))}; SHA-256 {card.sha256}")
    if card.part is not None:
        click.echo(f"Halaman {card.part.first_page}–{card.part.last_page} dari berkas ini  [{card.file}]")
    for part in () if card.part else card.parts:
        click.echo(f"  halaman {part.first_page}–{part.last_page}: {part.title}  [{part.key}]")
    for page in pages:
        click.echo(f"\n--- {printing.place(page.page, page.sheet, None) or 'isi'} [{page.state}]\n{page.text}")
