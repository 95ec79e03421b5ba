"""Letters that a pattern without regard to case takes for "i", "s" and "k", and a table of words does not."""

_OTHERS = str.maketrans("\u0130\u0131\u017f\u212a", "IisK")
"""Capital I with a dot, i without one, long s, the sign of kelvin: of pages set in other fonts, or typed by mistake."""


def plain(text: str) -> str:
    """Give a text with "i", "s" and "k" for letters that only look like them, each in its place."""
    return text.translate(_OTHERS)
