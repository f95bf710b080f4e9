"""How a tile looks: a pixel by its brightness, a weight by its sign and size.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.product.cell_style import cell_style

DARKEST, BRIGHTEST = 0.05, 0.36  # how much ink is in a pixel on a dark ground
DENSEST, LIGHT_EDGE = 0.42, 1.5  # on a light one; the edge of a tile
FAINT_INK, FULL_INK = 0.05, 0.34  # how much of its hue is in a pixel of a channel
FAINT_WEIGHT, FULL_WEIGHT = 0.10, 0.38
STEPPED_BACK, EDGE_BACK = 0.2, 0.35  # how much of its looks a tile keeps that is not meant now


@dataclass(frozen=True)
class TileStyle:
    """Fill, edge and lettering of a tile; all colours opaque, widths in pixels."""

    fill: str
    text: str
    edge: str | None = None
    edge_width: float = 0.0
    bold: bool = False
    dashed: bool = False


def pixel_style(theme: Theme, share: float, hue: Hue | None = None) -> TileStyle:
    """Return the look of a pixel: ``share`` of the greatest value, in ``hue`` or without one.

    Zero is the ground in both themes, so the greatest value is light at night and ink on paper.
    """
    share = max(0.0, share)
    if hue is not None:
        ink = FAINT_INK + (FULL_INK - FAINT_INK) * share
        return TileStyle(mix(theme.background, hue.fill, ink), theme.ink)
    if is_light(theme):
        ink = DENSEST * share
        return TileStyle(mix(theme.panel, theme.ink, ink), theme.ink, theme.line, LIGHT_EDGE)
    ink = DARKEST + (BRIGHTEST - DARKEST) * share
    return TileStyle(mix(theme.background, theme.ink, ink), theme.ink)


def padding_style(theme: Theme) -> TileStyle:
    """Return the look of a zero that padding adds."""
    return TileStyle(theme.background, theme.muted, theme.muted, 2.0, dashed=True)


def weight_style(theme: Theme, share: float) -> TileStyle:
    """Return the look of a weight: ``share`` of the greatest, with its sign."""
    if not share:
        return TileStyle(theme.panel, theme.ink, theme.line, 2.0)
    ink = FAINT_WEIGHT + (FULL_WEIGHT - FAINT_WEIGHT) * abs(share)
    colour = sign_colour(theme, share)
    return TileStyle(mix(theme.panel, colour, ink), theme.ink, colour, 2.5)


def made_style(theme: Theme) -> TileStyle:
    """Return the look of an output that has been made, as a made cell has it."""
    style = cell_style(theme, "filled")
    return TileStyle(style.fill, style.text, style.edge, style.edge_width)


def sign_colour(theme: Theme, value: float | Fraction) -> str:
    """Return the colour of positive numbers, of negative ones, or of zero."""
    return theme.plus if value > 0 else theme.minus if value < 0 else theme.muted


def lit(theme: Theme, style: TileStyle) -> TileStyle:
    """Return a look in focus: bold, with a strong edge."""
    return TileStyle(style.fill, style.text, theme.focus, 4.0, bold=True, dashed=style.dashed)


def stepped_back(theme: Theme, style: TileStyle) -> TileStyle:
    """Return a look that is not meant now."""
    edge = style.edge and mix(theme.background, style.edge, EDGE_BACK)
    fill = mix(theme.background, style.fill, STEPPED_BACK)
    return TileStyle(fill, theme.muted, edge, style.edge_width, dashed=style.dashed)


def is_light(theme: Theme) -> bool:
    """Tell whether the ground is lighter than the ink."""
    return int(theme.background[1:3], 16) > int(theme.ink[1:3], 16)
