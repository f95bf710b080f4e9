"""A, B and C as they lie in memory, each with its name and its hue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from manim import Animation, Transform, VGroup

from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.bench_geometry import MATRICES, in_block, name_at
from scenes.kit.ground.motion import TRAVEL, together
from scenes.kit.ground.sizes import CELL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.memory.moving import Relocating
from scenes.kit.memory.storage_geometry import Boxes
from scenes.kit.memory.stored_matrix import StoredMatrix

HUES = {"A": 1, "B": 4, "C": 3}  # the four of the bar are farthest apart


def hue_of(theme: Theme, name: str) -> Hue:
    """Return the hue of a matrix."""
    return theme.hue(HUES[name])


class Matrices(VGroup):
    """The three matrices in Falk's layout, without a sign of their trays."""

    def __init__(self, theme: Theme, layer: CacheLayer) -> None:
        self.theme, self.n, self.line = theme, layer.n, layer.line
        self.trays = layer.n**2 // layer.line
        self.stored: Mapping[str, StoredMatrix] = {
            name: StoredMatrix(
                theme, in_block(name, layer.n, layer.n), layer.line, hue_of(theme, name)
            )
            for name in MATRICES
        }
        self.names: Mapping[str, Label] = {name: self.name_label(name) for name in MATRICES}
        super().__init__(*self.stored.values(), *self.names.values())

    def name_label(self, name: str, *, shelved: bool = False) -> Label:
        """Return the name of a matrix, beside its numbers."""
        x, baseline = name_at(name, shelved=shelved)
        hue = hue_of(self.theme, name).text
        return Label(name, CELL, hue, x=x, baseline=baseline, bold=True)

    def rearrange(
        self,
        places: Callable[[str, int, int], Boxes],
        *,
        shelved: bool = False,
        run_time: float = TRAVEL,
    ) -> Animation:
        """Return the numbers' going, row after row, to other places, cut into trays."""
        moves: list[Animation] = [
            Relocating(stored, places(name, self.n, self.line), self.n, run_time=run_time)
            for name, stored in self.stored.items()
        ]
        moves += [
            Transform(label, self.name_label(name, shelved=shelved), run_time=run_time)
            for name, label in self.names.items()
        ]
        return together(*moves)
