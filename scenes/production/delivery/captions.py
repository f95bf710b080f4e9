"""Sidecar captions: WebVTT and SubRip, in every language, from the same lines as the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scenes.kit.stage.script import LONGEST, SHORTEST, TAGS, caption_lines
from scenes.kit.stage.timeline import Cue

LOOKALIKES = str.maketrans("<>{}\\", "＜＞｛｝＼")
ENTITY = re.compile(r"&(?=#?\w+;)")


@dataclass(frozen=True)
class Line:
    """A caption in one language, as it is written to a file."""

    start: float
    end: float
    text: str


def tidy(cues: Sequence[Cue], fps: int, end: float) -> tuple[Cue, ...]:
    """Return the captions with times that players and people can follow.

    None overlaps the next, none stands longer than seven seconds or, if there is room, shorter than
    one; two follow each other at once, or at least two frames apart.
    """
    ordered = sorted(cues, key=lambda cue: cue.start)
    pairs = pairwise([*ordered, Cue(end, end, {})])
    tidied = (_tidy(cue, following.start, 2 / fps) for cue, following in pairs)
    return tuple(cue for cue in tidied if cue.end > cue.start)


def _tidy(cue: Cue, following: float, gap: float) -> Cue:
    longest = min(cue.start + LONGEST, following)
    finish = min(max(cue.end, cue.start + SHORTEST), longest)
    if 0 < following - finish < gap - 1e-6:
        finish = following if following <= cue.start + LONGEST else following - gap
    return Cue(cue.start, finish, cue.text)


def lines(cues: Sequence[Cue], language: str) -> tuple[Line, ...]:
    """Return the captions of one language, broken as on screen."""
    return tuple(
        Line(cue.start, cue.end, "\n".join(caption_lines(cue.text[language], language)))
        for cue in cues
    )


def webvtt(spoken: Sequence[Line], language: str, kind: str = "captions") -> str:
    """Return a WebVTT file.

    >>> print(webvtt([Line(0.5, 2, "17 & 30")], "en"))
    WEBVTT
    Kind: captions
    Language: en
    <BLANKLINE>
    1
    00:00:00.500 --> 00:00:02.000
    17 &amp; 30
    <BLANKLINE>
    """
    head = f"WEBVTT\nKind: {kind}\nLanguage: {TAGS[language]}\n\n"
    return head + "\n".join(
        f"{number}\n{clock(line.start)} --> {clock(line.end)}\n{escaped(line.text)}\n"
        for number, line in enumerate(spoken, 1)
    )


def subrip(spoken: Sequence[Line]) -> str:
    """Return a SubRip file.

    >>> print(subrip([Line(0.5, 2, "17 & 30")]))
    1
    00:00:00,500 --> 00:00:02,000
    17 & 30
    <BLANKLINE>
    """
    return "\n".join(
        f"{number}\n{clock(line.start, ',')} --> {clock(line.end, ',')}\n{unmarked(line.text)}\n"
        for number, line in enumerate(spoken, 1)
    )


def clock(seconds: float, point: str = ".") -> str:
    """Return a time as captions write it.

    >>> clock(3661.25)
    '01:01:01.250'
    """
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"


def escaped(text: str) -> str:
    """Return a text as WebVTT writes it.

    >>> escaped("<b> & {b}")
    '&lt;b&gt; &amp; {b}'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unmarked(text: str) -> str:
    r"""Return a text for SubRip and for the subtitles inside MP4, where nothing can be escaped.

    Neither format has markup, but players take it there: VLC and FFmpeg, which mpv and many others
    read with, obey ``<i>``, ``{\an8}`` and ``{y:i}``, break lines at ``\N``, and what is drawn
    with libass loses all that stands in braces.  So the signs that markup is made of become their
    full-width forms, which look alike, and which Unicode (NFKC) turns back.

    >>> print(unmarked(r"{\an8}<b> & &lt;"))
    ｛＼an8｝＜b＞ & ＆lt;
    """
    return ENTITY.sub("＆", text).translate(LOOKALIKES)
