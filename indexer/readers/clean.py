"""Raw extracted text made plain: NFC, line ends as newlines, words joined again, no control characters."""

import re
import unicodedata

# A PDF engine writes U+FFFE, a word processor U+00AD, where a word was cut at the end of a line.
# Possessive and tied to the start of a word: a "word" of a million letters must not cost its square.
_CUT = re.compile(r"(?<![^\W_])([^\W_]++)(?:\ufffe|\u00ad[ \t]*(?=\n))[ \t]*\n?[ \t]*([^\W_]+)")
_HARD_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,}+)-[ \t]*\n[ \t]*([^\W\d_]{2,})")
_HYPHEN_END = re.compile(r"-[ \t]*\n")  # found at once, where the search for cut words tries every letter
_HYPHENATED_STEMS = frozenset({"non", "e", "se", "ke", "pra", "pasca", "anti", "sub", "co"})
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_SPACES = re.compile(" {2,}")
_EDGES = re.compile(r" \n ?|\n ")
_BLANK_LINES = re.compile(r"\n{3,}")
# Ligatures hide words from every index; the private-use points are the bullets of the Symbol fonts.
_GLYPHS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf0a8\uf02d", "•")
)
_GLYPH = re.compile("[\ufb00-\ufb06\uf000-\uf0ff]")


def clean(raw: str) -> str:
    """Return plain text of several lines: one space between words, no blank edge, at most one empty line."""
    # Most text needs few of the steps: a look whether there is work costs much less than the work.
    text = _LINE_END.sub("\n", raw.replace("\r\n", "\n"))
    if not text.isascii():
        text = _plain_signs(text)
    if _HYPHEN_END.search(text):
        text = _HARD_CUT.sub(_rejoin_hard, text)
    text = _ODD_SPACE.sub(" ", _DROPPED.sub("", text))
    if "  " in text:
        text = _SPACES.sub(" ", text)
    text = _BLANK_LINES.sub("\n\n", _EDGES.sub("\n", text))
    return unicodedata.normalize("NFC", text.strip())


def _plain_signs(text: str) -> str:
    """Spell out ligatures and bullets, replace half characters, join the words that were marked as cut."""
    text = _SURROGATE.sub("\ufffd", text)
    if _GLYPH.search(text):
        text = text.translate(_GLYPHS)
    return _CUT.sub(_rejoin, text) if "\ufffe" in text or "\u00ad" in text else text


def one_line(raw: str) -> str:
    """Return plain text on a single line."""
    if raw.isascii() and raw.isprintable() and "  " not in raw:
        return raw.strip()  # nearly every cell of a large sheet
    return clean(raw).replace("\n\n", " ").replace("\n", " ")


def _rejoin(cut: re.Match[str]) -> str:
    left, right = cut.groups()
    return f"{left}-{right}" if _keeps_hyphen(left, right) else left + right


def _rejoin_hard(cut: re.Match[str]) -> str:
    left, right = cut.groups()
    if _keeps_hyphen(left, right):
        return f"{left}-{right}"
    return left + right if left[-1].islower() and right[0].islower() else cut.group()


def _keeps_hyphen(left: str, right: str) -> bool:
    """Tell a written hyphen from one of line breaking: undang-undang, PBB-P2, Hak-Hak, perundang-undangan."""
    if left[-1].isdigit() or any(c.isdigit() for c in right):
        return True
    low, other = left.casefold(), right.casefold()
    if low in _HYPHENATED_STEMS or (right[0].isupper() and left[-1].islower()):
        return True
    shared = next((n for n in range(min(len(low), len(other)), 2, -1) if low.endswith(other[:n])), 0)
    return shared > 0 and (shared in {len(low), len(other)} or 4 <= shared >= len(other) - 4)
