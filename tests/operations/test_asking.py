"""What `search` tells beside its hits, and how it is narrowed."""

from pathlib import Path

import pytest

from tests.operations.conftest import Result, Rujukan


def test_search_counts_what_was_found_and_is_narrowed_by_it(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "sop", "--kind", "sop", "--unit", "BPAD", "--community", "CoP Aset")
    rujukan("index", papers / "arsip.md", "--kind", "juknis")
    found = rujukan("search", "arsip kendaraan dinas", "--kind", "sop", "--json").doc
    assert {one["value"]: one["count"] for one in found["facets"]["kind"]} == {"juknis": 1, "sop": 1}
    assert found["facets"]["unit"] == [{"value": "BPAD", "count": 1, "label": "Badan Pengelolaan Aset Daerah"}]
    for option, value, hits in (
        ("--validity", "belum_dikonfirmasi", 2),
        ("--validity", "berlaku", 0),
        ("--maturity", "belum_dinilai", 2),
        ("--maturity", "3", 0),
        ("--theme", "Arsip", 0),
        ("--community", "CoP Aset", 1),
    ):
        assert len(rujukan("search", "arsip kendaraan dinas", option, value, "--json").doc["hits"]) == hits
    assert rujukan("search", "arsip", "--maturity", "6").code == 2
    assert rujukan("search", "arsip", "--community", "CoP", "--json").doc["error"]["code"] == "unknown_community"
    assert rujukan("search", "arsip", "--validity", "selalu", "--json").doc["error"]["code"] == "bad_value"


def test_explain_tells_what_each_score_is_made_of_to_the_operator_alone(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "sop")
    (hit,) = rujukan("search", "jadwal kendaraan", "--explain", "--json").doc["hits"]
    why = hit["why"]
    assert sum(why[part] for part in ("words", "meaning", "pairs", "kind", "named")) == pytest.approx(
        hit["score"], abs=1e-5
    )
    assert (why["lexical_rank"], why["dense_rank"]) == (1, 1)
    assert {"jadwal", "kendaraan"} <= set(why["stems"])
    told = rujukan("search", "jadwal kendaraan", "--explain").out
    assert "BM25" in told
    assert "kosinus" in told
    assert "why" not in rujukan("search", "jadwal kendaraan", "--json").doc["hits"][0]


@pytest.mark.parametrize("viewer", ["public", "internal", "BPAD"])
def test_explain_is_refused_to_any_other_viewer(rujukan: Rujukan, viewer: str) -> None:
    refused = rujukan("search", "kendaraan", "--explain", "--as", viewer, "--json")
    assert (refused.code, refused.doc["error"]["code"]) == (2, "usage")
    assert "--as" in refused.doc["error"]["message"]


def test_similar_assets_are_told_and_absent_and_forbidden_answer_alike(rujukan: Rujukan, papers: Path) -> None:
    for name in ("mobil", "motor"):
        text = f"Peminjaman kendaraan dinas: nota dinas untuk {name} diajukan tiga hari kerja sebelum pemakaian."
        (papers / "sop" / f"{name}.txt").write_text(text, encoding="utf8")
    (papers / "sop" / "resep.txt").write_text("Resep rendang: daging, santan, cabai, dan serai.", encoding="utf8")
    (papers / "sop" / "musik.txt").write_text("Orkestra memainkan simfoni kelima Beethoven.", encoding="utf8")
    items = rujukan("index", papers / "sop", papers / "arsip.md", "--json").doc["items"]
    keys = {item["path"]: item["asset"] for item in items}
    told = rujukan("similar", keys["mobil.txt"], "--json").doc
    assert told["asset"] == keys["mobil.txt"]
    assert told["similar"][0]["path"] == "motor.txt"
    assert {"resep.txt", "musik.txt"}.isdisjoint(one["path"] for one in told["similar"])
    assert "motor.txt" in rujukan("similar", keys["mobil.txt"], "--limit", "1").out

    def refused(asset: str, *viewer: str) -> Result:
        return rujukan("similar", asset, *viewer, "--json")

    assert refused(keys["mobil.txt"], "--as", "public") == refused("tidakada", "--as", "public") == refused("tidakada")
    assert (refused("tidakada").code, refused("tidakada").doc["error"]["code"]) == (1, "not_found")
