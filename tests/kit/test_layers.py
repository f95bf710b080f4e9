"""A chapter that takes its material from a layer file, and the true numbers of that file."""

from fractions import Fraction

import numpy as np
import pytest
from manim import tempconfig

from mathcore import ExampleError, RecipeBook, kind_of, trace_matmul
from scenes.blank import Blank
from scenes.kit.stage import layers
from scenes.kit.stage.choices import EXAMPLES, ChoiceError
from scenes.kit.stage.claims import Claim, Ledger
from tests.layers import GOOD, tiny, write

__all__ = ["tiny"]
COCKTAILS = EXAMPLES / "cocktails.toml"


class Layered(Blank):
    """A scene that takes a tiny layer."""

    layer_kind, default_layer = "tiny", "stripes"


@pytest.fixture
def no_output(tmp_path):
    with tempconfig({"dry_run": True, "media_dir": str(tmp_path)}):
        yield


def test_a_chapter_finds_its_layer_read(tiny, no_output):
    scene = Layered()
    assert scene.layer.name["en"] == "Stripes"
    assert scene.words["layer"]["zh"] == "条纹"
    assert Blank().layer is None
    assert set(Blank().ledger().named) == {"basket", "prices", "cost"}, "its own alone"


def test_the_caller_goes_before_the_environment_and_it_before_the_class(
    tiny, no_output, monkeypatch
):
    for name in ("dots", "rings"):
        write(tiny, name, GOOD.replace("Stripes", name))
    monkeypatch.setenv("SCENE_LAYER", "dots")
    assert Layered().layer.name["en"] == "dots"
    assert Layered(layer=tiny / "rings.toml").layer.name["en"] == "rings"
    monkeypatch.setenv("SCENE_LAYER", "dots,rings")
    with pytest.raises(ChoiceError, match="both of the kind tiny"):
        Layered()


def test_a_layer_that_is_none_or_of_another_kind(tiny, no_output):
    with pytest.raises(ChoiceError, match='unknown layer "stripe"; did you mean "stripes"'):
        Layered(layer="stripe")
    with pytest.raises(ExampleError, match="no kind"):
        Layered(layer=COCKTAILS)
    other = type("Other", (Layered,), {"layer_kind": "other", "__module__": Layered.__module__})
    with pytest.raises(ChoiceError, match="is of the kind tiny; this chapter takes a other"):
        other(layer="stripes")


def test_the_ledger_is_made_of_the_files_anew(tiny, no_output):
    scene = Layered()
    write(tiny, "stripes", GOOD.replace("[[1, 2", "[[7, 2"))
    assert scene.ledger().value(Claim("value", (0, 0), "mix")) == 7
    assert scene.ledger().value(Claim("value", (0, 0))) == 40


def test_a_ledger_asks_for_its_sources_when_one_is_claimed():
    asked = []

    def sources():
        asked.append("once")
        return {"picture": np.arange(6).reshape(2, 3)}

    ledger = Ledger(RecipeBook.load(COCKTAILS), sources)
    assert (ledger.value(Claim("result", (0, 0))), asked) == (17, [])
    assert ledger.value(Claim("entry", (1, 2), "picture")) == 5
    assert ledger.value(Claim("entry", (0, 1), "picture")) == 1
    assert asked == ["once"]


def test_claims_on_sources():
    left, right = np.array([[1.5, 2.0], [0.1, -1.0]]), np.array([[2.0], [4.0]])
    sources = {"mix": trace_matmul(left, right), "share": np.array(0.95)}
    ledger = Ledger(RecipeBook.load(COCKTAILS), sources)
    claims = [("product", (0, 0, 1)), ("partial", (0, 0, -1)), ("result", (1, 0)), ("inner", ())]
    claims += [("share_sum", (1, 0)), ("rows", (2,))]
    assert [ledger.value(Claim(*claim, "mix")) for claim in claims] == [8, 0, -3.8, 2, 6, 2]
    assert ledger.value(Claim("entry", (), "share")) == 0.95
    assert [ledger.value(Claim("scale", (0, n), "mix")) for n in range(4)] == [0, 4, 8, 12]  # of 11
    assert ledger.value(Claim("scale", (1, 0), "mix")) == 0
    assert isinstance(ledger.value(Claim("share", (0, 0))), Fraction)
    assert ledger.formula(Claim("result", (0, 0), "mix")) == "3 + 8"
    assert ledger.formula(Claim("entry", (), "share")) == "cocktails.toml: share.entry"
    assert str(Claim("product", (0, 0, 1), "mix")) == "mix.product[0, 0, 1]"
    assert [ledger.inner(of) for of in ("", "mix", "share", "gone")] == [4, 2, 0, 0]


@pytest.mark.parametrize(
    "claim",
    [
        ("value", (0, 9), "mix"),
        ("value", (0, -1), "mix"),
        ("value", (0,), "mix"),
        ("entry", (0, 0), "mix"),
        ("rows", (3,), "mix"),
        ("scale", (0, 9), "mix"),
        ("scale", (2, 0), "mix"),
        ("scale", (), "mix"),
        ("result", (0, 0), "picture"),
        ("entry", (0,), "picture"),
        ("entry", (0, 0), ""),
        ("entry", (0, 0), "gone"),
    ],
)
def test_a_claim_on_nothing(claim):
    sources = {"mix": trace_matmul([[1, 2]], [[1], [1]]), "picture": np.zeros((2, 2))}
    with pytest.raises(IndexError):
        Ledger(RecipeBook.load(COCKTAILS), sources).value(Claim(*claim))


def test_what_a_chapter_needs_is_read_off_its_source(tiny, monkeypatch, tmp_path):
    (tmp_path / "tea.py").write_text(
        "class Tea:\n    layer_kind: str = 'tiny'\n    default_layer = 'stripes'\n    x = f(1)\n"
    )
    monkeypatch.setattr(layers, "SCENES", tmp_path)
    assert layers.need_of("tea") == layers.Need("tiny", tiny / "stripes.toml")
    assert layers.need_of("gone") is None


@pytest.mark.parametrize("name", layers.layers())
def test_a_layer_file_that_is_shipped_has_no_faults_and_true_numbers(name):
    path = layers.find_layer(name)
    assert layers.is_text(layers.lent(layers.read_layer(path))["layer"])
    assert layers.sources(path)


def test_every_chapter_of_a_layer_has_one_to_begin_with():
    for need in layers.needs().values():
        assert kind_of(need.default) == need.kind
