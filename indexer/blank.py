"""The empty template of a paper as a Word file, to be filled in outside of the pages and uploaded."""

from io import BytesIO

import docx

from catalog.written import HEADINGS, Form

_TO_FILL = "…"


def blank(form: Form) -> bytes:
    """Return a DOCX with the headings under which the paper's fields are read."""
    document = docx.Document()
    document.add_heading(f"{form.head}: {_TO_FILL}", level=1)
    for name in form.fields:
        document.add_heading(HEADINGS[name], level=2)
        document.add_paragraph(_TO_FILL)
    made = BytesIO()
    document.save(made)
    return made.getvalue()
