"""One product among many, written out: ``16 × 0.05`` over ``= 0.8``, right-aligned."""

from __future__ import annotations

from manim import VGroup

from mathcore import Step
from scenes.kit.ground import lettering
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.claims import Claim

SPACE = 0.18  # beside a sign, of the size
LEADING = 1.4


class ProductNote(VGroup):
    """``left × right`` on a baseline, and what it makes on the line below; ``at`` is (i, j).

    Parameters
    ----------
    step : Step
        One term of an entry: ``trace.entry(i, j)[k]``.
    at : (int, int)
        The entry.
    of : str
        The source that the numbers claim to be of.
    size : float
        Of the type, in pixels.
    right, baseline : float
        Pixels: where it ends, and its first line.
    """

    def __init__(
        self,
        theme: Theme,
        step: Step,
        at: tuple[int, int],
        of: str,
        size: float,
        *,
        right: float,
        baseline: float,
    ) -> None:
        (i, j), k = at, step.k
        below = baseline + LEADING * size
        self.right = Number(
            step.right, size, theme.ink, x=right, baseline=baseline, anchor="right",
            enclosed=True, claim=Claim("share", (k, j), of),
        )  # fmt: skip
        self.times, x = _before(theme, "×", self.right, right, baseline)
        self.left = Number(
            step.left, size, theme.ink, x=x, baseline=baseline, anchor="right",
            claim=Claim("value", (i, k), of),
        )  # fmt: skip
        self.product = Number(
            step.product, size, theme.plus if step.product > 0 else theme.minus, x=right,
            baseline=below, anchor="right", bold=True, claim=Claim("product", (i, j, k), of),
        )  # fmt: skip
        self.equals, _ = _before(theme, "=", self.product, right, below)
        super().__init__(self.left, self.times, self.right, self.equals, self.product)


def _before(
    theme: Theme, sign: str, number: Number, right: float, baseline: float
) -> tuple[Sign, float]:
    """Return a sign before a numeral, and where what stands before the sign ends."""
    size = number.size
    end = right - lettering.width(number.text, size, number.bold) - SPACE * size
    width = SIGN_WIDTH[sign] * size
    middle = baseline - lettering.CAP_HEIGHT * size / 2
    return Sign(sign, size, theme.muted, end - width / 2, middle), end - width - SPACE * size
