"""The notes pane: what is said on screen and what the speaker may add, in every language."""

from __future__ import annotations

from typing import Any

from pptx.enum.lang import MSO_LANGUAGE_ID

from scenes.production.lecture.contents import Clip
from scenes.production.lecture.wording import duration, own_first, said, span, word

TONGUES = {"en": MSO_LANGUAGE_ID.ENGLISH_US, "zh": MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE}


def write_notes(slide: Any, clip: Clip, language: str) -> None:
    """Write the notes of a slide, the language of the picture first."""
    frame = slide.notes_slide.notes_text_frame
    frame.clear()
    for place, each in enumerate(own_first(language)):
        if place:  # an empty line between the languages, and one to begin on
            frame.add_paragraph()
            frame.add_paragraph()
        for heading, line in _paragraphs(clip, each):
            last = frame.paragraphs[-1]
            write_line(frame.add_paragraph() if last.runs else last, line, each, bold=heading)


def _paragraphs(clip: Clip, language: str) -> list[tuple[bool, str]]:
    """Return the paragraphs in one language: whether it is a heading, and what it says."""
    head = f"{word('on_screen', language)} ({span(clip)}, {duration(clip, language)})"
    lines = [(True, head), *((False, line) for line in said(clip, language))]
    if clip.notes:
        lines += [(True, word("notes", language)), (False, clip.notes[language])]
    return lines


def write_line(paragraph: Any, text: str, language: str, *, bold: bool = False) -> None:
    """Write a line and say in which language it is: for spelling, and for reading aloud."""
    run = paragraph.add_run()
    run.text = text
    run.font.language_id = TONGUES[language]
    if bold:
        run.font.bold = True
