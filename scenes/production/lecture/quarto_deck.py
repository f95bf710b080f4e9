"""``deck.qmd``: the same slides as a Quarto presentation, each chapter a section, to be edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from scenes.kit.ground.theme import THEMES, Theme
from scenes.kit.stage.script import TAGS
from scenes.production.cache.files import write_text
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Clip, Lecture, LectureChapter
from scenes.production.lecture.embedding import CLASS, calm_script, page_style, video_element
from scenes.production.lecture.markdown import plain
from scenes.production.lecture.wording import own_first, said, slide_title, word

FILES, FOR_SLIDES = ("deck.qmd",), True
HEAD = """\
---
title: {title}
title-slide-attributes:
  data-background-color: "{ground}"
lang: {language}
format:
  revealjs:
    width: 1920
    height: 1080
    margin: 0
    slide-level: 2
    navigation-mode: linear
    transition: none
    theme: {theme}
    backgroundcolor: "{ground}"
header-includes: |
{style}
resources:
  - "{folder}/**"
---
"""


def write(lecture: Lecture, folder: Path) -> list[Path]:
    """Write a presentation whose slides are the beats."""
    theme = THEMES[lecture.theme]
    head = HEAD.format(
        title=json.dumps(plain(film_title()[lecture.language]), ensure_ascii=False),
        language=TAGS[lecture.language],
        theme="dark" if theme.name == "night" else "default",
        ground=theme.background,
        style=indent(page_style(theme), "  ").rstrip(),
        folder=lecture.folder.name,
    )
    chapters = (_chapter(lecture, chapter, theme, folder) for chapter in lecture.chapters)
    script = f"\n```{{=html}}\n{calm_script()}```\n"  # in the last slide: before reveal.js begins
    return [write_text(folder / FILES[0], head + "".join(chapters) + script)]


def _chapter(lecture: Lecture, chapter: LectureChapter, theme: Theme, folder: Path) -> str:
    title = plain(chapter.clip.title[lecture.language])
    heading = f'\n# {title} {{#{chapter.clip.name} background-color="{theme.background}"}}\n'
    return heading + "".join(_slides(lecture, chapter, theme, folder))


def _slides(lecture: Lecture, chapter: LectureChapter, theme: Theme, folder: Path) -> Iterator[str]:
    for number, beat in enumerate(chapter.beats, 1):
        title = plain(slide_title(chapter, number, lecture.language))
        about = f'#{chapter.clip.name}-{beat.name} .{CLASS} background-color="{theme.background}"'
        yield (
            f"\n## {title} {{{about}}}\n\n"
            f"```{{=html}}\n{video_element(lecture, beat, folder)}\n```\n\n"
            f"::: {{.notes}}\n{_notes(lecture, beat)}:::\n"
        )


def _notes(lecture: Lecture, clip: Clip) -> str:
    return "\n".join(_notes_in(clip, language) for language in own_first(lecture.language))


def _notes_in(clip: Clip, language: str) -> str:
    lines = "".join(f"- {plain(line)}\n" for line in said(clip, language))
    added = f"\n{plain(clip.notes[language])}\n" if clip.notes else ""
    inside = f"{plain(word('on_screen', language))}\n\n{lines}{added}"
    return f':::: {{lang="{TAGS[language]}"}}\n{inside}::::\n'
