"""The stage: beats, their lines, and a clock of whole frames."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import FadeIn, FadeOut, Square, Wait

from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.script import STILL, ScriptError, reading_seconds
from scenes.kit.stage.steps import steps
from tests.rehearsal import EXTREMES, FRAME_RATE, rehearse

SAID = """
title = { en = "A play", zh = "一出戏" }
[labels]
tag = { en = "{first_mixture} of {mixture_count}", zh = "{first_mixture}" }

[one_line]
title = { en = "The first", zh = "第一" }
en = "All of it in one short line."
zh = "一句话说完。"

[three_lines]
en = ["First, {guess}.", "Then this.", "And {n} at last."]
zh = ["先是{guess}。", "再是这个。", "最后有 {n}。"]
seconds = 9
[three_lines.notes]
en = "{Guess} is a guess."
zh = "{guess}是猜的。"
"""


class Play(Chapter):
    """Two beats, told by the text above."""

    example = str(EXTREMES / "smallest.toml")
    run_times = 2.5, 1.75, 1.6  # longer than it takes to read the lines

    def construct(self):
        self.square, self.heard = Square(), []
        self.beat("one_line", FadeIn(self.square, run_time=self.run_times[0]))
        self.beat("three_lines", self.motions(), guess={"en": "tea", "zh": "茶"})

    def motions(self):
        yield FadeOut(self.square, run_time=self.run_times[1])
        yield NEXT_LINE
        yield self.appear()
        yield NEXT_LINE

    def appear(self):
        """Return a motion that can only be made once the one before has been played."""
        assert self.square not in self.mobjects
        return FadeIn(self.square, run_time=self.run_times[2])

    def _say(self, line):
        self.heard.append((line["en"], self.seconds))
        super()._say(line)


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Return a function that rehearses the play."""
    path = tmp_path / "play.toml"
    path.write_text(SAID, encoding="utf-8")
    monkeypatch.setattr(Play, "script_path", classmethod(lambda cls: path))
    return lambda **chosen: rehearse(Play, tmp_path, **chosen)


def times(scene):
    return [(beat.name, beat.start, beat.end, beat.cues) for beat in scene.timeline]


def test_a_beat_is_a_section_with_its_lines(told):
    scene = told()
    assert scene.sections == ["one_line", "three_lines"]
    one, three = scene.timeline
    assert [cue.text["en"] for cue in one.cues] == ["All of it in one short line."]
    assert [cue.text["zh"] for cue in three.cues] == ["先是茶。", "再是这个。", "最后有 1。"]


def test_lines_are_said_where_the_motions_ask_for_them(told):
    scene = told()
    said, starts = zip(*scene.heard, strict=True)
    assert said[1:] == ("First, tea.", "Then this.", "And 1 at last.")
    assert list(starts) == sorted(starts)
    *_, first, second, third = starts
    assert second - first >= Play.run_times[1], "not before the motion before it is over"
    assert third - second >= Play.run_times[2]


def test_notes_and_titles_are_filled(told):
    one, three = told().timeline
    assert one.title == {"en": "The first", "zh": "第一"}
    assert three.title is None
    assert three.notes == {"en": "Tea is a guess.", "zh": "茶是猜的。"}


def test_labels_are_filled(told):
    assert told().label("tag") == "A of one"
    assert told(language="zh").label("tag") == "茶"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_captions_and_language_change_no_time(told, language):
    assert times(told(captions=False)) == times(told()) == times(told(language=language))


def test_a_beat_lasts_as_long_as_its_file_says(told):
    three = told().timeline[1]
    assert three.end - three.start == pytest.approx(9, abs=1 / FRAME_RATE)


def test_the_last_line_can_be_read_before_the_beat_ends(told):
    for beat in told().timeline:
        last = beat.cues[-1]
        assert last.end - last.start >= reading_seconds(last.text) - 0.5 / FRAME_RATE


def test_a_beat_ends_on_a_still(told):
    scene = told()
    assert scene.timeline[0].end - scene.heard[0][1] >= Play.run_times[0] + STILL - 1 / FRAME_RATE


@settings(max_examples=15, deadline=None)
@given(st.tuples(*[st.floats(0.01, 2)] * 3))
def test_the_clock_goes_in_whole_frames(tmp_path_factory, run_times):
    folder = tmp_path_factory.mktemp("play")
    (folder / "play.toml").write_text(SAID, encoding="utf-8")
    path = classmethod(lambda cls: folder / "play.toml")
    timed = type("Timed", (Play,), {"run_times": run_times, "script_path": path})
    scene = rehearse(timed, folder)
    moments = [beat.start for beat in scene.timeline] + [scene.timeline[-1].end]
    moments += [cue.end for beat in scene.timeline for cue in beat.cues]
    assert all(
        moment * FRAME_RATE == pytest.approx(round(moment * FRAME_RATE)) for moment in moments
    )
    assert scene.timeline[-1].end * FRAME_RATE == pytest.approx(scene.frames), "as Manim counts"
    assert all(before.end == after.start for before, after in pairwise(scene.timeline))


def test_an_unknown_beat_is_an_error_with_its_file(told, monkeypatch):
    monkeypatch.setattr(Play, "construct", lambda self: self.beat("third"))
    with pytest.raises(ScriptError, match=r"play\.toml: no table \[third\]"):
        told()


def test_a_line_too_few_is_an_error_with_its_file(told, monkeypatch):
    monkeypatch.setattr(Play, "construct", lambda self: self.beat("one_line", [NEXT_LINE]))
    monkeypatch.setattr(Play, "heard", [], raising=False)
    with pytest.raises(ScriptError, match=r"play\.toml: \[one_line\] has 1 lines, and the scene"):
        told()


def test_steps_are_made_one_by_one():
    made = []

    def motions():
        for name in ("first", "second"):
            made.append(name)
            yield Wait()

    walk = steps([motions(), NEXT_LINE, None, [Wait(), [Wait()]]])
    next(walk)
    assert made == ["first"]
    assert [step for step in walk if isinstance(step, str)] == [NEXT_LINE]
    assert made == ["first", "second"]


def test_a_beat_waits_until_a_voice_is_done(told):
    silent, spoken = told().timeline, told(least_seconds={"one_line": 12.0}).timeline
    assert spoken[0].end == pytest.approx(12)
    assert spoken[0].cues[-1].end == spoken[0].end
    assert spoken[1].end - spoken[1].start == pytest.approx(silent[1].end - silent[1].start)


def test_a_heading_is_the_last_title_and_missed_in_words_before(told, monkeypatch):
    assert told().heading.text == "The first"
    monkeypatch.setattr(Play, "construct", lambda play: play.heading)
    with pytest.raises(ValueError, match="Play: there is no heading yet"):
        told()
