"""Numbers in Indonesian words and in Roman numerals, both ways: "dua puluh lima" is 25, "III" is 3."""

from collections.abc import Iterator

from search.understanding.letters import plain

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = {"miliar": 1_000_000_000, "juta": 1_000_000, "ribu": 1_000}
FACTORS = {"ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
"""What figures are multiplied by, "5 juta", in whole words and short ones; "m" and "t" may be other units."""
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100} | {word: digit for digit, word in enumerate(_DIGITS)}
_RAISED = {
    "belas": (1, 10),
    "puluh": (10, 0),
    "ratus": (100, 0),
}  # times the digit before, plus
_TOO_LARGE = 10**12
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LARGEST_ROMAN = 39
WORD = rf"(?:{'|'.join((*_WHOLE, *_RAISED, *_SCALES, 'seribu'))})"
"""A pattern, for use without regard to case, of one word of a number."""
WORDS = rf"{WORD}(?:\s+{WORD})*"
"""The same of a number in one word or more."""

ORDINALS = {"pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5}


def in_words(number: int) -> str:
    """Give a number from 0 to below 10^12 in words, as it is read."""
    return " ".join(_parts(number)) or _DIGITS[0]


def value_of(words: str) -> int | None:
    """Give the number that words tell; None for words that tell none, or not as it is read ("dua tiga")."""
    wanted = plain(words).casefold().split()
    total = group = last = 0
    for word in wanted:
        if word in _WHOLE:
            last = _WHOLE[word]
            group += last
        elif word in _RAISED:
            times, more = _RAISED[word]
            group += last * times - last + more
        elif word == "seribu":
            total += 1_000
        else:
            total, group = total + group * _SCALES.get(word, 0), 0
    value = total + group
    return value if 0 <= value < _TOO_LARGE and in_words(value).split() == wanted else None


def value_in(written: str) -> int | None:
    """Give the number that digits or words tell; None where they tell none."""
    return int(written) if written.isdecimal() else value_of(written)


def roman(number: int) -> str:
    """Give a number from 1 to 39 as a Roman numeral; "" for another."""
    found = ""
    for value, letters in _ROMAN if 0 < number <= _LARGEST_ROMAN else ():
        found += letters * (number // value)
        number %= value
    return found


def roman_value(letters: str) -> int | None:
    """Give what a Roman numeral up to 39 tells, None for letters that are none."""
    return next((n for n in range(1, _LARGEST_ROMAN + 1) if roman(n) == letters.upper()), None)


def _parts(number: int) -> Iterator[str]:
    for word, value in _SCALES.items():
        if number >= value:
            yield from ["seribu"] if value == 1_000 and number < 2_000 else [*_parts(number // value), word]
            number %= value
    if number >= 200:
        yield from (_DIGITS[number // 100], "ratus")
    elif number >= 100:
        yield "seratus"
    yield from _below_hundred(number % 100)


def _below_hundred(number: int) -> Iterator[str]:
    if number in (10, 11):
        yield {10: "sepuluh", 11: "sebelas"}[number]
    elif 11 < number < 20:
        yield from (_DIGITS[number - 10], "belas")
    else:
        if number >= 20:
            yield from (_DIGITS[number // 10], "puluh")
        if number % 10:
            yield _DIGITS[number % 10]
