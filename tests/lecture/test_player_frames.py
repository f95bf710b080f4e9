"""Beats begin and end at their very frames: the pictures are compared, not what the player says."""

from __future__ import annotations

from itertools import pairwise
from time import monotonic

import av
import pytest
from PIL import Image

from scenes.production.lecture.pack import Pack
from tests.lecture.clockwork import CHAPTERS, FIRST, FPS, FRAMES, LENGTHS, Place
from tests.lecture.desk import PATIENCE, Desk

EXACT = 0.3  # of a frame: the picture is scaled, and its edges are soft
LATE = 5  # frames that a busy machine may need to stop, before the last one is sought again
FURTHEST = """() => { window.furthest = 0; setInterval(() => {
  const video = document.querySelector("video.front");
  window.furthest = Math.max(window.furthest, video.currentTime);
}, 5); }"""
BEATS = [(chapter, number, name) for chapter in CHAPTERS for number, name in enumerate(LENGTHS, 1)]


def still(packed: Pack, chapter: str, number: int, name: str) -> Place:
    with Image.open(packed.folder / "plain" / chapter / f"{number:02}-{name}.png") as picture:
        return Place.of(picture)


def frames(packed: Pack, chapter: str) -> list[Place]:
    with av.open(str(packed.folder / "plain" / f"{chapter}.mp4")) as video:
        return [Place.of(frame.to_image()) for frame in video.decode(video=0)]


def check_that_it_stands_at(desk: Desk, place: Place) -> None:
    """It comes to stand there: a browser that has little of the machine draws a moment later."""
    end = monotonic() + PATIENCE / 1000
    while abs(apart := Place.of(desk.picture()).frames_from(place)) > EXACT:
        assert monotonic() < end, f"{apart:+.2f} frames from where it should be"


def test_the_measure_tells_frames_apart(packed: Pack) -> None:
    places = frames(packed, CHAPTERS[0])
    assert len(places) == FRAMES
    steps = [after.frames_from(before) for before, after in pairwise(places)]
    assert steps == pytest.approx([1.0] * (FRAMES - 1), abs=EXACT)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_beat_begins_and_ends_at_its_frames(desk: Desk, packed: Pack, chapter: str) -> None:
    """Sought, its first picture; played, it stops on its last."""
    desk.open(f"{chapter}/rise", "?captions=off").lecture()
    filmed = frames(packed, chapter)
    for number, name in enumerate(LENGTHS, 1):
        desk.follow(f"{chapter}/{name}")
        first, last = filmed[FIRST[name]], still(packed, chapter, number, name)
        check_that_it_stands_at(desk, first)
        desk.press("Space")
        check_that_it_stands_at(desk, last)


def test_steps_back_and_skipped_beats_stand_at_their_last_frame(desk: Desk, packed: Pack) -> None:
    desk.open(f"{CHAPTERS[1]}/turn", "?captions=off").lecture()
    desk.page.keyboard.press("Space")
    desk.press("Space")  # a second press: at once to the end
    last = still(packed, CHAPTERS[1], 2, "turn")
    check_that_it_stands_at(desk, last)
    desk.press("ArrowLeft")
    last = still(packed, CHAPTERS[1], 1, "rise")
    check_that_it_stands_at(desk, last)


@pytest.mark.parametrize("speed", [0.5, 2])
def test_it_stops_exactly_at_any_speed(desk: Desk, packed: Pack, speed: float) -> None:
    desk.open(f"{CHAPTERS[0]}/rise", f"?captions=off&speed={speed}").lecture().press("Space")
    last = still(packed, CHAPTERS[0], 1, "rise")
    check_that_it_stands_at(desk, last)


def test_it_stops_exactly_where_pictures_are_not_announced(desk: Desk, packed: Pack) -> None:
    """Some browsers do not tell each picture: then the clock decides."""
    desk.page.add_init_script("delete HTMLVideoElement.prototype.requestVideoFrameCallback")
    desk.open(f"{CHAPTERS[1]}/turn", "?captions=off").lecture()
    desk.page.evaluate(FURTHEST)
    desk.press("Space")
    assert desk.page.evaluate("() => window.furthest") * FPS < FIRST["fall"] + LATE
    last = still(packed, CHAPTERS[1], 2, "turn")
    check_that_it_stands_at(desk, last)


def test_the_same_from_a_web_server(server_desk: Desk, packed: Pack) -> None:
    """Also from one that sends whole files only, where browsers cannot seek by themselves."""
    for chapter, number, name in (BEATS[1], BEATS[5]):
        server_desk.open(f"{chapter}/{name}", "?captions=off").lecture()
        first, last = frames(packed, chapter)[FIRST[name]], still(packed, chapter, number, name)
        check_that_it_stands_at(server_desk, first)
        server_desk.press("Space")
        check_that_it_stands_at(server_desk, last)
