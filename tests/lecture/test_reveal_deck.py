"""``deck-reveal.html``: included in a talk with the reveal.js of npm, in a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from scenes.production.lecture import reveal_deck
from tests.lecture.slides import slides

REVEAL = "reveal.js@6.0.2"
TALK = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A talk</title>
<link rel="stylesheet" href="package/dist/reveal.css">
<link rel="stylesheet" href="package/dist/theme/black.css"></head><body>
<div class="reveal"><div class="slides"><section><h1>A talk</h1></section>{slides}</div></div>
<script src="package/dist/reveal.js"></script>
<script>Reveal.initialize({{ width: 1920, height: 1080, margin: 0 }});</script></body></html>"""
STATE = """(() => {
  const slide = Reveal.getCurrentSlide(), clip = slide.querySelector("video");
  return { name: slide.id, time: clip.currentTime, ended: clip.ended, paused: clip.paused,
           controls: clip.controls, width: clip.videoWidth, place: clip.getBoundingClientRect() };
})()"""


@pytest.fixture(scope="module")
def path(lecture, pack) -> Path:
    (written,) = reveal_deck.write(lecture, pack)
    assert written == pack / "deck-reveal.html"
    return written


def test_a_slide_a_beat_with_its_clip_its_poster_and_its_notes(lecture, path):
    made = slides(path.read_text(encoding="utf-8"))
    for slide, (chapter, beat) in zip(made, lecture.beats, strict=True):
        assert slide.name == f"{chapter.clip.name}-{beat.name}"
        assert (slide.video, slide.poster) == (
            f"captioned/{beat.video}",
            f"captioned/{beat.poster}",
        )
        tracks = [track["src"] for track in slide.element.find_all("track")]
        files = [slide.video, slide.poster, *tracks]
        assert len(tracks) == 2
        assert all((path.parent / file).is_file() for file in files)


def test_every_text_stands_as_it_is(path):
    made = slides(path.read_text(encoding="utf-8"))
    for slide in made:
        for text in (slide.label, slide.notes):
            assert "A <b> & \"c\" * d_e, not [f] $1 'g' `h` {i}." in text
        assert '甲 < 乙，不是 {丙} & "丁"。' in slide.notes
    assert "1. Ask: is <x> > 2 & *y*?" in made[0].notes


def test_it_makes_no_request_off_the_machine(path):
    assert "//" not in path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def talk(path, program, tmp_path_factory) -> Path:
    """A talk of somebody: one slide of their own, then ours."""
    place = tmp_path_factory.mktemp("talk")
    subprocess.run([program("npm"), "pack", REVEAL], cwd=place, check=True, capture_output=True)
    (archive,) = place.glob("*.tgz")
    shutil.unpack_archive(archive, place)
    (place / "captioned").symlink_to(path.parent / "captioned")
    page = place / "talk.html"
    page.write_text(TALK.format(slides=path.read_text("utf-8")), encoding="utf-8")
    return page


@pytest.fixture
def open_talk(browser, talk):
    """Open the talk; afterwards, nothing may have gone wrong in it."""
    pages, faults = [], []

    def start(**options):
        page = browser.new_page(viewport={"width": 1280, "height": 720}, **options)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on(
            "request", lambda request: faults.extend([request.url] * ("file:" not in request.url))
        )
        page.goto(talk.as_uri())
        page.wait_for_function("window.Reveal && Reveal.isReady()")
        pages.append(page)
        return page

    yield start
    for page in pages:
        page.close()
    assert faults == []


def test_a_clip_fills_the_screen_plays_when_its_slide_comes_and_stops_at_its_end(
    open_talk, lecture
):
    page = open_talk()
    assert page.evaluate("Reveal.getTotalSlides()") == 4
    for chapter, beat in lecture.beats:
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"{STATE}.ended", timeout=10_000)
        state = page.evaluate(STATE)
        assert state["name"] == f"{chapter.clip.name}-{beat.name}"
        assert state["time"] == pytest.approx(beat.seconds, abs=0.05)
        place = state["place"]
        assert (place["left"], place["top"]) == pytest.approx((0, 0), abs=4)
        assert (place["width"], place["height"]) == pytest.approx((1280, 720), abs=8)


def test_going_back_plays_again_from_the_beginning(open_talk):
    page = open_talk()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{STATE}.ended")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"!{STATE}.ended && {STATE}.time > 0")
    assert page.evaluate(STATE)["name"] == "row_by_column-beat_1"


def test_who_wants_less_motion_sees_the_stills_and_a_button(open_talk):
    page = open_talk(reduced_motion="reduce")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{STATE}.width === 96")
    page.wait_for_timeout(300)
    state = page.evaluate(STATE)
    assert (state["paused"], state["controls"], state["time"]) == (True, True, 0)
