"""Letters as outlines and widths, straight from the shipped font.

HarfBuzz shapes every string, so the layout measures exactly what is drawn, on an exact baseline,
on every machine alike.  Pure: knows nothing of Manim.  All lengths are pixels at 1920×1080.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).parents[3] / "assets" / "fonts"
CAP_HEIGHT = 0.733  # of the size; Noto Sans CJK, OS/2 table
SMALLEST = 33.0  # cap height 2.2 % of the frame
CUT = re.compile(r"(?<=\d)…")  # of a number: on the line, where the font's Chinese one is not
# characters that may not begin a line, and those that may not end one
NO_START = frozenset("，。、；：？！）》」』”’…·,.;:?!)%")
NO_END = frozenset("（《「『“‘(")
SEAMS = frozenset("-/")  # after which a long word is divided as it is

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


@dataclass(frozen=True)
class Glyph:
    """One drawn letter: its number in the font and where its origin stands, in em."""

    index: int
    x: float
    y: float


@cache
def _face(bold: bool) -> hb.Face:
    name = "MixingSans-Bold.otf" if bold else "MixingSans-Regular.otf"
    return hb.Face(hb.Blob.from_file_path(str(FONTS / name)))


@cache
def _font(bold: bool) -> hb.Font:
    return hb.Font(_face(bold))


@cache
def characters() -> frozenset[int]:
    """Return the code points that both weights of the font can draw."""
    return frozenset(_face(False).unicodes) & frozenset(_face(True).unicodes)


def has_character(character: str) -> bool:
    """Tell whether the shipped font draws this character.

    >>> has_character("A"), has_character("酒"), has_character("🍹")
    (True, True, False)
    """
    return ord(character) in characters()


@cache
def shape(text: str, bold: bool = False) -> tuple[tuple[Glyph, ...], float]:
    """Return the glyphs of ``text`` with their places, and the advance of the whole, in em."""
    if not text:
        return (), 0.0
    buffer = hb.Buffer()
    buffer.add_str(CUT.sub("...", text))
    buffer.guess_segment_properties()
    hb.shape(_font(bold), buffer, {"kern": True, "liga": False})
    em, pen, glyphs = _face(bold).upem, 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, (pen + place.x_offset) / em, place.y_offset / em))
        pen += place.x_advance
    return tuple(glyphs), pen / em


class _Pen:
    """Collects one glyph's outline as cubic curves, closed, in em."""

    def __init__(self, em: int) -> None:
        self.em, self.curves = em, list[Curve]()
        self.start = self.at = (0.0, 0.0)

    def point(self, x: float, y: float) -> Point:
        return x / self.em, y / self.em

    def move(self, x: float, y: float, _: object) -> None:
        self.start = self.at = self.point(x, y)

    def line(self, x: float, y: float, _: object) -> None:
        self._line(self.point(x, y))

    def _line(self, end: Point) -> None:
        (x0, y0), (x1, y1) = self.at, end
        third = ((2 * x0 + x1) / 3, (2 * y0 + y1) / 3)
        self.curves.append((self.at, third, ((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3), end))
        self.at = end

    def cubic(self, *values: object) -> None:
        x1, y1, x2, y2, x3, y3 = (float(value) for value in values[:6])  # type: ignore[arg-type]
        end = self.point(x3, y3)
        self.curves.append((self.at, self.point(x1, y1), self.point(x2, y2), end))
        self.at = end

    def close(self, _: object) -> None:
        if self.at != self.start:
            self._line(self.start)


@cache
def outline(index: int, bold: bool = False) -> tuple[Curve, ...]:
    """Return the outline of a glyph as closed runs of cubic curves, y upwards, in em."""
    pen = _Pen(_face(bold).upem)
    functions = hb.DrawFuncs()
    functions.set_move_to_func(pen.move)
    functions.set_line_to_func(pen.line)
    functions.set_cubic_to_func(pen.cubic)
    functions.set_close_path_func(pen.close)
    _font(bold).draw_glyph(index, functions, None)
    return tuple(pen.curves)


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the advance width of ``text`` in pixels."""
    return shape(text, bold)[1] * size


def wrap(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` into the fewest lines no wider than ``room``, as even as can be.

    Breaks at spaces and between Chinese characters, never before closing punctuation; a word that
    is too long for a line is divided after a hyphen or a stroke that it has, else with a hyphen.
    """
    parts = [part for piece in pieces(text) for part in _divide(piece, size, room, bold)]
    lines = _fill(parts, size, room, bold)
    low, high = max(width(part.strip(), size, bold) for part in parts), room
    while high - low > 1:  # the narrowest measure that needs no more lines
        middle = (low + high) / 2
        if len(_fill(parts, size, middle, bold)) > len(lines):
            low = middle
        else:
            high = middle
    return _fill(parts, size, high, bold)


def _fill(pieces: list[str], size: float, room: float, bold: bool) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and width((lines[-1] + piece).rstrip(), size, bold) > room:
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines)


def pieces(text: str) -> list[str]:
    """Split ``text`` into the parts between which a line may break.

    >>> pieces("row meets 列，行")
    ['row ', 'meets ', '列，', '行']
    """
    parts = [""]
    for before, character in zip(" " + text, text, strict=False):
        free = before == " " or is_wide(before) or is_wide(character)
        barred = character in NO_START or before in NO_END or character == " "
        if parts[-1] and free and not barred:
            parts.append("")
        parts[-1] += character
    return parts


def is_wide(character: str) -> bool:
    """Tell whether a character fills a square, as Chinese ones do."""
    return unicodedata.east_asian_width(character) in "WF"


def _divide(piece: str, size: float, room: float, bold: bool) -> list[str]:
    """Divide a word that is wider than a line."""
    parts = []
    while width(piece.strip(), size, bold) > room and len(piece) > 2:
        cut, hyphen = _cut(piece, size, room, bold)
        parts.append(piece[:cut] + hyphen)
        piece = piece[cut:]
    return [*parts, piece]


def _cut(word: str, size: float, room: float, bold: bool) -> tuple[int, str]:
    """Return after how many letters a word that is too long is divided, and the hyphen, if any."""
    inner = range(1, len(word) - 1)
    cut = max((n for n in inner if width(word[:n] + "-", size, bold) <= room), default=1)
    seams = [n for n in inner if word[n - 1] in SEAMS and width(word[:n], size, bold) <= room]
    return (seams[-1], "") if seams and 2 * seams[-1] >= cut else (cut, "-")
