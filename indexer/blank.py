"""The empty template of a paper as a Word file, to be filled in outside of the pages and uploaded."""

from datetime import datetime
from io import BytesIO

import docx

from catalog.written import FORMS, HEADINGS, TEMPLATE_VERSION, TO_FILL
from indexer.readers import template_mark

_MADE = datetime(2026, 1, 1)


def blank(kind: str) -> bytes:
    """Return a DOCX with the headings of a form, under which the paper's fields are read, and its mark.

    It has no title of its own: that is what is written above.
    """
    form = FORMS[kind]
    document = docx.Document()
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = "", "Rujukan", "Rujukan", ""
    told.subject, told.language, told.version = f"Templat {form.head}", "id", str(TEMPLATE_VERSION)
    told.created = told.modified = _MADE
    template_mark.put(document.part.package, kind)
    document.add_heading(f"{form.head}: {TO_FILL}", level=1)
    for name in form.fields:
        document.add_heading(HEADINGS[name], level=2)
        document.add_paragraph(TO_FILL)
    made = BytesIO()
    document.save(made)
    return made.getvalue()
