"""What a form of a page was opened on, as a browser sends it back: for tests that post without one."""

from collections.abc import Mapping
from html.parser import HTMLParser

from flask.testing import FlaskClient


class _Forms(HTMLParser):
    """The named fields of each form, with the values that it has as the page comes; of a button, those it may send."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, set[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self.found.append({"action": {said.get("action") or ""}})
        elif self.found and said.get("type") in ("hidden", "submit") and (name := said.get("name")):
            self.found[-1].setdefault(name, set()).add(said.get("value") or "")


def opened(client: FlaskClient, path: str, form: Mapping[str, object], page: str = "") -> dict[str, str]:
    """Return the mark of the form that would send this to a path; nothing where none would, or it is given.

    The form stands on the page at that path, unless told on which.
    """
    if "tindakan" not in form or "dibuka" in form:
        return {}
    forms = _Forms()
    forms.feed(client.get(page or path).text)
    marks = [
        mark
        for one in forms.found
        if path in one["action"]
        and str(form["tindakan"]) in one.get("tindakan", ())
        and all(str(form[name]) in values for name, values in one.items() if name in form)
        for mark in one.get("dibuka", ())
    ]
    return {"dibuka": " ".join(marks)} if marks else {}
