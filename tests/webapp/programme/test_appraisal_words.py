"""Appraisals in words."""

from importlib.resources import files

import pytest
from flask.testing import FlaskClient

from programme.assessment.appraisals import Appraisal
from programme.assessment.followups import Followup
from programme.maturity.instrument import parse
from webapp.programme import appraisal_words


def decided(day: str | None) -> Appraisal:
    values = dict.fromkeys(Appraisal.__dataclass_fields__) | {"cutoff": "2026-10-31", "decided": day}
    return Appraisal(**values)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, ""),
        ("2026-12-18", "29 Desember 2026"),
        ("2027-12-30", "6 Januari 2028 (hari libur 2028 belum terdaftar)"),
        ("2029-03-05", "12 Maret 2029 (hari libur 2029 belum terdaftar)"),
    ],
)
def test_the_last_day_to_object_says_what_it_does_not_know(day: str | None, said: str) -> None:
    assert appraisal_words.until(decided(day)) == said


@pytest.mark.parametrize(
    ("language", "raising", "lacking"),
    [
        ("id", "Menuju level 4 (dimensi tertinggal): naikkan {} dari 3 ke 4.", "Lengkapi data {}: tanpa itu"),
        ("en", "Towards level 4 (dimension that lags): raise {} from 3 to 4.", "Complete the data of {}: level 4 can"),
    ],
)
def test_advice_is_told_in_the_language_of_the_page_and_its_criterion_as_the_instrument_has_it(
    client: FlaskClient, language: str, raising: str, lacking: str
) -> None:
    shipped = parse(files("corpora").joinpath("instrumen.toml").read_text(encoding="utf8"))
    one = shipped.indicators["5.1"]
    name = {"id": one.name, "en": one.english}[language]
    criterion = "Level 4: paling sedikit 20. Level 5: semua."
    kept = f"Menuju level 4 (dimensi): naikkan {one.name} dari 3 ke 4. {criterion}"
    lack = f"Lengkapi data {one.name}: tanpa itu level 4 tidak tercapai."
    with client.application.test_request_context(f"/?bahasa={language}"):
        client.application.preprocess_request()
        told = [appraisal_words.advised(Followup(1, "5.1", text, None, ""), shipped) for text in (kept, lack)]
    assert told[0] == (raising.format(name), criterion)
    assert told[1][0].startswith(lacking.format(name))
    assert told[1][1] == ""
