"""Ask again: another word rewrites the column, and shares go where their bottles go."""

from __future__ import annotations

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    Mobject,
    ReplacementTransform,
    Succession,
    VGroup,
    Wait,
)

from scenes.acts.attention.asked import Asked
from scenes.acts.attention.likenesses import RecipeLikenesses
from scenes.acts.attention.meant import mean_the_columns
from scenes.acts.attention.mixing import Mixing
from scenes.kit.bar.speech_bubble import SpeechBubble
from scenes.kit.ground.frame import LEFT
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, vanish, wave
from scenes.kit.ground.theme import Theme
from scenes.kit.product.entries import clear_away
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.motions import Motions

BUBBLE_TOP = 176.0
GLANCE, SWAP, TURN = 0.3, 1.0, 0.6  # seconds: to see the mix, for two bottles, for a column
BOW = 1.1  # radians of their ways, so that they pass each other


class AskingAgain:
    """The same shelf asked with another word, and then with two bottles in each other's place.

    Parameters
    ----------
    mixing : Mixing
        The mix of the first word.
    again, changed : Asked
        The other word, and the same once the first and the last bottle have changed places.
    language : str
        ``"en"`` or ``"zh"``.
    """

    def __init__(
        self, theme: Theme, mixing: Mixing, again: Asked, changed: Asked, language: str
    ) -> None:
        self.mixing, self.theme = mixing, theme
        first = mixing.sharing.asked
        self.first, self.again, self.changed = (
            FalkView(theme, each.mix, language, likenesses=RecipeLikenesses(theme, each))
            for each in (first, again, changed)
        )
        for view in (self.first, self.again, self.changed):
            view.without_entry_heads()
            mean_the_columns(view)
        self.bubble = SpeechBubble(theme, again.word[language], x=LEFT, y=BUBBLE_TOP)

    def ask(self) -> Motions:
        """Show all values; say the other word; then let two bottles change places."""
        yield from self._clear()
        yield from self._widen()
        yield FadeIn(self.bubble, scale=0.6, run_time=DRAW)
        yield self._rewrite()
        yield from fill_in_a_wave(self.again)
        yield NEXT_LINE
        yield Wait(run_time=GLANCE)
        yield self._swap()

    def leave(self) -> Animation:
        """Clear all of it away, with a word that had no room above its column."""
        return vanish(self.changed, self.staying)

    def _clear(self) -> Motions:
        """Clear away the sum, the light, and the mix of the first word."""
        meeting, old = self.mixing.meeting, self.mixing.view
        yield from clear_away(meeting)
        yield AnimationGroup(FadeOut(meeting.beam, old.result.body, old.entry_heads))

    def _widen(self) -> Motions:
        """Let the other properties come in as rows: so all values stand before a word is said."""
        old, new, first = self.mixing.view, self.again, self.first
        pairs: list[tuple[Mobject, Mobject]] = [
            *zip(old.matrix.all_cells(), first.matrix.all_cells(), strict=True),
            (old.column_heads, first.column_heads),
            *zip(old.left.row(0), new.left.row(0), strict=True),
            *zip(old.row_heads, new.row_heads, strict=True),
            *((getattr(old, n).brackets, getattr(new, n).brackets) for n in GRIDS),
        ]
        rows = [VGroup(*row) for row in new.left.cells[1:]]
        parts = (*new.left_heads, *rows, new.result.body)
        yield AnimationGroup(
            *(ReplacementTransform(a, b, run_time=TRAVEL) for a, b in pairs),
            Succession(Wait(run_time=SHORT), wave([FadeIn(p, run_time=TRAVEL) for p in parts])),
        )

    def _rewrite(self) -> Animation:
        """Let the numbers of the column become those of the other word, and nothing else."""
        old, new = self.first, self.again
        pairs = zip(old.matrix.all_cells(), new.matrix.all_cells(), strict=True)
        bubble, head = self.bubble, new.column_heads[0]
        moved = len(head.words) == 1
        self.staying = VGroup() if moved else bubble
        goal = travel(bubble.word, head.words[0]) if moved else FadeIn(head, run_time=TRAVEL)
        gone: list[Mobject] = [old.column_heads, *([bubble.panel] if moved else [])]
        return AnimationGroup(
            *(ReplacementTransform(a, b, run_time=TURN) for a, b in pairs),
            *(FadeOut(each, run_time=SHORT) for each in gone),
            goal,
        )

    def _swap(self) -> Animation:
        """Let the first and the last bottle change places, with their values and shares."""
        old, new = self.again, self.changed
        first, *between, last = range(old.place.left.columns)
        moves: list[Animation] = []
        for k, before in enumerate((last, *between, first)):
            bow = BOW if before != k else 0.0
            pairs: list[tuple[Mobject, Mobject]] = [
                *zip(old.left.column(before), new.left.column(k), strict=True),
                (old.matrix.cell(before, 0), new.matrix.cell(k, 0)),
                (old.row_heads[before], new.row_heads[k]),
            ]
            moves += [ReplacementTransform(a, b, path_arc=bow, run_time=SWAP) for a, b in pairs]
        still: list[tuple[Mobject, Mobject]] = [
            *zip(old.result.all_cells(), self._same_results(), strict=True),
            *zip(old.left_heads, new.left_heads, strict=True),
            (old.column_heads, new.column_heads),
            *((getattr(old, n).brackets, getattr(new, n).brackets) for n in GRIDS),
        ]
        moves += [ReplacementTransform(a, b, run_time=SWAP) for a, b in still]
        return AnimationGroup(*moves)

    def _same_results(self) -> list[Mobject]:
        """Return the cells of the result: the same mix, whoever stands where."""
        new = self.changed
        for i, value in enumerate(new.product.trace.result[:, 0]):
            new.result.cell(i, 0).fill(value, "filled")
        return [*new.result.all_cells()]


GRIDS = ("left", "matrix", "result")
