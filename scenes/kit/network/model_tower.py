"""A large model as a tower: its parts by their names, and what every block of it has again."""

from __future__ import annotations

import tomllib
from pathlib import Path

from manim import VGroup

from mathcore.layer_file.transformer import TransformerLayer
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.shapes import bracket
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme
from scenes.kit.network.tower import Tower, TowerLayer
from scenes.kit.network.tower_geometry import TowerPlace, first_and_last

NAMES = tomllib.loads((Path(__file__).parent / "parts.toml").read_text(encoding="utf-8"))
ONCE = ("embedding", "unembedding", "last_softmax")  # parts that no block has
TOP, FLOOR, RIGHT = 156.0, 924.0, 750.0
START, ROOM = 772.0, 520.0  # of the bars beside it
TICK, BESIDE = 12.0, 22.0  # of the bracket around what is repeated


class ModelTower(VGroup):
    """The ``tower`` of a model at its ``place``, and what is ``repeated`` in it.

    Parameters
    ----------
    layer : TransformerLayer
        Its parts are the layers.
    times : str
        How often a block is there.
    language : str
        In which the parts are named.
    """

    def __init__(self, theme: Theme, layer: TransformerLayer, times: str, language: str) -> None:
        self.theme, self.times, parts = theme, times, layer.parts
        self.names = [NAMES[part.name][language] for part in parts]
        self.meant = [part.is_product for part in parts]
        self.block = first_and_last([part.name not in ONCE for part in parts])
        left = frame.LEFT + lettering.width(times, LABEL, bold=True) + 2 * BESIDE
        self.place = TowerPlace(Box(left, TOP, RIGHT - left, FLOOR - TOP), len(parts), START, ROOM)
        counts = [float(part.count) for part in parts]
        self.tower = Tower(theme, self.place, self.names, counts, self.meant)
        self.repeated = self.around_a_block(self.place)
        super().__init__(self.tower, self.repeated)

    def layers_at(self, place: TowerPlace) -> GroupOf[TowerLayer]:
        """Return the layers at a place, those that are meant lit from the start."""
        named = enumerate(zip(self.names, self.meant, strict=True))
        return GroupOf(
            *(TowerLayer(self.theme, place.layer(n), name, lit=lit) for n, (name, lit) in named)
        )

    def around_a_block(self, place: TowerPlace) -> VGroup:
        """Return the bracket around what every block has, and how many blocks there are."""
        span = place.span(*self.block)
        box = Box(span.x - BESIDE, span.y, span.width, span.height)
        label = Label(
            self.times, LABEL, self.theme.ink, x=frame.LEFT,
            baseline=cap_centred(box.centre[1], LABEL), bold=True,
        )  # fmt: skip
        return VGroup(bracket(box, "left", self.theme.ink, tick=TICK), label)
