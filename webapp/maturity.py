"""Maturity on the pages: the history of a community. What names people or shows evidence stands elsewhere."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from catalog import communities
from programme import history as records
from webapp.communities import opened
from webapp.service import catalog

maturity = Blueprint("maturity", __name__)


@maturity.get("/komunitas/<int:number>/maturitas")
def history(number: int) -> ResponseReturnValue:
    """Show every assessment of a community, the newest first; `penilaian-ID` is the place of each."""
    community, here = opened(number)
    with catalog().reading():
        assessed = records.assessments(catalog(), community.id).get(community.id, [])
        return render_template(
            "maturity.html",
            community=community,
            standing=here,
            latest=communities.maturity(catalog(), community.name),
            assessed=assessed,
        )
