"""The commands as the contract says: documents, places, exact quotes, viewers, exit statuses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlite_utils import Database

from tests.indexer.readers import samples
from tests.operations.conftest import Rujukan

QUESTION = "Paling lambat kapan nota dinas peminjaman kendaraan diajukan?"
APPROVED = ("--unit", "DINKES", "--access", "internal", "--status", "disahkan")


def items(doc: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["path"]: item for item in doc["items"]}


def test_init_twice_changes_nothing(rujukan: Rujukan) -> None:
    assert rujukan("init", "--json").code == 0
    before = rujukan("status", "--json").doc
    assert rujukan("init", "--json").code == 0
    after = rujukan("status", "--json").doc
    for doc in (before, after):
        doc["health"].pop("disk_free")  # others write on this disk, too
    assert after == before
    assert before["units"] == 53  # 51 agencies, and the two that hold the tree


def test_index_tells_every_file_and_some_failed_is_status_3(rujukan: Rujukan, papers: Path) -> None:
    for outcome in ("indexed", "unchanged"):
        result = rujukan("index", papers, *APPROVED, "--json")
        assert result.code == 3
        assert {p: i["outcome"] for p, i in items(result.doc).items()} == {
            "sop/peminjaman.txt": outcome,
            "arsip.md": outcome,
            "rusak.pdf": "failed",
        }
        assert result.doc["source"] == str(papers)


def test_a_fixed_file_ends_status_3(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    (papers / "rusak.pdf").unlink()
    result = rujukan("index", papers, "--json")
    assert (result.code, result.doc["removed"]) == (0, ["rusak.pdf"])
    assert rujukan("drop", "--removed", "--json").doc["failures_forgotten"] == 1
    assert rujukan("index", papers, "--json").doc["removed"] == []


def test_show_tells_the_legal_bases_of_a_paper(rujukan: Rujukan, tmp_path: Path) -> None:
    paper = tmp_path / "sop.txt"
    bases = "1. Permendagri No. 19/2016 s.t.d.d. Permendagri 7/2024\n2. UU No.14 Tahun 2008"
    paper.write_text(f"SOP PENGHAPUSAN BARANG\nDasar Hukum:\n{bases}\nTujuan\nPergub 24/2012\n", encoding="utf8")
    asset = rujukan("index", paper, "--json").doc["items"][0]["asset"]
    shown = rujukan("show", asset, "--json").doc
    first, second = shown["legal_bases"]
    assert (first["id"], first["chain"], first["status"]) == ("permendagri-19-2016", ["permendagri-7-2024"], "diubah")
    assert shown["pages"][0]["text"][second["start"] : second["end"]] == second["text"] == "UU No.14 Tahun 2008"
    assert (second["id"], second["page"], second["status"]) == ("uu-14-2008", None, "berlaku")
    assert rujukan("reindex", "--all", "--json").doc["unchanged"] == 1
    assert rujukan("verify").code == 0


def test_ask_copies_the_sentence_and_show_has_it_at_its_range(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    answer = rujukan("ask", QUESTION, "--json").doc
    assert (answer["answered"], answer["reason"]) == (True, "answered")
    quote = answer["quotes"][0]
    assert "tiga hari kerja" in quote["text"]
    shown = rujukan("show", quote["asset"], "--json").doc
    assert shown["pages"][0]["text"][quote["start"] : quote["end"]] == quote["text"]
    assert len(shown["pages"]) == 1
    assert (shown["pages"][0]["page"], shown["pages"][0]["sheet"]) == (None, None)


def test_a_quoted_row_is_told_under_its_columns(rujukan: Rujukan, tmp_path: Path) -> None:
    head = ["No", "Uraian Pekerjaan", "Rekanan", "Nilai Kontrak"]
    rows = [[1, "Pengecatan pagar gedung arsip", "CV Contoh Warna", 45045000], [2, "Atap parkir", "CV Dua", 12000000]]
    rujukan("index", samples.workbook(tmp_path / "kontrak.xlsx", {"2024": [head, *rows]}))
    asked = "berapa nilai kontrak mengecat pagar gedung arsip?"
    quote = rujukan("ask", asked, "--json").doc["quotes"][0]
    told = {
        cell["column"]: quote["text"][cell["start"] - quote["start"] : cell["end"] - quote["start"]]
        for cell in quote["cells"]
    }
    assert told == dict(zip(head, map(str, rows[0]), strict=True))
    assert quote["answer"] == {name: quote["cells"][-1][name] for name in ("start", "end")}
    assert "Rekanan = CV Contoh Warna; Nilai Kontrak = 45045000" in rujukan("ask", asked).out
    worth = rujukan("ask", "berapa nilai kontrak pengecatan pagar gedung arsip?", "--json").doc
    assert (worth["reason"], worth["rows"]["sum"]) == ("rows", "45045000")


def test_show_gives_typed_rows_with_what_is_hidden_of_them(rujukan: Rujukan, tmp_path: Path) -> None:
    head = ["No", "Nama Barang", "Merk", "Kode Barang", "Jumlah", "Harga (ribuan Rp)", "Kondisi B", "Kondisi RB"]
    path = samples.workbook(tmp_path / "kir.xlsx", {"Ruang 1": [head, [1, "Meja", "Contoh", "1.3.2", 2, 850, 2, None]]})
    book = openpyxl.load_workbook(path)
    book["Ruang 1"].column_dimensions["F"].hidden = True
    book.save(path)
    asset = rujukan("index", path, "--json").doc["items"][0]["asset"]
    page = rujukan("show", asset, "--json").doc["pages"][0]
    assert page["form"] == "kir"
    row = page["rows"][0]
    assert row["values"]["harga"] == {"column": "Harga (ribuan Rp)", "value": "850000", "type": "money"}
    assert (row["row"], row["hidden"], row["hidden_columns"]) == (2, False, ["Harga (ribuan Rp)"])
    assert row["cells"]["Harga (ribuan Rp)"] == "850"
    found = rujukan("search", "Meja Contoh", "--json").doc["hits"][0]["passages"]
    assert any(passage["hidden"] for passage in found)


def test_a_refusal_is_well(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    result = rujukan("ask", "Siapa pelatih tim sepak bola nasional Brasil?", "--json")
    assert result.code == 0
    assert (result.doc["answered"], result.doc["quotes"]) == (False, [])
    assert result.doc["message"] == "Tidak ditemukan dokumen yang menjawab pertanyaan ini."


def test_a_question_for_personal_data_is_refused_with_the_reason(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    told = rujukan("ask", "Berapa NIK Budi Santoso?").out
    assert "Tidak ditemukan dokumen yang menjawab pertanyaan ini." in told
    assert "meminta data pribadi" in told


def test_viewers_see_what_the_contract_says(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md", *APPROVED)
    rujukan("index", papers / "sop", "--unit", "BPAD", "--access", "terbatas", "--status", "disahkan")

    def seen(*viewer: str) -> set[str]:
        doc = rujukan("search", "arsip kendaraan", *viewer, "--json").doc
        return {hit["path"] for hit in doc["hits"]}

    assert seen() == {"arsip.md", "peminjaman.txt"}
    assert seen("--as", "public") == set()
    assert seen("--as", "internal") == {"arsip.md"}
    assert seen("--as", "BPAD") == {"arsip.md", "peminjaman.txt"}
    assert seen("--as", "DINKES") == {"arsip.md"}


def test_suggestions_are_of_what_the_viewer_may_see(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md", *APPROVED)
    doc = rujukan("suggest", "panduan ar", "--as", "internal", "--json").doc
    assert (doc["schema"], doc["query"]) == (1, "panduan ar")
    assert {"text": "Panduan arsip", "kind": "judul"} in doc["suggestions"]
    assert rujukan("suggest", "panduan ar", "--as", "public", "--json").doc["suggestions"] == []
    assert rujukan("suggest", "panduan ar", "--limit", "1").out == "Panduan arsip  (judul)\n"
    assert rujukan("suggest", "arsip", "--limit", "9").code == 2
    assert rujukan("suggest", "arsip", "--as", "TIDAKADA", "--json").doc["error"]["code"] == "unknown_unit"


def test_forbidden_and_absent_answer_alike(rujukan: Rujukan, papers: Path) -> None:
    key = items(rujukan("index", papers, "--json").doc)["arsip.md"]["asset"]
    hidden = rujukan("show", key, "--as", "public", "--json")
    assert hidden == rujukan("show", "999999999", "--as", "public", "--json")
    assert (hidden.code, hidden.doc["error"]["code"]) == (1, "not_found")


def test_search_filters_by_kind_unit_and_year(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "sop", "--kind", "sop", "--unit", "BPAD")
    rujukan("index", papers / "arsip.md", "--kind", "juknis", "--unit", "DISPUSIP")
    for args, paths in (
        (("--kind", "sop"), ["peminjaman.txt"]),
        (("--unit", "DISPUSIP"), ["arsip.md"]),
        (("--year", "1999"), []),
        (("--year", "1990-1999"), []),
    ):
        doc = rujukan("search", "arsip kendaraan dinas", *args, "--json").doc
        assert [hit["path"] for hit in doc["hits"]] == paths


@pytest.mark.parametrize("typed", ["24", "2025-2023", "tahun ini"])
def test_a_year_that_is_none_is_told(rujukan: Rujukan, typed: str) -> None:
    refused = rujukan("search", "arsip", "--year", typed)
    assert (refused.code, f"“{typed}” bukan tahun" in refused.err) == (2, True)


def test_dropped_assets_are_gone_everywhere(rujukan: Rujukan, papers: Path) -> None:
    key = items(rujukan("index", papers, "--json").doc)["arsip.md"]["asset"]
    assert rujukan("drop", key, "--json").doc["dropped"] == 1
    assert all(hit["path"] != "arsip.md" for hit in rujukan("search", "arsip inaktif", "--json").doc["hits"])
    assert rujukan("show", key, "--json").code == 1
    assert rujukan("verify", "--json").doc["clean"]
    last, first = rujukan("audit", "--json").doc["entries"]
    assert (last["action"], last["subject"]) == ("asset.drop", key)
    assert (first["action"], first["subject"], first["detail"]["state"]) == ("job.index", "1", "done")
    assert first["detail"]["indexed"] == 2
    assert {entry["actor"].partition(":")[0] for entry in (last, first)} == {"cli"}


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_rows_of_a_manifest_that_meet_no_file_are_told(
    rujukan: Rujukan, papers: Path, tmp_path: Path, how: tuple[str, ...]
) -> None:
    file = tmp_path / "manifes.csv"
    rujukan("init")
    file.write_text("path,kind\narsip.md,sop\narsp.md,sop\n,sop\ntidak ada.md,novel\n", encoding="utf8")
    told = rujukan("index", papers, "--manifest", file, *how).err
    assert "Baris 4 manifes salah: path kosong" in told
    assert "Baris 5 manifes salah: Nilai kind “novel” tidak dikenal" in told
    assert "Manifes menyebut 1 berkas yang tidak ditemukan, misalnya arsp.md." in told


def test_a_dry_run_says_what_would_be_read_and_how_long_it_takes(rujukan: Rujukan, papers: Path) -> None:
    assert rujukan("index", papers, "--dry-run").out == (
        "3 dari 3 berkas akan dibaca (lamanya belum dapat ditaksir); belum ada yang diubah.\n"
    )
    rujukan("index", papers)
    (papers / "arsip.md").write_text("Arsip vital disimpan di lemari besi.\n", encoding="utf8")
    planned = rujukan("index", papers, "--dry-run", "--json").doc
    assert (planned["dry_run"], planned["files"], planned["expected_seconds"] > 0) == (True, 1, True)
    assert "1 dari 3 berkas akan dibaca (kira-kira " in rujukan("index", papers, "--dry-run").out


def test_verify_finds_what_is_missing_and_repair_mends_what_is_derived(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("index", papers)
    digest = rujukan("verify", "--digest", "--json").doc["digest"]
    for place in (tmp_path / "data/index").rglob("*"):
        if not place.is_dir():  # a thread of Tantivy may still put its own file into a folder
            place.unlink(missing_ok=True)
    broken = rujukan("verify", "--json")
    assert (broken.code, broken.doc["clean"]) == (4, False)
    mended = rujukan("verify", "--repair", "--digest", "--json")
    assert (mended.code, mended.doc["clean"], mended.doc["digest"]) == (0, True, digest)
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"


def test_a_lost_original_is_found_and_not_called_mended(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    next((tmp_path / "data/originals").glob("*/*")).unlink()
    result = rujukan("verify", "--repair", "--json")
    assert result.code == 4
    assert [f["code"] for f in result.doc["findings"]] == ["missing_original"]
    assert "Jalankan `rujukan verify --repair`" in rujukan("verify").out
    assert "tidak dapat diperbaiki" in rujukan("verify", "--repair").out


@pytest.mark.parametrize("harm", [Path.unlink, lambda place: (place.chmod(0o640), place.write_bytes(b"?"))])
def test_an_original_that_is_lost_comes_back_from_its_source(
    rujukan: Rujukan, papers: Path, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    rujukan("index", papers)
    for place in (tmp_path / "data/originals").glob("*/*"):
        harm(place)
    assert "`rujukan index --checksum`" in rujukan("verify", "--repair").out
    again = rujukan("index", papers, "--checksum", "--json").doc
    assert (again["unchanged"], again["indexed"]) == (2, 0)
    assert rujukan("verify", "--all", "--json").doc["findings"] == []


def test_a_vector_of_a_wrong_size_is_found_and_made_again(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers)
    db = Database(tmp_path / "data/catalog.db")
    db.execute("UPDATE vector SET vector = x'00' WHERE hash = (SELECT min(hash) FROM vector)")
    db.close()
    assert [f["code"] for f in rujukan("verify", "--json").doc["findings"]] == ["vector_damaged"]
    assert rujukan("verify", "--repair", "--json").doc["repaired"] == ["vector_damaged"]
    assert rujukan("search", "arsip", "--json").doc["hits"]


def test_people_read_sentences_instead_of_json(rujukan: Rujukan, papers: Path) -> None:
    assert "2 indexed" in rujukan("index", papers).out
    assert "tiga hari kerja" in rujukan("ask", QUESTION).out
    assert "peminjaman.txt" in rujukan("search", "kendaraan").out
    assert "Tidak ada yang kurang" in rujukan("verify").out


def test_evaluate_measures_a_judged_set(rujukan: Rujukan, tmp_path: Path) -> None:
    folder = tmp_path / "nilai"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text(
        '{"id": "p1", "title": "Arsip", "text": "Arsip inaktif dipindahkan setelah dua tahun."}\n'
        '{"id": "p2", "title": "Kendaraan", "text": "Kendaraan dinas dipinjam dengan nota dinas."}\n'
    )
    (folder / "queries.jsonl").write_text('{"id": "q1", "text": "kapan arsip inaktif dipindahkan", "x": 1}\n')
    (folder / "qrels.tsv").write_text("q1 0 p1 1\n")
    result = rujukan("evaluate", folder, "--run", tmp_path / "run.trec", "--side", "lexical", "--json")
    assert result.code == 0
    assert result.doc["hybrid"]["ndcg@10"] == result.doc["dense"]["recall@1"] == 1.0
    lexical = result.doc["lexical"]
    assert lexical["ndcg@10_low"] <= lexical["ndcg@10"] <= lexical["ndcg@10_high"]
    assert (tmp_path / "run.trec").read_text().startswith("q1 Q0 p1 1 ")


def test_a_copy_is_listed_under_its_hit(rujukan: Rujukan, papers: Path) -> None:
    text = (papers / "sop/peminjaman.txt").read_text()
    rujukan("index", papers)  # equal hits stand in the order in which they were read, and one run reads in any
    (papers / "salinan.txt").write_text(text.replace("\n", "\n\n"))
    rujukan("index", papers)
    hit = rujukan("search", "peminjaman kendaraan dinas", "--json").doc["hits"][0]
    assert [hit["path"], *(copy["path"] for copy in hit["copies"])] == ["sop/peminjaman.txt", "salinan.txt"]
    assert hit["duplicates"] == [copy["asset"] for copy in hit["copies"]]
    printed = rujukan("search", "peminjaman kendaraan dinas").out
    assert "1 salinan hampir sama:" in printed
    assert f"salinan.txt  [{hit['duplicates'][0]}]" in printed
