"""The shape line: ``1×4 · 4×3 → 1×3``, its inner sizes bold and linked."""

from __future__ import annotations

from manim import VGroup

from mathcore import MatmulTrace
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.shapes import SIGN_WIDTH, Sign
from scenes.kit.ground.sizes import SHAPE, SHAPE_LARGE, TITLE
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import Theme
from scenes.kit.product.falk_geometry import HEADING_RIGHT, FalkPlace
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.heading import Heading

HEADING_GAP = 48.0  # pixels between a heading and its shape line
SPACE = 0.16  # ink to ink, of the size, beside × ; twice as much beside · and →


class ShapeLine(VGroup):
    """The sizes of a product: rows × inner · inner × columns → rows × columns.

    ``inner`` are the two that must agree; ``of`` names the product, if it is not the recipes'.

    Parameters
    ----------
    sizes : (int, int, int)
        Rows, inner, columns.
    size : float
        Of the type, in pixels.
    x, baseline : float
        Pixels: where it begins.
    colour : str, optional
        Of what is not in focus.
    focused : bool, optional
        Whether the inner sizes are in focus.
    of : str, optional
        The product that the sizes claim to be of.
    """

    def __init__(
        self,
        theme: Theme,
        sizes: tuple[int, int, int],
        size: float,
        *,
        x: float,
        baseline: float,
        colour: str | None = None,
        focused: bool = True,
        of: str = "",
    ) -> None:
        rows, inner, columns = (
            (sizes[0], Claim("rows", (sizes[0],), of)),
            (sizes[1], Claim("inner", (), of)),
            (sizes[2], Claim("columns", (), of)),
        )
        tokens: list[tuple[int, Claim] | str]
        tokens = [rows, "×", inner, "·", inner, "×", columns, "→", rows, "×", columns]
        plain = colour or theme.muted
        super().__init__()
        self.theme, self.left = theme, x
        middle = baseline - lettering.CAP_HEIGHT * size / 2
        for n, token in enumerate(tokens):
            strong = n in (2, 4) and focused
            tint = theme.focus if strong else plain
            if isinstance(token, str):
                room = SPACE * size * (1.0 if token == "×" else 1.8)
                half = SIGN_WIDTH[token] * size / 2
                self.add(Sign(token, size, plain, x + room + half, middle))
                x += 2 * (room + half)
            else:
                count, claim = token
                number = Number(count, size, tint, x=x, baseline=baseline, bold=strong, claim=claim)
                self.add(number)
                x += lettering.width(number.text, size, strong)
        self.right = x
        self.inner = VGroup(self[2], self[4])

    def clear_of(self, place: FalkPlace) -> bool:
        """Tell whether it ends before the names above the columns begin."""
        return self.right <= min(HEADING_RIGHT, place.matrix.bracket_box.x)


def beside(heading: Heading, theme: Theme, sizes: tuple[int, int, int], of: str = "") -> ShapeLine:
    """Return the small shape line to the right of a heading, on its baseline.

    Parameters
    ----------
    heading : Heading
        What it stands beside.
    sizes : (int, int, int)
        Rows, inner, columns.
    of : str, optional
        The product that the sizes claim to be of.
    """
    x = frame.LEFT + lettering.width(heading.text, TITLE, bold=True) + HEADING_GAP
    return ShapeLine(theme, sizes, SHAPE, x=x, baseline=frame.TITLE_BASELINE, of=of)


def shape_within(
    theme: Theme, trace: MatmulTrace, of: str, left: float, right: float, middle: float
) -> ShapeLine:
    """Return the shape of a product as large as there is room, ending at ``right``.

    Parameters
    ----------
    trace : MatmulTrace
        The product.
    of : str
        The source that its sizes claim to be of.
    left, right, middle : float
        Pixels: between which columns it stands, and its middle row.
    """
    sizes = (len(trace.left), *trace.right.shape)
    probe = ShapeLine(theme, sizes, SHAPE, x=0.0, baseline=0.0, of=of)
    size = min(SHAPE_LARGE, SHAPE * (right - left - HEADING_GAP) / probe.right)
    x = right - probe.right * size / SHAPE
    baseline = middle + lettering.CAP_HEIGHT * size / 2
    return ShapeLine(theme, sizes, size, x=x, baseline=baseline, of=of)
