"""``deck.pptx``: one beat a slide, for PowerPoint, Keynote and LibreOffice.

The clip fills the slide and plays as soon as the slide is there: a press, a beat; or it waits for a
click.  Everything that is said stands in the notes, in every language.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.script import TAGS
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Lecture, LectureChapter
from scenes.production.lecture.downscale import smaller
from scenes.production.lecture.powerpoint.notes import write_line, write_notes
from scenes.production.lecture.powerpoint.packing import save
from scenes.production.lecture.powerpoint.poster import poster
from scenes.production.lecture.powerpoint.sections import add_sections
from scenes.production.lecture.powerpoint.template import HEIGHT, WIDTH, empty_deck
from scenes.production.lecture.powerpoint.timing import set_timing
from scenes.production.lecture.wording import description, slide_title
from scenes.production.planning.settings import CACHE
from scenes.production.workers.processes import cores

FILES, FOR_SLIDES = ("deck.pptx",), True
MANY, LOW = 25, 720  # with more clips than that, PowerPoint wants them no higher
MADE = datetime(2000, 1, 1)  # not the time of writing: the same lecture gives the same file


def write(lecture: Lecture, folder: Path) -> list[Path]:
    """Write the deck."""
    deck = empty_deck(THEMES[lecture.theme])
    _describe(deck, lecture)
    videos = _videos(lecture)
    sections = [
        (chapter.clip.title[lecture.language], list(_slides(deck, lecture, chapter, videos)))
        for chapter in lecture.chapters
    ]
    add_sections(deck, sections)
    return [save(deck, folder / FILES[0])]


def _describe(deck: Any, lecture: Lecture) -> None:
    about, title = deck.core_properties, film_title()[lecture.language]
    about.title, about.author, about.language = title, title, TAGS[lecture.language]
    about.created = about.modified = MADE
    about.last_modified_by, about.revision, about.keywords = "", 1, lecture.example


def _videos(lecture: Lecture) -> Mapping[str, Path]:
    """Return the video of every beat by its stem: its own, or a smaller one where there are many.

    The smaller ones are kept in the cache: making them takes about as long as playing them.
    """
    stems = [beat.stem for _, beat in lecture.beats]
    if len(stems) <= MANY or lecture.height <= LOW:
        return {beat.stem: lecture.folder / beat.video for _, beat in lecture.beats}
    place = hashlib.sha256(os.fsencode(lecture.folder.absolute())).hexdigest()[:16]
    room = CACHE / "smaller" / f"{lecture.example}-{place}"
    with ThreadPoolExecutor(cores()) as pool:
        made = pool.map(lambda stem: _smaller(lecture.folder, stem, room), stems)
        return dict(zip(stems, made, strict=True))


def _smaller(folder: Path, stem: str, room: Path) -> Path:
    return smaller(folder / f"{stem}.mp4", room, stem.replace("/", "-"), LOW)


def _slides(
    deck: Any, lecture: Lecture, chapter: LectureChapter, videos: Mapping[str, Path]
) -> Iterator[int]:
    """Add a slide for every beat of a chapter; yield their numbers, as sections want them."""
    for number, beat in enumerate(chapter.beats, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        title = slide_title(chapter, number, lecture.language)
        write_line(slide.shapes.title.text_frame.paragraphs[0], title, lecture.language)
        movie = slide.shapes.add_movie(
            str(videos[beat.stem]),
            *(0, 0, WIDTH, HEIGHT),
            poster_frame_image=poster(
                lecture.folder / beat.poster, videos[beat.stem], lecture.start
            ),
            mime_type="video/mp4",
        )
        movie.name = title
        movie._element.nvPicPr.cNvPr.set("descr", description(beat, lecture.language))
        set_timing(slide, movie.shape_id, round(beat.seconds * 1000), lecture.start)
        write_notes(slide, beat, lecture.language)
        yield slide.slide_id
