"""The tones in which a picture is painted: from dark to bright, through a hue.  Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.images.tile_style import is_light

COUNT = 16
GLINT, PALE = 0.55, 0.80  # how much light is in the brightest tone, on a dark and a light ground
SHADOW = 0.55  # how much ink is in the darkest tone on a light ground
LIGHTENED = 0.45
TURN = 0.68  # where the hue itself stands between dark and bright


def tones(theme: Theme, hue: Hue, count: int = COUNT) -> tuple[str, ...]:
    """Return so many tones of a hue, the darkest first."""
    if is_light(theme):
        dark, bright = mix(hue.text, theme.ink, SHADOW), mix(hue.fill, theme.panel, PALE)
    else:
        dark, bright = theme.background, mix(hue.fill, theme.shine, GLINT)
    shares = (n / (count - 1) for n in range(count))
    return tuple(
        mix(dark, hue.fill, share / TURN)
        if share < TURN
        else mix(hue.fill, bright, (share - TURN) / (1 - TURN))
        for share in shares
    )


def hexes(colours: Iterable[Sequence[int]]) -> tuple[str, ...]:
    """Return colours, each of three numbers from 0 to 255, as they are written."""
    return tuple("#" + "".join(f"{part:02X}" for part in colour) for colour in colours)


def made(theme: Theme) -> Hue:
    """Return the hue of a picture that is being made: the focus."""
    return Hue(theme.focus, _lightened(theme, theme.focus))


def plain(theme: Theme) -> Hue:
    """Return the hue of a picture that is not meant now: ink and paper."""
    return Hue(theme.muted, _lightened(theme, theme.muted))


def _lightened(theme: Theme, colour: str) -> str:
    """Return a colour for areas: on a light ground, one with more light in it."""
    return mix(colour, theme.panel, LIGHTENED) if is_light(theme) else colour
