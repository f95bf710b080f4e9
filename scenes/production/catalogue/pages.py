"""The catalogue: a page in each language, and the pictures beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.production.cache.files import write_text
from scenes.production.catalogue.examples import KIT
from scenes.production.catalogue.markup import Writer, anchor, value_anchor
from scenes.production.catalogue.subjects import Subject, subjects
from scenes.production.catalogue.things import Thing, things
from scenes.production.lecture import page as lecture_page
from scenes.production.lecture.page_font import font_faces
from scenes.production.lecture.page_look import roles_by_preference

PARTS = Path(__file__).with_name("page")
NAMES = {"en": "index.html"} | {
    language: f"index.{TAGS[language]}.html" for language in LANGUAGES if language != "en"
}
WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


def write_pages(folder: Path) -> Iterator[Path]:
    """Write a page for each language."""
    for language, name in NAMES.items():
        yield write_text(folder / name, page(language))


def page(language: str) -> str:
    """Return the catalogue in a language, as HTML."""
    writer = Writer(language, WORDS, _anchors())
    rooms = _rooms()
    words = {
        key: escape(text[language]) for key, text in WORDS.items() if set(text) == set(LANGUAGES)
    }
    emblem = lecture_page.part("emblem.svg").strip()
    parts = {
        **words,
        "language": TAGS[language],
        "icon": lecture_page.icon(emblem),
        "emblem": emblem,
        "others": " ".join(_others(language)),
        "links": "\n".join(
            f'<li><a href="#{room}">{_room_name(room, language)}</a></li>' for room in rooms
        ),
        "content": "\n".join(_room(writer, room) for room in rooms),
        "script": _part("catalogue.js"),
    }
    template = _part("catalogue.html")
    text = "".join((template, *parts.values()))
    base = lecture_page.part("base.css")
    styles = (font_faces(text), roles_by_preference(), base, _part("catalogue.css"))
    return lecture_page.filled(template, {**parts, "styles": "\n".join(styles)})


def _part(name: str) -> str:
    return (PARTS / name).read_text(encoding="utf-8")


def _others(language: str) -> Iterator[str]:
    for each in LANGUAGES:
        if each != language:
            own, tag = escape(WORDS["own_name"][each]), TAGS[each]
            yield f'<a href="{NAMES[each]}" lang="{tag}" hreflang="{tag}">{own}</a>'


def _rooms() -> list[str]:
    """Return the rooms of the kit, in the order of the words."""
    there = {subject.room for subject in subjects()}
    return [*(room for room in WORDS["room"] if room in there), *sorted(there - {*WORDS["room"]})]


def _room_name(room: str, language: str) -> str:
    return escape(WORDS["room"].get(room, {}).get(language, room))


def _room(writer: Writer, room: str) -> str:
    own = [subject for subject in subjects() if subject.room == room]
    about = WORDS["room"].get(room, {}).get("about", {}).get(writer.language, "")
    entries = [writer.entry(each, each.example) for each in own if each.example]
    parts = [writer.part(each) for each in own if each.example is None]
    return "\n".join(
        (
            f'<section class="group" id="{room}">',
            f"<h2>{_room_name(room, writer.language)}</h2><p>{escape(about)}</p>",
            *entries,
            *_list(writer, "parts", parts),
            *_list(writer, "values", (writer.value(each) for each in _values(room))),
            "</section>",
        )
    )


def _list(writer: Writer, key: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f'<section class="group"><h3>{writer.say(key)}</h3>'
        yield from found
        yield "</section>"


def _values(room: str) -> Iterator[Thing]:
    """Yield the values that are defined in a room, but errors."""
    for thing in things():
        inside = thing.path.is_relative_to(KIT / room)
        if inside and thing.kind == "value" and not issubclass(thing.what, Exception):
            yield thing


def _anchors() -> dict[str, str]:
    """Return where names lead to: of nouns, of what makes them, of values, and of files."""
    found = {thing.name: value_anchor(thing) for room in _rooms() for thing in _values(room)}
    for subject in subjects():
        found |= dict.fromkeys((subject.name, *_names(subject)), anchor(subject))
    return found


def _names(subject: Subject) -> Iterator[str]:
    return (thing.name for thing in subject.things if thing.kind == "noun")
