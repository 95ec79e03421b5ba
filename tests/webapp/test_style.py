import re

import pytest
from flask.testing import FlaskClient

TEXT = (
    *(("ink", "paper"), ("ink", "ground"), ("ink", "mark"), ("soft", "paper"), ("soft", "ground")),
    *(("link", "paper"), ("link", "ground"), ("link", "mark"), ("deep-ink", "paper"), ("deep-ink", "plain-ground")),
    *(("on-deep", "deep"), ("on-deep", "deeper"), ("bad", "ground"), ("ink", "plain-ground")),
    *((tone, f"{tone}-ground") for tone in ("good", "care", "bad", "plain")),
)
SCHEMES = ("light", "dark")


@pytest.fixture
def style(client: FlaskClient) -> str:
    return client.get("/static/style.css").text


def colours(style: str, scheme: str) -> dict[str, str]:
    light, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("\n}\n")[0] if scheme == "dark" else ""
    return dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6})", light + dark))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_told_from_its_ground(style: str, front: str, back: str, scheme: str) -> None:
    named = colours(style, scheme)
    assert contrast(named[front], named[back]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_edge_of_a_field_and_the_focus_ring_can_be_seen(style: str, scheme: str) -> None:
    named = colours(style, scheme)
    for ground in ("paper", "ground"):
        assert contrast(named["edge"], named[ground]) >= 3
        assert contrast(named["focus"], named[ground]) >= 3
    assert contrast(named["focus-on-deep"], named["deep"]) >= 3


def test_a_focus_ring_is_there_and_nothing_comes_from_elsewhere(style: str) -> None:
    assert ":focus-visible { outline: 3px solid" in style
    assert "@import" not in style
    assert "url(" not in style
