"""The rules about time and words: for each, a small scene that breaks it, and one that passes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from manim import Dot, VGroup, Wait

import scenes
from scenes.kit.ground.motion import appear, vanish
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.claims import Claim
from scenes.production.gate.judging import film_rules
from scenes.production.gate.rules import chapter_length

FRAME = 1 / 30
STILL = 1.2  # seconds that the stage waits after the last motion


TITLE = 'title = { en = "Try", zh = "试" }'


def script(en="Go.", zh="走。", head=TITLE):
    """A chapter of two beats that say the same; lists are several lines."""
    said = f"en = {en!r}\nzh = {zh!r}\n".replace("'", '"')
    return f"{head}\n[first]\n{said}[second]\n{said}"


class Hurried(Chapter):
    """A chapter whose lines stand as long as it says, and no longer."""

    stands = 2.0

    def _dwell(self, still, until=0.0):
        self.wait(self._cues[-1].start + self.stands - self.seconds)
        self._close_cue()


@pytest.mark.parametrize(
    ("shown", "words", "fault"),
    [
        ("en", script(zh="行" * 32), None),
        ("en", script(zh="行" * 33), "longer than two lines"),
        ("zh", script(en=f"{'a' * 42} {'b' * 42}"), None),
        ("zh", script(en=f"{'a' * 43} {'b' * 42}"), "longer than two lines"),
    ],
)
def test_a_caption_fits_in_the_language_that_is_not_shown_too(found, shown, words, fault):
    faults = found("caption_fits", words=words, language=shown)
    assert (fault is None and not faults) or fault in faults[0]


@pytest.mark.parametrize(
    ("en", "zh", "pace"),
    [
        ("a" * 34, "行" * 16, []),
        ("a" * 35, "行" * 16, ["17.5"]),
        ("a" * 34, "行" * 17, ["8.5"]),
        (f"{'a' * 24} {'a' * 25}", "行" * 17, ["25.0", "8.5"]),
    ],
)
def test_a_caption_can_be_read_in_its_time(found, en, zh, pace):
    faults = found("caption_pace", words=script(en, zh), base=Hurried, stands=2.0)
    assert len(faults) == len(pace)
    assert all(f"{each} characters a second" in f for each, f in zip(pace, faults, strict=True))


@pytest.mark.parametrize(
    ("stands", "caught"), [(0.9, True), (1.0, False), (7.0, False), (7.1, True)]
)
def test_a_caption_stands_for_one_to_seven_seconds(found, stands, caught):
    assert bool(found("caption_times", base=Hurried, stands=stands)) is caught


@pytest.mark.parametrize(("gap", "caught"), [(0, False), (FRAME, True), (2 * FRAME, False)])
def test_captions_leave_no_gap_of_a_single_frame(found, gap, caught):
    def construct(self):
        self.beat("first")
        if gap:
            self.wait(gap)
        self.beat("second")

    assert bool(found("caption_times", construct=construct)) is caught


def label(text="gin"):
    return Label(text, 44, "#FFFFFF", x=600, baseline=400)


def number(*claim):
    return Number(1, 44, "#FFFFFF", claim=Claim(*claim), x=600, baseline=400)


THIRTY = "thirty characters, two seconds"


@pytest.mark.parametrize(
    ("text", "seconds", "caught"),
    [
        (label(), 0.9, True),
        (label(), 1.0, False),
        (label(THIRTY), 1.9, True),
        (label(THIRTY), 2.0, False),
        (number("share", (0, 0)), 0.4, True),
        (number("share", (0, 0)), 0.5, False),
        (number("partial", (0, 0, 2)), 0.1, False),  # the sum still rises
        (number("partial", (0, 0, 3)), 0.1, True),
    ],
)
def test_a_text_stays_until_it_is_read(found, text, seconds, caught):
    assert bool(found("reading_time", appear(text), Wait(seconds), vanish(text))) is caught


@pytest.mark.parametrize(("first", "caught"), [(1.0, False), (0.5, True)])
def test_what_was_read_may_come_again_for_less(found, first, caught):
    one, again = label(), label()
    motions = [appear(one), Wait(first), vanish(one), appear(again), Wait(0.2), vanish(again)]
    assert bool(found("reading_time", *motions)) is caught


@pytest.mark.parametrize(
    ("lasts", "caught"), [(1.9, True), (2.0, False), (13, False), (13.1, True)]
)
def test_a_beat_is_a_clip_of_two_to_thirteen_seconds(found, lasts, caught):
    assert bool(found("beat_lengths", Wait(lasts - STILL))) is caught


@pytest.mark.parametrize(
    ("beats", "lasts", "caught"),
    [
        (2, 29.9, True),
        (2, 30, False),
        (2, 90, False),
        (2, 90.2, True),
        (1, 14.9, True),
        (1, 15, False),
    ],
)
def test_a_chapter_is_as_long_as_what_is_told_of_it(found, monkeypatch, beats, lasts, caught):
    def construct(self):
        for name in ("first", "second")[:beats]:
            self.beat(name)

    chosen = {"construct": construct, "base": Hurried, "stands": lasts / beats}
    assert not found("chapter_length", **chosen), "no chapter of the film"
    monkeypatch.setattr(scenes, "FILM", ("tried_scene",))
    assert bool(found("chapter_length", **chosen)) is caught


@pytest.mark.parametrize(
    ("lasts", "usual", "caught"),
    [
        (9.9, True, True),
        (10, True, False),
        (20, True, False),
        (20.2, True, True),
        (20.2, False, False),
        (90.2, False, True),
    ],
)
def test_limits_of_its_own_hold_for_the_data_that_a_chapter_was_made_for(lasts, usual, caught):
    played = SimpleNamespace(
        chapter="the_question",
        timeline=[SimpleNamespace(name="why", end=lasts)],
        script=SimpleNamespace(beats=["why"]),
        usual=usual,
    )
    assert bool(list(chapter_length.check(played))) is caught


def test_limits_are_those_of_chapters_of_the_film():
    assert set(chapter_length.OWN) <= set(scenes.FILM)


@pytest.mark.parametrize(
    ("each", "chapters", "caught"),
    [(30, 2, False), (29, 2, True), (91, 2, True), (43, 9, True), (44, 9, False), (57, 9, True)],
)
def test_the_film_is_about_seven_and_a_half_minutes_long(each, chapters, caught):
    told = {f"chapter_{n}": each for n in range(chapters)}
    assert bool(list(film_rules()["film_length"].check(told))) is caught


@pytest.mark.parametrize(
    ("words", "shown", "caught"),
    [
        (script("We mix {ingredients}."), "Gin & tonic, 金酒", False),
        (script("We mix \U0001f379."), "gin", True),
        (script(zh="调\U00020bb7。"), "gin", True),
        (script(head='title = { en = "\u0416", zh = "试" }\n'), "gin", True),
        (script(head=f'{TITLE}\nlabels.one = {{ en = "\u0416", zh = "一" }}'), "gin", True),
        (script(), "\u0416", True),
    ],
)
def test_every_character_is_in_the_font(found, words, shown, caught):
    faults = found("characters_in_font", appear(label(shown)), words=words)
    assert bool(faults) is caught
    assert all("the font has no" in fault for fault in faults)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (script(), None),
        (script("{ingredient_count} {ingredients}.", "这些{ingredients}。"), None),
        (script("{K} of them.", "这些。"), "zh lacks {K}"),
        (script("Them.", "这 {K} 种。"), "en lacks {K}"),
        (script("Go. "), "en begins or ends with a space"),
        (script(["Go."], [""]), "nothing in zh"),
        (script(head='title = { en = "Try", zh = "" }'), "nothing in zh"),
    ],
)
def test_both_languages_say_the_same(found, words, fault):
    faults = found("same_words", words=words)
    assert (fault is None and not faults) or fault in faults[0]


def told(*names):
    def construct(self):
        for name in names:
            self.beat(name, [NEXT_LINE])

    return construct


@pytest.mark.parametrize(
    ("construct", "fault"),
    [
        (told("first", "second"), None),
        (told("first"), "written but never told"),
        (told("second", "first"), "the beats come as second, first"),
        (lambda self: [self.beat("first"), self.beat("second", [NEXT_LINE])], "1 of its 2 lines"),
    ],
)
def test_every_beat_is_told_with_all_its_lines(found, construct, fault):
    words = script(["One.", "Two."], ["一。", "二。"])
    faults = found("every_line_said", construct=construct, words=words)
    assert (fault is None and not faults) or fault in faults[0]


@pytest.mark.parametrize(("name", "caught"), [("Context", False), ("MathTex", True), ("Tex", True)])
def test_nothing_is_set_by_latex(found, name, caught):
    formula = type(name, (VGroup,), {})(VGroup(Dot()))
    assert bool(found("no_latex", appear(formula))) is caught
