"""``transcript.en.html`` and ``transcript.zh-CN.html``: all that is said, with the stills, to read.

They need no script, print well, and link into the player.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.production.cache.files import write_text
from scenes.production.delivery.videos import film_title
from scenes.production.lecture.contents import Clip, Lecture, LectureChapter
from scenes.production.lecture.page import filled, icon, part
from scenes.production.lecture.page_data import PLAIN, label, on_one_line
from scenes.production.lecture.page_font import font_faces
from scenes.production.lecture.page_look import roles_by_preference

NAMES = {language: f"transcript.{TAGS[language]}.html" for language in LANGUAGES}
FILES = tuple(NAMES.values())
WORDS = tomllib.loads(Path(__file__).with_name("transcript.toml").read_text(encoding="utf-8"))


def write(lecture: Lecture, folder: Path) -> Iterable[Path]:
    """Write a page for each language into the folder of a pack."""
    for language, name in NAMES.items():
        yield write_text(folder / name, transcript(lecture, language))


def transcript(lecture: Lecture, language: str) -> str:
    """Return all that is said in a language, as HTML."""
    words = {key: escape(text[language]) for key, text in WORDS.items()}
    chapters = "\n".join(_chapter(chapter, language) for chapter in lecture.chapters)
    title, example = escape(film_title()[language]), escape(lecture.title[language])
    template, emblem = part("transcript.html"), part("emblem.svg").strip()
    others = (
        f'<a href="{NAMES[each]}" lang="{TAGS[each]}" hreflang="{TAGS[each]}">'
        f"{WORDS['own_name'][each]}</a>"
        for each in LANGUAGES
        if each != language
    )
    parts = {
        **words,
        "language": TAGS[language],
        "title": title,
        "example": example,
        "icon": icon(emblem),
        "emblem": emblem,
        "others": " ".join(others),
        "chapters": chapters,
    }
    text = "".join((template, *parts.values()))
    styles = (font_faces(text), roles_by_preference(), part("base.css"), part("transcript.css"))
    return filled(template, {**parts, "styles": "\n".join(styles)})


def _chapter(chapter: LectureChapter, language: str) -> str:
    title = escape(chapter.clip.title[language])
    beats = "\n".join(_beat(chapter, beat, language) for beat in chapter.beats)
    return f'<section id="{chapter.clip.name}">\n<h2>{title}</h2>\n{beats}\n</section>'


def _beat(chapter: LectureChapter, beat: Clip, language: str) -> str:
    return "\n".join(("<article>", *_parts(chapter, beat, language), "</article>"))


def _parts(chapter: LectureChapter, beat: Clip, language: str) -> Iterator[str]:
    link = f"index.html#{chapter.clip.name}/{beat.name}"
    name = escape(label(chapter, beat)[language])
    yield f'<a class="still" href="{link}"><img src="{PLAIN}/{beat.poster}" alt="{name}"'
    yield f'loading="lazy"></a><div><p class="time">{_clock(beat.start)}</p>'
    if beat.title != chapter.clip.title:
        yield f"<h3>{name}</h3>"
    for said in beat.captions:
        yield f"<p>{escape(on_one_line(said.text[language], language))}</p>"
    if beat.notes:
        yield f'<p class="note">{escape(beat.notes[language])}</p>'
    yield "</div>"


def _clock(seconds: float) -> str:
    whole = int(seconds + 1e-6)
    return f"{whole // 60}:{whole % 60:02}"
