"""The end card: back at the bar, and what the film is made of."""

from __future__ import annotations

from collections.abc import Sequence

from manim import AnimationGroup, FadeIn, ReplacementTransform, VGroup

from scenes.acts.the_answer.answering import Answering
from scenes.acts.the_answer.costumes import Bar
from scenes.acts.the_answer.end_card_geometry import BOARD, LIGHT, lines, standing
from scenes.kit.bar.lamp import Lamp
from scenes.kit.bar.plank import Plank
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.motion import DRAW, TRAVEL
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

DAWN = 1.2  # seconds for the light to go on


class EndCard:
    """What stood at the bar returns to a ``board``, in the light of its lamp; ``credits`` below."""

    def __init__(self, theme: Theme, bar: Bar, answering: Answering, told: Sequence[str]) -> None:
        self.answering, self.board, self.lamp = answering, Plank(theme, BOARD), Lamp(theme, LIGHT)
        bottles, glasses = standing(*answering.picture.weights.shape)
        self.have = VGroup(*(bar.have(k, room) for k, room in enumerate(bottles)))
        self.make = VGroup(*(bar.glass(j, room, 1.0) for j, room in enumerate(glasses)))
        wrapped = [line for text in told for line in lettering.wrap(text, SMALL, BOARD.width)]
        baselines, size = lines(len(wrapped))
        self.credits = VGroup(
            *(
                Label(text, size, theme.muted, x=frame.LEFT, baseline=y)
                for text, y in zip(wrapped, baselines, strict=True)
            )
        )

    def close(self) -> Motions:
        """Return to the bar, and show the credits."""
        picture = self.answering.picture
        yield self.answering.leave()
        pairs = [*zip(picture.have, self.have, strict=True)]
        pairs += zip(picture.make, self.make, strict=True)
        yield AnimationGroup(
            FadeIn(self.board, run_time=TRAVEL),
            *(ReplacementTransform(old, new, run_time=TRAVEL) for old, new in pairs),
            FadeIn(self.credits, run_time=DRAW),  # at once: there is much to read
        )
        yield NEXT_LINE
        yield FadeIn(self.lamp, run_time=DAWN)
