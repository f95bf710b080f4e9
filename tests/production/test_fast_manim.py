"""Manim made swift is Manim: the same families, the same copies, the same chapters."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import Mobject, Square, VGroup, VMobject

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


def test_it_ends_with_the_block_even_if_that_fails() -> None:
    block = fast_manim()
    block.__enter__()
    assert VMobject.get_family is not REPLACED["get_family"]
    block.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert {name: getattr(Mobject, name) for name in REPLACED} == REPLACED


def test_a_chapter_comes_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chapter, smallest = chapter_class("row_by_column"), EXTREMES / "smallest.toml"
    swiftly = performance.rehearse(chapter, example=smallest)
    monkeypatch.setattr(performance, "fast_manim", nullcontext)
    plainly = performance.rehearse(chapter, example=smallest)
    assert swiftly.moments == plainly.moments
    for one, other in zip(swiftly.moments, plainly.moments, strict=True):
        for mine, theirs in zip(one.shapes, other.shapes, strict=True):
            np.testing.assert_array_equal(mine.points, theirs.points)
