import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalog.opening import create
from operations import demo
from operations.cli import rujukan


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's communities without its papers."""
    folder = tmp_path_factory.mktemp("data") / "data"
    catalog = create(folder)
    demo.load_communities(catalog)
    catalog.close()
    return folder


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(rujukan, ["--data", str(data), "community", *words])


def test_the_list_is_one_document(data: Path) -> None:
    told = json.loads(run(data, "list", "--json").stdout)
    assert told["schema"] == 1
    by_unit = {one["unit"]: one for one in told["communities"]}
    assert len(by_unit) == 6
    assert (by_unit["BPAD"]["members"], by_unit["BPAD"]["maturity"]["level"]) == (12, 3)
    assert (by_unit["BPPBJ"]["members"], by_unit["BPPBJ"]["maturity"]) == (0, None)
    assert not by_unit["BPPBJ"]["decree_in_force"]


def test_a_community_is_shown_whole(data: Path) -> None:
    told = json.loads(run(data, "show", "Komunitas Pembelajar BPSDM", "--json").stdout)
    assert told["schema"] == 1
    assert [one["role"] for one in told["officers"]] == ["pengarah", "ketua", "moderator", "pencatat", "kurator"]
    assert told["plans"][0]["quarters"][0] == {"quarter": 1, "planned": 2, "done": 2}
    assert told["goals"]["Pengembangan kompetensi"] == ["Persentase pegawai dengan 20 JP"]
    assert told["meetings"][-1]["attended"] == 11
    assert told["assets"] == {}


def test_people_read_lines(data: Path) -> None:
    assert "Komunitas Pembelajar BPAD (BPAD): level 3, 12 anggota" in run(data, "list").stdout
    assert "themes: \n  - Kearsipan" in run(data, "show", "Komunitas Pembelajar Dispusip").stdout


def test_an_unknown_name_is_an_error(data: Path) -> None:
    ended = run(data, "show", "Komunitas Tidak Ada")
    assert getattr(ended.exception, "code", "") == "unknown_community"
