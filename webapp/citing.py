"""A source as plain text to paste into a nota dinas: what it is, whose, from when, where in it, its address."""

from catalog.assets import Card
from webapp import labels


def citation(card: Card, unit: str, place: str, address: str, quote: str = "") -> str:
    """Return the citation on one line, below the quote if there is one; what is not known is left out."""
    number = card.fields.get("nomor")
    day = labels.long_date(card.date)
    parts = [
        _plain(card.title),
        f"Nomor {_plain(number)}" if isinstance(number, str) and number.strip() else "",
        unit,
        day,
        f"versi {card.version}" if card.version > 1 else "",
        place[:1].lower() + place[1:],
        address,
    ]
    source = ", ".join(filter(None, parts))
    return f"“{_plain(quote)}”\n({source})" if quote else source


def _plain(text: str) -> str:
    return " ".join(text.split())
