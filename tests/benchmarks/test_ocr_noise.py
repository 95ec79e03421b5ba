"""Noise that is put into judged sets."""

import random

from benchmarks.judged import Judged
from benchmarks.ocr_noise import noisy, with_noise

TEXT = "Pemohon mengajukan surat permohonan peminjaman kendaraan dinas kepada kepala badan. " * 20


def test_the_same_seed_makes_the_same_noise() -> None:
    assert noisy(TEXT, 0.05, random.Random(1)) == noisy(TEXT, 0.05, random.Random(1))


def test_no_rate_leaves_the_text_as_it_is() -> None:
    assert noisy(TEXT, 0.0, random.Random(1)) == TEXT


def test_a_higher_rate_changes_more_words() -> None:
    written = set(TEXT.split())
    left = [len(written & set(noisy(TEXT, rate, random.Random(1)).split()[:11])) for rate in (0.01, 0.5)]
    assert left[0] > left[1]


def test_only_the_share_of_the_texts_is_scanned_and_questions_stay() -> None:
    judged = Judged("a", {str(n): ("judul", TEXT) for n in range(40)}, {"q": "surat"}, {}, {})
    scanned = with_noise(judged, 0.1, 0.5, 1)
    changed = sum(scanned.corpus[key] != judged.corpus[key] for key in judged.corpus)
    assert 8 <= changed <= 32
    assert scanned.queries == judged.queries
