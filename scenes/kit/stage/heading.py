"""The heading at the top left, in bold ink."""

from __future__ import annotations

from scenes.kit.ground import frame
from scenes.kit.ground.sizes import TITLE
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Theme


class Heading(Label):
    """The title of what is being shown; the shape line stands to the right of it.

    Parameters
    ----------
    text : str
        One line.
    """

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(
            text, TITLE, theme.ink, x=frame.LEFT, baseline=frame.TITLE_BASELINE, bold=True
        )
