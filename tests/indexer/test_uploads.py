"""What was uploaded is read from its original by the readers of today, and ends as a version or with a reason."""

from pathlib import Path

import pytest

from catalog import accounts, digest, editions, stored_pages, uploads
from catalog.accounts import Account
from catalog.audit import findings
from catalog.database import Catalog
from catalog.receiving import Reception
from catalog.uploads import Arrival, Sending, Upload
from engine.engine import Engine
from indexer.outcome import Run
from indexer.rereading import Rereading, read_again
from indexer.rescanning import Chosen, rescan
from indexer.run import Tools, to_the_end
from indexer.uploads import index_uploads
from tests.indexer.readers import samples
from tests.word_counts import WIDTH, WordCounts

WORK = Rereading(0, 1, lambda *_: None, to_the_end)


@pytest.fixture
def siti(catalog: Catalog) -> Account:
    return accounts.add(catalog, "siti", "Siti Contoh", None, by="uji")


def tools(catalog: Catalog) -> Tools:
    edition = editions.claim(catalog, editions.Model(WordCounts.model_id, WIDTH, "uji"))
    return Tools(catalog, Engine.open(catalog.folder, edition.vectors, WIDTH, threads=1), WordCounts())


def sent(catalog: Catalog, siti: Account, *files: Path) -> list[Upload]:
    arrivals = []
    for file in files:
        reception = Reception(catalog.folder, 1 << 20)
        reception.write(file.read_bytes())
        arrivals.append(Arrival(file.name, reception.received()))
    return uploads.accept(catalog, Sending(siti, "BPAD", "f"), arrivals)


def indexed(catalog: Catalog, sending: list[Upload]) -> Run:
    return index_uploads(tools(catalog), uploads.waiting_for(catalog, sending[0].job), WORK)


def test_each_file_ends_as_a_draft_or_with_its_reason_and_the_rest_goes_on(
    catalog: Catalog, siti: Account, tmp_path: Path
) -> None:
    lines = ["SOP PEMINJAMAN KENDARAAN DINAS", "Nota dinas diajukan paling lambat tiga hari kerja sebelumnya."]
    sop = samples.pdf(tmp_path / "sop.pdf", [samples.shown(lines)])
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7\n" + b"\x00" * 500)
    rows = [["Kode Barang", "Nama Barang", "Harga"], *(["1.3.2", f"Meja {n}", n * 1000] for n in range(1, 6))]
    kib = samples.workbook(tmp_path / "kib.xlsx", {"KIB B": rows})
    run = indexed(catalog, sent(catalog, siti, sop, tmp_path / "rusak.pdf", kib))
    assert (run.count("indexed"), run.count("failed")) == (2, 1)
    ended = {one.name: one for one in uploads.sent_by(catalog, siti.id, 9)}
    assert {name: one.state for name, one in ended.items()} == {
        "sop.pdf": "siap",
        "rusak.pdf": "gagal",
        "kib.xlsx": "siap",
    }
    assert ended["rusak.pdf"].code == "corrupt"
    assert ended["rusak.pdf"].reason
    assert findings(catalog) == []
    tools(catalog).engine.publish(catalog)

    # There is no folder that it came from: no run over folders misses it, and every original is read again.
    before = digest.digest(catalog)
    assert rescan(catalog, Chosen()).scans == ()
    assert rescan(catalog, Chosen()).unreachable == {}
    again = read_again(tools(catalog), stored_pages.to_read_again(catalog, kind=None, unit=None, job=7), WORK)
    assert (again.count("unchanged"), again.removed) == (2, [])
    assert digest.digest(catalog) == before


def test_a_run_that_is_stopped_goes_on_with_what_is_left(catalog: Catalog, siti: Account, tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"Arsip inaktif nomor {number} dipindahkan setelah dua tahun.")
    sending = sent(catalog, siti, tmp_path / "0.txt", tmp_path / "1.txt")
    stopped = Rereading(0, 1, lambda *_: None, lambda: False)
    index_uploads(tools(catalog), uploads.waiting_for(catalog, sending[0].job), stopped)
    indexed(catalog, sending)
    assert [one.state for one in uploads.sent_by(catalog, siti.id, 9)] == ["siap", "siap"]
    assert catalog.db.execute("SELECT count(*) FROM version").fetchone() == (2,)
