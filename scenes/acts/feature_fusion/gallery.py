"""The gallery: a photograph, and beside it its feature maps, each in the place of a bottle."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup

from scenes.acts.feature_fusion.channels import Channels
from scenes.acts.feature_fusion.fusion_geometry import (
    GALLERY_ROOM,
    NAME_BELOW,
    PHOTO_ROOM,
    gallery_place,
)
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.plank import Plank
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import SHORT, travel
from scenes.kit.images.painting import Glide, Sweep
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE

BOTTLE, BOARD = 264.0, 16.0
SWEEP = 1.8  # seconds that the first map takes
BRISK = 0.55  # of it, for the others


class Gallery(VGroup):
    """The photograph and its bottles, as they stand before the first map is made."""

    def __init__(self, channels: Channels) -> None:
        self.channels, theme = channels, channels.theme
        lines = channels.lines(GALLERY_ROOM.width)
        self.place = gallery_place(channels.shape, channels.count, lines)
        self.photo = channels.photo(self.place.photo)
        self.title = channels.text(
            channels.layer.name[channels.language],
            PHOTO_ROOM.width,
            x=self.place.photo.x,
            baseline=self.place.photo.bottom + NAME_BELOW,
        )
        self.bottles = [self._bottle(k, box) for k, box in enumerate(self.place.maps)]
        self.boards = VGroup(*(Plank(theme, box) for box in self._boards()))
        self.maps = [channels.map(k, box, hidden=True) for k, box in enumerate(self.place.maps)]
        self.tags = [self._tag(k, box) for k, box in enumerate(self.place.maps)]
        super().__init__(self.boards, self.photo, self.title, *self.bottles)

    def _tag(self, k: int, box: Box) -> NameTag:
        """Return the name below a map: from its left edge, if there is room to its right."""
        room = self.place.rooms[k]
        x = min(box.x, room.right - self.channels.width(k, room.width))
        return self.channels.tag(k, x=x, baseline=box.bottom + NAME_BELOW, room=room.width)

    def _bottle(self, k: int, box: Box) -> Bottle:
        return self.channels.bottle(k, x=box.centre[0], floor=box.bottom, height=BOTTLE)

    def _boards(self) -> list[Box]:
        maps = self.place.maps
        rows = [maps[k : k + 2] for k in range(0, len(maps), 2)]
        return [Box(row[0].x, row[0].bottom, row[-1].right - row[0].x, BOARD) for row in rows]

    def hand_out(self) -> Iterator[Animation]:
        """Let a copy of the photograph take the place of each bottle, which steps aside."""
        self.copies = [self.channels.photo(self.place.photo) for _ in self.maps]
        boxes = self.place.maps
        yield FadeOut(self.boards, run_time=SHORT)
        yield AnimationGroup(
            *(Glide(copy, box) for copy, box in zip(self.copies, boxes, strict=True)),
            *(travel(a, b[0]) for a, b in zip(self.bottles, self.tags, strict=True)),
        )

    def develop(self, ks: range, pace: float) -> Iterator[Animation]:
        """Let the filters sweep over copies: what they leave gets its name."""
        time = SWEEP * pace
        yield AnimationGroup(
            *(Sweep(self.maps[k], run_time=time) for k in ks),
            *(FadeIn(self.tags[k].words, run_time=time) for k in ks),
        )
        yield FadeOut(*(self.copies[k] for k in ks), run_time=SHORT * pace)

    def open(self) -> Iterator[Animation | str]:
        """Make the first map slowly, the second briskly, all others together."""
        yield from self.hand_out()
        yield from self.develop(range(1), 1.0)
        yield NEXT_LINE
        if len(self.maps) > 1:
            yield from self.develop(range(1, 2), BRISK)
        if len(self.maps) > 2:
            yield from self.develop(range(2, len(self.maps)), BRISK)
