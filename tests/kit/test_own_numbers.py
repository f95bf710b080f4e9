"""Numbers of a scene's own: products on stage, claims, placeholders, keys, and refusals."""

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from manim import tempconfig

from mathcore import ExampleError, load_numbers
from scenes.blank_product import BlankProduct
from scenes.kit.product.labelled_product import LayoutError
from scenes.kit.product.own_numbers import own_products
from scenes.kit.product.product_stage import ProductStage
from scenes.kit.stage.choices import EXAMPLES, SCENES, ChoiceError
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.own_numbers import joined_sources, numerals_of, sources_of
from scenes.kit.stage.script import ScriptError
from scenes.production.gate.judging import judge
from scenes.production.gate.rules import numeral_is_true
from scenes.production.planning.keys import base_inputs
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers.outcome import USERS_MISTAKE, explain
from tests.rehearsal import rehearse_for_the_gate

OURS = SCENES / "blank_product.toml"


@pytest.fixture(scope="module")
def played():
    return rehearse_for_the_gate(BlankProduct, example="cocktails")


@pytest.fixture
def edited(tmp_path, monkeypatch):
    """Let the scene speak from a copy of its file, with one text for another."""
    path = tmp_path / "blank_product.toml"
    shutil.copy(OURS, path)
    monkeypatch.setattr(BlankProduct, "script_path", classmethod(lambda cls: path))

    def edit(before: str, after: str) -> Path:
        text = OURS.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
        return path

    return edit


def test_two_steps_written_out():
    products = own_products(load_numbers(OURS))
    tomorrow, later = (products[name].trace.result[0] for name in ("tomorrow", "later"))
    assert [str(share) for share in tomorrow] == ["13/25", "17/50", "7/50"]
    assert later[0] == Fraction("0.52") * Fraction("0.6") + Fraction("0.34") * Fraction(
        "0.4"
    ) + Fraction("0.14") * Fraction("0.2")
    assert sum(later) == 1
    assert [name["en"] for name in products["later"].rows] == ["tomorrow"]
    assert products["tomorrow"].slots == (3, 8, 1)


def test_the_scene_passes_the_gate_with_no_word_about_its_numbers(played):
    _, performance = played
    assert [(row.rule, row.finding.what) for row in judge(performance)] == []
    claims = {n.claim for moment in performance.moments for n in moment.numbers if n.claim}
    assert {claim.of for claim in claims} == {"tomorrow", "later"}


def test_the_gate_sees_each_number_that_is_not_the_files(played, edited):
    """The ledger is made from the file anew: another number there, and the scene is wrong."""
    scene, performance = played
    numbers = load_numbers(edited("[0.7, 0.2, 0.1]", "[0.6, 0.2, 0.2]"))
    other = Ledger(scene.book, sources_of(numbers))
    faults = [each.what for each in numeral_is_true.check(replace(performance, ledger=other))]
    assert any("tomorrow.value[0, 0]" in fault for fault in faults)
    assert any("later.result[0, 0]" in fault for fault in faults)
    assert not any("share" in fault for fault in faults)


def test_a_receipt_names_the_file_of_the_numbers(played):
    scene, _ = played
    ledger = scene.ledger()
    assert ledger.formula(Claim("value", (0, 0), "tomorrow")).startswith("blank_product.toml: ")
    assert ledger.formula(Claim("result", (0, 0), "tomorrow")) == "0.42 + 0.08 + 0.02"
    assert ledger.formula(Claim("value", (0, 0))).startswith("cocktails.toml: ")
    assert ledger.value(Claim("entry", (0, 1), "today")) == Fraction(1, 5)


def test_a_line_may_name_every_entry(played):
    scene, _ = played
    said = {cue.text["en"] for beat in scene.timeline for cue in beat.cues}
    assert "All ways added up: 0.52." in said
    words = numerals_of(scene.own_numbers)
    assert words["overnight_3_2"]["zh"] == "0.5"
    assert {"later_1_3", "today_1_3"} <= words.keys()
    assert len(words) == 3 + 9 + 3 + 3


def test_another_number_is_another_picture(edited):
    settings = Settings(EXAMPLES / "cocktails.toml", quality=Quality(96, 54, 10))

    def base(before, after):
        edited(before, after)
        return base_inputs(settings, "blank_product", BlankProduct).key

    plain = base("rain", "rain")
    assert base("All ways added up", "Added up") == plain, "what is said is not in the base"
    changes = ("0.7, 0.2, 0.1", "0.6, 0.2, 0.2"), ("hues = [3, 8, 1]", "hues = [3, 8, 2]")
    changes += ("0.7, 0.2", "0.7000000000000000001, 0.2"), ('en = "sun"', 'en = "sunny"')
    keys = {plain, *(base(*change) for change in changes)}
    assert len(keys) == 1 + len(changes)


def test_a_product_that_is_not_there_is_told_from_those_that_are(played):
    scene, _ = played
    with pytest.raises(ChoiceError, match='unknown product "tomorow"; did you mean "tomorrow"'):
        scene.product("tomorow")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('left = "today"', 'left = "todya"', 'did you mean "today"?'),
        ("[0.4, 0.4, 0.2]", "[0.4, 0.4]", "has rows of different lengths"),
        ('en = "cloud", zh = "云"', 'en = "cloud"', 'no "zh" translation'),
        ("[[0.7, 0.2, 0.1]]", "[[0.7, 0.3]]", '"today" is 1 × 2, "overnight" 3 × 3'),
    ],
)
def test_what_is_wrong_is_a_mistake_of_the_file(edited, tmp_path, before, after, told):
    path = edited(before, after)
    with (
        tempconfig({"dry_run": True, "media_dir": str(tmp_path)}),
        pytest.raises(ExampleError) as error,
    ):
        BlankProduct(example="cocktails")
    assert str(error.value).startswith(f"{path}: [")
    assert told in str(error.value)
    assert explain(error.value).status == USERS_MISTAKE


def test_what_has_no_room_is_a_mistake_of_the_file_too(edited, tmp_path):
    path = edited('en = "cloud"', 'en = "cloudiness everywhere"')
    with tempconfig({"dry_run": True, "media_dir": str(tmp_path)}):
        scene = BlankProduct(example="cocktails")
        with pytest.raises(LayoutError) as error:
            ProductStage(scene.theme, scene.product("tomorrow"), "en")
    assert str(error.value).startswith(f"{path}: [products.tomorrow]: ")
    assert explain(error.value).status == USERS_MISTAKE


def test_a_layer_and_the_scene_do_not_claim_one_name():
    numbers = load_numbers(OURS)
    with pytest.raises(ScriptError, match='"today" is the name of numbers of the layer too'):
        joined_sources(lambda: {"today": numbers.matrices["today"].values}, numbers)
