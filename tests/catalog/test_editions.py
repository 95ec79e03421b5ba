"""Editions: one answers, one is built beside it, one can come back; nothing of them is lost by a switch."""

from pathlib import Path

import pytest

from catalog import editions
from catalog.database import Catalog
from catalog.editions import Model, Splitting
from catalog.errors import RujukanError
from catalog.opening import create

OLD, NEW, OTHER = Model("a", 4, "lama"), Model("b", 4, "baru"), Model("c", 4, "lain")


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    made = create(tmp_path / "data")
    editions.claim(made, OLD)
    return made


def shadow(catalog: Catalog, model: Model, sizes: tuple[int, int] = (110, 15)) -> editions.Edition:
    with catalog.writing():
        return editions.begin_shadow(catalog, model, sizes)


def states(catalog: Catalog) -> dict[str, str]:
    found = {s: editions.in_state(catalog, s) for s in ("shadow", "current", "previous")}
    return {state: edition.model.id for state, edition in found.items() if edition is not None}


def test_the_first_model_that_indexes_begins_the_edition_that_answers(catalog: Catalog) -> None:
    assert states(catalog) == {"current": "a"}
    assert editions.splitting(catalog) == Splitting(1, 110, 15)
    assert editions.claim(catalog, OLD).number == 1
    with pytest.raises(RujukanError, match="rujukan reindex --model lain") as refused:
        editions.claim(catalog, OTHER)
    assert refused.value.code == "other_model"


def test_asking_for_the_same_shadow_again_goes_on_with_it(catalog: Catalog) -> None:
    assert shadow(catalog, NEW) == shadow(catalog, NEW)
    with pytest.raises(RujukanError) as refused:
        shadow(catalog, OTHER)
    assert refused.value.code == "other_shadow"
    assert states(catalog) == {"current": "a", "shadow": "b"}


def test_a_shadow_that_is_what_answers_is_refused(catalog: Catalog) -> None:
    with pytest.raises(RujukanError) as refused:
        shadow(catalog, OLD)
    assert refused.value.code == "same_edition"
    assert shadow(catalog, OLD, (80, 20)).splitting == Splitting(2, 80, 20)


def test_a_switch_keeps_the_old_one_and_a_rollback_brings_it_back(catalog: Catalog) -> None:
    shadow(catalog, NEW)
    editions.switch(catalog)
    assert states(catalog) == {"current": "b", "previous": "a"}
    editions.roll_back(catalog)
    assert states(catalog) == {"current": "a", "shadow": "b"}


def test_only_one_edition_can_come_back(catalog: Catalog) -> None:
    shadow(catalog, NEW)
    editions.switch(catalog)
    shadow(catalog, OTHER)
    editions.switch(catalog)
    assert states(catalog) == {"current": "c", "previous": "b"}
    assert [edition.model.id for edition in editions.retired(catalog)] == ["a"]


def test_a_forgotten_edition_takes_its_splitting_along_unless_another_uses_it(catalog: Catalog) -> None:
    shadow(catalog, NEW, (80, 20))
    editions.retire(catalog, "shadow")
    (gone,) = editions.retired(catalog)
    editions.forget(catalog, gone)
    assert editions.retired(catalog) == []
    assert editions.find_splitting(catalog, (80, 20)) is None
    assert editions.find_splitting(catalog, (110, 15)) == Splitting()


def test_a_comparison_is_kept_with_its_edition(catalog: Catalog) -> None:
    editions.remember_comparison(catalog, shadow(catalog, NEW), {"passes": False})
    found = editions.in_state(catalog, "shadow")
    assert found is not None
    assert found.comparison == {"passes": False}
