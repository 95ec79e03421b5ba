"""Which forms carry what they were opened on: each that changes what others may change too; a new one has to choose."""

from types import ModuleType

import pytest

from webapp.programme import (
    appraisal_acts,
    appraisal_records,
    changed_words,
    community_inputs,
    community_meetings,
    community_plans,
    community_records,
    gap_themes,
    reuse,
    validity,
)

ADDING = {
    community_records: {"anggota", "pendamping", "sesi"},
    community_plans: {"kegiatan"},
    community_inputs: {"pertanyaan", "topik", "cakup", "unit", "komitmen"},
    community_meetings: set[str](),
    gap_themes: set[str](),
    validity: set[str](),
    reuse: {"konfirmasi", "tolak"},  # once for ever: the second is told that it was decided
}
TAKING_ONE = {community_inputs: {"pensiun-pertanyaan", "pensiun-komitmen", "lepas", "lepas-unit"}}
"""What takes just the one thing that it names from a list: nobody else's word goes with it."""
ONCE = {"keberatan", "jawab", "tindak_lanjut", "kembalikan", "tarik"}
"""Steps of an appraisal after which it, or what they name, is elsewhere: the second is told so."""
BY_HAND = {(community_records, "tema"), (community_meetings, "hadir")} | {(validity, act) for act in validity._ACTS}
"""Records that are no fields of one object."""


@pytest.mark.parametrize("module", ADDING, ids=lambda module: module.__name__)
def test_every_act_of_a_page_either_knows_what_it_was_opened_on_or_overwrites_nothing(module: ModuleType) -> None:
    free = ADDING[module] | TAKING_ONE.get(module, set())
    assert set(module._KEPT) | free == set(module._ACTS)
    assert not set(module._KEPT) & free


def test_every_step_of_an_appraisal_does() -> None:
    assert set(appraisal_acts.ACTS) == appraisal_records.GUARDED | ONCE
    assert not appraisal_records.GUARDED & ONCE


class Anything:
    """Something that has every field."""

    def __getattr__(self, name: str) -> None:
        return None


def test_every_field_that_may_have_changed_is_said_in_words() -> None:
    for module in ADDING:
        for act, kept in module._KEPT.items():
            if (module, act) not in BY_HAND:
                for name, value in kept.record(Anything()).items():
                    assert str(changed_words._FIELDS[name])
                    assert value is None
