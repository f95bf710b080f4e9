"""The player as a lecturer uses it, from the disk: steps, stops, captions, links."""

from __future__ import annotations

import pytest

from tests.lecture.clockwork import FIRST, LENGTHS, SAID
from tests.lecture.desk import Desk

LAST = {name: FIRST[name] + frames - 1 for name, frames in LENGTHS.items()}
ONE, TWO = "recipes_to_matrix", "row_by_column"


def test_it_plays_through_both_chapters_and_stops_at_the_end(desk: Desk) -> None:
    desk.open()
    desk.page.click("#cover")
    desk.page.wait_for_function(f"() => location.hash === '#{TWO}/fall'")
    desk.settle()
    assert (desk.link, desk.frame) == (f"{TWO}/fall", LAST["fall"])


def test_a_lecture_stops_at_the_end_of_every_beat(desk: Desk) -> None:
    desk.open(f"{ONE}/rise").lecture()
    stops = []
    for key in ("Space", "ArrowRight", "PageDown", "Enter", "n", "Space"):
        desk.press(key)
        stops.append((desk.link, desk.frame))
    beats = [(chapter, name) for chapter in (ONE, TWO) for name in LENGTHS]
    assert stops == [(f"{chapter}/{name}", LAST[name]) for chapter, name in beats]
    desk.page.keyboard.press("Space")
    assert "last beat" in desk.page.inner_text("#notice")


def test_a_click_goes_on(desk: Desk) -> None:
    desk.open(f"{ONE}/rise").lecture()
    desk.page.click("#frame")
    desk.settle()
    assert (desk.link, desk.frame) == (f"{ONE}/rise", LAST["rise"])


def test_a_second_press_shows_at_once_how_the_beat_ends(desk: Desk) -> None:
    desk.open(f"{ONE}/fall", "?speed=0.5").lecture()
    desk.page.keyboard.press("Space")
    desk.page.keyboard.press("Space")
    assert desk.frame == LAST["fall"]  # the beat itself would take more than two seconds
    assert desk.settle().link == f"{ONE}/fall"


def test_back_goes_to_the_stop_before(desk: Desk) -> None:
    desk.open(f"{TWO}/rise").lecture()
    desk.press("Space")
    desk.press("ArrowLeft")
    assert (desk.link, desk.frame) == (f"{ONE}/fall", LAST["fall"])
    desk.press("PageUp")
    assert (desk.link, desk.frame) == (f"{ONE}/turn", LAST["turn"])
    desk.press("Space")
    assert (desk.link, desk.frame) == (f"{ONE}/fall", LAST["fall"])
    for _ in range(3):
        desk.press("ArrowLeft")
    assert (desk.link, desk.frame) == (f"{ONE}/rise", FIRST["rise"])


def test_going_back_the_old_picture_stays_until_the_new_one_is_there(desk: Desk) -> None:
    """No frame in between is empty: the video in front always has a picture."""
    desk.open(f"{TWO}/rise").lecture().press("Space")
    desk.page.evaluate(
        """() => {
          window.gaps = 0;
          const look = () => {
            const front = document.querySelector("video.front");
            if (!front || front.readyState < 1 || !front.videoWidth) window.gaps += 1;
            requestAnimationFrame(look);
          };
          look();
        }"""
    )
    desk.press("ArrowLeft").press("ArrowLeft").press("Space").press("Space")
    assert desk.page.evaluate("() => window.gaps") == 0


def test_a_beat_is_looped(desk: Desk) -> None:
    desk.open(f"{ONE}/rise").lecture()
    desk.page.keyboard.press("o")
    assert desk.page.get_attribute("#loop", "aria-pressed") == "true"
    desk.page.keyboard.press("Space")
    desk.page.evaluate(
        """() => { window.turns = 0; document.addEventListener("play", () => {
          window.turns += 1;
        }, true); }"""
    )
    desk.page.wait_for_function("() => window.turns > 1")
    assert desk.frame <= LAST["rise"]
    desk.page.keyboard.press("o")
    desk.settle()
    assert desk.link == f"{ONE}/rise"


def test_captions_stand_in_both_languages_and_can_be_left_out(desk: Desk) -> None:
    desk.open(f"{ONE}/turn").lecture()
    desk.press("Space")
    assert desk.caption == SAID["turn"]["en"]
    desk.page.keyboard.press("c")
    assert desk.caption == SAID["turn"]["zh"]
    assert desk.page.get_attribute("#caption", "lang") == "zh-CN"
    desk.page.keyboard.press("c")
    assert desk.caption == ""
    desk.page.select_option("#captions", "en")
    assert desk.caption == SAID["turn"]["en"]


def test_captions_change_with_the_beat_while_it_plays(desk: Desk) -> None:
    desk.open()
    desk.page.keyboard.press("Space")
    for name in LENGTHS:
        desk.wait_for_caption(SAID[name]["en"])


def test_the_page_speaks_both_languages(desk: Desk) -> None:
    desk.open()
    assert desk.page.inner_text("#title") == "Matrix multiplication is mixing"
    desk.page.click("[data-interface=zh]")
    assert desk.page.inner_text("#title") == "矩阵乘法就是调酒"
    assert desk.page.inner_text("#tab-contents") == "目录"
    assert desk.page.get_attribute("html", "lang") == "zh-CN"
    assert "鸡尾酒" in desk.page.inner_text("#example")


@pytest.mark.parametrize(
    ("link", "beat", "words"),
    [
        (f"{TWO}/turn", "Turn", None),
        (TWO, "Rise", None),
        (f"{TWO}/nonsense", "Rise", f"no “{TWO}/nonsense”"),
        ("nonsense", "Rise", "no “nonsense”"),
        ("%C3%A9%2F<b>", "Rise", "no “é/<b>”"),
    ],
)
def test_a_link_leads_to_its_beat_or_says_what_is_wrong(
    desk: Desk, link: str, beat: str, words: str | None
) -> None:
    desk.open(link)
    assert desk.page.inner_text("#beat-label") == beat
    assert desk.page.is_hidden("#notice") == (words is None)
    assert words is None or words in desk.page.inner_text("#notice")


def test_a_link_is_followed_while_the_page_is_open(desk: Desk) -> None:
    desk.open()
    desk.page.evaluate(f"() => {{ location.hash = '{TWO}/fall' }}")
    desk.page.wait_for_function("() => document.querySelector('#scrub').value === '15'")
    assert desk.page.inner_text("#beat-label") == SAID["fall"]["en"]  # it has no title of its own


def test_the_place_and_the_choices_survive_a_reload(desk: Desk) -> None:
    desk.open(f"{TWO}/turn").lecture().press("Space")
    desk.page.keyboard.press("c")
    desk.page.keyboard.press("t")
    desk.page.reload()
    desk.settle()
    assert (desk.link, desk.frame) == (f"{TWO}/turn", LAST["turn"])
    assert desk.page.input_value("#captions") == "zh"
    assert desk.page.get_attribute("html", "data-theme") == "paper"


def test_the_speed_is_kept_while_it_plays(desk: Desk) -> None:
    desk.open()
    desk.page.keyboard.press("]")
    desk.page.keyboard.press("Space")
    assert desk.page.eval_on_selector("video.front", "video => video.playbackRate") == 1.25
    desk.page.select_option("#speed", "0.5")
    assert desk.page.eval_on_selector("video.front", "video => video.playbackRate") == 0.5


def test_the_transcript_follows_and_leads(desk: Desk) -> None:
    desk.open(f"{TWO}/turn")
    desk.page.click("#tab-transcript")
    current = "#transcript [aria-current]"
    assert desk.page.inner_text(current) == SAID["turn"]["en"]
    desk.page.locator("#transcript button", has_text=SAID["fall"]["en"]).first.click()
    desk.settle()
    assert (desk.link, desk.frame) == (f"{ONE}/fall", FIRST["fall"])
    assert desk.page.inner_text(current) == SAID["fall"]["en"]


def test_the_contents_lead_to_chapters_and_beats(desk: Desk) -> None:
    desk.open()
    desk.page.locator("#contents button", has_text="Turn").first.click()
    desk.page.wait_for_function(f"() => location.hash === '#{ONE}/turn'")
    desk.page.locator("#shelf button").nth(1).click()
    desk.page.wait_for_function(f"() => location.hash.startsWith('#{TWO}')")
    assert desk.page.locator("#contents time").first.inner_text() == "0:02"


def test_the_picture_can_be_blanked(desk: Desk) -> None:
    desk.open().lecture()
    desk.page.keyboard.press("b")
    assert desk.page.is_visible("#blank")
    desk.page.keyboard.press("Space")
    assert desk.page.is_hidden("#blank")
    assert desk.frame == 0  # the key only brought the light back


def test_escape_leaves_the_lecture(desk: Desk) -> None:
    desk.open().lecture()
    assert desk.page.is_hidden(".masthead")
    desk.page.keyboard.press("Escape")
    assert desk.page.is_visible(".masthead")


def test_full_screen_holds_the_player(desk: Desk) -> None:
    desk.open()
    desk.page.keyboard.press("f")
    desk.page.wait_for_function("() => document.fullscreenElement?.id === 'player'")
