"""How a cell of a matrix looks in each of its states.  Pure: knows nothing of Manim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scenes.kit.ground.theme import Hue, Theme, mix

State = Literal["on", "act", "soft", "idle", "empty", "focus", "filled", "waiting"]

ACT_SHARE = 0.12  # how much stronger a cell is tinted while it is being multiplied
SOFT_SHARE, SOFT_EDGE = 0.06, 0.35
HALO_SHARES = (0.09, 0.06, 0.05)  # of the three halos of the focus, from the inside


@dataclass(frozen=True)
class CellStyle:
    """Fill, edge and lettering of a cell; all colours opaque, widths in pixels."""

    fill: str
    edge: str
    edge_width: float
    text: str
    bold: bool = False
    halo: str | None = None
    dashed: bool = False


def cell_style(theme: Theme, state: State, hue: Hue | None = None) -> CellStyle:
    """Return the look of a cell.

    ``on`` it has its hue; ``act`` it is being multiplied; ``soft`` it is in play; ``idle`` it is
    not; ``empty`` it has not been computed; ``focus`` it is being made; ``filled`` it has been
    made; ``waiting`` its place is marked.
    """
    colour = hue.text if hue else theme.ink
    area = hue.fill if hue else theme.ink
    tint = theme.hue_tint
    if state == "on":
        return CellStyle(theme.tint(area, tint), colour, 2.5, theme.ink)
    if state == "act":
        return CellStyle(theme.tint(area, tint + ACT_SHARE), colour, 4.0, theme.ink, bold=True)
    if state == "soft":
        soft = mix(theme.panel, area, SOFT_SHARE)
        return CellStyle(soft, mix(theme.panel, colour, SOFT_EDGE), 2.0, theme.muted)
    if state == "focus":
        fill = theme.tint(theme.focus, 0.16)
        return CellStyle(fill, theme.focus, 3.8, theme.ink, bold=True, halo=theme.focus)
    if state == "filled":
        edge = mix(theme.panel, theme.focus, theme.edge_share)
        return CellStyle(theme.tint(theme.focus, 0.08), edge, 2.0, theme.ink)
    if state == "waiting":
        return CellStyle(theme.background, theme.muted, 2.0, theme.muted, dashed=True)
    if state == "empty":
        return CellStyle(mix(theme.background, theme.panel, 0.5), theme.line, 2.0, theme.muted)
    return CellStyle(theme.panel, theme.line, 2.0, theme.muted)
