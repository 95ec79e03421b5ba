from fractions import Fraction
from importlib import resources

import pytest

from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.maturity import instrument as instruments
from programme.maturity.instrument import parse

TEXT = resources.files("corpora").joinpath("instrumen.toml").read_text(encoding="utf8")
BUNDLED = parse(TEXT)


def put(catalog: Catalog, text: str) -> None:
    catalog.folder.instrument.write_text(text, encoding="utf8")


def test_it_has_seven_dimensions_twenty_three_indicators_and_five_levels() -> None:
    assert [(d.code, d.weight * 100, len(d.indicators)) for d in BUNDLED.dimensions] == [
        *(("D1", 15, 3), ("D2", 10, 3), ("D3", 15, 4), ("D4", 20, 4), ("D5", 20, 3), ("D6", 10, 3), ("D7", 10, 3))
    ]
    assert len(BUNDLED.indicators) == 23
    assert [level.name for level in BUNDLED.levels] == [
        "Rintisan",
        "Tumbuh",
        "Terstandar",
        "Terkelola",
        "Berkelanjutan",
    ]
    gates = [(gate.level, gate.indicator, gate.at_least) for gate in BUNDLED.gates]
    assert gates == [(2, "1.1", 2), (3, "4.2", 3), (3, "6.3", 3), (4, "5.1", 4), (4, "5.2", 3), (5, "7.1", 4)]


def test_sources_tell_what_is_computed_and_what_people_judge() -> None:
    of = {source: [i.code for i in BUNDLED.indicators.values() if i.source == source] for source in ("H", "AH")}
    assert of["H"] == ["1.2", "2.1", "3.3", "4.3", "7.1"]
    assert of["AH"] == ["1.1", "2.3", "4.4", "5.2", "7.3"]


@pytest.mark.parametrize(
    ("code", "figure", "level"),
    [
        ("1.3", Fraction(24, 100), 1),
        ("1.3", Fraction(1, 4), 2),
        ("5.1", Fraction(1, 2), 4),
        ("5.1", Fraction(1), 5),
        ("6.2", Fraction(31), 1),
        ("6.2", Fraction(21, 2), 3),
        ("6.2", Fraction(5), 5),
        ("7.2", Fraction(9, 10), 1),
        ("7.2", Fraction(2, 5), 4),
    ],
)
def test_a_figure_reaches_the_level_of_the_last_bound_it_passes(code: str, figure: Fraction, level: int) -> None:
    assert BUNDLED.indicators[code].level_of(figure) == level


def test_what_is_judged_by_people_has_no_scale() -> None:
    with pytest.raises(ValueError, match=r"1\.2"):
        BUNDLED.indicators["1.2"].level_of(Fraction(1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('weight = "15/100"', "weight = 0.15", "tanda petik"),
        ('weight = "15/100"', 'weight = "16/100"', "berjumlah 1"),
        ('weight = "15/100"', 'weight = "1/0"', "dapat dipakai"),
        ('code = "1.2"', 'code = "1.1"', "dua kali"),
        ('indicator = "7.1"', 'indicator = "8.1"', "gerbang level 5"),
        ('source = "AH"', 'source = "X"', "sumber indikator 1.1"),
        ('scale = ["25/100", "50/100"', 'scale = ["55/100", "50/100"', "makin berat"),
        ("number = 5", "number = 6", "1 sampai 5"),
        ("slack = 1", "slack = 1.5", "bilangan bulat"),
        ("[rules]", "[aturan]", "rules"),
        ('version = "1"', "version = ", "dapat dipakai"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(RujukanError, match=said) as caught:
        parse(TEXT.replace(old, new, 1))
    assert caught.value.code == "bad_instrument"


def test_an_instrument_in_the_data_folder_takes_the_place_of_the_bundled_one(catalog: Catalog) -> None:
    assert instruments.in_force(catalog) == BUNDLED
    put(catalog, TEXT.replace('version = "1"', 'version = "2"'))
    assert instruments.in_force(catalog).version == "2"


def test_a_version_that_was_used_keeps_what_it_said(catalog: Catalog) -> None:
    instruments.use(catalog)
    heavier = TEXT.replace("at_least = 4", "at_least = 3").replace('version = "1"', 'version = "2"')
    put(catalog, heavier)
    instruments.use(catalog)
    instruments.use(catalog)
    assert instruments.of_version(catalog, "1") == BUNDLED
    assert instruments.of_version(catalog, "2") == parse(heavier)
    assert instruments.of_version(catalog, "3") is None
    assert [made.version for made in instruments.versions(catalog)] == ["2", "1"]


def test_another_text_under_a_used_version_is_refused(catalog: Catalog) -> None:
    instruments.use(catalog)
    put(catalog, TEXT.replace("at_least = 4", "at_least = 3"))
    with pytest.raises(RujukanError) as caught:
        instruments.in_force(catalog)
    assert caught.value.code == "changed_instrument"
    put(catalog, TEXT + "\n# hanya keterangan\n")
    assert instruments.in_force(catalog) == BUNDLED
