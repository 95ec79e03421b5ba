"""Import and export on the command line."""

from pathlib import Path

from catalog.opening import create
from tests.operations.conftest import Rujukan


def test_a_dry_run_tells_and_changes_nothing_and_an_import_goes_out_again(rujukan: Rujukan, tmp_path: Path) -> None:
    create(tmp_path / "data").close()
    file = tmp_path / "komunitas.csv"
    file.write_text("nama,unit\nCoP A,BPAD\nCoP B,XX\n", encoding="utf8")
    bad = rujukan("import", "communities", file, "--dry-run", "--json")
    assert (bad.code, bad.doc["applied"]) == (1, False)
    assert [(one["row"], one["column"]) for one in bad.doc["problems"]] == [(3, "unit")]
    assert "baris 3, kolom unit: Kode unit “XX”" in rujukan("import", "communities", file).out
    file.write_text("nama,unit\nCoP A,BPAD\nCoP B,DINKES\n", encoding="utf8")
    assert rujukan("import", "communities", file, "--dry-run").out == "2 akan baru, 0 akan berubah, 0 tetap.\n"
    done = rujukan("import", "communities", file, "--json")
    assert (done.code, done.doc["applied"], done.doc["new"]) == (0, True, 2)
    told = rujukan("export", "all", tmp_path / "keluar", "--json").doc
    assert str(tmp_path / "keluar/communities.csv") in told["files"]
    again = rujukan("import", "communities", tmp_path / "keluar/communities.csv", "--json")
    assert (again.doc["unchanged"], again.doc["new"]) == (2, 0)
    rujukan("export", "all", tmp_path / "semua.xlsx", "--format", "xlsx")
    assert rujukan("import", "communities", tmp_path / "semua.xlsx", "--json").doc["unchanged"] == 2


def test_a_file_that_is_not_there_and_a_kind_that_is_none_are_errors(rujukan: Rujukan, tmp_path: Path) -> None:
    create(tmp_path / "data").close()
    assert rujukan("import", "staff", tmp_path / "tidakada.csv", "--json").doc["error"]["code"] == "bad_import"
    assert rujukan("import", "pegawai", tmp_path / "x.csv").code == 2


def test_a_quarter_is_reported_in_words_as_json_and_as_csv(rujukan: Rujukan, tmp_path: Path) -> None:
    create(tmp_path / "data").close()
    file = tmp_path / "komunitas.csv"
    file.write_text("nama,unit\nCoP A,BPAD\n", encoding="utf8")
    rujukan("import", "communities", file)
    told = rujukan("report", "2026Q3", "--csv", tmp_path / "laporan.csv", "--json").doc
    assert (told["quarter"], [one["community"] for one in told["communities"]]) == ("2026Q3", ["CoP A"])
    assert told["communities"][0]["coverage"] is None
    assert (tmp_path / "laporan.csv").read_text(encoding="utf-8-sig").count("\n") == 3
    assert "pertanyaan terjawab belum cukup data" in rujukan("report", "2026Q3").out
    assert rujukan("report", "2026Q9", "--json").doc["error"]["code"] == "bad_value"
