"""What a plan has to look like that another machine sends.  Pure.

Its names become the names of files here, and its texts captions, so none of it is taken on trust.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from mathcore import unprinted
from scenes.kit.stage.script import LANGUAGES
from scenes.kit.stage.script_faults import BEAT_NAME
from scenes.production.planning.plan import ChapterPlan
from scenes.production.workers.payload import PayloadError

KEY = re.compile(r"[0-9a-f]{32}")
MOST_FRAMES, LONGEST_TEXT = 10_000_000, 10_000
PLAN = {"chapter", "title", "fps", "beats", "receipts", "base"}
PARTS = {"name", "plays", "cues", "title", "notes"}

Check = Callable[[Any], bool]


def read_plan(table: object, chapter: str, fps: int, base: str) -> ChapterPlan:
    """Return the plan of a chapter that a worker has made.

    Raises
    ------
    PayloadError
        If it is not that of this chapter, at this rate, from these files, or no plan at all.
    """
    if not isinstance(table, dict) or table.keys() != PLAN:
        raise PayloadError("sent what is no plan")
    if not _is_text(table["title"]) or not _are(_is_beat, table["beats"]):
        raise PayloadError("sent what is no plan")
    if not table["beats"] or not _are(lambda each: isinstance(each, dict), table["receipts"]):
        raise PayloadError("sent what is no plan")
    if (table["chapter"], table["fps"], table["base"]) != (chapter, fps, base):
        raise PayloadError(f"sent another plan than that of {chapter}, as it is here")
    return ChapterPlan.from_table(table)


def _is_beat(beat: Any) -> bool:
    return (
        isinstance(beat, dict)
        and beat.keys() == PARTS
        and isinstance(beat["name"], str)
        and BEAT_NAME.fullmatch(beat["name"]) is not None
        and bool(beat["plays"])
        and _are(_is_play, beat["plays"])
        and _are(_is_cue, beat["cues"])
        and all(beat[name] is None or _is_text(beat[name]) for name in ("title", "notes"))
    )


def _is_play(play: Any) -> bool:
    match play:
        case [str(key), int(frames), bool(), bool()] if not isinstance(frames, bool):
            return KEY.fullmatch(key) is not None and 0 < frames < MOST_FRAMES
    return False


def _is_cue(cue: Any) -> bool:
    match cue:
        case [start, end, text] if _is_time(start) and _is_time(end):
            return bool(start <= end) and _is_text(text)
    return False


def _is_time(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and _is_finite(raw)


def _is_finite(raw: float) -> bool:
    return 0 <= raw < MOST_FRAMES and math.isfinite(raw)


def _is_text(raw: Any) -> bool:
    return (
        isinstance(raw, dict) and raw.keys() == set(LANGUAGES) and all(map(_is_line, raw.values()))
    )


def _is_line(raw: Any) -> bool:
    return isinstance(raw, str) and len(raw) <= LONGEST_TEXT and not unprinted(raw)


def _are(check: Check, raw: Any) -> bool:
    return isinstance(raw, list) and all(map(check, raw))
