"""Words and numbers stand exactly where they are put."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.kit.ground import lettering
from scenes.kit.ground.text import Label, Number, cap_centred, paragraph
from tests.rehearsal import pixel_box

INK = "#F5ECDA"
words = st.text("abcdefghiklmnoprstuvwxyz酒杯配方HX0123456789", min_size=1, max_size=20)
places = st.tuples(st.floats(100, 1800), st.floats(100, 1000))


def label(text, **kwargs):
    return Label(text, 40, INK, **kwargs)


def test_a_capital_stands_on_its_baseline():
    box = pixel_box(label("H", x=500, baseline=300))
    assert box.bottom == pytest.approx(300)
    assert box.height == pytest.approx(40 * lettering.CAP_HEIGHT)


@pytest.mark.parametrize(("anchor", "back"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_anchors_written_out(anchor, back):
    digit = label("8", x=500, baseline=300, anchor=anchor)
    left = 500 - back * lettering.width("8", 40)
    assert pixel_box(digit).centre[0] == pytest.approx(left + lettering.width("8", 40) / 2, abs=1)


@given(words, places, st.sampled_from(["left", "center", "right"]))
def test_what_is_measured_is_what_is_drawn(text, place, anchor):
    x, baseline = place
    drawn = pixel_box(label(text, x=x, baseline=baseline, anchor=anchor))
    wide = lettering.width(text, 40)
    start = x - {"left": 0, "center": 0.5, "right": 1}[anchor] * wide
    assert start - 4 <= drawn.x
    assert drawn.right <= start + wide + 4


@given(words, places, st.tuples(st.floats(-3, 3), st.floats(-3, 3)))
def test_a_label_knows_its_baseline_wherever_it_goes(text, place, way):
    moved = label(text, x=place[0], baseline=place[1]).shift((*way, 0))
    assert moved.baseline() == pytest.approx(place[1] - 135 * way[1])


def test_numbers_written_out():
    assert Number(Fraction(9, 20), 40, INK).text == "0.45"
    assert Number(Fraction(9, 20), 40, INK, percent=True).text == "45%"
    assert Number(-2, 40, INK).text == "\N{MINUS SIGN}2"
    assert Number(-2, 40, INK, enclosed=True).text == "(\N{MINUS SIGN}2)"
    assert Number(2, 40, INK, enclosed=True).text == "2"


def test_a_number_remembers_its_value_exactly():
    third = Number(Fraction(1, 3), 40, INK)
    assert (third.text, third.value) == ("0.333…", Fraction(1, 3))


@given(st.fractions(-999, 999, max_denominator=1000), places)
def test_a_number_that_counts_stays_in_its_place(value, place):
    counting = Number(0, 40, INK, x=place[0], baseline=place[1])
    counting.set_value(value, places=2)
    assert counting.counting
    counting.set_value(value)
    assert not counting.counting
    fresh = Number(value, 40, INK, x=place[0], baseline=place[1])
    assert counting.points == pytest.approx(fresh.points)


@given(st.floats(100, 900), st.floats(33, 100))
def test_capitals_are_centred(y, size):
    box = pixel_box(Label("H", size, INK, baseline=cap_centred(y, size)))
    assert box.centre[1] == pytest.approx(y)


def test_a_paragraph_has_even_baselines():
    lines = paragraph(("one", "two", "three"), 40, INK, x=500, baseline=300, leading=48)
    assert [line.baseline() for line in lines] == pytest.approx([300, 348, 396])
