"""What a chapter says follows the data: a wording has a text for each case of a value."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Script, ScriptError
from scenes.kit.stage.wordings import Wording, worded
from scenes.production.gate.sayings import said_in_beats
from scenes.production.gate.words import written
from scenes.production.planning.keys import _silent

SAID = """
title = { en = "Steps", zh = "步" }

[labels]
steps = { en = "{steps}", zh = "{steps}" }

[wordings.steps]
by = "stride"
1 = { en = "one step", zh = "一步" }
other = { en = "{stride} steps", zh = "{stride}步" }

[wordings.turned]
by = "way"
up = { en = "up: {steps}", zh = "上：{steps}" }
down = { en = "down", zh = "下" }

[walk]
title = { en = "{Steps}", zh = "{Steps}" }
en = ["{Turned}.", "All."]
zh = ["{turned}。", "全部。"]
notes = { en = "A note of {{braces}}, {steps}.", zh = "{steps}。" }
"""


def load(folder, text=SAID):
    path = folder / "steps.toml"
    path.write_text(text, encoding="utf-8")
    return Script.load(path)


def strides(count):
    return Numeral(count, Claim("entry", (0,), "strides"), words=True)


def test_wordings_written_out(tmp_path):
    script = load(tmp_path)
    beat = script.filled("walk", {"stride": strides(1), "way": "up"}, "en")
    assert beat.lines == (
        {"en": "Up: one step.", "zh": "上：一步。"},
        {"en": "All.", "zh": "全部。"},
    )
    assert beat.title == {"en": "One step", "zh": "一步"}
    assert beat.notes["en"] == "A note of {braces}, one step."
    beat = script.filled("walk", {"stride": strides(3), "way": "up"}, "en")
    assert beat.lines[0] == {"en": "Up: three steps.", "zh": "上：三步。"}
    assert beat.title["en"] == "Three steps"
    assert script.label("steps", "zh", {"stride": strides(3)}) == "三步"
    assert (
        script.filled("walk", {"stride": strides(3), "way": "down"}, "en").lines[0]["zh"] == "下。"
    )


texts = st.fixed_dictionaries(
    {"en": st.text("abc {}", max_size=9), "zh": st.text("行列", max_size=9)}
)


@given(
    cases=st.dictionaries(st.integers(-9, 9).map(str), texts, max_size=5),
    other=texts,
    count=st.integers(-9, 9),
)
def test_the_case_of_a_number_is_taken_and_else_the_other(cases, other, count):
    """Against a look-up by hand; whatever stands around it, braces too, is left alone."""
    braced = [*cases.values(), other]
    for text in braced:
        text["en"] = re.sub("[{}]", lambda brace: brace[0] * 2, text["en"])
    wording = Wording("count", {**cases, "other": other})
    told = worded({"en": "{{a}} {clause} {b}"}, {"clause": wording}, {"count": strides(count)})
    assert told["en"] == "{{a}} " + cases.get(str(count), other)["en"] + " {b}"


def test_the_gate_sees_the_numbers_of_the_case_that_is_said(tmp_path):
    script = load(tmp_path)
    values = {"walk": {"stride": strides(3), "way": "up"}}
    line = next(each for each in said_in_beats(script, values) if each.kind == "line 1")
    assert [part.value for part in line.filled("en")] == [values["walk"]["stride"]]
    kinds = [each.kind for each in written(script)]
    assert {"wording steps.1", "wording steps.other", "wording turned.up"} <= set(kinds)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"stride": strides(1)}, "walk.en, line 1: {turned} goes by {way}, which is not given"),
        (
            {"stride": strides(1), "way": "left"},
            '{turned} has nothing for way = "left", but for up, down; add a case under '
            "[wordings.turned]",
        ),
    ],
)
def test_a_value_without_a_case_is_named_with_its_fix(tmp_path, values, said):
    with pytest.raises(ScriptError, match=re.escape(said)):
        load(tmp_path).filled("walk", values, "en")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('by = "stride"\n', "", "wordings.steps.by is None; write the placeholder"),
        ('"stride"', '"steps"', "wordings.steps goes by a value of its own name"),
        (
            'other = { en = "{stride} steps", zh = "{stride}步" }\n',
            "",
            "any other number; add other",
        ),
        (', zh = "一步"', "", "wordings.steps.1 has no zh; add it"),
        ("one step", "{turned}", "wordings.steps.1 names {turned}, which does not stand above it"),
        ("one step", "{Steps}", "wordings.steps.1 names {Steps}, which does not stand above it"),
        ("[wordings.steps]", "[wordings.Steps]", '"Steps" is no name of a wording'),
        ("1 = {", '"1.5" = {', '"1.5" is no case; use a whole number, or a word'),
        ("one step", "one {step", "expected '}' before end of string"),
        ("[wordings.turned]", "[wordings]\nx = 1\n[wordings.y]", "wordings.x is no table"),
    ],
)
def test_a_fault_is_named_with_its_place_and_its_fix(tmp_path, before, after, said):
    assert before in SAID
    text = SAID.replace(before, after)
    with pytest.raises(ScriptError, match=re.escape(said)):
        load(tmp_path, text)


def test_only_a_wording_that_is_drawn_makes_other_pictures(tmp_path):
    """What is said alone is in no key of a picture; a title and a label are in the picture."""
    paths = [tmp_path / f"{name}.toml" for name in ("said", "said_otherwise", "drawn", "redrawn")]
    said = re.sub(r"(?m)^(steps|title) = \{ en = \"\{.*\n", "", SAID)
    for path, text in zip(paths, (said, said, SAID, SAID), strict=True):
        again = path.stem in ("said_otherwise", "redrawn")
        path.write_text(text.replace("one step", "a step") if again else text, encoding="utf-8")
    same, otherwise, drawn, redrawn = map(_silent, paths)
    assert same == otherwise
    assert drawn != redrawn
