"""Manim made swift is Manim: the same families, the same copies, the same chapters."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from manim import ManimColor, Mobject, Square, VGroup, VMobject

from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import NIGHT
from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.manim_internals import REPLACED
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.gate import performance
from tests.rehearsal import EXTREMES


@st.composite
def families(draw: st.DrawFn) -> Mobject:
    """Draw a thing of things; some stand in several places."""
    things: list[Mobject] = []
    for _ in range(draw(st.integers(1, 9))):
        parts = draw(st.lists(st.sampled_from(things), max_size=4)) if things else []
        thing = Mobject()
        thing.submobjects = parts
        things.append(thing)
    return things[-1]


@given(families())
def test_a_family_has_the_same_members_in_the_same_order(thing: Mobject) -> None:
    with fast_manim():
        swiftly = thing.get_family()
    assert list(map(id, swiftly)) == list(map(id, thing.get_family()))


def test_what_stands_twice_counts_where_it_stands_last() -> None:
    once, twice = Mobject(), Mobject()
    thing = Mobject()
    thing.submobjects = [twice, once, twice]
    with fast_manim():
        assert thing.get_family() == [thing, once, twice]


def test_a_part_of_itself_is_listed_as_manim_does() -> None:
    thing, part = Mobject(), Mobject()
    thing.submobjects, part.submobjects = [part], [thing]
    with fast_manim():
        swiftly = thing.get_family()
    assert swiftly == thing.get_family()
    assert set(swiftly) == {thing, part}


class Holder(VGroup):
    """Something with all that our components remember."""

    def __init__(self) -> None:
        self.number = Number(0.5, 20, NIGHT.background, claim=Claim("share", (0, 1)))
        self.square = Square()
        super().__init__(self.number, self.square)
        self.by_name = {"number": self.number}
        self.rows, self.also = [[self.square, 1.5], ("a", self.number)], self.square.points
        self.theme, self.places = NIGHT, (1.0, 2.0)


def copied(thing: Any, how: Any) -> Any:
    with how:
        return thing.copy()


def test_a_copy_is_as_manim_makes_it() -> None:
    thing = Holder()
    swiftly, plainly = copied(thing, fast_manim()), copied(thing, nullcontext())
    assert list(vars(swiftly)) == list(vars(plainly))
    for one, other in zip(swiftly.get_family(), plainly.get_family(), strict=True):
        for name, value in vars(one).items():
            same(value, getattr(other, name))


def same(one: Any, other: Any) -> None:
    """What two copies remember is equal; things are compared as members of the family."""
    assert type(one) is type(other)
    if isinstance(one, np.ndarray):
        np.testing.assert_array_equal(one, other)
    elif isinstance(one, list | tuple):
        assert len(one) == len(other)
        for pair in zip(one, other, strict=True):
            same(*pair)
    elif isinstance(one, dict):
        assert list(one) == list(other)
        same(list(one.values()), list(other.values()))
    elif not isinstance(one, Mobject):
        assert one == other


def test_a_copy_holds_its_own_parts_and_shares_nothing_that_can_change() -> None:
    thing = Holder()
    copy = copied(thing, fast_manim())
    assert copy.number is copy.submobjects[0]
    assert copy.by_name["number"] is copy.rows[1][1] is copy.number
    assert copy.rows[0][0] is copy.square
    assert copy.also is copy.square.points, "what was one array is one"
    copy.square.shift((1, 0, 0))
    copy.rows[0].append("more")
    np.testing.assert_array_equal(thing.square.points, Square().points)
    assert thing.rows[0] == [thing.square, 1.5]


COORDINATES = st.sampled_from([0.0, -0.0, 1.0, 1.0 + 1e-7, 1.00002, -3.5, np.inf, np.nan])
CURVES = arrays(
    float, st.tuples(st.integers(0, 4).map(lambda n: 4 * n), st.just(3)), elements=COORDINATES
)


@given(st.lists(CURVES | arrays(float, (1, 3), elements=COORDINATES), max_size=3))
def test_a_boundary_has_the_same_anchors_in_the_same_order(parts: list[Any]) -> None:
    thing = VGroup(*(VMobject().set_points(points) for points in parts))
    same(*both(lambda: thing.get_points_defining_boundary()))


@given(CURVES)
def test_a_path_is_parted_where_it_leaps(points: Any) -> None:
    same(*both(lambda: VMobject().get_subpaths_from_points(points)))


COLOURS = st.sampled_from([None, "#18B8FF", "#923392", "white", ManimColor("#18B8FF80")])
OPACITIES = st.none() | st.sampled_from([0, 1, 0.25, np.float64(0.5), [0.2, 0.9]])


@given(COLOURS | st.lists(COLOURS, min_size=1, max_size=3), OPACITIES, st.sampled_from([0, 0.3]))
def test_a_colour_has_the_same_values_and_is_nobody_elses(
    color: Any, opacity: Any, sheen: float
) -> None:
    thing = VMobject(sheen_factor=sheen)
    swiftly, plainly = both(lambda: thing.generate_rgbas_array(color, opacity))
    same(swiftly, plainly)
    swiftly[:] = 7
    same(*both(lambda: thing.generate_rgbas_array(color, opacity)))


def both(act: Any) -> tuple[Any, Any]:
    """What comes of something with Manim made swift, and without."""
    with fast_manim():
        swiftly = act()
    return swiftly, act()


def test_it_ends_with_the_block_even_if_that_fails() -> None:
    block = fast_manim()
    block.__enter__()
    assert not any(getattr(*place) is method for place, method in REPLACED.items())
    block.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert {(kind, name): getattr(kind, name) for kind, name in REPLACED} == REPLACED


def test_a_chapter_comes_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chapter, smallest = chapter_class("row_by_column"), EXTREMES / "smallest.toml"
    swiftly = performance.rehearse(chapter, example=smallest)
    monkeypatch.setattr(performance, "fast_manim", nullcontext)
    plainly = performance.rehearse(chapter, example=smallest)
    assert swiftly.moments == plainly.moments
    for one, other in zip(swiftly.moments, plainly.moments, strict=True):
        for mine, theirs in zip(one.shapes, other.shapes, strict=True):
            np.testing.assert_array_equal(mine.points, theirs.points)
