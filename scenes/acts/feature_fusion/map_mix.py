"""Whole maps are mixed: the same row meets the same column at every pixel, recipe after recipe."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
)

from scenes.acts.feature_fusion.map_mix_geometry import HEAD_ROOM, HEADS, NAMES_LEFT, maps_place
from scenes.acts.feature_fusion.pixel_stage import PixelStage
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import DRAW, SHORT, STAGGER, TRAVEL, travel, wave
from scenes.kit.ground.name_lines import wrapped
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.images.dyeing import Dye
from scenes.kit.images.painting import Glide, Scan, Sweep
from scenes.kit.images.tones import made, plain
from scenes.kit.product.beam import Beam
from scenes.kit.product.matrix_grid import MatrixGrid, size_in
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE

OF = "mixing"
ICON, ABOVE = 46.0, 14.0
SWEEPS = 2.2, 1.1, 0.7  # seconds: the first slowly, then faster


class MapMix:
    """What the stage of one pixel turns into when all pixels are mixed."""

    def __init__(self, stage: PixelStage) -> None:
        self.stage, self.channels = stage, stage.channels
        channels = self.channels
        weights = channels.layer.weights
        self.recipes = weights.shape[1]
        lines = wrapped(channels.recipe_names, SMALL, HEAD_ROOM)[1]
        self.place = maps_place(channels.shape, channels.count, self.recipes, lines)
        theme, place = channels.theme, self.place
        self.maps = stage.gallery.maps
        self.matrix = MatrixGrid(
            theme, place.matrix, values=weights, quantity="share", of=OF,
            hue_of=lambda k, _: channels.hues[k], size=size_in(place.matrix, weights.flat),
        )  # fmt: skip
        self.one = brackets(place.one.bracket_box, theme.ink)
        self.row = brackets(place.band.bracket_box, theme.ink)
        self.fused = [stage.mix.fused]
        self.fused += [
            channels.fused(j, box, hidden=True) for j, box in enumerate(place.fused) if j
        ]
        self.beams = [
            Beam(theme, place.band, place.matrix, place.crossing, 0, j) for j in range(self.recipes)
        ]
        self.heads = [self._head(j) for j in range(self.recipes)]
        self.tags = [self._tag(k) for k in range(channels.count)]
        first = channels.fused(0, place.fused[0])
        spot = channels.layer.spot
        self.pixel = first.tile(*spot)
        room = place.matrix.x - place.photo.x - HEAD_ROOM / 2
        self.title = channels.text(stage.words["photo"], room, x=place.photo.x, baseline=HEADS)
        self.icons = VGroup(*(self._icon(k, box) for k, box in enumerate(place.maps)))

    @property
    def around(self) -> VGroup:
        """The brackets around the recipes, when all are there."""
        return self.matrix.brackets if self.recipes > 1 else self.one

    def _head(self, j: int) -> GroupOf[Label]:
        x, name = self.place.result.cell(0, j).centre[0], self.channels.recipe_names[j]
        return self.channels.text(name, HEAD_ROOM, x=x, baseline=HEADS, anchor="center")

    def _tag(self, k: int) -> NameTag:
        """Return the name beside row ``k``, in line with all others; two lines are centred."""
        channels, right = self.channels, self.place.names_right
        room = right - NAMES_LEFT
        x = right - max(channels.width(n, room) for n in range(channels.count))
        middle = self.place.matrix.cell(k, 0).centre[1]
        up = LEADING / 2 * (channels.lines_of(k, room) - 1)
        return channels.tag(k, x=x, baseline=cap_centred(middle - up, SMALL), room=room)

    def _icon(self, k: int, box: Box) -> VGroup:
        x, floor = box.centre[0], self.place.band.bracket_box.y - ABOVE
        return self.channels.bottle(k, x=x, floor=floor, height=ICON)

    def rearrange(self) -> Iterator[Animation]:
        """Let the maps become a row, and the kernel a column above the new map."""
        stage, place = self.stage, self.place
        gallery, kernel = stage.gallery, stage.mix.kernel
        yield stage.clear()
        icons = [tag[0].copy() for tag in stage.tags]
        yield AnimationGroup(
            FadeOut(stage.head, run_time=SHORT),
            Glide(gallery.photo, place.photo),
            travel(stage.title, self.title),
            *(Glide(each, box) for each, box in zip(self.maps, place.maps, strict=True)),
            *(travel(old, new) for old, new in zip(stage.tags, self.tags, strict=True)),
            *(travel(old, new) for old, new in zip(icons, self.icons, strict=True)),
            *(
                ReplacementTransform(old, new, run_time=TRAVEL)
                for old, new in zip(kernel.column(0), self.matrix.column(0), strict=True)
            ),
            ReplacementTransform(kernel.brackets, self.one, run_time=TRAVEL),
            Glide(self.fused[0], place.fused[0]),
            travel(stage.name, self.heads[0]),
            travel(stage.mix.pixel[0], self.pixel, arc=0.0),
        )
        yield FadeIn(self.row, run_time=DRAW)

    def sweep(self, j: int) -> Animation:
        """Make map ``j``: all maps are read, and it is painted, column by column."""
        seconds = SWEEPS[min(j, len(SWEEPS) - 1)]
        return AnimationGroup(
            Sweep(self.fused[j], run_time=seconds),
            *(Scan(each, run_time=seconds) for each in self.maps),
        )

    def every_pixel(self) -> Iterator[Animation | str]:
        """Mix every pixel by the first recipe."""
        yield from self.rearrange()
        yield NEXT_LINE
        yield FadeIn(self.beams[0], run_time=DRAW)
        yield self.sweep(0)
        yield FadeOut(self.pixel, run_time=SHORT)

    def more_recipes(self) -> Iterator[Animation | str]:
        """Bring the other recipes, and make a map of each."""
        others = range(1, self.recipes)
        if others:
            yield AnimationGroup(
                ReplacementTransform(self.one, self.matrix.brackets, run_time=TRAVEL),
                wave([self._bring(j) for j in others], lag=2 * STAGGER),
            )
        for j in others:
            if j == 1:
                yield NEXT_LINE
            yield self._swing(j)
            yield self.sweep(j)
        if others:
            yield self._gather()

    def _gather(self) -> Animation:
        """Let all recipes and all new maps be meant: none is more finished than another."""
        colours = made(self.channels.theme)
        return AnimationGroup(
            *(Dye(each, colours, run_time=DRAW) for each in self.fused[:-1]),
            *(cell.to("on", DRAW) for cell in self.matrix.all_cells() if cell.state == "soft"),
        )

    def _bring(self, j: int) -> Animation:
        return AnimationGroup(
            *(FadeIn(cell, run_time=DRAW) for cell in self.matrix.column(j)),
            FadeIn(self.heads[j], self.fused[j], run_time=DRAW),
        )

    def _swing(self, j: int) -> Animation:
        return AnimationGroup(
            ReplacementTransform(self.beams[j - 1], self.beams[j], run_time=TRAVEL),
            Dye(self.fused[j - 1], plain(self.channels.theme), run_time=TRAVEL),
            *(cell.to("soft", SHORT) for cell in self.matrix.column(j - 1)),
            *(cell.to("on", SHORT) for cell in self.matrix.column(j)),
        )
