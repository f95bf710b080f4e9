"""The picture is laid over two recipes: what stays are the votes of its ink."""

from __future__ import annotations

import numpy as np
from manim import FadeIn, FadeOut, Wait

from scenes.acts.fully_connected.picture_unrolling import PictureUnrolling
from scenes.kit.ground.motion import DRAW, TRAVEL, together
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.network.weight_picture import WeightPicture
from scenes.kit.stage.motions import Motions

COVERED = "a recipe on which a picture lies: what stays of it is shown next"
LOOK = 1.2  # seconds that the picture lies there


class LayingOver:
    """Its own recipe and the one with the next best score; there are at least two.

    ``votes[j]`` are the products of class ``j``, from -1 to 1 for the greatest there is.
    """

    def __init__(self, unrolling: PictureUnrolling) -> None:
        self.parts, self.tiles = unrolling.parts, unrolling.tiles
        trace = self.parts.trace
        votes = trace.products[0].astype(float)
        self.votes = votes / (np.abs(votes).max() or 1.0)
        rival = max(self.parts.others, key=lambda j: trace.result[0, j])
        self.pair = self.parts.chosen, rival

    def lay(self) -> Motions:
        """Lay the picture over both, and take it off again: marks stay where ink meets a weight."""
        place = self.parts.place
        sheets = [self.parts.image(place.tile(j)).set_z_index(1) for j in self.pair]
        self._hush(COVERED)
        yield together(
            *(FadeIn(sheet, run_time=TRAVEL) for sheet in sheets),
            *(tile.to(tile.at(alive=False), DRAW) for tile in self._others()),
        )
        yield Wait(run_time=LOOK)
        votes = together(
            *(FadeOut(sheet, run_time=TRAVEL) for sheet in sheets),
            *(self.tiles[j].to(self.voted(j), TRAVEL) for j in self.pair),
        )
        self._hush(COVERED)
        yield votes
        self._hush("")

    def _hush(self, reason: str) -> None:
        """Say why the marks of both recipes need not stand out now; an empty reason: they do."""
        for mark in (mark for j in self.pair for mark in self.tiles[j].marks):
            for_the_eye(mark, reason)

    def voted(self, j: int) -> WeightPicture:
        """Return the votes of class ``j`` at the place of its recipe."""
        marks = [float(vote) for vote in self.votes[j]]
        focused = j == self.parts.chosen
        return WeightPicture(self.parts.theme, self.parts.place.tile(j), marks, focused=focused)

    def _others(self) -> list[WeightPicture]:
        return [tile for j, tile in enumerate(self.tiles) if j not in self.pair]
