"""What is said of any layer is true of it: counts, signs, ways, digits; in both languages."""

import csv
import json
import re
import tomllib
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from mathcore import LANGUAGES, load_layer
from scenes.kit.stage.script import Script
from tests import drawn_layers
from tests.rehearsal import chapters

ONE_OF_MANY = re.compile(
    r"(?<!by )\b(?:1|one) (?:pixels|features|votes|maps|channels|numbers)\b", re.I
)
drawing = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


def lines(chapter, values):
    """Return what is said in the beats that can be filled with these values, by language."""
    script = Script.load(chapters()[chapter].script_path())
    said = {}
    for beat, given_values in values.items():
        told = script.filled(beat, given_values, "en")
        said[beat] = {each: " ".join(line[each] for line in told.lines) for each in LANGUAGES}
    return said


def actor(chapter, layer):
    """Return a chapter that knows its layer, and has no stage."""
    scene = chapters()[chapter].__new__(chapters()[chapter])
    scene.layer = layer
    return scene


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("drawn")


@drawing
@given(drawn=drawn_layers.pictures())
def test_what_is_said_of_a_picture_is_true(folder, drawn):
    path = drawn.write(folder)
    raw, layer = tomllib.loads(drawn.toml), load_layer(path)
    scene = actor("feature_fusion", layer)
    counted = scene.counted()
    said = lines(
        "feature_fusion",
        {
            **dict.fromkeys(("channels_are_bottles", "one_pixel", "more_recipes"), counted),
            "row_meets_column": scene.said(),
            "turn_the_recipe": scene.said_of_turn(),
        },
    )
    assert not any(ONE_OF_MANY.search(text["en"]) for text in said.values())
    count = len(raw["maps"])
    assert ("maps" in said["channels_are_bottles"]["en"]) == (count > 1)
    assert ("every map" in said["one_pixel"]["en"]) == (count > 1)
    turn = raw["turn"]
    way = turn["to"] - raw["recipes"][turn["recipe"]]["weights"][turn["map"]]
    assert ("Turn up" in said["turn_the_recipe"]["en"]) == (way > 0)
    assert ("Turn down" in said["turn_the_recipe"]["en"]) == (way < 0)
    assert ("\N{CJK UNIFIED IDEOGRAPH-9AD8}" in said["turn_the_recipe"]["zh"]) == (way > 0)  # up
    weights = raw["recipes"][0]["weights"]
    parts = [w * int(layer.maps[(f, *layer.spot)]) for f, w in enumerate(weights)]
    mixed = min(parts) < 0 < max(parts)
    assert ("up or down" in said["row_meets_column"]["en"]) == (mixed and count > 1)
    assert ("takes its part away" in said["row_meets_column"]["en"]) == (
        count > 1 and min(parts) < 0 and not mixed
    )
    assert ("Together" in said["row_meets_column"]["en"]) == (count > 1)


@drawing
@given(drawn=drawn_layers.classifiers())
def test_what_is_said_of_a_classifier_is_true(folder, drawn):
    path = drawn.write(folder)
    raw, layer = tomllib.loads(drawn.toml), load_layer(path)
    scene = actor("fully_connected", layer)
    values = {**scene.said(2), "layer": layer.name}
    beats = ("a_real_image", "trained_recipes", "one_score", "the_answer")
    said = lines("fully_connected", dict.fromkeys(beats, values))
    assert not any(ONE_OF_MANY.search(text["en"]) for text in said.values())
    digits = re.fullmatch(r'\["[0-9]"(, "[0-9]")*\]', json.dumps(raw["classes"])) is not None
    recipe = said["trained_recipes"]["en"]
    assert ("digit" in recipe, "class" in recipe) == (digits, not digits)
    sample = drawn.files["samples.csv"].splitlines()[raw["shown"]]
    table = csv.reader(drawn.files["weights.csv"].splitlines())
    column = [Fraction(row[int(sample.split(",")[0])]) for row in table]
    both = min(column) < 0 < max(column)
    assert ("for its" in recipe and ", or against it" in recipe) == both
    assert ("none is against" in recipe) == (max(column) > 0 and not both)
    assert ("none is for its" in recipe) == (min(column) < 0 and not both)
    assert ("nrolled" in said["a_real_image"]["en"]) == (raw["rows"] > 1)
    assert f"{len(raw['classes'])} pictures: the larger a mark" in recipe
    assert "the weights see it too" in said["the_answer"]["en"]
    assert ("All" in said["one_score"]["en"]) == (raw["rows"] * raw["columns"] > 1)
