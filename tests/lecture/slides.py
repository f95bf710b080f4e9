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
    video, notes = section.find("video"), section.find("aside")
    return Slide(
        section.get("id"),
        tuple(section.get("class", ())),
        section.find("h2").get_text(),
        video.get("data-src"),
        video.get("poster"),
        video.get("aria-label"),
        " ".join(notes.get_text(" ").split()),
        section,
    )
