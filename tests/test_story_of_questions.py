"""A chapter asks, and waits for an answer, before it shows one."""

from collections.abc import Iterator

import pytest

from scenes.kit.stage.chapter import THINK
from scenes.kit.stage.script import LANGUAGES, reading_seconds
from scenes.kit.stage.timeline import Cue
from tests.rehearsal import EXTREMES, performed

MARKS = {"en": "?", "zh": "\N{FULLWIDTH QUESTION MARK}"}
FRAME = 1 / 30


def questions(timeline) -> Iterator[Cue]:
    """Go through the lines that ask in every language."""
    for beat in timeline:
        for cue in beat.cues:
            asks = [cue.text[language].endswith(MARKS[language]) for language in LANGUAGES]
            assert all(asks) or not any(asks), cue.text
            if all(asks):
                yield cue


@pytest.mark.parametrize("example", [None, EXTREMES / "smallest.toml", EXTREMES / "largest.toml"])
@pytest.mark.parametrize("name", ["recipes_to_matrix"])
def test_a_question_stands_until_it_can_have_been_answered(name, example):
    _, performance = performed(name, example=example)
    asked = list(questions(performance.timeline))
    assert asked
    for cue in asked:
        assert cue.end - cue.start >= reading_seconds(cue.text) + THINK - FRAME, cue.text["en"]
