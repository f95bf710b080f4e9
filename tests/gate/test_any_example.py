"""The gate passes whatever an author may write: examples drawn by Hypothesis, without pixels."""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import scenes
from mathcore import LANGUAGES
from scenes.kit.ground.theme import THEMES
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.rehearsal import chapters
from tests.strategies import example_tables

EXAMPLES = int(os.environ.get("GATE_EXAMPLES", "10"))  # a chapter; so many, and always the same
MANY = "GATE_EXAMPLES" in os.environ  # other ones each time
CHAPTERS = chapters()
OF_RECIPES = [
    name for name in scenes.FILM if CHAPTERS[name].layer_kind is None or CHAPTERS[name].recipes_too
]
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A place for the drawn files."""
    return tmp_path_factory.mktemp("drawn")


def test_there_are_enough_of_them():
    assert EXAMPLES * len(OF_RECIPES) >= 50


@pytest.mark.parametrize("chapter", OF_RECIPES)
@settings(
    max_examples=EXAMPLES,
    derandomize=not MANY,
    phases=[Phase.explicit, Phase.generate],  # to shrink a film takes too long
    suppress_health_check=list(HealthCheck),
)
@given(drawn=example_tables(), look=looks)
def test_any_example_passes_the_gate(folder, chapter, drawn, look):
    path = folder / f"{chapter}.toml"
    path.write_text(drawn.toml, encoding="utf-8")
    language, theme = look
    played = rehearse(CHAPTERS[chapter], example=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(played)] == []
