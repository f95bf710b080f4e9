"""The stage on which one pixel is mixed: maps in a row, magnifiers, and the labels at the left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from manim import Animation, AnimationGroup, FadeOut, VGroup

from mathcore.layer_file.picture import pointwise
from scenes.acts.feature_fusion.gallery import Gallery
from scenes.acts.feature_fusion.magnifier import Magnifier, mark
from scenes.acts.feature_fusion.pixel_mix import PixelMix
from scenes.acts.feature_fusion.pixel_mix_geometry import (
    FUSED_ROOM,
    MARGIN_RIGHT,
    NAME_ROOM,
    NAMES,
    PHOTO_NAME_ROOM,
    SUM_LABEL,
    fused_name,
    pixel_place,
)
from scenes.kit.ground import frame
from scenes.kit.ground.motion import SHORT, TRAVEL, travel, wave
from scenes.kit.ground.name_lines import wrapped
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import Label
from scenes.kit.images.kernel_head import KernelHead
from scenes.kit.images.painting import Glide
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE

BRISK = 0.6
RISE = 8.0  # of two-line labels beside a row, above its middle


class PixelStage:
    """What the gallery turns into: every map above its cell, and room for the kernel."""

    def __init__(self, gallery: Gallery, words: Mapping[str, str]) -> None:
        self.gallery, self.channels = gallery, gallery.channels
        channels, self.words = gallery.channels, words
        fused = channels.recipe_names[0]
        below = wrapped([fused], SMALL, FUSED_ROOM)[1]
        self.place = pixel_place(channels.shape, channels.count, self._lines(), below)
        self.mix = PixelMix(channels, self.place)
        spot = channels.layer.spot
        self.photo_mark = mark(channels.theme, channels.photo(self.place.photo).pixel(*spot))
        self.magnifiers = [
            Magnifier(channels.map(k, box), spot, self.place.patches[k])
            for k, box in enumerate(self.place.maps)
        ]
        self.tags = [self._tag(k) for k in range(channels.count)]
        self.title = channels.text(
            words["photo"], PHOTO_NAME_ROOM, x=self.place.photo.x, baseline=NAMES
        )
        self.pixel_label, self.sum_labels = self._row_labels(), self._sum_labels()
        x = self.place.kernel.cell(0, 0).centre[0]
        sizes = pointwise(channels.layer.weights).shape[2:]
        self.head = KernelHead(channels.theme, sizes, words["kernel"], SMALL, x, NAMES)
        self.name = channels.text(
            fused, FUSED_ROOM, x=frame.RIGHT, baseline=fused_name(below),
            anchor="right", colour=channels.theme.focus,
        )  # fmt: skip

    def _lines(self) -> int:
        """Return how many lines there are above the pictures."""
        photo = wrapped([self.words["photo"]], SMALL, PHOTO_NAME_ROOM)[1]
        return max(photo, self.channels.lines(NAME_ROOM))

    def _tag(self, k: int) -> NameTag:
        channels, box = self.channels, self.place.maps[k]
        x = box.centre[0] - channels.width(k, NAME_ROOM) / 2
        return channels.tag(k, x=x, baseline=NAMES, room=NAME_ROOM)

    def _label(
        self, text: str, x: float, baseline: float, *, anchor: str = "right", colour: str = "",
        bold: bool = False,
    ) -> Label:  # fmt: skip
        colour = colour or self.channels.theme.ink
        return Label(text, SMALL, colour, x=x, baseline=baseline, anchor=anchor, bold=bold)

    def _row_labels(self) -> VGroup:
        middle = self.place.left.box.centre[1]
        muted = self.channels.theme.muted
        return VGroup(
            self._label(self.words["pixel"], MARGIN_RIGHT, middle - RISE, bold=True),
            self._label(
                self.words["channels"], MARGIN_RIGHT, middle - RISE + LEADING, colour=muted
            ),
        )

    def _sum_labels(self) -> VGroup:
        products = self.place.strip.baseline
        muted = self.channels.theme.muted
        return VGroup(
            self._label(self.words["products"], MARGIN_RIGHT, products, colour=muted),
            self._label(self.words["sum"], MARGIN_RIGHT, SUM_LABEL, colour=muted),
        )

    def rearrange(self) -> Animation:
        """Let the pictures of the gallery line up."""
        gallery, place = self.gallery, self.place
        return AnimationGroup(
            Glide(gallery.photo, place.photo),
            *(Glide(each, box) for each, box in zip(gallery.maps, place.maps, strict=True)),
            *(travel(old, new) for old, new in zip(gallery.tags, self.tags, strict=True)),
            travel(gallery.title, self.title),
        )

    def single_out(self) -> Iterator[Animation | str]:
        """Mark one pixel, enlarge it, make it a row, and bring the kernel as a column."""
        yield self.rearrange()
        points = [each.point() for each in self.magnifiers]
        yield wave([*points, Magnifier.point_at(self.photo_mark)])
        first, *others = self.magnifiers
        yield first.zoom()
        if others:
            yield AnimationGroup(*(each.zoom(BRISK * TRAVEL) for each in others))
        yield NEXT_LINE
        yield from self.mix.take_out(self.magnifiers, self.pixel_label)
        yield NEXT_LINE
        yield from self.mix.bring_kernel(self.head)

    def meet(self) -> Iterator[Animation | str]:
        """Let the row meet the column, and put the fused pixel into its map."""
        yield from self.mix.begin(self.sum_labels)
        for k in range(self.channels.count):
            if k == 1:
                yield NEXT_LINE
            yield from self.mix.term(k)
        if self.channels.count == 1:
            yield NEXT_LINE
        yield NEXT_LINE
        yield from self.mix.finish()
        yield from self.mix.place_pixel(self.name)

    def clear(self) -> Animation:
        """Take away what belongs to the one pixel."""
        gone = [self.pixel_label, self.sum_labels, self.photo_mark, *self.magnifiers]
        return AnimationGroup(self.mix.leave(), FadeOut(*gone, run_time=SHORT))
