"""One PDF that binds SOPs, through the commands: each is found, quoted, shown and kept as an asset of its own."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from catalog.opening import open_existing
from tests.operations.conftest import Rujukan

BOOK = Path(__file__).parents[2] / "corpora/contoh/BIUAS/Buku SOP Ketatausahaan Biro Umum 2025.pdf"
QUESTION = "Paling lambat kapan ruang rapat dipesan?"
ROOM = "SOP Peminjaman Ruang Rapat"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the file for everybody: copied for each test, as embedding takes seconds."""
    data = tmp_path_factory.mktemp("buku") / "data"
    flags = ("--unit", "BIUAS", "--access", "terbuka", "--status", "disahkan")
    command = [sys.executable, "-m", "operations.cli", "--data", data, "index", BOOK, *flags]
    subprocess.run(command, check=True, capture_output=True)
    return data


@pytest.fixture
def book(rujukan: Rujukan, indexed: Path, tmp_path: Path) -> str:
    """The key of the file."""
    shutil.copytree(indexed, tmp_path / "data")
    (hit, *_) = rujukan("search", "buku ini menghimpun enam SOP ketatausahaan", "--json").doc["hits"]
    return str(hit["asset"])


def test_the_file_lists_its_sops_and_each_shows_its_own_pages(rujukan: Rujukan, book: str) -> None:
    whole = rujukan("show", book, "--json").doc
    assert (whole["part"], len(whole["pages"])) == (None, 13)
    assert [(p["number"], p["first_page"], p["last_page"]) for p in whole["parts"]] == [
        (n, 2 * n, 2 * n + 1) for n in range(1, 7)
    ]
    room = whole["parts"][2]
    assert room["title"] == ROOM
    shown = rujukan("show", room["asset"], "--as", "public", "--json").doc
    assert shown["part"] == {"number": 3, "first_page": 6, "last_page": 7, "of": book, "parts": whole["parts"]}
    assert (shown["title"], shown["kind"], shown["parts"]) == (ROOM, "sop", [])
    assert (shown["fields"]["nomor"], shown["fields"]["nama"]) == ("003/SOP/BIUAS/2025", "Peminjaman Ruang Rapat")
    assert [page["page"] for page in shown["pages"]] == [6, 7]
    assert {basis["page"] for basis in shown["legal_bases"]} == {6}
    assert (shown["source"], shown["path"], shown["sha256"]) == (whole["source"], whole["path"], whole["sha256"])
    assert [p["page"] for p in rujukan("show", room["asset"], "--page", 7, "--json").doc["pages"]] == [7]
    assert rujukan("show", room["asset"], "--page", 8, "--json").doc["pages"] == []


def test_a_hit_is_the_sop_and_the_front_pages_are_the_file(rujukan: Rujukan, book: str) -> None:
    hits = rujukan("search", "peminjaman ruang rapat", "--json").doc["hits"]
    assert (hits[0]["title"], hits[0]["part_of"], hits[0]["path"]) == (ROOM, book, BOOK.name)
    assert {passage["page"] for passage in hits[0]["passages"]} <= {6, 7}
    assert len({hit["asset"] for hit in hits}) == len(hits)
    (front, *_) = rujukan("search", "buku ini menghimpun enam SOP ketatausahaan", "--json").doc["hits"]
    assert (front["asset"], front["part_of"], front["passages"][0]["page"]) == (book, None, 1)
    assert len(rujukan("search", "ruang rapat", "--limit", 2, "--json").doc["hits"]) == 2
    assert rujukan("search", "ruang rapat", "--kind", "kak", "--json").doc["hits"] == []


def test_a_quote_names_the_sop_and_stands_on_its_page(rujukan: Rujukan, book: str) -> None:
    quote = rujukan("ask", QUESTION, "--as", "public", "--json").doc["quotes"][0]
    assert "satu hari kerja sebelum acara" in " ".join(quote["text"].split())
    assert (quote["title"], quote["part_of"], quote["page"]) == (ROOM, book, 6)
    shown = rujukan("show", quote["asset"], "--version", quote["version"], "--as", "public", "--json").doc
    (page,) = (page for page in shown["pages"] if page["page"] == quote["page"])
    assert page["text"][quote["start"] : quote["end"]] == quote["text"]


def test_only_the_whole_file_is_dropped(rujukan: Rujukan, book: str) -> None:
    part = rujukan("show", book, "--json").doc["parts"][0]["asset"]
    refused = rujukan("drop", part, "--json")
    assert (refused.code, refused.doc["error"]["code"]) == (1, "part_of_file")
    assert book in refused.err
    assert rujukan("drop", book, "--json").doc["dropped"] == 1
    assert rujukan("show", part, "--json").doc["error"]["code"] == "not_found"
    assert rujukan("verify", "--json").doc["clean"]


def test_a_backup_and_what_is_read_again_keep_every_part(rujukan: Rujukan, book: str, tmp_path: Path) -> None:
    before = rujukan("show", book, "--json").doc
    said = rujukan("verify", "--digest", "--json").doc
    assert said["clean"]
    rujukan("backup", tmp_path / "cadangan", "--json")
    rujukan("restore", tmp_path / "cadangan", "--json", data=tmp_path / "pulih")
    assert rujukan("show", book, "--json", data=tmp_path / "pulih").doc["parts"] == before["parts"]
    rujukan("reindex", "--all", "--json")
    assert rujukan("show", book, "--json").doc == before
    assert rujukan("verify", "--digest", "--json").doc["digest"] == said["digest"]
    assert rujukan("status", "--json").doc["parts"] == 6


def test_a_catalog_that_was_read_before_there_were_parts_gets_them_when_it_is_read_again(
    rujukan: Rujukan, book: str, tmp_path: Path
) -> None:
    before = rujukan("verify", "--digest", "--json").doc["digest"]
    parts = rujukan("show", book, "--json").doc["parts"]
    with closing(open_existing(tmp_path / "data")) as catalog, catalog.writing():
        catalog.db.execute("DELETE FROM part")
    assert rujukan("show", book, "--json").doc["parts"] == []
    rujukan("reindex", "--all", "--json")
    assert rujukan("show", book, "--json").doc["parts"] == parts
    assert rujukan("verify", "--digest", "--json").doc["digest"] == before
