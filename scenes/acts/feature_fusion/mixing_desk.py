"""The mixing desk: a fader for each channel, and a map that changes while one of them is moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    Wait,
    linear,
)

from mathcore import format_number
from scenes.acts.feature_fusion.fader import Fader
from scenes.acts.feature_fusion.magnifier import Magnifier, mark
from scenes.acts.feature_fusion.map_mix import MapMix
from scenes.acts.feature_fusion.mixing_desk_geometry import (
    BIG,
    CREDIT_LEADING,
    CREDIT_ROOM,
    LAST_CREDIT,
    NAME_BELOW,
    NAME_ROOM,
    READ_BELOW,
    SCALE_BELOW,
    desk_place,
)
from scenes.kit.bar.ticks import reach_of
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel
from scenes.kit.ground.name_lines import size_for
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.ground.text import Label, Number, paragraph
from scenes.kit.images.dyeing import Dye
from scenes.kit.images.painting import Glide
from scenes.kit.images.tones import made
from scenes.kit.product.matrix_grid import MatrixGrid, size_in
from scenes.kit.product.name_tag import NameTag
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim

OF, REACH = "turning", "reach"
READ, HALF_TURN, HALF_WAY = 72.0, 1.1, 0.6
READ_ROOM, READ_GAP = 230.0, 24.0


class MixingDesk:
    """What moves when a weight is turned: the fader, the weight, the map and its one pixel."""

    def __init__(self, mix: MapMix, label: str) -> None:
        self.mix, self.channels = mix, mix.channels
        channels, layer = mix.channels, mix.channels.layer
        theme, turn = channels.theme, layer.turn
        self.trace, self.at, self.recipe = layer.turning, turn.map, turn.recipe
        self.place = desk_place(channels.shape, channels.count)
        reach = reach_of(self.trace.right.flat)
        weights = [float(weight) for weight in self.trace.right[:, 0]]
        self.faders = [
            Fader(theme, hue, box, reach, weight)
            for hue, box, weight in zip(channels.hues, self.place.tracks, weights, strict=True)
        ]
        self.cells = MatrixGrid(
            theme, self.place.cells, values=self.trace.right[:, :1], quantity="share", of=OF,
            hue_of=lambda k, _: channels.hues[k],
            size=size_in(self.place.cells, self.trace.right.flat),
        )  # fmt: skip
        self.marks = self.faders[-1].marks(self.place.tracks[-1].y + SCALE_BELOW, REACH)
        self.painting = mix.fused[self.recipe]
        self.frames = channels.turned_tones()
        big = self.place.big
        self.mark = mark(theme, self._pixel())
        baseline = big.bottom + READ_BELOW
        self.read = Number(
            self.trace.result[0, 0], self._read_size(), theme.focus, x=big.right - READ_ROOM,
            baseline=baseline, bold=True, claim=Claim("result", (0, 0), OF),
        )  # fmt: skip
        self.label = Label(
            label, SMALL, theme.ink, x=big.right - READ_ROOM - READ_GAP, baseline=baseline,
            anchor="right", bold=True,
        )  # fmt: skip
        self.name = self._name(channels.recipe_names[self.recipe])
        self.new_name = turn.name and self._name(turn.name[channels.language])
        self.tags = [self._tag(k) for k in range(channels.count)]
        self.credits = self._credits()

    def _name(self, name: str) -> GroupOf[Label]:
        """Return the name of a recipe, below its map, at its left edge if there is room."""
        big = self.place.big
        x = min(big.x, BIG.right - min(BIG.width, lettering.width(name, SMALL)))
        return self.channels.text(name, BIG.width, x=x, baseline=big.bottom + NAME_BELOW)

    def _credits(self) -> GroupOf[Label]:
        """Return whom the picture is from, at the foot; nothing, if the file does not say."""
        told = [each[self.channels.language] for each in self.channels.layer.credits]
        lines = tuple(line for text in told for line in lettering.wrap(text, SMALL, CREDIT_ROOM))
        return paragraph(
            lines, SMALL, self.channels.theme.muted, x=frame.LEFT, leading=CREDIT_LEADING,
            baseline=LAST_CREDIT - CREDIT_LEADING * (len(lines) - 1), anchor="left",
        )  # fmt: skip

    def _tag(self, k: int) -> NameTag:
        """Return the name above fader ``k``; a second line is above the first one's place."""
        baseline = self.place.names[k] - LEADING * (self.channels.lines_of(k, NAME_ROOM) - 1)
        return self.channels.tag(k, x=self.place.tracks[k].x, baseline=baseline, room=NAME_ROOM)

    def _read_size(self) -> float:
        """Return the size at which every sum of the turn fits beside its label."""
        return size_for(map(format_number, self.trace.result.flat), READ, READ_ROOM)

    def _pixel(self) -> Any:
        spot, box = self.channels.layer.spot, self.place.big
        return self.channels.fused(self.recipe, box).pixel(*spot)

    def show(self, step: int) -> MixingDesk:
        """Show the desk at a step of the turn."""
        weight = self.trace.right[self.at, step]
        self.painting.show_tones(self.frames[step])
        self.faders[self.at].set_weight(float(weight))
        number = self.cells.cell(self.at, 0).written
        number.claim = Claim("share", (self.at, step), OF)
        number.set_value(weight)
        self.read.claim = Claim("result", (0, step), OF)
        self.read.set_value(self.trace.result[0, step])
        return self

    def assemble(self) -> Iterator[Animation]:
        """Let the maps and the weights of one recipe become the desk."""
        mix, place = self.mix, self.place
        kept = mix.matrix.column(self.recipe)
        others = [cell for cell in mix.matrix.all_cells() if cell not in kept]
        fused = [each for each in mix.fused if each is not self.painting]
        heads = [head for j, head in enumerate(mix.heads) if j != self.recipe]
        gone = [*others, *fused, *heads, mix.row, mix.around, mix.icons, mix.beams[-1]]
        yield FadeOut(*gone, mix.stage.gallery.photo, mix.title, run_time=SHORT)
        made_again = made(self.channels.theme)
        yield AnimationGroup(
            *(Glide(each, box) for each, box in zip(mix.maps, place.maps, strict=True)),
            *(travel(old, new) for old, new in zip(mix.tags, self.tags, strict=True)),
            *(
                ReplacementTransform(old, new, run_time=TRAVEL)
                for old, new in zip(kept, self.cells.column(0), strict=True)
            ),
            Glide(self.painting, place.big),
            Dye(self.painting, made_again, run_time=TRAVEL),
            travel(mix.heads[self.recipe], self.name),
        )
        yield FadeIn(*self.faders, self.marks, self.credits, run_time=DRAW)
        yield AnimationGroup(
            Magnifier.point_at(self.mark), FadeIn(self.label, self.read, run_time=DRAW)
        )

    def focus(self) -> Animation:
        """Mark the weight that is turned; the others step back."""
        cells = enumerate(self.cells.column(0))
        return AnimationGroup(
            *(cell.to("act" if k == self.at else "soft", DRAW) for k, cell in cells)
        )

    def turn(self) -> Iterator[Animation | str]:
        """Assemble the desk, ask, and turn the weight: half the way, and then the rest.

        With the first step the recipe is another one, and loses its name; the one that it becomes
        may have one too.
        """
        yield from self.assemble()
        yield NEXT_LINE
        yield self.focus()
        yield NEXT_LINE
        last = len(self.frames) - 1
        yield AnimationGroup(Turn(self, 0, last // 2), FadeOut(self.name, run_time=DRAW))
        yield Wait(HALF_WAY)
        yield Turn(self, last // 2, last)
        if self.new_name:
            yield FadeIn(self.new_name, run_time=DRAW)
            yield Wait(HALF_WAY)


class Turn(Animation):
    """A weight is turned from one step to another; the map is that of every step on the way."""

    def __init__(self, desk: MixingDesk, start: int, end: int) -> None:
        self.desk, self.start, self.end = desk, start, end
        parts = VGroup(
            desk.painting, desk.faders[desk.at], desk.cells.cell(desk.at, 0).written, desk.read
        )
        super().__init__(parts, run_time=HALF_TURN, rate_func=linear)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the step that the time has come to."""
        share = self.rate_func(alpha)
        self.desk.show(self.start + round(share * (self.end - self.start)))
