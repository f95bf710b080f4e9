"""A cell: what stands in it in each of its states, and how one becomes another."""

from fractions import Fraction
from typing import get_args

import pytest

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import CELL, SMALLEST
from scenes.kit.ground.theme import NIGHT, PAPER
from scenes.kit.product.cell import Cell, cell_size, restyle
from scenes.kit.product.cell_style import State, cell_style
from scenes.kit.stage.claims import Claim
from tests.rehearsal import pixel_box

BOX = Box(500, 300, 120, 84)
states = pytest.mark.parametrize("state", get_args(State))


def cell(state="on", **kwargs):
    kwargs = {"value": Fraction(9, 20), "hue": NIGHT.hue(2), **kwargs}
    return Cell(NIGHT, BOX, state=state, **kwargs)


def finish(animation):
    animation.begin()
    animation.interpolate(1)
    animation.finish()


def test_a_cell_written_out():
    shown = cell()
    assert shown.number.text == "0.45"
    assert pixel_box(shown.number).centre[0] == pytest.approx(BOX.centre[0], abs=1)
    assert pixel_box(shown.number).centre[1] == pytest.approx(BOX.centre[1], abs=1)


def test_a_cell_fills_its_box():
    box = pixel_box(cell().frame)
    assert (box.x, box.y, box.width, box.height) == pytest.approx((500, 300, 120, 84))


def test_a_cell_without_a_value_is_empty():
    assert cell("empty", value=None).number is None


@pytest.mark.parametrize("height", [20, 40, 60, 84, 200])
def test_numerals_fit_and_can_be_read(height):
    assert SMALLEST <= cell_size(height) <= CELL


@states
def test_a_state_is_dressed_in_its_style(state):
    shown, style = cell(state), cell_style(NIGHT, state, NIGHT.hue(2))
    assert shown.frame.get_fill_color().to_hex() == style.fill.upper()
    assert shown.number.get_fill_color().to_hex() == style.text.upper()
    assert shown.number.bold == style.bold


@states
def test_in_another_state_a_cell_is_the_same_cell(state):
    claim = Claim("share", (1, 2))
    first = cell(halo=True, claim=claim)
    other = first.copy_in(state)
    assert (other.state, other.box, other.hue) == (state, BOX, NIGHT.hue(2))
    assert (other.number.value, other.number.claim) == (Fraction(9, 20), claim)
    assert len(other.get_family()) == len(first.get_family()), "so that one morphs into the other"


@states
def test_a_change_ends_in_the_looks_of_the_new_state(state):
    changing, wanted = cell(halo=True), cell(halo=True).copy_in(state)
    finish(changing.to(state))
    assert changing.state == state
    for part, goal in zip(changing.get_family(), wanted.get_family(), strict=True):
        assert part.points == pytest.approx(goal.points)
        assert part.get_fill_color().to_hex() == goal.get_fill_color().to_hex()


def test_a_halo_is_there_but_shines_only_in_focus():
    waiting = cell("empty", value=None, halo=True)
    assert [ring.get_fill_opacity() for ring in waiting.halo] == [0, 0, 0]
    finish(waiting.to("focus"))
    assert all(ring.get_fill_opacity() > 0 for ring in waiting.halo)


def test_the_focus_shines_stronger_on_paper():
    night, paper = (Cell(theme, BOX, state="focus").halo for theme in (NIGHT, PAPER))
    for dark, light in zip(night, paper, strict=True):
        assert light.get_fill_opacity() > dark.get_fill_opacity()


def test_a_numeral_that_arrives_becomes_the_cells_own():
    waiting = cell("empty", value=None)
    arrived = waiting.numeral(Fraction(17))
    waiting.take(arrived)
    assert waiting.number is arrived
    assert arrived in waiting.submobjects
    assert waiting.copy_in("filled").number.text == "17"


def test_a_cell_can_be_filled_at_once():
    shown = cell("empty", value=None, halo=True).fill(Fraction(17), "filled")
    assert (shown.number.text, shown.state) == ("17", "filled")


def test_several_cells_change_together():
    cells = [cell() for _ in range(3)]
    finish(restyle(cells, "idle"))
    assert [each.state for each in cells] == ["idle"] * 3


@pytest.mark.parametrize("state", ["on", "act"])
def test_bold_or_not_a_numeral_stays_in_its_middle(state):
    shown = cell(state)
    wide = lettering.width("0.45", shown.size, bold=shown.number.bold)
    assert wide < BOX.width
    assert pixel_box(shown.number).centre[0] == pytest.approx(BOX.centre[0], abs=1)


def test_a_cell_that_has_to_be_filled_says_when_it_is_not():
    assert cell().written is not None
    with pytest.raises(ValueError, match=r"(?s)Box.*500.*is empty"):
        _ = cell("empty", value=None).written
