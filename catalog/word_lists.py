"""The tables of corpora/ that rooms go by: words, rules, days. A person may edit them; they are read as they are."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def table(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a tab-separated table of corpora/, each as column name to cell."""
    text = files("corpora").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def words_of(name: str, *kinds: str) -> frozenset[str]:
    """Give the words in the column `kata`, parted by bars, of the rows of a table whose `jenis` is one of these."""
    return frozenset(word for row in table(name) if row["jenis"] in kinds for word in row["kata"].split("|"))
