"""Notices as the inbox says them: each kind in words of its own."""

import re

from programme.messages import notices
from webapp.programme import notice_words

TOLD = {"unit", "use", "version", "day", "community", "year"}
"""What a sentence may name: a title or a word of a document is none of it."""


def test_every_kind_of_notice_has_a_sentence_of_its_own() -> None:
    assert set(notice_words.SENTENCES) == set(notices.KINDS)
    assert len({str(said) for said in notice_words.SENTENCES.values()}) == len(notices.KINDS)
    named = {name for said in notice_words.SENTENCES.values() for name in re.findall(r"%\((\w+)\)", str(said))}
    assert named <= TOLD


def test_pages_are_named_for_known_kinds_alone() -> None:
    assert set(notice_words.ADDRESSES) <= set(notices.KINDS)
