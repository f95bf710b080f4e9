"""``deck-reveal.html``: slides to paste, or to include, among the slides of a reveal.js talk."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from scenes.kit.ground.theme import THEMES, Theme
from scenes.kit.stage.script import TAGS
from scenes.production.cache.files import write_text
from scenes.production.lecture.contents import AT_ONCE, Lecture, LectureChapter
from scenes.production.lecture.embedding import (
    CLASS,
    calm_script,
    notes_html,
    page_style,
    video_element,
)
from scenes.production.lecture.wording import slide_title

FILES, FOR_SLIDES = ("deck-reveal.html",), True
HOW = """\
<!-- Slides for a talk made with reveal.js.  Put this text inside <div class="slides">, and the
     folder "{folder}" beside the page.  Each clip plays {when}, and stands still at its
     end; a click pauses it.  Reveal.initialize({{ width: 1920, height: 1080, margin: 0 }}) gives it
     all the room.
-->
"""


def write(lecture: Lecture, folder: Path) -> list[Path]:
    """Write the slides of all beats, one after another."""
    theme = THEMES[lecture.theme]
    text = HOW.format(
        folder=lecture.folder.name,
        when="when its slide comes" if lecture.start == AT_ONCE else "when it is clicked",
    ) + page_style(theme)
    text += "".join(
        slide for chapter in lecture.chapters for slide in _slides(lecture, chapter, theme, folder)
    )
    return [write_text(folder / FILES[0], text + calm_script())]


def _slides(lecture: Lecture, chapter: LectureChapter, theme: Theme, folder: Path) -> Iterator[str]:
    for number, beat in enumerate(chapter.beats, 1):
        title = slide_title(chapter, number, lecture.language)
        yield (
            f'<section class="{CLASS}" id="{chapter.clip.name}-{beat.name}" '
            f'lang="{TAGS[lecture.language]}" data-transition="none" '
            f'data-background-color="{theme.background}">\n'
            f"<h2>{escape(title, quote=False)}</h2>\n"
            f"{video_element(lecture, beat, folder)}\n"
            f'<aside class="notes">\n{notes_html(lecture, beat)}\n</aside>\n'
            "</section>\n"
        )
