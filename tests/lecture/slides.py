"""Slides of reveal.js, read out of a page."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Slide:
    """What a slide with a clip holds."""

    name: str
    classes: tuple[str, ...]
    title: str
    video: str
    poster: str
    label: str
    notes: str
    element: Tag


def slides(page: str) -> list[Slide]:
    """Return the slides of a page that have a clip."""
    found = BeautifulSoup(page, "html.parser").find_all("section")
    return [_slide(each) for each in found if each.find("video", recursive=False)]


def _slide(section: Tag) -> Slide:
    video, notes = _part(section, "video"), _part(section, "aside")
    return Slide(
        str(section["id"]),
        tuple(section.get_attribute_list("class")),
        _part(section, "h2").get_text(),
        str(video["data-src"]),
        str(video["poster"]),
        str(video["aria-label"]),
        " ".join(notes.get_text(" ").split()),
        section,
    )


def _part(section: Tag, name: str) -> Tag:
    found = section.find(name)
    assert found is not None, f"{section.get('id')} has no {name}"
    return found
