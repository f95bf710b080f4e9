"""Where counts and seconds stand beside each other.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box

COUNTED_X, TIMED_X, WIDEST = 330.0, 1030.0, 540.0  # pixels: where bars begin, and the longest
TOP, PITCH, BAR = 236.0, 106.0, 52.0
HEAD_BASELINE = 204.0
NOTE_BASELINE, NOTE_LEADING, NOTE_LOWEST = 834.0, 44.0, 930.0
NOTE_WIDE, NOTE_GAP = frame.RIGHT - frame.LEFT, 8.0


def note_baseline(lines: int) -> float:
    """Return where the first of so many lines below the table stands."""
    return min(NOTE_BASELINE, NOTE_LOWEST - (lines - 1) * NOTE_LEADING)


def row_pitch(rows: int, lines: int) -> float:
    """Return how far apart the rows are: less, where many lines stand below them."""
    room = note_baseline(lines) - NOTE_LEADING - NOTE_GAP - TOP - BAR
    return min(PITCH, room / (rows - 1))


@dataclass(frozen=True)
class ClockPlace:
    """One row: where its bars lie at their longest, and the middle of its name."""

    row: int
    pitch: float

    @property
    def counted(self) -> Box:
        """The longest bar of fetches."""
        return Box(COUNTED_X, TOP + self.row * self.pitch, WIDEST, BAR)

    @property
    def timed(self) -> Box:
        """The longest bar of seconds."""
        return Box(TIMED_X, TOP + self.row * self.pitch, WIDEST, BAR)

    @property
    def middle(self) -> float:
        """The row of pixels on which name and numbers are centred."""
        return self.counted.centre[1]
