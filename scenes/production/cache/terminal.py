"""What is said in the terminal: a text is shown as it is, whatever names and paths are in it.

Rich takes ``[bold]`` and ``:smile:`` for orders, and a terminal what follows the character escape;
a folder may be called so, or what a user wrote, or another machine sent.
"""

from __future__ import annotations

import codecs
import io
import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from mathcore import printable

SPELLED = "spelled_out"
TYPED = {
    **{"×": "x", "·": ".", "−": "-", "–": "-", "—": "-", "…": "...", "→": "->", "≈": "~"},
    **{"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "─": "-", "│": "|", "━": "-"},
}
"""What stands for a sign where an encoding lacks it."""


class Terminal(Console):
    """A console that takes no text for an order."""

    def render_str(self, text: str, **options: Any) -> Text:
        r"""Return a text as it is, in a table or alone; what no line of print has is written out.

        >>> print(Terminal().render_str("[/] :smile: \x1b[2J"))
        [/] :smile: \u001b[2J
        """
        return super().render_str(seen(text), **options | {"markup": False, "emoji": False})


def tell(text: str) -> None:
    """Print a result."""
    print(seen(text))


def say(text: object) -> None:
    """Say something to whoever runs this; it is no result."""
    print(seen(str(text)), file=sys.stderr, flush=True)


def seen(text: str) -> str:
    """Return lines of a text as a terminal may have them: each character is seen, none obeyed."""
    return printable(text, keep="\n")


def spell_out() -> None:
    """Let what a terminal's encoding lacks be written with what it has, rather than fail."""
    codecs.register_error(SPELLED, _spelled)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=SPELLED)


def _spelled(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write a sign as a typewriter does, and any other character as its number."""
    if not isinstance(error, UnicodeEncodeError):
        return codecs.backslashreplace_errors(error)
    sign = error.object[error.start]
    if sign in TYPED:
        return TYPED[sign], error.start + 1
    error.end = error.start + 1  # the next one may have a sign of its own
    return codecs.backslashreplace_errors(error)
