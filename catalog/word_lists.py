"""The tables of corpora/ that rooms go by: words, rules, days. A person may edit them; they are read as they are."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def table(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a tab-separated table of corpora/, each as column name to cell."""
    text = files("corpora").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
