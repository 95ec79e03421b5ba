"""The command that tells what is similar to an asset."""

import click

from catalog import assets
from operations import printing
from operations.session import Session, viewer_scope
from search import as_json as contract
from search.opening import open_vectors
from search.similar import MOST, similar


@click.command("similar")
@click.argument("asset")
@click.option("--limit", type=click.IntRange(1, MOST), default=MOST, show_default=True)
@click.option("--as", "viewer", help="public, internal or the code of a unit; the operator unless told.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def similar_command(session: Session, /, asset: str, *, limit: int, viewer: str | None, as_json: bool) -> None:
    """Show assets that speak of the same things as ASSET."""
    catalog = session.open()
    scope = viewer_scope(catalog, viewer)
    with catalog.reading():
        card = assets.card(catalog, asset, scope)
        vectors = open_vectors(catalog, threads=1)
        found = similar(vectors, catalog, card.key, scope, limit) if vectors else ()
    if as_json:
        printing.document(contract.similar(card.key, found))
        return
    for one in found:
        click.echo(f"{one.card.title} ({one.card.unit or 'tanpa unit'}; {one.card.status}; {one.card.validity})")
        click.echo(f"   {one.card.path}  [{one.card.asset}]")
    if not found:
        click.echo("Tidak ada aset yang serupa.")
