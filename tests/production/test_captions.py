"""Sidecar captions, letter by letter, and the times that players can follow."""

from __future__ import annotations

import pytest

from scenes.kit.stage.timeline import Cue
from scenes.production.delivery import captions
from scenes.production.delivery.captions import clock, lines, subrip, tidy, webvtt

TEXT = {
    "en": "Row meets column.",
    "zh": "行与列相遇。",
}
CUES = (Cue(0.5, 2.25, TEXT), Cue(2.25, 4.0, {"en": "9 > 8 < 9", "zh": "9 > 8 < 9"}))


def cue(start: float, end: float) -> Cue:
    return Cue(start, end, TEXT)


def times(*cues: Cue, end: float = 60.0) -> list[tuple[float, float]]:
    return [(each.start, each.end) for each in tidy(cues, 30, end)]


def test_webvtt_in_english() -> None:
    assert webvtt(lines(CUES, "en"), "en") == (
        "WEBVTT\nKind: captions\nLanguage: en\n\n"
        "1\n00:00:00.500 --> 00:00:02.250\n"
        "Row meets column.\n\n"
        "2\n00:00:02.250 --> 00:00:04.000\n9 &gt; 8 &lt; 9\n"
    )


def test_subrip_in_chinese() -> None:
    assert subrip(lines(CUES, "zh")) == (
        "1\n00:00:00,500 --> 00:00:02,250\n行与列相遇。\n\n"
        "2\n00:00:02,250 --> 00:00:04,000\n9 ＞ 8 ＜ 9\n"
    )


def test_chinese_webvtt_names_its_language() -> None:
    assert webvtt(lines(CUES, "zh"), "zh").startswith(
        "WEBVTT\nKind: captions\nLanguage: zh-CN\n\n1"
    )


def test_lines_are_broken_as_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captions, "caption_lines", lambda text, language: ("one", language))
    assert lines(CUES[:1], "zh")[0].text == "one\nzh"


def test_the_clock_carries_over() -> None:
    assert clock(59.9996) == "00:01:00.000"
    assert clock(3725.5, ",") == "01:02:05,500"


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        ([cue(0, 9), cue(9, 11)], [(0, 7), (9, 11)]),  # seven seconds at most
        ([cue(0, 3), cue(2.5, 4)], [(0, 2.5), (2.5, 4)]),  # no overlap
        ([cue(0, 2), cue(2 + 1 / 30, 4)], [(0, 2 + 1 / 30), (2 + 1 / 30, 4)]),  # one frame: closed
        ([cue(0, 2), cue(2.5, 4)], [(0, 2), (2.5, 4)]),  # a real gap stays
        ([cue(0, 0.4), cue(3, 5)], [(0, 1), (3, 5)]),  # one second at least, where there is room
        ([cue(0, 0.4), cue(0.8, 5)], [(0, 0.8), (0.8, 5)]),
    ],
)
def test_times_can_be_followed(cues: list[Cue], expected: list[tuple[float, float]]) -> None:
    assert times(*cues) == pytest.approx([pytest.approx(each) for each in expected])


def test_a_gap_of_one_frame_after_seven_seconds_becomes_two_frames() -> None:
    first, second = times(cue(0, 7), cue(7 + 1 / 30, 9))
    assert second[0] - first[1] == pytest.approx(2 / 30)


def test_nothing_is_said_after_the_end() -> None:
    assert times(cue(1, 3), end=2.0) == [(1, 2.0)]
