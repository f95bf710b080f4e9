"""The gate passes whatever an author may write: examples drawn by Hypothesis, without pixels.

One a chapter on every push, ten in `./render.sh test --long`; GATE_EXAMPLES=100 draws so many other
ones.
"""

from __future__ import annotations

import os
import random
import tomllib
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import scenes
from mathcore import LANGUAGES
from scenes.kit.ground.theme import THEMES
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.rehearsal import chapters
from tests.strategies import example_tables

MANY = "GATE_EXAMPLES" in os.environ
A_CHAPTER = int(os.environ.get("GATE_EXAMPLES", "10"))
CHAPTERS = chapters()
OF_RECIPES = [
    name for name in scenes.FILM if CHAPTERS[name].layer_kind is None or CHAPTERS[name].recipes_too
]
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))


@cache
def drawn(chapter):
    """Draw examples and looks: always the same for a chapter, unless many are asked for.

    The largest comes first, for Hypothesis begins with the simplest, which shows little.
    """
    found = []

    @seed(random.random() if MANY else chapter)
    @settings(
        max_examples=A_CHAPTER,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(table=example_tables(), look=looks)
    def draw(table, look):
        found.append((table, look))

    draw()
    return sorted(found, key=lambda each: size(each[0]), reverse=True)


def size(table):
    """Return how many rows or columns there are at least, then how much is written."""
    parts = tomllib.loads(table.toml)
    return min(len(parts["ingredients"]), len(parts["mixtures"])), len(table.toml)


def test_there_are_enough_of_them_and_one_of_each_chapter_is_large():
    assert len(OF_RECIPES) * A_CHAPTER >= 50
    for chapter in OF_RECIPES:
        (largest, _), *others = drawn(chapter)
        assert len(others) == A_CHAPTER - 1
        assert size(largest)[0] > 1


@pytest.mark.parametrize("chapter", OF_RECIPES)
@pytest.mark.parametrize(
    "n",
    [pytest.param(n, marks=[pytest.mark.long] if n and not MANY else []) for n in range(A_CHAPTER)],
)
def test_any_example_passes_the_gate(tmp_path, chapter, n):
    table, (language, theme) = drawn(chapter)[n]
    path = tmp_path / f"{chapter}.toml"
    path.write_text(table.toml, encoding="utf-8")
    played = rehearse(CHAPTERS[chapter], example=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(played)] == []
