"""A classifier is shown a picture of one's own: a file of a picture, or of its pixels."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mathcore import ExampleError, load_layer
from scenes.kit.stage.script import Script
from scenes.production.gate.oracle.kinds.classifier import Shown
from scenes.production.gate.oracle.reading import toml
from tests.rehearsal import chapters

GOOD = """kind = "classifier"
name = "strokes"
classes = ["|", "-"]
rows = 3
columns = 2
brightest = 9
weights = "weights.csv"
samples = "samples.csv"
shown = "mine"
[[credits]]
en = "Samples: somebody"
sha256 = "SUM"
"""
INK, PAPER = 0, 255


@pytest.fixture
def write(tmp_path):
    (tmp_path / "weights.csv").write_text("1, 0\n-1, 1\n1, 0\n0, 1\n1, 0\n0, 0\n", encoding="utf-8")
    (tmp_path / "samples.csv").write_text("0,9,0,9,0,9,0\n1,0,9,0,9,0,0\n", encoding="utf-8")

    def write(name, sum_of="samples.csv"):
        from mathcore.layer_file.credits import checksum

        path = tmp_path / "mine.toml"
        text = GOOD.replace("mine", name).replace("SUM", checksum(tmp_path / sum_of))
        path.write_text(text, encoding="utf-8")
        return path

    return write


def picture(path: Path, pixels, scale=1):
    array = np.kron(np.array(pixels, dtype=np.uint8), np.ones((scale, scale), dtype=np.uint8))
    Image.fromarray(array, "L").save(path)


@pytest.mark.parametrize("scale", [1, 4])
@pytest.mark.parametrize("paper", [INK, PAPER])
def test_a_stroke_is_light_whatever_its_paper_is(write, tmp_path, scale, paper):
    ink = 255 - paper
    picture(tmp_path / "mine.png", [[ink, paper], [ink, paper], [paper, paper]], scale)
    layer = load_layer(write("mine.png"))
    assert layer.sample.tolist() == [[9, 0, 9, 0, 0, 0]]
    # 9·1 + 9·1 for the upright, 0 for the flat one
    assert (layer.scores.result.tolist(), layer.label, layer.own) == ([[18, 0]], 0, True)
    assert any("dark on light" in each for each in layer.sentences) == (paper == PAPER)


def test_nobody_says_that_it_is_recognised(write, tmp_path):
    picture(tmp_path / "mine.png", [[255, 0], [255, 0], [0, 0]])
    chapter = chapters()["fully_connected"]
    scene = chapter.__new__(chapter)
    scene.layer = load_layer(write("mine.png"))
    values = {**scene.said(2), "layer": scene.layer.name}
    script = Script.load(chapter.script_path())
    told = [script.filled(beat, values, "en").lines for beat in ("a_real_image", "the_answer")]
    assert told[0][0]["en"] == "An image for “strokes”: 3 by 2 pixels."
    assert told[1][1]["en"] == "100.0% for |: so say the weights."


def test_grey_is_rounded_halves_up_as_the_oracle_does(write, tmp_path):
    picture(tmp_path / "mine.png", [[255, 14], [15, 0], [100, 42]])
    layer = load_layer(path := write("mine.png"))
    assert layer.sample[0].tolist() == [9, 0, 1, 0, 4, 1]  # 9·14/255 = 0.49, 9·42/255 = 1.48
    assert Shown(tmp_path, toml(path)).sample == layer.sample[0].tolist()


def test_it_is_not_rounded_where_the_samples_are_not_whole(write, tmp_path):
    picture(tmp_path / "mine.png", [[255, 17], [255, 0], [0, 0]])
    path = write("mine.png")
    (tmp_path / "samples.csv").write_text("0,9,0,9,0,9,0\n1,0,9,0,9,0,0.5\n", encoding="utf-8")
    assert load_layer(path).sample[0].tolist() == [9, Fraction(3, 5), 9, 0, 0, 0]  # 9·17/255


@pytest.mark.parametrize("text", ["9,0.5,9,0,0,0", "9,0.5\n9,0\n0,0"])
def test_a_table_of_its_pixels_in_rows_or_in_one(write, tmp_path, text):
    (tmp_path / "mine.csv").write_text(text + "\n", encoding="utf-8")
    layer = load_layer(path := write("mine.csv"))
    assert layer.sample[0].tolist() == [9, Fraction(1, 2), 9, 0, 0, 0]
    assert Shown(tmp_path, toml(path)).sample == layer.sample[0].tolist()


def test_the_samples_are_not_credited_for_it(write, tmp_path):
    picture(tmp_path / "mine.png", [[255, 0], [255, 0], [0, 0]])
    assert load_layer(write("mine.png")).credits == ()
    assert [line["en"] for line in load_layer(write("mine.png", "mine.png")).credits] == [
        "Samples: somebody"
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.png", None, 'shown: no such file "gone.png"'),
        ("mine.csv", "1,x,3", 'shown: "mine.csv" .*"x"'),
        ("mine.pgm", "P2 2 3 255 0 0", '"mine.pgm"'),
        ("mine.csv", "1,2,3", r'"mine.csv" has shape \(1, 3\); it needs 3 × 2 pixels, each from'),
        ("mine.csv", "1,2,3,4,5,10", r"it needs 3 × 2 pixels, each from 0 to 9"),
        ("mine.csv", "0,0,0,0,0,7", r"the weights give sample 2 one score as \| and -"),
        ("mine.pgm", "P2 1 2 255 0 0", '"mine.pgm" is 1 × 2 pixels; it needs at least 2 × 3'),
    ],
)
def test_what_cannot_be_shown(write, tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_text(content + "\n", encoding="utf-8")
    with pytest.raises(ExampleError, match=said):
        load_layer(write(name))
