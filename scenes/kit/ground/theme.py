"""The two looks of the film: one table of colour roles for each, and nothing else.

A component asks for a role (``theme.ink``, ``theme.hue(2).fill``); no colour is written anywhere
else in the project.  Pure: knows nothing of Manim.
"""

from __future__ import annotations

from dataclasses import dataclass


def mix(under: str, over: str, share: float) -> str:
    """Return ``under`` covered by ``over`` at opacity ``share``, as an opaque ``#RRGGBB``.

    >>> mix("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = zip(_channels(under), _channels(over), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass(frozen=True)
class Hue:
    """The colour of one summed index: ``text`` for letters and edges, ``fill`` for areas."""

    text: str
    fill: str


@dataclass(frozen=True)
class Theme:
    """A table of colour roles.

    ``hue_tint`` is how strongly a hue covers the ground of an active cell, ``glow`` how strongly
    the focus shines around it, ``edge_share`` how much of the focus is in edges that only share
    in it; all differ because a light ground swallows light.
    """

    name: str
    background: str
    panel: str
    line: str
    ink: str
    muted: str
    focus: str
    plus: str
    minus: str
    wood: str
    wood_edge: str
    cream: str
    cork: str
    cap: str
    leaf: str
    shine: str
    on_liquid: str
    hues: tuple[Hue, ...]
    hue_tint: float
    glow: float
    edge_share: float
    lamp: str
    lamp_share: float

    def hue(self, slot: int) -> Hue:
        """Return the hue of palette slot ``slot``, counted from 1 as in the example files."""
        return self.hues[slot - 1]

    def tint(self, hue: str, share: float) -> str:
        """Return the background covered by ``hue`` at ``share``."""
        return mix(self.background, hue, share)


NIGHT = Theme(
    name="night",
    background="#10131A",
    panel="#1A1F2A",
    line="#39414F",
    ink="#F5ECDA",
    muted="#929BAB",
    focus="#5CE2CD",
    plus="#6FA8FF",
    minus="#FF9A4D",
    wood="#6B4A35",
    wood_edge="#A9764F",
    cream="#FBF4E4",
    cork="#B98556",
    cap="#4A4D55",
    leaf="#2E6B3A",
    shine="#FFFFFF",
    on_liquid="#10131A",
    hues=tuple(
        Hue(colour, colour)
        for colour in (
            "#4AA6F6",
            "#F3458D",
            "#F6E23A",
            "#ED7C31",
            "#AB7E58",
            "#F79690",
            "#CEEBA6",
            "#C3CDF7",
        )
    ),
    hue_tint=0.16,
    glow=1.0,
    edge_share=0.62,
    lamp="#C98A4B",
    lamp_share=0.10,
)

PAPER = Theme(
    name="paper",
    background="#F8F3E7",
    panel="#FFFDF6",
    line="#D3C8B2",
    ink="#22252E",
    muted="#636873",
    focus="#07604B",
    plus="#2F62C8",
    minus="#B4520A",
    wood="#8A6244",
    wood_edge="#B98A62",
    cream="#FFFDF6",
    cork="#C4986A",
    cap="#8F8A80",
    leaf="#2E6B3A",
    shine="#FFFFFF",
    on_liquid="#22252E",
    hues=(
        Hue("#1C5FC2", "#5AAEF5"),
        Hue("#C91672", "#F2619F"),
        Hue("#826600", "#F2D033"),
        Hue("#642608", "#CB7E46"),
        Hue("#923392", "#CDB4D4"),
        Hue("#047943", "#8FCB9B"),
        Hue("#3200A1", "#D5DEFE"),
        Hue("#401719", "#B88E76"),
    ),
    hue_tint=0.22,
    glow=1.6,
    edge_share=0.88,
    lamp="#E7B26A",
    lamp_share=0.16,
)

PRINTED = "#FFFFFF"  # the paper of a handout
MARK, MARK_RIM = "#FF2D95", "#FFFFFF"  # around what the gate points at: a hue that no theme has

THEMES = {theme.name: theme for theme in (NIGHT, PAPER)}
