"""A chapter asks, and waits for an answer, before it shows one."""

import pytest

from scenes.kit.stage.script import AIM, ASKS, LANGUAGES, THINK, length
from tests.rehearsal import EXTREMES, FRAME_RATE, performed

CHAPTERS = ["recipes_to_matrix", "row_by_column", "mix_and_create"]
ENDS = [None, EXTREMES / "smallest.toml", EXTREMES / "largest.toml"]


@pytest.mark.parametrize("example", ENDS)
@pytest.mark.parametrize("name", CHAPTERS)
def test_a_question_stands_until_it_can_have_been_read_and_answered(name, example):
    _, performance = performed(name, example=example)
    cues = [cue for beat in performance.timeline for cue in beat.cues]
    asked = [cue for cue in cues if all(cue.text[each].endswith(ASKS[each]) for each in LANGUAGES)]
    assert asked
    for cue in asked:
        read = max(length(cue.text[each], each) / AIM[each] for each in LANGUAGES)
        assert cue.end - cue.start >= read + THINK - 1 / FRAME_RATE, cue.text["en"]
