"""The shape line: rows × inner · inner × columns → rows × columns."""

from itertools import pairwise

import pytest

from scenes.kit.ground import frame
from scenes.kit.ground.sizes import SHAPE
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import NIGHT, PAPER
from scenes.kit.product.shape_line import ShapeLine, beside
from scenes.kit.stage.choices import SCENES
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.script import LANGUAGES, Script
from tests.rehearsal import pixel_box

SIZES = [(1, 4, 3), (4, 4, 3), (6, 8, 6), (1, 1, 1)]
sizes = pytest.mark.parametrize("size", SIZES, ids=str)


def line(size=(1, 4, 3), theme=NIGHT):
    return ShapeLine(theme, size, SHAPE, x=500, baseline=112)


def counts(shape):
    return [part for part in shape if isinstance(part, Number)]


def test_the_sizes_written_out():
    assert [part.text for part in counts(line())] == list("144313")
    assert [str(part.claim) for part in counts(line())] == [
        *("rows[1]", "inner", "inner", "columns", "rows[1]", "columns"),
    ]


@sizes
def test_the_inner_sizes_agree_and_the_outer_ones_are_the_results(size):
    rows, inner, again, columns, of_result, wide = (part.value for part in counts(line(size)))
    assert inner == again == size[1]
    assert (rows, columns) == (of_result, wide) == (size[0], size[2])


def test_the_inner_sizes_are_in_focus_and_bold():
    shape = line(theme=PAPER)
    bold = [part for part in counts(shape) if part.bold]
    assert bold == list(shape.inner)
    assert {part.get_fill_color().to_hex() for part in bold} == {PAPER.focus}
    assert {part.claim for part in bold} == {Claim("inner")}


@sizes
def test_no_part_touches_the_next(size):
    boxes = [pixel_box(part) for part in line(size)]
    assert all(before.right < after.x for before, after in pairwise(boxes))
    assert boxes[0].x >= 500
    assert boxes[-1].right <= line(size).right


@sizes
def test_all_numbers_stand_on_one_baseline(size):
    assert {round(part.baseline(), 6) for part in counts(line(size))} == {112}


@pytest.mark.parametrize("language", LANGUAGES)
@sizes
def test_it_fits_beside_every_heading_of_the_chapter(size, language):
    for beat in Script.load(SCENES / "row_by_column.toml").beats.values():
        if beat.title and "{" not in beat.title[language]:
            heading = Heading(NIGHT, beat.title[language])
            shape = beside(heading, NIGHT, size)
            assert pixel_box(heading).right < pixel_box(shape).x
            assert shape.right <= frame.RIGHT
            assert counts(shape)[0].baseline() == pytest.approx(heading.baseline())
