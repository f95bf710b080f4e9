"""Chapters of a video, and what YouTube makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.production.delivery.chapter_marks import (
    beat_marks,
    chapters_vtt,
    film_marks,
    youtube_text,
)
from scenes.production.planning.film import FilmedBeat, FilmedChapter


def chapter(name: str, *beats: tuple[float, float, str | None]) -> FilmedChapter:
    return FilmedChapter(
        name,
        {"en": name.title(), "zh": f"第{name}"},
        tuple(
            FilmedBeat(
                "b", start, end, (Path("0"),), (), title and {"en": title, "zh": title}, None
            )
            for start, end, title in beats
        ),
    )


FIRST = chapter("one", (0, 12, "Shelf"), (12, 20, None), (20, 40, "Order"))
SECOND = chapter("two", (0, 5, None), (5, 30, "Meet"))


def test_a_mark_lasts_until_the_next_title() -> None:
    assert [(mark.start, mark.end, mark.title["en"]) for mark in beat_marks(FIRST)] == [
        (0, 20, "Shelf"),
        (20, 40, "Order"),
    ]


def test_what_comes_before_the_first_title_bears_that_of_the_chapter() -> None:
    assert [mark.title["en"] for mark in beat_marks(SECOND)] == ["Two", "Meet"]


def test_chapters_as_webvtt() -> None:
    assert chapters_vtt(film_marks([FIRST, SECOND]), "zh") == (
        "WEBVTT\nKind: chapters\nLanguage: zh-CN\n\n"
        "1\n00:00:00.000 --> 00:00:40.000\n第one\n\n"
        "2\n00:00:40.000 --> 00:01:10.000\n第two\n"
    )


def test_youtube_wants_three_chapters_of_ten_seconds() -> None:
    text = youtube_text("Mixing", [FIRST, SECOND], "en")
    assert text == "Mixing\n\n0:00 Shelf\n0:20 Order\n0:40 Two\n"


@pytest.mark.parametrize("count", [3, 6])
def test_enough_chapters_need_no_beats(count: int) -> None:
    text = youtube_text("Mixing", [FIRST] * count, "en")
    assert text.count("One") == count
    assert "Shelf" not in text
