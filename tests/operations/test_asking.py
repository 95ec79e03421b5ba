"""What `search` tells beside its hits, and how it is narrowed."""

from pathlib import Path

from tests.operations.conftest import Rujukan


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
    ):
        assert len(rujukan("search", "arsip kendaraan dinas", option, value, "--json").doc["hits"]) == hits
    assert rujukan("search", "arsip", "--maturity", "6").code == 2
    assert rujukan("search", "arsip", "--validity", "selalu", "--json").doc["error"]["code"] == "bad_value"
