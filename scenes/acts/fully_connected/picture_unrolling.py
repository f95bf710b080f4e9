"""A picture becomes a row of features, and every column of weights becomes a picture."""

from __future__ import annotations

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    VGroup,
)

from scenes.acts.fully_connected.recognition import Recognition
from scenes.acts.fully_connected.vote_key import VoteKey
from scenes.kit.ground.motion import (
    SHORT,
    TRAVEL,
    appear,
    sideways_first,
    together,
    wave,
)
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.sizes import SHAPE
from scenes.kit.ground.text import Number, cap_centred
from scenes.kit.images.pixel_grid import MARGIN
from scenes.kit.network.weight_picture import WeightPicture
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions

UNROLL, STRIP_WAVE, TILE_LAG = 2.2, 1.4, 0.12  # seconds
SIZE_GAP, SIGN_SPACE = 44.0, 0.2
HALF, LAG = 0.7, 0.45  # seconds: of one line of recipes, before the next follows


class PictureUnrolling:
    """What stands on stage until the first score is made.

    ``row`` are the pixels unrolled, ``strip`` the weights of the chosen recipe, ``tiles`` all
    recipes as pictures, ``heads`` their names.
    """

    def __init__(self, parts: Recognition) -> None:
        self.parts, place = parts, parts.place
        self.image = parts.image(place.large)
        self.image_head = parts.image_head()
        self.size, self.credit = self._size(), parts.credit()
        self.strip = parts.recipe(parts.chosen, place.weights("low"))
        chosen = [j == parts.chosen for j in range(parts.count)]
        self.tiles = [parts.recipe(j, place.tile(j), focused=one) for j, one in enumerate(chosen)]
        self.heads = [parts.head(j, place.tile(j), strong=one) for j, one in enumerate(chosen)]
        low = place.features("low").ground.centre[1], place.weights("low").ground.centre[1]
        self.row_label, self.strip_label = (
            parts.beside("features", low[0]),
            parts.recipe_label(low[1]),
        )
        self.key = VoteKey(parts.theme, parts.label, parts.signs)
        self.row = VGroup()

    def _size(self) -> VGroup:
        """Return the size of the picture, beside it: width × height."""
        ground, theme, size = self.parts.place.large.ground, self.parts.theme, self.parts.layer.size
        x, middle = ground.right + MARGIN + SIZE_GAP, ground.centre[1]
        baseline, space = cap_centred(middle, SHAPE), SIGN_SPACE * SHAPE
        high, wide = (
            Number(count, SHAPE, theme.muted, baseline=baseline, claim=Claim("entry", (n,), "size"))
            for n, count in enumerate(size)
        )
        wide.place(x, baseline)
        sign = x + wide.width * 135 + space + SIGN_WIDTH["×"] * SHAPE / 2
        times = Sign("×", SHAPE, theme.muted, sign, middle)
        high.place(sign + SIGN_WIDTH["×"] * SHAPE / 2 + space, baseline)
        return VGroup(wide, times, high)

    def show_image(self) -> Motions:
        """Show the picture, ask what it is, then unroll it into one row."""
        yield appear(self.image, self.size, self.credit)
        yield NEXT_LINE
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
            FadeOut(self.size, self.credit, run_time=SHORT),
            FadeIn(self.image_head, run_time=TRAVEL),
            ReplacementTransform(self.strip.copy(), self.tiles[chosen], run_time=2 * TRAVEL),
            FadeIn(self.heads[chosen], run_time=2 * TRAVEL),
        )
        rest = [appear(self.tiles[j], self.heads[j]) for j in parts.others]
        if rest:
            yield wave(rest, TILE_LAG)

    def make_room(self) -> Animation:
        """Bring all recipes into one row, one line of them after another, and the strips up."""
        place, chosen = self.parts.place, self.parts.chosen
        lines: dict[float, list[Animation]] = {}
        for j in range(self.parts.count):
            lines.setdefault(place.tile(j).ground.y, []).append(self._to_the_top(j))
        rest = self._lift_strips(self.parts.recipe(chosen, place.weights("high")))
        stack, self.key = self.key, self._flat_key()
        moves = [together(*motions) for motions in lines.values()]
        moves[0] = together(moves[0], FadeOut(stack, run_time=SHORT))
        return wave([*moves, rest], LAG)

    def _flat_key(self) -> VoteKey:
        return VoteKey(self.parts.theme, self.parts.label, self.parts.signs, flat=True)

    def _to_the_top(self, j: int) -> Animation:
        """Bring recipe ``j`` to its place in the row of recipes."""
        tile, picture, alive = self.tiles[j], self.parts.place.recipe(j), j == self.parts.chosen
        goal = self.parts.recipe(j, picture, alive=alive, focused=alive)
        head, before = self.parts.head(j, picture, strong=alive), self.heads[j]
        self.heads[j] = head
        way = sideways_first(tile, goal)
        return together(
            tile.to(goal, HALF, path_func=way),
            ReplacementTransform(before, head, run_time=HALF, path_func=way),
        )

    def _lift_strips(self, high_strip: WeightPicture) -> Animation:
        """Bring the two rows up: room for a waterfall."""
        parts, place = self.parts, self.parts.place
        high_row = parts.image(place.features("high")).pixels
        middles = [box.ground.centre[1] for box in (place.features("high"), place.weights("high"))]
        labels = parts.beside("features", middles[0]), parts.recipe_label(middles[1])
        return together(
            Transform(self.row, high_row, run_time=HALF),
            self.strip.to(high_strip, HALF),
            Transform(self.row_label, labels[0], run_time=HALF),
            Transform(self.strip_label, labels[1], run_time=HALF),
        )
