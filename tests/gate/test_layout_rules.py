"""The rules about places: for each, a small scene that breaks it, and one that just passes."""

from __future__ import annotations

import pytest
from manim import VGroup, there_and_back_with_pause

from scenes.kit.ground.frame import CAPTION_TOP, FLOOR, LEFT, RIGHT, TOP, Box
from scenes.kit.ground.lettering import CAP_HEIGHT
from scenes.kit.ground.motion import animate, appear, together
from scenes.kit.ground.shapes import path, rectangle
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.claims import Claim
from scenes.production.gate.moment import box_of

INK, PANEL = "#FFFFFF", "#39414F"
SIZE = 40.0
SMALL = 0.022 * 1080 / CAP_HEIGHT


class Row(VGroup):
    """Texts of one kind: heads, names, shares."""


def word(text="Hohe", *, x=600.0, baseline=400.0, size=SIZE):
    return Label(text, size, INK, x=x, baseline=baseline)


def product(value, k, baseline):
    claim = Claim("product", (0, 0, k))
    return Number(value, SIZE, INK, x=600 + 120 * k, baseline=baseline, claim=claim)


@pytest.fixture
def faults(found):
    """Return a function that shows things in one beat, and says what a rule finds."""
    return lambda rule, *things: found(rule, appear(*things))


def left_edge_at(x):
    """Return a word whose ink begins there."""
    label = word(x=x)
    return word(x=2 * x - box_of(label.points).x)


@pytest.mark.parametrize(
    ("thing", "beyond"),
    [
        (lambda: left_edge_at(LEFT), None),
        (lambda: left_edge_at(LEFT - 4), "4 px left"),
        (lambda: rectangle(Box(RIGHT - 50, 400, 60, 60), fill=PANEL), None),
        (lambda: rectangle(Box(RIGHT - 50, 400, 70, 60), fill=PANEL), "20 px right"),
        (lambda: rectangle(Box(400, TOP - 30, 60, 60), fill=PANEL), "30 px above"),
        (lambda: rectangle(Box(400, FLOOR - 10, 60, 30), fill=PANEL), "20 px below"),
    ],
)
def test_all_stands_inside_the_safe_area(faults, thing, beyond):
    said = faults("inside_the_frame", thing())
    assert (beyond is None and not said) or beyond in said[0]


@pytest.mark.parametrize("reach", ["nowhere", "everywhere"])
def test_what_bleeds_by_design_may_leave_it(faults, reach):
    class Light(VGroup):
        bleeds = "" if reach == "nowhere" else reach

    wide = Light(rectangle(Box(0, 400, 1920, 60), fill=PANEL))
    assert bool(faults("inside_the_frame", wide)) is (reach == "nowhere")


@pytest.mark.parametrize(("above", "caught"), [(1.0, False), (-2.0, True)])
def test_the_caption_band_holds_captions_alone(faults, above, caught):
    bottom = CAPTION_TOP - above
    panel = rectangle(Box(800, bottom - 60, 60, 60), fill=PANEL)
    text = word("H", baseline=bottom)
    assert bool(faults("caption_band_is_free", panel)) is caught
    assert bool(faults("caption_band_is_free", text)) is caught


@pytest.mark.parametrize(
    ("other", "caught"),
    [
        (lambda one: word("Hohe", x=610.0), True),
        (lambda one: word("Hohe", x=box_of(one.points).right + 1), False),
        (lambda one: word("gone", x=600.0, baseline=400 + SIZE), False),
        (lambda one: word("Hohe"), False),  # a copy on its source is one text to the eye
        (lambda one: word("Hohl"), True),
    ],
)
def test_no_text_runs_over_another(faults, other, caught):
    one = word()
    assert bool(faults("text_over_text", one, other(one))) is caught


def across(apart, seconds):
    """Let a word go to another one, or past it, and come back to where it was."""
    goes, stays = word("Hohl", x=300), word(x=900)
    way = animate(goes, run_time=seconds, rate_func=there_and_back_with_pause)
    return [appear(goes, stays), together(way.move_to(stays).shift((0, apart, 0)))]


@pytest.mark.parametrize(
    ("apart", "seconds", "caught"), [(0.0, 3.0, True), (1.0, 3.0, False), (0.0, 0.6, False)]
)
def test_a_text_may_fly_past_another_but_not_stay_on_it(found, apart, seconds, caught):
    said = found("text_over_text", *across(apart, seconds))
    assert bool(said) is caught
    assert not caught or "fly over each other" in said[0]


def middle(text):
    return box_of(text.points).centre[1]


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (lambda t: path([(500, middle(t)), (900, middle(t))], INK, 3), "runs through"),
        (lambda t: path([(500, 410), (900, 410)], INK, 3), None),
        (lambda t: rectangle(box_of(t.points).grown(20), fill=PANEL), None),  # its own ground
        (lambda t: rectangle(Box(500, 300, 130, 160), fill=PANEL), "runs through"),  # half of it
    ],
)
def test_no_line_runs_through_a_text(faults, thing, said):
    text = word()
    found = faults("text_over_line", thing(text), text)
    assert (said is None and not found) or said in found[0]


def test_nothing_lies_over_a_text(faults):
    text = word()
    cover = rectangle(box_of(text.points).grown(5), fill=PANEL)
    assert "lies over" in faults("text_over_line", text, cover)[0]
    assert not faults("text_over_line", cover, text)


@pytest.mark.parametrize(("lower", "caught"), [(0, False), (1, False), (3, True), (60, False)])
def test_texts_of_one_kind_share_a_baseline(faults, lower, caught):
    names = Row(word("gin", x=500.0), word("cola", x=700.0, baseline=400.0 + lower))
    assert bool(faults("common_baselines", names)) is caught
    terms = VGroup(product(8, 0, 500.0), product(9, 1, 500.0 + lower))
    assert bool(faults("common_baselines", terms)) is caught


@pytest.mark.parametrize(("size", "caught"), [(SMALL, False), (SMALL - 0.5, True)])
def test_every_text_is_large_enough(faults, size, caught):
    assert bool(faults("readable_size", word(size=size))) is caught
    assert bool(faults("readable_size", word(size=SIZE).scale(size / SIZE))) is caught
