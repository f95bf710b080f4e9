"""How decks put a lecture into words: titles, times, what is said, in one language.

Pure: knows clips and languages, and nothing of any kind of deck.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from scenes.kit.stage.script import LANGUAGES
from scenes.production.lecture.contents import Clip, LectureChapter

BROKEN_LATIN = re.compile(r"(?<=[!-~])\n(?=[!-~])")


@cache
def _words() -> Mapping[str, Any]:
    path = Path(__file__).with_name("decks.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def word(name: str, language: str, /, **values: object) -> str:
    """Return a word or a pattern of ours in a language, from ``decks.toml``.

    >>> word("seconds", "en", seconds="3.5"), word("script.recording", "en", name="a.wav")
    ('3.5 s', 'Recording: `a.wav`')
    """
    found: Any = _words()
    for part in name.split("."):
        found = found[part]
    pattern: str = found[language]
    return pattern.format(**values)


def own_first(language: str) -> tuple[str, ...]:
    """Return all languages, that of the picture first.

    >>> own_first("zh")
    ('zh', 'en')
    """
    return (language, *(each for each in LANGUAGES if each != language))


def slide_title(chapter: LectureChapter, number: int, language: str) -> str:
    """Return a title that no other slide of the deck has: beats may share one.

    It reads like ``Row meets column (3/6)``.
    """
    beat = chapter.beats[number - 1]
    return f"{beat.title[language]} ({number}/{len(chapter.beats)})"


def said(clip: Clip, language: str) -> tuple[str, ...]:
    """Return the captions of a clip, each as one line."""
    return tuple(one_line(spoken.text[language], language) for spoken in clip.captions)


def one_line(text: str, language: str) -> str:
    r"""Return a caption without its break; Chinese needs a space there only between Latin letters.

    >>> one_line("where they\nmeet", "en"), one_line("17\n% vol", "zh")
    ('where they meet', '17 % vol')
    """
    if language != "zh":
        return text.replace("\n", " ")
    return BROKEN_LATIN.sub(" ", text).replace("\n", "")


def clock(seconds: float) -> str:
    """Return a time as a person reads it, to a tenth of a second.

    >>> clock(68.333)
    '1:08.3'
    """
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths % 600 / 10:04.1f}"


def span(clip: Clip) -> str:
    """Return when a beat stands in its chapter."""
    return f"{clock(clip.start)}–{clock(clip.start + clip.seconds)}"


def duration(clip: Clip, language: str) -> str:
    """Return how long a clip is."""
    return word("seconds", language, seconds=f"{clip.seconds:.1f}")


def description(clip: Clip, language: str) -> str:
    """Return what stands for a clip where it cannot be seen."""
    joint = "" if language == "zh" else " "
    lines = joint.join(said(clip, language))
    return word("description", language, title=clip.title[language], said=lines)
