"""Layer files of kind attention: what a good one holds, and what a bad one says."""

from contextlib import suppress
from fractions import Fraction
from math import exp, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from mathcore import ExampleError, load_layer
from mathcore.layer_file.attention import load
from scenes.kit.stage.ledgers.attention import sources
from tests.mathcore.attention_files import GOOD, WEIGHTS, files, write
from tests.strategies import spoilt

LAYERS = Path(__file__).parents[2] / "assets" / "layers"
HUNDREDTH = Fraction(1, 100)


def faults(path, has_character=None):
    with pytest.raises(ExampleError) as caught:
        load_layer(path, has_character)
    assert all(fault.startswith(f"{path}: ") for fault in caught.value.faults)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_a_file_written_out(tmp_path):
    layer = load_layer(write(tmp_path))
    trace = layer.ask(0)
    assert trace.scores.result.tolist() == [[2 * 2 + 0 * -1, 2 * -1 + 0 * 2]]
    green = exp(4 / sqrt(2)) / (exp(4 / sqrt(2)) + exp(-2 / sqrt(2)))
    assert trace.shares[0, 0] == pytest.approx(green)
    assert trace.recipe[:, 0].tolist() == [99 * HUNDREDTH, HUNDREDTH]
    assert trace.mix.result[0, 0] == 30 * 99 * HUNDREDTH + 50 * HUNDREDTH
    assert layer.order_as_query(1).result.tolist() == [[0, 2]]
    assert layer.shelf_as_keys([1, 0]).result.tolist() == [[-1, 2], [2, -1]]
    assert layer.ask(0, [1, 0]).recipe[:, 0].tolist() == [HUNDREDTH, 99 * HUNDREDTH]
    assert layer.name == {"en": "Teas", "zh": "茶"}
    assert (layer.changed_shelf, layer.shelves, layer.count_of_cases) == ((1, 0), 2, 4)


def test_the_glasses_written_out(tmp_path):
    """Each hot one finds the other, 50 and 50; the iced one stays alone."""
    layer = load_layer(write(tmp_path))
    trace = layer.everyone()
    assert [[float(share) for share in column] for column in trace.recipe.T] == [
        [0.5, 0, 0.5],
        [0, 1, 0],
        [0.5, 0, 0.5],
    ]
    assert trace.mix.result.tolist() == [[80, 4, 80]]
    assert layer.errors() == ((4 + 0 + 4) / 3, 0)
    assert layer.everyone(locked=True).mix.result.tolist() == [[78, 4, 80]]
    assert layer.unasked.recipe[:, 2].tolist() == [34 * HUNDREDTH, 33 * HUNDREDTH, 33 * HUNDREDTH]


def test_what_claims_may_be_of_written_out(tmp_path):
    """The second head asks for the other kind: the hot ones find the iced one, it finds both."""
    text = GOOD.replace("heads = [", 'heads = [{ name = { en = "a", zh = "b" }, aim = "own" }, ')
    text = text.replace('aim = "own" }]', 'aim = "other" }]')
    path = write(tmp_path, text, WEIGHTS + "3,0\n0,3\n0,3\n3,0\n")
    layer, told = load_layer(path), sources(load_layer(path))
    strong = [[30 * HUNDREDTH + 50 * HUNDREDTH * 99]]
    assert told["mix"].result.tolist() == [[30 * HUNDREDTH * 99 + 50 * HUNDREDTH]]
    assert told["again_mix"].result.tolist() == told["changed_mix"].result.tolist() == strong
    assert told["again_mix"].left.tolist() == [[30, 50]]
    assert told["changed_mix"].left.tolist() == [[50, 30]]
    assert told["again_scaled"][0] == pytest.approx([-2 / sqrt(2), 4 / sqrt(2)])
    assert told["everyone_mix"].result.tolist() == [[80, 4, 80]]
    assert told["locked_mix"].result.tolist() == [[78, 4, 80]]
    assert told["other_mix"].result.tolist() == [[4, 80, 4]]
    assert told["other_locked_mix"].result[0, :2].tolist() == [78, 78]  # who is first asks itself
    assert told["unasked_mix"].result[0, :2].tolist() == [78, (78 + 4) / 2]
    assert told["errors"].tolist() == [[8 / 3, 0], [(74**2 + 76**2 + 78**2) / 3, 0]]
    assert layer.errors(1) == ((74**2 + 76**2 + 78**2) / 3, 0)
    assert told["root"].tolist() == [2, sqrt(2)]
    assert told["spread"].tolist() == [[1, 1], [4, 2], [16, 4], [64, 8]]
    assert told["chances_4"].tolist() == [Fraction(n, 16) for n in (1, 4, 6, 4, 1)]
    assert told["cases"].tolist() == [2, 4, layer.least_share]


@given(files())
@settings(max_examples=20, deadline=None)
def test_any_file_within_the_limits_loads_and_adds_up(tmp_path_factory, drawn):
    text, weights, (orders, things, standing, d, properties, kinds, glasses, heads) = drawn
    layer = load_layer(write(tmp_path_factory.mktemp("any"), text, weights))
    task, told = layer.task, sources(layer)
    assert layer.query_weights.shape == (orders, d)
    assert layer.key_weights.shape == (things, d)
    assert (len(task.everyone.kinds), len(layer.head_weights)) == (kinds, heads)
    assert told["mix"].left.shape == (properties, standing)
    assert told["everyone_mix"].right.shape == (glasses, glasses)
    for name, mix in told.items():
        if name.endswith("mix"):
            assert all(sum(column) == 1 for column in mix.right.T)
            assert (mix.result == mix.left @ mix.right).all()
            shares = told[name.replace("mix", "shares")]
            assert np.abs(shares - mix.right.astype(float)).max() < 0.01
            assert shares.sum(axis=0) == pytest.approx(np.ones(shares.shape[1]))
    assert told["query"].result.tolist() == told["scores"].left.tolist()
    assert told["keys"].result.tolist() == told["scores"].right.tolist()


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("width = 2", "width = 5", "width is 5; write a whole number from 2 to 4"),
        ('shelf = ["green", "black"]', "", 'no shelf; add shelf = ["lemon", "ice", "chili"]'),
        ('["green", "black"]', '["green", "balck"]', 'shelf has "balck", which is not there; did'),
        ('["green", "black"]', '["green", 3]', "shelf has 3, which is not there; use one of"),
        ('["green", "black"]', '["green"]', "shelf is no list of 2 to 5 ids; write shelf ="),
        ('["green", "black"]', '["green", "green"]', 'shelf names "green" twice; take one out'),
        ('["fresh", "strong"]', '["fresh"]', "asked is no list of 2 ids; write asked ="),
        ('finds = "black"', 'finds = "blakc"', 'order "strong": finds has "blakc", which is not'),
        ('finds = "black"', "", 'order "strong": no finds; add finds = "lemon"'),
        ('id = "strong"', 'id = "fresh"', 'order "fresh": 2 orders have this id; rename one'),
        ('id = "strong"', 'id = "Strong"', 'id "Strong"; write small letters, digits and _'),
        ('"strong", zh', '"fresh", zh', 'two orders are called "fresh" (en); rename one'),
        ('"strong", zh', '"stronger than ever", zh', "is too long: 18 characters wide, at most 16"),
        ("green = 30", "green = -3", 'property "caffeine": value of "green" is −3; write 0 or'),
        ("green = 30", "green = 123456", "a number of its mix is 123456, too long to print: at"),
        ('kind = "hot", tasted = 78', 'kind = "hto", tasted = 78', 'kind has "hto", which is not'),
        ("tasted = 78", "tasted = -78", "everyone, glass 1: tasted is −78; write 0 or more"),
        ("tasted = 78", "tasted = 78.25", "everyone, glass 1: tasted is 78.25; write 0 or more"),
        ("tasted = 78", "tasted = 'x'", 'everyone, glass 1: tasted is "x", not a number'),
        ('"iced", tasted', '"hot", tasted', "everyone: all glasses are of one kind; add one of"),
        ('aim = "own"', 'aim = "mine"', 'everyone, head 1: aim is "mine"; use one of "own", "oth'),
        (', aim = "own"', "", 'everyone, head 1: no aim; add aim = "own"'),
        ('aim = "own"', 'aim = "other"', "everyone: the first head is not for the own kind; write"),
        ("value = 80", "value = 80, hue = 9", 'everyone, kind "hot": hue is 9; give a whole'),
        ("value = 80", "value = 80, hue = 2", "everyone: several kinds have the same hue 2; give"),
        ("noise = 4", "", "everyone: no noise; add noise = 12"),
        ("[everyone]", "[nobody]", "no everyone; add [everyone]"),
        (
            GOOD[GOOD.index("[everyone]") :],
            "[[everyone]]",
            "everyone is a list; write [everyone] ab",
        ),
        (
            'weights = "weights.csv"',
            'weights = "w.csv"',
            "weights: where there are none yet, learn",
        ),
        ("width = 2", 'width = 2\nmodel = "teas.toml"', 'unknown key "shelf"; use one of "kind"'),
    ],
)
def test_every_fault_says_what_to_write(tmp_path, before, after, fault):
    assert GOOD.count(before) >= 1
    text = GOOD.replace(before, after, 1)
    assert any(fault in told for told in faults(write(tmp_path, text)))


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        ("1,2\n", 'weights: "weights.csv" has shape (1, 2); it needs 8 rows, one for each of 2 o'),
        ("1,x\n", 'weights: "weights.csv" row 0, entry 1 is "x", not a number'),
        (
            WEIGHTS.replace("2,-1", "1.23456,-1"),
            "a weight is 1.23456, too long to print: at most 4",
        ),
        (WEIGHTS.replace("2,-1", "0.01,-1").replace("2,0", "0..1,0"), '"0..1", not a number'),
        (WEIGHTS.replace("3,0", "9.99,0"), "a score is 99.8001"),
        (
            WEIGHTS.replace("2,-1", "0,0"),
            'of "green", "black" the order "fresh" puts 80.4% on what it finds',
        ),
        (WEIGHTS.replace("3,0", "0,0").replace("0,3", "0,0"), "leaves the glasses as far from the"),
    ],
)
def test_weights_that_do_not_do(tmp_path, weights, fault):
    assert any(fault in told for told in faults(write(tmp_path, weights=weights)))


def test_too_many_of_anything(tmp_path):
    text = GOOD.replace("[everyone]", '[[orders]]\nid = "x"\n' * 5 + "[everyone]")
    told = faults(write(tmp_path, text.replace('{ id = "iced"', '{ id = "x" }, { id = "iced"')))
    assert "7 orders; write 2 to 6" in told
    assert 'everyone, kind "x": no value; add value = 12' in told
    one = GOOD.replace(GOOD[GOOD.index("kinds = [") : GOOD.index("heads = [")], "kinds = []\n")
    assert any("no kinds; add [[kinds]]" in fault for fault in faults(write(tmp_path, one)))


def test_an_order_whose_bottle_is_not_there(tmp_path):
    text = GOOD.replace(
        "[[prop", '[[ingredients]]\nid = "mint"\nname = { en = "a", zh = "b" }\n[[prop'
    )
    text = text.replace("black = 50", "black = 50, mint = 0").replace('n", "black"]', 'n", "mint"]')
    (told,) = faults(write(tmp_path, text))
    assert told == 'asked: what "strong" finds is not on the shelf; put it there, or ask another'


@pytest.fixture(scope="module")
def teas(tmp_path_factory):
    return write(tmp_path_factory.mktemp("teas"))


@given(spoilt(GOOD))
@settings(max_examples=200, deadline=None)
def test_a_spoilt_file_is_told_so_in_words(teas, table):
    with suppress(ExampleError):
        load(teas, table)


def test_all_faults_come_at_once_and_the_font_is_asked(tmp_path):
    text = GOOD.replace("width = 2", "width = 9").replace("tasted = 4", "tasted = -4")
    told = faults(write(tmp_path, text), lambda character: character != "茶")
    assert len(told) == 5
    assert told[0].startswith('name: zh "茶": the font lacks')


@pytest.mark.parametrize("name", ["order_finds_bottle", "subject_finds_textbook"])
def test_the_shipped_ones_are_sure(name):
    layer = load_layer(LAYERS / f"{name}.toml")
    before, after = layer.errors()
    assert layer.least_share >= 0.9
    assert after <= before / 2
    assert not layer.query_weights.flags.writeable


def test_the_shipped_model_is_gpt2_small():
    told = sources(load_layer(LAYERS / "order_finds_bottle.toml"))
    assert told["model"].tolist() == [12, 12, 64]
    assert told["cases"][:2].tolist() == [24, 72]
