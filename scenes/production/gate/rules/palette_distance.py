"""Any two hues can be told apart, in normal sight and without one kind of cones."""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.ground.theme import THEMES
from scenes.production.gate.finding import Finding
from scenes.production.gate.palette import distances
from scenes.production.gate.performance import Performance

FIX = "move the lighter of the two hues in scenes/kit/ground/theme.py until the distance is kept"
LEAST = 10.0  # CAM02-UCS


def check(performance: Performance) -> Iterator[Finding]:
    """Find hues that are too near to each other."""
    theme = THEMES[performance.theme]
    palettes = {
        "text": tuple(hue.text for hue in theme.hues),
        "fill": tuple(hue.fill for hue in theme.hues),
    }
    for use, colours in palettes.items():
        for what, name in too_near(use, colours):
            yield Finding("", 0.0, what, name=name)


def too_near(use: str, colours: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Go through the pairs that are too near: what is to be said, and the name of the pair."""
    for pair in distances(colours):
        if pair.distance < LEAST:
            one, other = colours[pair.one], colours[pair.other]
            apart = f"{pair.distance:.1f} apart in {pair.sight} sight"
            what = f"{use} hues {one} and {other} are {apart}"
            yield what, f"k{pair.one + 1}/k{pair.other + 1}"
