"""``README.txt``: for the lecturer, in both languages, what to put where."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from string import Template

from scenes.kit.stage.script import LANGUAGES
from scenes.production.cache.files import write_text
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Lecture

FILES = ("README.txt",)
WORDS = Path(__file__).with_name("readme.toml")
RULE = "\n\n" + "=" * 72 + "\n\n"


def write(lecture: Lecture, folder: Path) -> Iterable[Path]:
    """Write it into the folder of a pack."""
    yield write_text(folder / FILES[0], RULE.join(_text(lecture, each) for each in LANGUAGES))


def _text(lecture: Lecture, language: str) -> str:
    """Return what it says in a language, with a clip of this very pack as the example."""
    chapter, beat = next(lecture.beats)
    template = Template(tomllib.loads(WORDS.read_text(encoding="utf-8"))["text"][language])
    return template.substitute(
        title=film_title()[language],
        example=lecture.title[language],
        folder=lecture.folder.name,
        chapter=chapter.clip.stem,
        beat=beat.stem,
        link=f"{chapter.clip.name}/{beat.name}",
        width=lecture.width,
        height=lecture.height,
        fps=lecture.frames_per_second,
    )
