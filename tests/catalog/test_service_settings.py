from pathlib import Path

import pytest

from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.service_settings import ServiceSettings, read


def settings(root: Path, text: str) -> ServiceSettings:
    (root / "layanan.toml").write_text(text)
    return read(DataFolder(root))


def test_without_the_file_the_usual_holds(tmp_path: Path) -> None:
    assert read(DataFolder(tmp_path)) == ServiceSettings()


def test_models_that_may_be_chosen_on_the_page_are_named_once_each(tmp_path: Path) -> None:
    assert settings(tmp_path, 'model_edisi = ["/srv/a", "b", "/srv/a"]').models == ("/srv/a", "b")


def test_what_is_said_holds_and_the_rest_stays(tmp_path: Path) -> None:
    told = settings(tmp_path, "hari_pertanyaan = 0\nbatasi_lokal = true\n[per_menit]\njawaban = 7\n")
    assert (told.question_days, told.limit_local, told.address_limits["jawaban"]) == (0, True, 7)
    assert told.address_limits["gambar"] == ServiceSettings().address_limits["gambar"]
    assert told.account_limits == ServiceSettings().account_limits


@pytest.mark.parametrize(
    "text",
    [
        *("mars = 1", "hari_pertanyaan = -1", "hari_pertanyaan = true", "hari_pertanyaan = 1.5", "per_menit = 3"),
        *(
            "batasi_lokal = 1",
            "[per_menit]\nmars = 1",
            "[per_menit_akun]\njawaban = 0",
            "= rusak",
            "model_edisi = '/srv'",
            "model_edisi = [1]",
            "model_edisi = [' ']",
            "[per_menit]\njawaban = 'x'",
        ),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(RujukanError) as refused:
        settings(tmp_path, text)
    assert refused.value.code == "bad_service"
    assert "layanan.toml" in refused.value.message
