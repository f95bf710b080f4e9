"""Tiles, feature maps and sheets: every number at its place, in the look of what it is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import trace_conv2d
from scenes.acts.convolution.conv_geometry import conv_place
from scenes.acts.convolution.numeral_room import square_grid
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import NIGHT, PAPER, THEMES
from scenes.kit.images.feature_map import kernel, picture
from scenes.kit.images.im2col_sheet import Im2colSheet
from scenes.kit.images.tile import Tile
from scenes.kit.images.tile_style import (
    is_light,
    lit,
    padding_style,
    pixel_style,
    stepped_back,
    weight_style,
)
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.stage.claims import Claim
from scenes.production.gate.contrast import channels, contrast

PIXELS = np.array([[0, 5], [2, -3]])
PLACE = GridPlace(100, 200, 2, 2, 60, 60, 5)


def claim(y, x):
    return Claim("entry", (y, x), "picture")


def test_a_picture_written_out():
    shown = picture(NIGHT, PLACE, PIXELS, claim)
    assert [[tile.number.text for tile in row] for row in shown.tiles] == [
        ["0", "5"],
        ["2", "\N{MINUS SIGN}3"],
    ]
    assert shown.tile(1, 0).number.claim == Claim("entry", (1, 0), "picture")
    assert shown.box((0, 0), (1, 1)) == Box(100, 200, 125, 125)


def test_a_weight_has_the_colour_of_its_sign():
    shown = kernel(NIGHT, PLACE, PIXELS, claim)
    assert [tile.style.edge for tile in shown.all_tiles()] == [
        NIGHT.line,
        NIGHT.plus,
        NIGHT.plus,
        NIGHT.minus,
    ]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@given(share=st.floats(0, 1), slot=st.integers(0, 3))
@settings(max_examples=30)
def test_a_numeral_can_be_read_on_every_tile(theme, share, slot):
    hue = theme.hue(slot) if slot else None
    own = [pixel_style(theme, share, hue), weight_style(theme, share), weight_style(theme, -share)]
    for style in (*own, *(lit(theme, each) for each in own), padding_style(theme)):
        ratio = contrast(channels(style.text)[None], channels(style.fill)[None])
        assert ratio.min() >= 4.5, style


@pytest.mark.parametrize("theme", [NIGHT, PAPER], ids=lambda theme: theme.name)
def test_a_greater_pixel_is_further_from_the_ground(theme):
    fills = [int(pixel_style(theme, share).fill[1:3], 16) for share in (0, 0.3, 0.6, 1)]
    assert fills == sorted(set(fills), reverse=is_light(theme))


def test_a_tile_steps_back_and_comes_to_rest():
    tile = Tile(NIGHT, PLACE.cell(0, 0), 3, pixel_style(NIGHT, 0.5), claim(0, 0))
    assert tile.dimmed().style == stepped_back(NIGHT, tile.style)
    assert tile.light().target_mobject.style == lit(NIGHT, tile.style)
    assert tile.rest().target_mobject.style == tile.style


def test_a_sheet_knows_where_its_entries_come_from():
    trace = trace_conv2d(PIXELS[None], np.ones((1, 1, 2, 2), int), padding=((1, 0), (0, 0)))
    sheet = Im2colSheet(NIGHT, GridPlace(0, 0, 2, 4, 50, 40), trace, "window")
    assert [tile.number.value for tile in sheet.rows[0]] == [0, 0, 0, 5]
    assert [tile.style.dashed for tile in sheet.rows[0]] == [True, True, False, False]
    assert sheet.copies_of(0, 0, 1) == [sheet.rows[0][3], sheet.rows[1][1]]
    assert sheet.rows[1][2].number.claim == Claim("value", (1, 2), "window")


def test_a_plain_tile_keeps_its_number_to_itself():
    """It can leave the tile all the same, and no change of looks brings it out."""
    tile = Tile(NIGHT, Box(0, 0, 90, 12), 7, pixel_style(NIGHT, 0.5), claim(0, 0), plain=True)
    assert tile.number.text == "7"
    for each in (tile, tile.dimmed(), tile.at(Box(9, 9, 90, 12), plain=True), tile.copy()):
        assert tile.number not in each.get_family()
        assert all(part.height <= tile[0].height for part in each)
    shown = tile.at(Box(0, 0, 60, 60))
    assert shown.number in shown.get_family()


@given(st.integers(1, 9), st.integers(1, 9), st.floats(60, 500))
def test_a_square_grid_stays_within_its_side(rows, columns, side):
    place = square_grid(Box(0, 0, side, side), rows, columns, 64, 5)
    assert max(place.box.width, place.box.height) <= side + 1e-6
    assert place.cell_width >= min(place.cell_height, (side + 5) / columns - 5)


def test_row_and_column_meet_in_the_result():
    trace = trace_conv2d(np.ones((1, 5, 5)), np.ones((1, 1, 3, 3)))
    place = conv_place(trace)
    for p in range(9):
        assert place.sheet.cell(p, 0).y == pytest.approx(place.result.cell(p, 0).y)
    assert place.column.x == place.result.x
    assert place.column.bracket_box.bottom < place.result.bracket_box.y
    assert place.sheet.bracket_box.right < place.result.bracket_box.x
    assert place.picture.box.bottom < place.sheet.bracket_box.y
