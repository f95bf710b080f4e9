"""Where Manim's types end: what is said there is true when the film is drawn."""

import tomllib

from manim import UP, AnimationGroup, Square, VGroup

from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import animate
from scenes.kit.ground.text import Label
from tests.house import ROOT


def test_a_group_of_things_is_a_group_and_nothing_else():
    parts = Square(), Square()
    assert type(GroupOf(*parts)) is VGroup
    assert list(GroupOf(*parts)) == list(parts)
    assert GroupOf[Label] is VGroup  # what the catalogue reads


def test_a_change_is_what_manim_makes_of_it():
    ours, manims = Square(), Square()
    group = AnimationGroup(
        animate(ours, run_time=2.5).shift(UP), manims.animate(run_time=2.5).shift(UP)
    )
    assert [change.run_time for change in group.animations] == [2.5, 2.5]
    group.begin()
    group.interpolate(0.5)
    assert (ours.points == manims.points).all()
    assert (ours.points != Square().points).any()


def test_types_are_checked_everywhere_and_strictly():
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert rules["strict"]
    assert {"mathcore", "scenes", "tests"} <= set(rules["files"])
    ours = ("mathcore", "scenes", "tests")
    for part in rules["overrides"]:
        named = part["module"] if isinstance(part["module"], list) else [part["module"]]
        assert not any(name.startswith(ours) for name in named), f"{named}: no room has its own"
