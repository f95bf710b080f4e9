"""The answer, as a viewer sees it: one picture four times, in every layer that is a product."""

from __future__ import annotations

import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

import scenes
from mathcore import RecipeBook, kind_of, load_layer
from scenes.acts.the_answer.picture_geometry import BESIDE, panel
from scenes.kit.ground.theme import NIGHT
from scenes.kit.stage.choices import find_example
from scenes.kit.stage.layers import layers, need_of
from tests.rehearsal import of_one_look, performed

ASSETS = Path(__file__).parents[1] / "assets"
BOOK = RecipeBook.load(find_example("cocktails"))
pytestmark = of_one_look("the_answer")


@pytest.fixture(scope="module")
def settled():
    """Return what stands at the end of each beat."""
    _, performance = performed("the_answer")
    return {moment.beat: moment for moment in performance.settled}


def lines_in(moment, box):
    """Return the lines within a box: their colours and how thick they are."""
    inside = [
        shape
        for shape in moment.shapes
        if shape.role.endswith("Edge")
        and box.x < shape.box.x
        and shape.box.right < box.right
        and box.y < shape.box.y
        and shape.box.bottom < box.bottom
    ]
    return Counter((shape.stroke, round(shape.stroke_width, 3)) for shape in inside)


def test_the_four_pictures_have_the_lines_of_one_matrix(settled):
    webs = [lines_in(settled["four_times"], panel(n)) for n in range(4)]
    assert all(web == webs[0] for web in webs)
    hues = Counter(NIGHT.hue(each.hue).text for each in BOOK.ingredients for _ in BOOK.mixtures)
    by_colour = Counter()
    for (colour, _), count in webs[0].items():
        by_colour[colour] += count
    assert by_colour == hues


def test_each_grows_out_of_the_one_before():
    """None has lines or a name before the one at its left; attention has its lines last."""
    _, performance = performed("the_answer")
    there = []
    for moment in performance.moments:
        if moment.beat == "four_times":
            texts = [text.text for text in moment.texts if not text.role.endswith("Heading")]
            there += [text for text in texts if text not in there]
    names = ["bar", "fully connected layer", "convolution", "attention", "recipes from a menu"]
    assert [text for text in there if text in names] == names
    drawn = [m for m in performance.moments if m.beat == "four_times"]
    counts = [tuple(sum(lines_in(m, panel(n)).values()) for n in range(4)) for m in drawn]
    named = next(n for n, m in enumerate(drawn) if "attention" in {t.text for t in m.texts})
    assert counts[named][3] == 0 < counts[-1][3]


def test_every_layer_that_is_a_product_is_the_bars_picture(settled):
    moment = settled["combine_and_create"]
    lit = [t for t in moment.texts if "/TowerLayer/" in t.role and t.colour == NIGHT.ink]
    assert [text.text for text in sorted(lit, key=lambda text: -text.baseline)] == [
        *("queries, keys, values", "scores", "mix the values", "output projection", "MLP"),
        "a score for every word",
    ]
    large = sum(lines_in(moment, BESIDE).values())
    assert large == len(BOOK.ingredients) * len(BOOK.mixtures)
    edges = [shape for shape in moment.shapes if shape.role.endswith("Edge")]
    rows = Counter()
    for shape in edges:
        beside = [t for t in lit if shape.box.y < t.box.centre[1] < shape.box.bottom]
        rows.update(t.text for t in beside if shape.box.right < BESIDE.x)
    assert rows == dict.fromkeys((text.text for text in lit), large)


def test_the_question_of_the_opening_is_answered_in_one_sentence(settled):
    _, opening = performed("the_question")
    asked = [text.text for text in [*opening.settled][-1].texts][1]
    texts = settled["combine_and_create"].texts
    assert asked in [text.text for text in texts if "Heading" in text.role]
    said = [text.text for text in texts if text.size > 60]
    assert " ".join(said) == "It takes what you have and mixes it, by recipe, into something new."


def test_the_figure_is_that_of_the_published_sizes():
    size = tomllib.loads((ASSETS / "layers" / "gpt2_small.toml").read_text("utf-8"))
    blocks, d, m, c, v = (size[key] for key in ("blocks", "width", "mlp", "context", "vocabulary"))
    inside = blocks * (4 * d * d + 2 * c * d + 2 * d * m) + d * v
    others = (2 * blocks + 1) * (3 * d + 3) + blocks * (2 * c * size["heads"] + 6 * m) + v
    share = Fraction(100 * inside, inside + others)
    scene, _ = performed("the_answer")
    said = " ".join(cue.text["en"] for beat in scene.timeline for cue in beat.cues)
    assert f"{float(share):.1f}%" in said.replace("\N{NO-BREAK SPACE}", "")


def test_the_end_card_names_the_sources(settled):
    told = {text.text for text in settled["end_card"].texts}
    model = load_layer(layers()["gpt2_small"])
    assert {BOOK.note["en"], *(credit["en"] for credit in model.credits)} <= told
    assert any("Noto Sans CJK" in text and "Open Font License" in text for text in told)


def shown_material():
    """Yield every chapter of the film with every shipped layer file that it can show."""
    for name in scenes.FILM:
        need = need_of(name)
        if need is not None and name != "the_question":  # its source is that of the_answer
            yield from ((name, path) for path in layers().values() if kind_of(path) == need.kind)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param(name, path, id=f"{name}-{path.stem}", marks=of_one_look(name))
        for name, path in shown_material()
        if "[[credits]]" in path.read_text("utf-8")
    ],
)
def test_whoever_made_what_a_chapter_shows_is_named_in_it(name, path):
    """So a chapter that is rendered alone, or with another's layer file, owes nobody a credit."""
    _, performance = performed(name, layer=None if path == need_of(name).default else path)
    shown = " ".join(text.text for moment in performance.moments for text in moment.texts)
    assert all(credit["en"] in shown for credit in load_layer(path).credits)
