"""The caption: the spoken line, in its band at the foot of the frame."""

from __future__ import annotations

from manim import VGroup

from scenes.kit.ground import frame
from scenes.kit.ground.sizes import CAPTION
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Theme
from scenes.kit.stage.script import caption_lines


class Caption(VGroup):
    """One or two centred lines; a single line stands on the band's baseline.

    Parameters
    ----------
    text : str
        What is said; at most two lines of 42 characters, or of 16 Chinese ones.
    language : str
        ``"en"`` or ``"zh"``.

    Raises
    ------
    ScriptError
        If it is longer.
    """

    def __init__(self, theme: Theme, text: str, language: str) -> None:
        self.text = text
        lines = caption_lines(text, language)
        first = frame.CAPTION_BASELINE - (len(lines) - 1) * frame.CAPTION_LEADING / 2
        super().__init__(
            *paragraph(
                lines,
                CAPTION,
                theme.ink,
                x=frame.CENTRE,
                baseline=first,
                leading=frame.CAPTION_LEADING,
            )
        )
        self.set_z_index(20)
