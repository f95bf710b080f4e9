"""The gate passes whatever an author may write: examples drawn by Hypothesis, without pixels."""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import scenes
from mathcore import LANGUAGES
from scenes.kit.theme import THEMES
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.rehearsal import chapters
from tests.strategies import example_tables

EXAMPLES = int(os.environ.get("GATE_EXAMPLES", "50"))
CHAPTERS = chapters()
OF_RECIPES = [
    name for name in scenes.FILM if CHAPTERS[name].layer_kind is None or CHAPTERS[name].recipes_too
]
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A place for the drawn files."""
    return tmp_path_factory.mktemp("drawn")


@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a film takes too long
    suppress_health_check=list(HealthCheck),
)
@given(drawn=example_tables(), chapter=st.sampled_from(OF_RECIPES), look=looks)
def test_any_example_passes_the_gate(folder, drawn, chapter, look):
    path = folder / "drawn.toml"
    path.write_text(drawn.toml, encoding="utf-8")
    language, theme = look
    played = rehearse(CHAPTERS[chapter], example=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(played)] == []
