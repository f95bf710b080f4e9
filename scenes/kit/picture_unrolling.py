"""A picture becomes a row of features, and every column of weights becomes a picture."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation, FadeIn, FadeOut, LaggedStart, ReplacementTransform, Transform, VGroup

from scenes.kit.claims import Claim
from scenes.kit.frame import Box
from scenes.kit.layout.recognition import LABELS_RIGHT
from scenes.kit.motion import SHORT, TRAVEL, appear, together, wave
from scenes.kit.pixel_grid import MARGIN
from scenes.kit.recognition import Recognition
from scenes.kit.shapes import SIGN_WIDTH, Sign, rectangle
from scenes.kit.sizes import SHAPE, SMALL
from scenes.kit.stage import NEXT_LINE
from scenes.kit.text import Label, Number, cap_centred

UNROLL, STRIP_WAVE, TILE_LAG = 3.0, 1.6, 0.14  # seconds
SIZE_GAP, SIGN_SPACE = 44.0, 0.2
KEY_TOP, KEY_STEP, KEY_MARK = 440.0, 62.0, 26.0

Motions = Iterator[Animation | str]


class PictureUnrolling:
    """What stands on stage until the first score is made.

    ``row`` are the pixels unrolled, ``strip`` the weights of the chosen recipe, ``tiles`` all
    recipes as pictures, ``heads`` their names.
    """

    def __init__(self, parts: Recognition) -> None:
        self.parts, place = parts, parts.place
        self.image = parts.image(place.large)
        self.image_head = parts.image_head()
        self.size = self._size()
        self.strip = parts.recipe(parts.chosen, place.weights("low"))
        self.tiles = [parts.recipe(j, place.tile(j)) for j in range(parts.count)]
        self.heads = [parts.head(j, place.tile(j)) for j in range(parts.count)]
        low = place.features("low").ground.centre[1], place.weights("low").ground.centre[1]
        self.row_label, self.strip_label = (
            parts.beside("features", low[0]),
            parts.recipe_label(low[1]),
        )
        self.key = self._key()
        self.row = VGroup()

    def _size(self) -> VGroup:
        """Return the size of the picture, beside it: rows × columns."""
        ground, theme = self.parts.place.large.ground, self.parts.theme
        x, middle = ground.right + MARGIN + SIZE_GAP, ground.centre[1]
        baseline, space = cap_centred(middle, SHAPE), SIGN_SPACE * SHAPE
        rows, columns = (
            Number(count, SHAPE, theme.muted, baseline=baseline, claim=Claim("entry", (n,), "size"))
            for n, count in enumerate(self.parts.layer.size)
        )
        rows.place(x, baseline)
        sign = x + rows.width * 135 + space + SIGN_WIDTH["×"] * SHAPE / 2
        times = Sign("×", SHAPE, theme.muted, sign, middle)
        columns.place(sign + SIGN_WIDTH["×"] * SHAPE / 2 + space, baseline)
        return VGroup(rows, times, columns)

    def _key(self) -> VGroup:
        """Return what the marks of a recipe mean, at the left."""
        theme, key = self.parts.theme, VGroup()
        marks = (("speaks_for", theme.plus, 2.0), ("speaks_against", theme.minus, KEY_MARK / 2))
        for n, (name, hue, radius) in enumerate(marks):
            middle = KEY_TOP + n * KEY_STEP
            box = Box(LABELS_RIGHT - KEY_MARK, middle - KEY_MARK / 2, KEY_MARK, KEY_MARK)
            text = Label(
                self.parts.label(name), SMALL, theme.ink, x=box.x - 16,
                baseline=cap_centred(middle, SMALL), anchor="right",
            )  # fmt: skip
            key.add(VGroup(text, rectangle(box, fill=hue, radius=radius)))
        return key

    def show_image(self) -> Motions:
        """Show the picture, then unroll it into one row."""
        yield appear(self.image, self.size)
        yield NEXT_LINE
        place = self.parts.place
        self.row, motion = self.image.unroll(place.features("low"), place.columns, UNROLL)
        yield motion
        yield appear(self.row_label)

    def show_recipes(self) -> Motions:
        """Show one recipe as a row of weights, fold it into a picture, then show all pictures."""
        parts, chosen = self.parts, self.parts.chosen
        yield together(
            appear(self.strip_label),
            FadeIn(self.strip.ground),
            LaggedStart(*map(FadeIn, self.strip.marks), lag_ratio=0.05, run_time=STRIP_WAVE),
        )
        yield appear(self.key)
        yield NEXT_LINE
        small = parts.image(parts.place.small)
        yield together(
            Transform(self.image, small, run_time=TRAVEL),
            FadeOut(self.size, run_time=SHORT),
            FadeIn(self.image_head, run_time=TRAVEL),
            ReplacementTransform(self.strip.copy(), self.tiles[chosen], run_time=2 * TRAVEL),
            FadeIn(self.heads[chosen], run_time=2 * TRAVEL),
        )
        rest = [appear(self.tiles[j], self.heads[j]) for j in parts.others]
        if rest:
            yield wave(rest, TILE_LAG)

    def make_room(self, run_time: float = 1.2) -> Animation:
        """Bring all recipes into one row and the strips up to it: room for a waterfall."""
        parts, place = self.parts, self.parts.place
        chosen = parts.chosen
        high_row = parts.image(place.features("high")).pixels
        high_strip = parts.recipe(chosen, place.weights("high"))
        middles = [box.ground.centre[1] for box in (place.features("high"), place.weights("high"))]
        labels = parts.beside("features", middles[0]), parts.recipe_label(middles[1])
        motions = [
            Transform(self.row, high_row, run_time=run_time),
            self.strip.to(high_strip, run_time),
            Transform(self.row_label, labels[0], run_time=run_time),
            Transform(self.strip_label, labels[1], run_time=run_time),
            FadeOut(self.key, run_time=SHORT),
        ]
        for j, tile in enumerate(self.tiles):
            picture = place.recipe(j)
            alive = j == chosen
            goal = parts.recipe(j, picture, alive=alive, focused=alive)
            motions.append(tile.to(goal, run_time))
            head = parts.head(j, picture, strong=alive)
            motions.append(ReplacementTransform(self.heads[j], head, run_time=run_time))
            self.heads[j] = head
        return together(*motions)
