"""Paintings: a picture in runs of equal tones loses no pixel, and its mark means one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from manim import tempconfig

from scenes.acts.feature_fusion.pixel_mix_geometry import AROUND, window
from scenes.kit.ground.frame import Box, to_point
from scenes.kit.ground.theme import NIGHT, THEMES
from scenes.kit.images.painting import Painting, Sweep
from scenes.kit.images.painting_geometry import outlines, palette_of, runs, tones_of
from scenes.kit.images.tones import made, plain, tones

BOX = Box(100, 200, 40, 30)
TONES = np.array([[0, 0, 1, 1], [1, 0, 0, 1], [1, 1, 1, 1]])
PALETTE = ("#000000", "#FFFFFF")
pictures = arrays(np.int64, st.tuples(st.integers(1, 6), st.integers(1, 6)),
                  elements=st.integers(0, 3))  # fmt: skip


def painting(**given):
    return Painting(NIGHT, BOX, TONES, PALETTE, edge=NIGHT.ink, **given)


@given(pictures)
def test_runs_cover_every_pixel_once(picture):
    again = np.full(picture.shape, -1)
    for tone, row, first, after in runs(picture):
        assert (again[row, first:after] == -1).all()
        again[row, first:after] = tone
    assert np.array_equal(again, picture)


def test_a_run_is_three_straight_sides():
    drawn = outlines(np.array([[0, 2, 1, 3]]), 1e9)
    assert drawn.shape == (1, 12, 2)
    assert drawn[0, ::4].round(6).tolist() == [[1, 2], [3, 2], [3, 3]]
    assert drawn[0, -1].round(6).tolist() == [1, 3]


def test_tones_written_out():
    assert tones_of(np.array([[-5, 0, 4, 5, 10, 99]]), (0, 10), 2).tolist() == [[0, 0, 0, 1, 1, 1]]


def test_a_palette_halves_the_widest_box():
    colours = np.array([[[0, 0, 0], [2, 0, 0]], [[100, 0, 0], [102, 0, 0]]])
    palette, drawn = palette_of(colours, 2)
    assert palette.tolist() == [[1, 0, 0], [101, 0, 0]]
    assert drawn.tolist() == [[0, 0], [1, 1]]
    assert len(palette_of(np.zeros((1, 1, 3), dtype=int), 5)[0]) == 1


def test_tones_rise_from_dark_to_bright():
    for theme in THEMES.values():
        for hue in (theme.hue(1), made(theme), plain(theme)):
            light = [sum(int(c[n : n + 2], 16) for n in (1, 3, 5)) for c in tones(theme, hue, 9)]
            assert light == sorted(light)


def test_a_pixel_has_its_place_and_its_colour():
    drawn = painting()
    assert drawn.pixel(1, 2) == Box(120, 210, 10, 10)
    assert drawn.tile(2, 0).get_fill_color().to_hex().upper() == PALETTE[1]
    corner = drawn.shapes[0].points[0]
    assert np.allclose(corner, to_point(BOX.x, BOX.y))


def test_it_is_revealed_column_by_column():
    with tempconfig({"frame_rate": 10}):
        drawn = painting(columns=0)
        assert not any(len(shape.points) for shape in drawn.shapes)
        sweep = Sweep(drawn, run_time=1)
        sweep.begin()
        sweep.interpolate(0.5)
        assert drawn.columns == 2
        assert len(drawn.front.points)
        sweep.interpolate(1)
        assert drawn.columns == 4
        assert not len(drawn.front.points)


@given(st.integers(5, 60), st.integers(5, 60), st.data())
def test_what_is_enlarged_holds_the_pixel(rows, columns, data):
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    top, left = window((rows, columns), (row, column))
    assert 0 <= top <= row <= top + 2 * AROUND < rows
    assert 0 <= left <= column <= left + 2 * AROUND < columns
