"""Gaps: grouping by meaning, the smallest group that is shown, owners, closing and opening again."""

from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog import accounts, grants, questions
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.questions import Question
from engine.analysis import stems
from programme.steering import gaps
from programme.steering.gap_grouping import (
    Asked,
    Asks,
    Measured,
    Row,
    denies,
    folded,
    groups,
    means_the_same,
    nearest,
    wordings,
)
from tests.catalog import making
from tests.word_counts import WordCounts

DAY = "2026-11-20"
WORDS = ("arsip", "mobil", "cuti", "pajak", "gedung", "Berapa")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
ROWS = st.lists(
    st.builds(Row, st.just(DAY), TEXTS, st.sampled_from("abc"), st.booleans(), st.sampled_from((None, "BPAD"))),
    max_size=14,
)


def measured(texts: list[str]) -> Measured:
    return Measured.of([WordCounts().embed_queries(texts)] if texts else [], [frozenset(stems(one)) for one in texts])


def grouped(rows: list[Row]) -> list[list[Asked]]:
    asked = wordings(rows)
    return [[asked[n] for n in members] for members in groups(asked, measured([one.text for one in asked]))]


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms())
def test_groups_are_the_same_in_whatever_order_and_hold_each_question_once(rows: list[Row], chance: Random) -> None:
    shuffled = [*rows]
    chance.shuffle(shuffled)
    found = grouped(rows)
    assert grouped(shuffled) == found
    members = [one.folded for group in found for one in group]
    assert sorted(members) == sorted({one.folded for one in wordings(rows)})
    assert sum(one.times for group in found for one in group) == len(rows)


def test_a_group_needs_nearness_and_key_words_that_are_shared() -> None:
    vectors = np.array([[1, 0], [0.9, np.sqrt(0.19)], [0.95, -np.sqrt(1 - 0.95**2)]], dtype=np.float32)
    asked = [Asked(name, name, 1, frozenset("a"), frozenset(), (), DAY, DAY) for name in "xyz"]
    words = [frozenset({"sewa", "gedung", "kantor"}), frozenset({"sewa", "kantor"}), frozenset({"mobil"})]
    assert groups(asked, Measured(vectors, words)) == [(0, 1), (2,)]
    words[1] = frozenset({"sewa", "ruang"})
    assert groups(asked, Measured(vectors, words)) == [(0,), (1,), (2,)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sewa gedung 2025", "sewa gedung 2026", False),
        ("sewa gedung 2025", "sewa gedung", True),
        ("siapa yang boleh menyewa gedung", "siapa yang tidak boleh menyewa gedung", False),
        ("boleh menyewa gedung tidak", "boleh menyewa gedung", True),
    ],
)
def test_numbers_and_denials_make_another_question_of_one_that_is_worded_alike(
    one: str, other: str, *, same: bool
) -> None:
    words = [frozenset(stems(text)) - {"tidak", "yang"} for text in (one, other)]
    found = Measured(np.ones((2, 1), dtype=np.float32), words, [Asks(denies(text), None) for text in (one, other)])
    assert means_the_same(found, 0, 1, 1.0) is same


def test_another_kind_of_answer_makes_another_question() -> None:
    words, vectors = [frozenset({"sewa"})] * 2, np.ones((2, 1), dtype=np.float32)
    for kinds, same in ((("orang", "tanggal"), False), (("orang", None), True), (("orang", "orang"), True)):
        asks = [Asks(denies=False, kind=kind) for kind in kinds]
        assert means_the_same(Measured(vectors, words, asks), 0, 1, 0.9) is same


def test_a_question_belongs_to_the_nearest_theme_that_shares_a_word_and_without_one_only_if_very_near() -> None:
    themes = Measured(np.array([[1, 0], [0, 1]], dtype=np.float32), [frozenset({"pajak"}), frozenset({"arsip"})])
    between = np.array([0.714, 0.7], dtype=np.float32)
    assert nearest(between, frozenset({"arsip"}), themes) == 1
    assert nearest(between, frozenset({"mobil"}), themes) is None
    assert nearest(np.array([0.1, 0.99], dtype=np.float32), frozenset({"mobil"}), themes) == 1
    assert nearest(between, frozenset({"arsip"}), measured([])) is None


def ask(catalog: Catalog, text: str, *askers: str, day: str = DAY, outcome: str = "no_hits") -> None:
    asked = [Question(day, text, "jawaban", outcome, 0, "internal", one) for one in askers]
    questions.keep(catalog, asked, days=90, today=date.fromisoformat(DAY))


def regroup(catalog: Catalog, first: str = "2026-09-01") -> list[gaps.Gap]:
    asked, themes = wordings(gaps.rows(catalog, first)), gaps.themes(catalog)
    of_themes = (themes, measured([theme.name for theme in themes]))
    gaps.regroup(catalog, asked, measured([one.text for one in asked]), of_themes, DAY)
    return gaps.listing(catalog, fewest=1)


def person(catalog: Catalog, login: str, *roles: Grant) -> Account:
    made = accounts.add(catalog, login, f"{login} Contoh", None, by="uji")
    for role in roles:
        grants.add(catalog, login, role, by="uji")
    return made


@pytest.fixture
def themed(catalog: Catalog, community: int) -> int:
    catalog.db.execute("UPDATE community SET themes = '[\"sewa gedung\"]' WHERE id = ?", [community])
    return community


def test_only_what_nothing_answers_is_a_gap_and_noted_ones_are_not_counted_twice(catalog: Catalog, themed: int) -> None:
    ask(catalog, "Sewa gedung?", *"abcd")
    ask(catalog, "sewa gedung", *"ab", outcome="weak_evidence")
    ask(catalog, "sewa gedung", *"xyz", outcome="answered")
    for asker in "klm":
        questions.note_gap(catalog, "sewa gedung!", "BPSDM", asker)
    catalog.db.execute("UPDATE gap SET day = ?", [DAY])
    (gap,) = regroup(catalog)
    assert (gap.question, gap.times, gap.askers, gap.state) == ("Sewa gedung?", 9, 4, "terbuka")
    assert (gap.community, gap.theme, gap.unit) == (themed, "sewa gedung", "BPAD")


def test_a_group_of_few_askers_is_shown_to_operators_alone_and_its_unit_needs_as_many(
    catalog: Catalog, themed: int
) -> None:
    steering = person(catalog, "panel", Grant("panel"))
    ask(catalog, "sewa gedung", *"abcd")
    regroup(catalog)
    assert gaps.seen_by(catalog, steering) == []
    assert len(gaps.seen_by(catalog, steering, small=True)) == 1
    for asker in "klmno":
        questions.note_gap(catalog, "sewa gedung", "DINKES", asker)
    catalog.db.execute("UPDATE gap SET day = ?", [DAY])
    (gap,) = regroup(catalog)
    assert (gap.askers, gap.unit) == (5, "DINKES")
    assert [one.key for one, _ in gaps.seen_by(catalog, steering)] == [gap.key]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, st.sampled_from("abcdefg"), st.booleans()), max_size=40))
def test_whatever_is_asked_no_group_is_shown_of_fewer_pseudonyms_than_five(
    catalog: Catalog, rows: list[tuple[str, str, bool]]
) -> None:
    with catalog.writing():
        for table in ("question", "gap", "gap_group", "gap_text"):
            catalog.db.execute(f"DELETE FROM {table}")
        for text, asker, noted in rows:
            if noted:
                questions.note_gap(catalog, text, "BPAD", f"{asker} {text}")
            else:
                ask(catalog, text, asker)
        catalog.db.execute("UPDATE gap SET day = ?", [DAY])
        regroup(catalog)
    members: dict[int, set[str]] = {}
    for text, number in catalog.db.execute("SELECT text, gap_group FROM gap_text").fetchall():
        members.setdefault(number, set()).add(text)
    for gap in gaps.listing(catalog):
        its = [(asker, noted) for text, asker, noted in rows if folded(text) in members[gap.id]]
        noters = {(asker, text) for text, asker, noted in rows if noted and folded(text) in members[gap.id]}
        assert max(len({asker for asker, noted in its if not noted}), len(noters)) >= 5
        assert gap.unit is None or len(noters) >= 5


def test_groups_are_for_their_community_and_for_those_who_steer(catalog: Catalog, themed: int) -> None:
    keeper = person(catalog, "kurator", Grant("kurator", community="Komunitas Pembelajar BPAD"))
    steering, other = person(catalog, "panel", Grant("panel")), person(catalog, "lain", Grant("pembaca", "DINKES"))
    ask(catalog, "sewa gedung", *"abcde")
    ask(catalog, "cuti besar", *"abcde")
    regroup(catalog)
    seen = {one and one.login: len(gaps.seen_by(catalog, one)) for one in (keeper, steering, other, None)}
    assert seen == {"kurator": 1, "panel": 2, "lain": 0, None: 0}
    gap, _ = gaps.seen_by(catalog, keeper)[0]
    with pytest.raises(NotFoundError):
        gaps.with_key(catalog, other, gap.key)


def test_an_owner_is_a_member_given_by_who_keeps_the_records_and_stays_while_the_group_does(
    catalog: Catalog, themed: int
) -> None:
    keeper = person(catalog, "kurator", Grant("kurator", community="Komunitas Pembelajar BPAD"))
    member = person(catalog, "siti")
    catalog.db.execute(
        "INSERT INTO community_member (community, account, name, role, valid_from)"
        " VALUES (?, ?, 'Siti', 'anggota', '2026-01-01')",
        [themed, member.id],
    )
    ask(catalog, "sewa gedung", *"abcde")
    (gap,) = regroup(catalog)
    _, here = gaps.with_key(catalog, keeper, gap.key)
    _, as_member = gaps.with_key(catalog, member, gap.key)
    with pytest.raises(NotFoundError):
        gaps.assign(catalog, gap, as_member, "siti", by="siti")
    with pytest.raises(RujukanError):
        gaps.assign(catalog, gap, here, "kurator", by="kurator")
    gaps.assign(catalog, gap, here, "siti", by="kurator")
    ask(catalog, "gedung sewa", *"fghijklm")
    (again,) = regroup(catalog)
    assert (again.key, again.question, again.owner) == (gap.key, "gedung sewa", "siti Contoh")
    assert [row["kind"] for row in catalog.db.query("SELECT kind FROM notice")] == ["celah_ditugaskan"]


def test_a_group_that_was_placed_by_steering_stays_there(catalog: Catalog, themed: int) -> None:
    steering = person(catalog, "panel", Grant("panel"))
    ask(catalog, "cuti besar", *"abcde")
    (gap,) = regroup(catalog)
    assert gap.community is None
    gaps.place(catalog, gap, gaps.with_key(catalog, steering, gap.key)[1], themed, by="panel")
    assert [(one.community, one.unit) for one in regroup(catalog)] == [(themed, "BPAD")]


def test_a_gap_closes_with_what_answers_it_and_opens_again(catalog: Catalog, themed: int) -> None:
    ask(catalog, "sewa gedung", *"abcde")
    (gap,) = regroup(catalog)
    asset = making.asset(catalog)
    assert gaps.asked_again(catalog, gap, "2026-11-21", None, answered=False) is None
    assert gaps.asked_again(catalog, gap, "2026-11-22", asset, answered=True) == "tertutup"
    (closed,) = regroup(catalog)
    assert (closed.state, closed.since, closed.asset) == ("tertutup", "2026-11-22", making.key_of(catalog, asset))
    assert gaps.asked_again(catalog, closed, "2026-11-23", asset, answered=True) is None
    assert gaps.asked_again(catalog, closed, "2026-11-24", None, answered=False) == "terbuka"
    (opened,) = gaps.listing(catalog)
    assert (opened.state, opened.since, opened.asked, opened.asset) == ("terbuka", "2026-11-24", "2026-11-24", None)


def test_groups_go_with_the_questions_that_they_are_made_of(catalog: Catalog, themed: int) -> None:
    ask(catalog, "sewa gedung", *"abcde", day="2026-09-10")
    ask(catalog, "cuti besar", *"abcde")
    assert len(regroup(catalog)) == 2
    questions.forget(catalog, days=30, today=date.fromisoformat(DAY))
    assert [gap.question for gap in gaps.listing(catalog)] == ["cuti besar"]
    assert [row["text"] for row in catalog.db.query("SELECT text FROM gap_text")] == ["cuti besar"]
