"""Is this page's text usable? Its state and a score from 0 to 1, judged from the raw characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

# The most frequent function words of Indonesian official prose: about a quarter of any page of it.
_STOP_TEXT = (
    "yang dan di dari untuk pada dengan dalam oleh atau ini itu sebagai adalah ke tidak akan dapat telah "
    "harus tentang atas serta bagi agar secara setiap paling nomor tahun pasal ayat huruf angka jo bahwa "
    "sesuai the of and to in is for that on by with as be or"
)
STOP_WORDS = frozenset(_STOP_TEXT.split())
MIN_STOP_SHARE = 0.06
MAX_JUDGED = 100_000  # characters: a long text is judged by its beginning
STAMP_CHARS = 120  # one or two lines: "Salinan sesuai dengan aslinya ..." over a scanned page
SCAN_COVER = 0.6  # of the page's area under pictures
TABLE_DIGITS = 0.12  # of the characters: a table of figures has few words, and units of one letter
MAX_BROKEN = 0.1  # of the characters
MIN_WORDS = 20  # fewer words prove nothing about their language
_VOWEL = re.compile("[aiueoAIUEO]")
_WORD = re.compile(r"[^\W\d_]+")
_SPACED_TITLE = re.compile(r"[A-Z](?<!\w\w) (?:[A-Z] ){4,}[A-Z]?\b")  # begins with the letter: found quickly
_PLAIN = frozenset(" \n\t\r.,:;()-/%\"'&+=•–—|_“”‘’*<>[]…°²³×\ufffe\u00ad")


@dataclass(frozen=True)
class Verdict:
    """A page state of the contract, and how usable the text is (0 nothing, 1 clean)."""

    state: str
    quality: float


def judge(raw: str, picture_cover: float = 0.0) -> Verdict:
    """Return the verdict on a page with this raw text, `picture_cover` of whose area lies under pictures."""
    raw = raw[:MAX_JUDGED]
    visible = _visible(raw)
    if not any(c.isalnum() for c in visible):
        return _without_words(picture_cover)
    if visible.total() <= STAMP_CHARS and picture_cover >= SCAN_COVER:
        return Verdict("needs_ocr", 0.1)
    return _judge_text(raw, visible)


def judge_typed(raw: str, picture_cover: float = 0.0) -> Verdict:
    """Return the verdict on what was typed: a roster of P, S, M is as meant, and OCR would find nothing better.

    Only characters that are none make it garbage.
    """
    visible = _visible(raw[:MAX_JUDGED])
    if not any(c.isalnum() for c in visible):
        return _without_words(picture_cover)
    broken = _portion(visible, _is_broken)
    return Verdict("text", round(1.0 - 3 * broken, 3)) if broken <= MAX_BROKEN else Verdict("needs_ocr", 0.0)


def is_language(raw: str) -> bool:
    """Tell whether enough words of a text are common ones: a high score alone is no proof of it."""
    words = Counter(_WORD.findall(raw[:MAX_JUDGED]))
    return words.total() >= MIN_WORDS and _portion(words, _is_common) >= MIN_STOP_SHARE


def _visible(raw: str) -> Counter[str]:
    return Counter({c: n for c, n in Counter(raw).items() if not c.isspace()})


def _without_words(picture_cover: float) -> Verdict:
    return Verdict("needs_ocr" if picture_cover > 0 else "empty", 0.0)


def _judge_text(raw: str, visible: Counter[str]) -> Verdict:
    broken = _portion(visible, _is_broken)
    symbols = _portion(visible, lambda c: not c.isalnum() and c not in _PLAIN)
    letters, odd, foreign = _judge_words(Counter(_WORD.findall(_SPACED_TITLE.sub("", raw))))
    if _portion(visible, str.isdigit) > TABLE_DIGITS:
        letters = odd = 0.0
    garbage = broken > MAX_BROKEN or (foreign and (broken > 0.02 or symbols > 0.15 or letters > 0.35 or odd > 0.4))
    if garbage:
        return Verdict("needs_ocr", 0.0)
    quality = max(0.0, 1.0 - 3 * broken - symbols - max(0.0, letters - 0.15) - odd / 2)
    return Verdict("text" if quality >= 0.5 else "poor", round(quality, 3))


def _judge_words(words: Counter[str]) -> tuple[float, float, bool]:
    """Return the shares of one-letter and of odd words, and whether hardly any word is a common one."""
    if words.total() < MIN_WORDS:
        return 0.0, 0.0, False
    foreign = _portion(words, _is_common) < MIN_STOP_SHARE
    longer = Counter({w: n for w, n in words.items() if len(w) > 2})
    return _portion(words, lambda w: len(w) == 1), _portion(longer, _is_odd), foreign


def _portion(counts: Counter[str], holds: Callable[[str], bool]) -> float:
    return sum(n for item, n in counts.items() if holds(item)) / (counts.total() or 1)


def _is_common(word: str) -> bool:
    return word.lower() in STOP_WORDS


def _is_broken(char: str) -> bool:
    """Tell the replacement character, control characters and points without a meaning of their own."""
    return char == "\ufffd" or (char not in "\ufffe\u00ad" and unicodedata.category(char) in {"Cc", "Cn", "Cs"})


def _is_odd(word: str) -> bool:
    """Tell a word without vowels, or with capitals in its middle."""
    return not _VOWEL.search(word) or (word[1:] != word[1:].lower() and word != word.upper())
