"""Bring the English catalog of the pages up to the texts in the code: `python -m tools.translations`.

New texts get an empty translation for a person to fill in, texts that are gone lose theirs. Lines stand in the order
of the texts and name no places, so that two changes at once rarely touch the same ones.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from catalog.communities import LEVEL_NAMES
from catalog.job_requests import STATES
from catalog.written import HEADINGS
from indexer.limits import SETTINGS
from indexer.readers.reasons import OFFICE
from programme.measures.governance import RECORDS
from search.rephrasing.rephraser import LABEL
from search.rows import paper_question, told, two_figures
from tools.sentences import labels, sentences
from webapp.language import BORROWED, CATALOG

ROOM = Path(__file__).parent.parent / "webapp"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trimmed": "true"}}

HEADER = r"""# English texts of the pages; the msgids are what the code says in Bahasa Indonesia.
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""
"""Without dates, which two changes at once would both touch."""

PHRASES = (
    *(LABEL, *LEVEL_NAMES.values(), *HEADINGS.values(), *told.WORDS, *paper_question.LABELS.values()),
    *(two_figures.LESS, two_figures.PER),
    *(words for one in SETTINGS.values() for words in (one.what, one.unit)),
    *(what for what, _ in OFFICE.values()),
    *(*STATES.values(), "dibatalkan", "dijeda", "dilanjutkan", "diulang"),
    *RECORDS,
    *("Judul", "Nama berkas", "Isi", "Tabel", "Format"),  # where the signs of a kind stand
    *((word, word) for word in ("unit", "baris", "macam", "persen")),  # of rows; "aset" is a word of the pages, too
)
"""Words of lower rooms, no sentences, that pages translate as they show them; their JSON keeps them as they are."""


def texts() -> dict[str, str | tuple[str, str]]:
    """Return every text that a visitor may read, by its Indonesian words; a pair where it depends on a number."""
    found: dict[str, str | tuple[str, str]] = {}
    for message in (*PHRASES, *labels(), *sentences(), *_extracted()):
        if isinstance(message, tuple):
            found[message[0]] = (message[0], message[1])
        else:
            found.setdefault(message, message)
    return found


def _extracted() -> Iterator[str | tuple[str, ...]]:
    for _, _, message, _, _ in extract_from_dir(str(ROOM), METHODS, OPTIONS):
        yield message


def updated(known: Catalog) -> Catalog:
    """Return a catalog of exactly today's texts with the translations that are known."""
    fresh = Catalog(locale="en")
    borrowed = set(sentences())
    for one, message in texts().items():
        old = known.get(one)
        same = old is not None and old.id == message
        marks = [BORROWED] if one in borrowed else []
        fresh.add(message, string=old.string if same and old else None, auto_comments=marks)
    return fresh


def main() -> None:
    """Write the catalog."""
    known = read_po(CATALOG.open("rb"), locale="en") if CATALOG.exists() else Catalog(locale="en")
    with CATALOG.open("wb") as target:
        target.write(HEADER.encode())
        write_po(target, updated(known), width=100, no_location=True, sort_output=True, omit_header=True)


if __name__ == "__main__":
    main()
