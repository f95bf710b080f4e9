"""The opening's tower and its question again: what lights up in it is the bar's picture."""

from __future__ import annotations

from collections.abc import Sequence

from manim import (
    DOWN,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    VGroup,
    Wait,
)

from scenes.acts.the_answer.four_times import BRISK, FourTimes
from scenes.acts.the_answer.picture import Picture
from scenes.acts.the_answer.picture_geometry import BESIDE
from scenes.acts.the_answer.tower_geometry import answered_place, icon_box
from scenes.kit.ground.frame import to_point, units
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, wave
from scenes.kit.ground.sizes import SHAPE_LARGE
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.network.model_tower import ModelTower
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

FIRST, LEADING = 712.0, 86.0  # the answer's first baseline
FLY, LAG = 0.9, 0.16
RISE, FALL = 0.35, 40.0
ASKED = 1.0  # seconds for the question, and for the names of what is no product
LARGER = 1.6  # than a layer's picture is the one that it comes from


class Answering:
    """The ``layers`` of a model, one ``picture`` beside them, and the ``answer`` below it.

    Parameters
    ----------
    four : FourTimes
        Whose bar comes along.
    model : ModelTower
        As the opening has it.
    answer : sequence of three str
        What we have; what is done to it; what comes out.
    """

    def __init__(
        self, theme: Theme, four: FourTimes, model: ModelTower, answer: Sequence[str]
    ) -> None:
        self.theme, self.four, self.model = theme, four, model
        self.picture = four.first.elsewhere(BESIDE)
        self.layers = model.layers_at(model.place)
        self.place = answered_place(model.place, model.meant)
        self.answer = [
            Label(text, SHAPE_LARGE, theme.ink, x=BESIDE.x, baseline=FIRST + n * LEADING, bold=True)
            for n, text in enumerate(answer)
        ]
        self.icons = [self._icon(n) for n, lit in enumerate(model.meant) if lit]

    def tell(self) -> Motions:
        """Bring the tower back, answer phrase by phrase, and let every layer be what it is."""
        yield self.four.fall_silent()
        yield AnimationGroup(self._gather(), self._rise(), lag_ratio=0.6)
        yield Wait(ASKED)
        yield NEXT_LINE
        takes, mixes, creates = (FadeIn(each, run_time=TRAVEL) for each in self.answer)
        yield AnimationGroup(self._make_room(), takes)
        yield AnimationGroup(mixes, self.picture.mix(speed=BRISK))
        glasses = wave([FadeIn(each, run_time=DRAW) for each in self.picture.make])
        yield AnimationGroup(creates, glasses)
        yield NEXT_LINE
        yield LaggedStart(*map(self._fly, self.icons), lag_ratio=LAG)

    def leave(self) -> Animation:
        """Let all go but what stood at the bar."""
        words = VGroup(*self.answer, *self.layers, self.model.repeated, *self.icons)
        picture = VGroup(self.picture.ground, *self.picture.webs)
        return AnimationGroup(FadeOut(words, run_time=DRAW), FadeOut(picture, run_time=DRAW))

    def _gather(self) -> Animation:
        """Let the four pictures be one again: the things that we have at the bar."""
        bar, picture = self.four.row[0], self.picture
        old, new = (VGroup(each.ground, *each.have) for each in (bar, picture))
        pairs = zip(old, new, strict=True)
        return AnimationGroup(
            *(ReplacementTransform(before, after, run_time=TRAVEL) for before, after in pairs),
            FadeOut(*bar.webs, *bar.make, run_time=DRAW),
            self.four.leave(to_point(*BESIDE.centre)),
        )

    def _rise(self) -> Animation:
        """Build the tower, from the bottom up."""
        fall = units(FALL) * DOWN
        layers = [FadeIn(each, shift=fall, run_time=RISE) for each in self.layers]
        return wave([*layers, FadeIn(self.model.repeated, run_time=DRAW)])

    def _make_room(self) -> Animation:
        """Let the layers that are no products step back, so that the others have room."""
        changes: list[Animation] = [
            Transform(self.model.repeated, self.model.around_a_block(self.place))
        ]
        goals = self.model.layers_at(self.place)
        for layer, goal, lit in zip(self.layers, goals, self.model.meant, strict=True):
            if lit:
                changes.append(Transform(layer, goal))
            else:
                changes += [
                    Transform(layer.panel, goal.panel),
                    FadeOut(layer.name_label, run_time=SHORT),
                ]
        return AnimationGroup(*changes, run_time=TRAVEL)

    def _icon(self, n: int) -> Picture:
        return self.picture.elsewhere(icon_box(self.place.layer(n))).as_icon()

    def _fly(self, icon: Picture) -> Animation:
        start = to_point(BESIDE.x, BESIDE.centre[1])
        return FadeIn(icon, target_position=start, scale=LARGER, run_time=FLY)
