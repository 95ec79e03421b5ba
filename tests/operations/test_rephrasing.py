"""`ask` with a language model: its words stand beside the quotes, marked, and never in their place."""

from pathlib import Path

import pytest

from tests.operations.conftest import Rujukan
from tests.search.rephrasing.serving import Behaviour, serving, writing

QUESTION = "Kapan nota dinas peminjaman kendaraan dinas paling lambat diajukan?"
GOOD = "Nota dinas diajukan paling lambat tiga hari kerja sebelum pemakaian kendaraan [1]."
LABEL = "Disusun ulang oleh model bahasa dari kutipan di bawah"


def setting(data: Path, port: int, more: str = "") -> None:
    text = f"alamat = 'http://127.0.0.1:{port}/v1'\nmodel = 'contoh'\nakses = 'terbatas'\n{more}"
    (data / "model_bahasa.toml").write_text(text, encoding="utf8")


@pytest.fixture
def indexed(rujukan: Rujukan, papers: Path, tmp_path: Path) -> Path:
    rujukan("index", papers)
    return tmp_path / "data"


def test_the_rephrasing_stands_beside_the_quotes(
    rujukan: Rujukan, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUJUKAN_LM_KEY", "sk-abc")
    plain = rujukan("ask", QUESTION, "--json").doc
    assert plain["answered"]
    assert "rephrased" not in plain
    with serving(writing(GOOD)) as server:
        setting(indexed, server.port)
        given = rujukan("ask", QUESTION, "--json")
        spoken = rujukan("ask", QUESTION)
        rujukan("ask", "nomor hp pak kasubbag umum berapa?", "--json")
    assert given.doc["rephrased"]["sentences"] == [{"text": GOOD.replace(" [1]", ""), "quotes": [1]}]
    assert given.doc["rephrased"]["label"] == LABEL
    assert given.doc["quotes"] == plain["quotes"]
    assert f"{LABEL}:\n   {GOOD.replace(' [1].', '. [1]')}\n[1] “" in spoken.out
    assert len(server.requests) == 2
    assert all("sk-abc" not in said for said in (given.out, given.err, spoken.out, spoken.err))


@pytest.mark.parametrize(
    ("behaviour", "seconds"), [(writing("Dua puluh hari [1]."), 60), (lambda connection: connection.recv(1), 1)]
)
def test_the_quotes_stand_when_it_fails(rujukan: Rujukan, indexed: Path, behaviour: Behaviour, seconds: int) -> None:
    plain = rujukan("ask", QUESTION)
    with serving(behaviour) as server:
        setting(indexed, server.port, f"detik = {seconds}\n")
        given = rujukan("ask", QUESTION)
        document = rujukan("ask", QUESTION, "--json").doc
    assert (given.code, given.out) == (0, plain.out)
    assert f"({document['rephrase_error']})" in given.err
    assert document["rephrased"] is None
    assert document["answered"]


def test_settings_that_cannot_be_used_are_an_error(rujukan: Rujukan, indexed: Path) -> None:
    setting(indexed, 80, "kunci = 'sk-abc'\n")
    result = rujukan("ask", QUESTION, "--json")
    assert (result.code, result.doc["error"]["code"]) == (1, "bad_language_model")
    assert "sk-abc" not in result.out + result.err
