"""A running sum of signed terms, a tally, and a column of strands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import trace_matmul
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import NIGHT
from scenes.kit.images.weight_column import WeightColumn
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.step_chart import LEAST, StepChart, grow
from scenes.kit.sums.tally import Tally
from scenes.kit.sums.term_line import TermLine
from scenes.kit.sums.term_line_geometry import even_slots, under
from tests.rehearsal import pixel_box

BOX = Box(100, 200, 600, 300)
WINDOW = LabelledProduct(trace_matmul([[3, 4]], [[2], [-1]]), "window")
terms = st.lists(st.integers(-9, 9), min_size=1, max_size=8)


def chart_of(values):
    sums = [sum(values[: k + 1]) for k in range(len(values))]
    colours = [NIGHT.plus] * len(values)
    return StepChart(NIGHT, BOX, even_slots(100, 700, len(values)), colours, sums, 20.0)


@given(terms)
@settings(max_examples=30)
def test_every_bar_begins_where_the_one_before_ended(values):
    chart = chart_of(values).show_terms(values, sum(values))
    reached = 0
    for bar, value in zip(chart.bars, values, strict=True):
        box = pixel_box(bar)
        ends = sorted((chart.row_of(reached), chart.row_of(reached + value)))
        assert (box.y + LEAST / 2, box.bottom - LEAST / 2) == pytest.approx(tuple(ends), abs=0.01)
        reached += value
    assert chart.total.value == reached
    assert BOX.y - LEAST <= min(pixel_box(bar).y for bar in chart.bars)


def test_a_term_grows_with_its_number_and_ends_exactly():
    chart = chart_of([6, -4])
    rise = grow(chart, WINDOW, (0, 0), 1)
    assert rise.claim == Claim("partial", (0, 0, 1), "window")
    rise.interpolate_mobject(0.5)
    assert (chart.total.counting, chart.total.text) == (True, "4")
    rise.interpolate_mobject(1.0)
    assert (chart.total.counting, chart.total.value) == (False, 2)
    chart.show_terms([6], 6)
    assert len(chart.bars[1].points) == 0


def test_the_terms_of_a_row_stand_under_its_cells():
    strip = TermLine(NIGHT, under([50, 90], 300, 33, 200), WINDOW, 0, 0)
    assert [number.text for number in strip.products] == ["6", "\N{MINUS SIGN}4"]
    assert [number.at for number in strip.products] == [(50, 300), (90, 300)]
    assert not strip.factors
    assert strip.total.claim == Claim("result", (0, 0), "window")


def test_a_tally_is_centred():
    counts = [(25, Claim("entry", (0,), "counts"), "pixels"), (81, Claim("scale"), "entries")]
    box = pixel_box(Tally(NIGHT, counts, centre=800, baseline=300))
    assert box.centre[0] == pytest.approx(800, abs=4)


def test_a_strand_for_every_weight():
    place = GridPlace(0, 0, 3, 1, 100, 10, 2)
    column = WeightColumn(NIGHT, place, 0, [1, 0, -2], [NIGHT.hue(1)] * 3)
    fills = [strand[1].get_fill_color().to_hex().upper() for strand in column.strands]
    assert fills[1] == NIGHT.line
    assert len(set(fills)) == 3
