"""What surrounds the film: who cannot see it well, the second window, snippets, one single file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from scenes.production.lecture.pack import Pack
from tests.lecture.clockwork import CHAPTERS, FIRST, LENGTHS, NOTES, SAID
from tests.lecture.desk import Desk

ONE, TWO = CHAPTERS
AXE = Axe()


def violations(desk: Desk) -> list[str]:
    found = AXE.run(desk.page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


@pytest.mark.parametrize(("theme", "language"), [("night", "en"), ("paper", "zh")])
def test_axe_finds_nothing(desk: Desk, theme: str, language: str) -> None:
    desk.open(query=f"?theme={theme}&lang={language}&captions={language}")
    assert violations(desk) == []
    desk.follow(f"{ONE}/turn")
    for tab in ("transcript", "notes"):
        desk.page.click(f"#tab-{tab}")
        assert violations(desk) == []
    for dialog in ("help", "embed"):
        desk.page.click(f"#{dialog}-open")
        assert violations(desk) == []
        desk.page.keyboard.press("Escape")
    desk.lecture().press("Space")
    assert violations(desk) == []


@pytest.mark.parametrize(
    ("name", "scheme"), [("transcript.en.html", "dark"), ("transcript.zh-CN.html", "light")]
)
def test_axe_finds_nothing_in_the_transcripts(
    browser: Browser, packed: Pack, name: str, scheme: str
) -> None:
    with Desk(browser, (packed.folder / name).as_uri(), color_scheme=scheme) as desk:
        desk.page.goto(desk.address)
        assert violations(desk) == []
        desk.page.locator("article a").nth(1).click()
        desk.page.wait_for_selector("#scrub")
        assert desk.link == f"{ONE}/turn"


def test_everything_is_reached_and_worked_by_keyboard(desk: Desk) -> None:
    desk.open()
    reached = []
    for _ in range(40):
        desk.page.keyboard.press("Tab")
        reached.append(desk.page.evaluate("() => document.activeElement.id"))
    wanted = "theme help-open cover scrub back toggle on captions speed loop notes-open embed-open"
    wanted += " full lecture tab-contents pane-contents"
    places = [reached.index(each) for each in wanted.split()]
    assert places == sorted(places)
    desk.page.focus("#tab-contents")
    desk.page.keyboard.press("ArrowRight")
    assert desk.page.get_attribute("#tab-transcript", "aria-selected") == "true"
    assert desk.frame == 0  # in the tabs the arrows do not move the film
    desk.page.focus("#lecture")
    desk.page.keyboard.press("Enter")
    assert desk.page.get_attribute("#lecture", "aria-pressed") == "true"
    desk.page.focus("#scrub")
    desk.press("ArrowRight")
    assert desk.frame == 1
    assert "beat 1 of 3: Rise" in (desk.page.get_attribute("#scrub", "aria-valuetext") or "")


def test_where_it_stopped_is_told_to_those_who_only_hear(desk: Desk) -> None:
    desk.open(f"{ONE}/turn").lecture().press("Space")
    assert desk.page.inner_text("#status") == "Beat 2 of 3: Turn"


def test_little_motion_shows_the_stills_and_offers_to_play(browser: Browser, packed: Pack) -> None:
    address = (packed.folder / "index.html").as_uri()
    with Desk(browser, address, reduced_motion="reduce") as desk:
        desk.open(f"{ONE}/rise").lecture()
        played = """() => { window.played = 0;
          document.addEventListener("play", () => { window.played += 1; }, true); }"""
        desk.page.evaluate(played)
        desk.press("Space").press("Space")
        assert desk.link == f"{ONE}/turn"
        assert desk.frame == FIRST["turn"] + LENGTHS["turn"] - 1
        assert desk.page.evaluate("() => window.played") == 0
        desk.page.click("#motion")
        desk.page.wait_for_function("() => window.played === 1")
        desk.settle()
        assert desk.link == f"{ONE}/turn"


def test_the_notes_stand_in_a_second_window_that_moves_the_film(desk: Desk) -> None:
    desk.open(f"{ONE}/turn").lecture()
    with desk.page.expect_popup() as popup:
        desk.page.keyboard.press("s")
    notes = popup.value
    assert notes.inner_text(".note") == NOTES["en"]
    assert SAID["fall"]["en"] in notes.inner_text("footer")
    notes.keyboard.press("PageDown")
    desk.settle()
    assert desk.link == f"{ONE}/turn"
    notes.locator("header button").last.click()
    notes.wait_for_function(
        "text => document.querySelector('h1').textContent === text", arg=SAID["fall"]["en"]
    )
    desk.settle()
    assert desk.link == f"{ONE}/fall"
    assert re.fullmatch(r"0:\d\d", notes.inner_text("time"))
    assert AXE.run(notes).response["violations"] == []
    desk.page.reload()
    assert "Press S" in notes.inner_text("main")
    with desk.page.expect_popup() as popup:
        desk.page.keyboard.press("s")
    popup.value.wait_for_selector("h1")
    assert notes.is_closed()  # from a disk it cannot be taken over


def test_the_notes_stand_beside_the_film(desk: Desk) -> None:
    desk.open(f"{ONE}/turn")
    desk.page.click("#tab-notes")
    assert NOTES["en"] in desk.page.inner_text("#notes")
    desk.follow(f"{ONE}/rise")
    assert "No notes" in desk.page.inner_text("#notes")


def snippet(desk: Desk, place: str, what: str = "beat") -> str:
    desk.page.select_option("#embed-where", place)
    desk.page.select_option("#embed-what", what)
    return desk.page.input_value("#snippet")


def test_the_snippets_name_files_that_are_there(desk: Desk, packed: Pack) -> None:
    desk.open(f"{ONE}/turn")
    desk.page.click("#embed-open")
    assert desk.page.input_value("#embed-folder") == packed.folder.name
    desk.page.fill("#embed-folder", "clips/")
    for place in ("video", "quarto", "myst", "jupyter"):
        for what in ("beat", "chapter"):
            files = re.findall(r"clips/([\w./*-]+)", snippet(desk, place, what))
            assert files
            for file in files:
                assert list(packed.folder.glob(file)), file
    assert snippet(desk, "video").count("<track ") == 2
    assert "{{< video clips/captioned/recipes_to_matrix/02-turn.mp4" in snippet(desk, "quarto")
    assert "Row" not in snippet(desk, "myst")
    assert "embed=True" in snippet(desk, "jupyter")


def test_the_snippets_work_in_a_page(browser: Browser, elsewhere: Path) -> None:
    """What is copied is pasted beside the pack, and shows the beat."""
    with Desk(browser, (elsewhere / "index.html").as_uri()) as desk:
        desk.open(f"{TWO}/fall", "?captions=zh")
        desk.page.click("#embed-open")
        pasted = snippet(desk, "iframe") + snippet(desk, "video").replace("<track", "<!-- track")
        course = elsewhere.parent / "course.html"
        course.write_text(f"<!doctype html><meta charset=utf-8>{pasted}", encoding="utf-8")
        desk.page.goto(course.as_uri())
        desk.page.wait_for_function("() => document.querySelector('video').videoWidth === 320")
        frame = desk.page.frame_locator("iframe")
        frame.locator("#toggle").click()
        frame.locator("#caption", has_text=SAID["fall"]["zh"]).wait_for()
        assert frame.locator(".masthead").is_hidden()


def test_a_snippet_is_copied(desk: Desk) -> None:
    desk.open()
    desk.page.click("#embed-open")
    desk.page.click("#copy")
    desk.page.wait_for_function("() => document.querySelector('#copy').textContent === 'Copied'")


def test_the_single_file_plays_alone(browser: Browser, packed: Pack, tmp_path: Path) -> None:
    alone = Path(shutil.copy(packed.folder / "index-single.html", tmp_path / "mixing.html"))
    with Desk(browser, alone.as_uri()) as desk:
        desk.open(f"{ONE}/fall").lecture().press("Space").press("Space")
        assert desk.link == f"{TWO}/rise"
        assert desk.caption == SAID["rise"]["en"]
        desk.page.keyboard.press("Escape")
        pictures = "() => [...document.querySelectorAll('#shelf img')].every(i => i.naturalWidth)"
        desk.page.locator("#shelf").scroll_into_view_if_needed()
        desk.page.wait_for_function(pictures)
        asked = {url.partition(":")[0] for url in desk.requests}
        assert asked <= {"file", "blob", "data", "about"}
        assert [url for url in desk.requests if url.startswith("file:")] == [alone.as_uri()]


def test_a_missing_video_is_named_and_its_stills_are_shown(
    browser: Browser, elsewhere: Path
) -> None:
    (elsewhere / "plain" / f"{ONE}.mp4").unlink()
    with Desk(browser, (elsewhere / "index.html").as_uri()) as desk:
        desk.forgiven = "ERR_FILE_NOT_FOUND"
        desk.open(f"{ONE}/rise").lecture()
        assert f"plain/{ONE}.mp4 is missing" in desk.page.inner_text("#notice")
        desk.press("Space").press("Space")
        assert "02-turn.png" in (desk.page.get_attribute("#still", "src") or "")
        desk.press("Space").press("Space")
        assert desk.link == f"{TWO}/rise"  # the other chapter is there
        assert desk.page.is_hidden("#notice")
