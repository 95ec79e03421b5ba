"""The modules of mentors: material in versions, open to everybody."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from programme.community import modules

mentor_modules = Blueprint("mentor_modules", __name__, url_prefix="/modul")


@mentor_modules.get("")
def listing() -> ResponseReturnValue:
    """List the modules in their latest versions."""
    return render_template("modules.html", found=modules.latest())


@mentor_modules.get("/<reference>")
def one(reference: str) -> ResponseReturnValue:
    """Show a module: its latest version by its code, another by code and version such as `menata-sop@1`."""
    module = modules.named(reference)
    return render_template("module.html", module=module, versions=modules.known()[module.code])
