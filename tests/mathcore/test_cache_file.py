"""Layer files of kind cache: what the shipped one counts, and what a bad one says."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from mathcore import ExampleError, load_layer
from mathcore.layer_file.cache import load
from scenes.kit.stage.ledgers.cache import sources
from tests.strategies import spoilt

SHIPPED = Path(__file__).parents[2] / "assets" / "layers" / "eight_by_eight.toml"
GOOD = SHIPPED.read_text(encoding="utf-8").replace("../gemm/", "")
HEAD = "date,machine,made_by,n,walk,tile,repeats,seconds\n"
PLAIN = {"jki": "9", "ijk": "4", "ijk_transposed": "3", "ikj": "2"}
TIMES = PLAIN | {"tiles": "1.5", "library": "0.1"}


def table(n=100, **changes):
    """Rows of one size, as the clock writes them."""
    for walk, seconds in (TIMES | changes).items():
        made, tile = "NumPy 2" if walk == "library" else "cc 12", "50" if walk == "tiles" else ""
        yield f"2026-01-02,Abacus,{made},{n},{walk},{tile},3,{seconds}\n"


SECONDS = "# a remark\n" + HEAD + "".join((*table(), *table(200, ikj="1.54")))


def write(folder, text=GOOD, seconds=SECONDS):
    (folder / "seconds.csv").write_text(seconds, encoding="utf-8")
    path = folder / "walks.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path, has_character=None):
    with pytest.raises(ExampleError) as caught:
        load_layer(path, has_character)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_the_counts_of_the_story():
    layer = load_layer(SHIPPED)
    told = sources(layer)
    assert told["misses"].tolist() == [
        [512, 64, 512, 1088],
        [16, 512, 16, 544],
        [16, 128, 16, 160],
        [16, 128, 16, 160],
        [32, 32, 32, 96],
    ]
    assert told["steps"].tolist() == [512, 1536, 48]
    assert told["cache"].tolist() == [8, 4, 10, 4]
    for name, trace in layer.traces.items():
        assert told[f"running_{name}"].shape == (1537, 3)
        assert told[f"total_{name}"][[0, 1, 1536]].tolist() == [0, 1, trace.total]


def test_a_table_written_out(tmp_path):
    layer = load_layer(write(tmp_path))
    told = sources(layer)
    assert told["sizes"].tolist() == [100, 200]
    assert told["seconds"][0].tolist() == [9, 4, 3, 2, Fraction(3, 2), Fraction(1, 10)]
    assert told["times"][0].tolist() == [
        Fraction(9, 2),
        2,
        Fraction(3, 2),
        1,
        Fraction(3, 4),
        Fraction(1, 20),
    ]
    assert told["measured"].tolist() == [50, 3]
    assert {key: text["zh"] for key, text in layer.told.items()} == {
        "date": "2026-01-02",
        "machine": "Abacus",
        "compiler": "cc 12",
        "library": "NumPy 2",
    }


@pytest.mark.parametrize(("ikj", "gain"), [("1.54", False), ("1.58", True), ("1.5", False)])
def test_tiles_gain_what_is_more_than_the_days_weather(tmp_path, ikj, gain):
    """1.5 is 5 % less than 1.579; the largest matrices decide."""
    seconds = HEAD + "".join((*table(), *table(200, ikj=ikj)))
    assert load_layer(write(tmp_path, seconds=seconds)).tiles_gain is gain


def test_the_shipped_seconds_are_of_one_run_and_tell_the_order_of_the_walks():
    layer = load_layer(SHIPPED)
    slowest, *_, fastest = (layer.measured.seconds[-1][n] for n in (0, 1, 3, 5))
    assert slowest > layer.measured.of("ijk")[-1] > layer.measured.of("ikj")[-1] > fastest
    assert layer.measured.sizes == (500, 1000, 2000)
    assert np.all(layer.measured.seconds > 0)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("n = 8 ", "n = 3 ", "n is 3; write a whole number from 4 to 16"),
        ("line = 4 ", "line = 3 ", "line = 3 does not divide n = 8; each row is to be whole ones"),
        ("tile = 4 ", "tile = 3 ", "tile = 3 does not divide n = 8; each row is to be whole ones"),
        ("tile = 4 ", "tile = 8 ", "tile = 8 is the whole matrix; write a smaller one"),
        ("line = 4 ", "", "no line; add line = 4"),
        ('matrix = "C"', 'matrix = "D"', 'level 1: unknown matrix "D"; '),
        ("rows = 72\n", "", "level 3: no rows; add rows = 6"),
        ("columns = 4080", "columns = 0", "level 4: columns is 0; write a whole number from 1 to"),
        ("seconds.csv", "gone.csv", 'seconds: no such file "gone.csv"; name it as seen from'),
        ('"eight by', '"eight times eight and then', "characters wide, at most 24"),
    ],
)
def test_every_fault_says_what_to_write(tmp_path, before, after, fault):
    assert GOOD.count(before) == 1
    assert any(fault in told for told in faults(write(tmp_path, GOOD.replace(before, after))))


def test_a_cache_in_which_nothing_is_saved_is_one_too(tmp_path):
    """With room for all 48 lines every walk fetches each of them once: the picture says so."""
    layer = load_layer(write(tmp_path, GOOD.replace("lines = 10", "lines = 64")))
    assert {name: trace.total for name, trace in layer.traces.items()} == dict.fromkeys(
        ("jki", "ijk", "ijk_transposed", "ikj", "tiles"), 48
    )


def test_the_worst_order_depends_on_the_cache(tmp_path):
    """With room for 30 lines of 48, two columns stay; row by row of A for each column none does."""
    roomy = load_layer(write(tmp_path, GOOD.replace("lines = 10", "lines = 30")))
    assert (roomy.worst, roomy.traces["jki"].total) == ("jik", 111)
    assert load_layer(SHIPPED).worst == "jki"


def test_nobody_need_measure_and_no_level_need_be_told(tmp_path):
    plain = GOOD[: GOOD.index("seconds =")]
    layer = load_layer(write(tmp_path, plain))
    assert (layer.measured, layer.told, layer.levels, layer.credits) == (None, {}, (), ())
    assert not layer.tiles_gain
    assert {"sizes", "seconds", "times", "measured"} & set(sources(layer)) == set()


def test_the_tiles_of_a_machine_are_as_they_were_written(tmp_path):
    told = sources(load_layer(write(tmp_path)))
    assert told["levels"].tolist() == [[6, 8], [256, 8], [72, 256], [256, 4080]]
    assert told["products"][[0, 1, 512]].tolist() == [0, 1, 512]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (SECONDS, "", "does not begin with the line date,machine,made_by,n,walk,tile,repeats,sec"),
        ("date,", "day,", "does not begin with the line date,machine,made_by,n,walk,tile,repeats"),
        (",ijk,,3,4", ",ijk,,3", "has a row that is not of 8 entries; measure again: python"),
        (",ijk,,3,4", ",ijk,,3,4,5", "has a row that is not of 8 entries; measure again: python"),
        (",ijk,,3,4", ",kij,,3,4", "has 0 rows of n = 100, ijk; measure again: python"),
        (",ijk,,3,4", ",jki,,3,4", "has 2 rows of n = 100, jki; measure again: python"),
        (",ijk,,3,4", ",ijk,,3,0", "n = 100, ijk: seconds is 0; measure again"),
        (",ijk,,3,4", ",ijk,,3,soon", 'n = 100, ijk: seconds is "soon", not a number; write'),
        (",ijk,,3,4", ",ijk,,4,4", 'repeats is "3", "4"; one run has one: measure again'),
        ("100,ijk,,3,4", "1e2,ijk,,3,4", 'n is "1e2"; measure again'),
        ("01-02,", "01-03,", 'date is "2026-01-03", "2026-01-02"; one run has one: measure'),
        ("tiles,50", "tiles,x", 'tile is "x", "50"; one run has one'),
        (SECONDS, HEAD, "has 0 sizes; measure 1 to 4 with --sizes"),
    ],
)
def test_a_table_that_is_none(tmp_path, before, after, fault):
    assert before in SECONDS
    (told,) = faults(write(tmp_path, seconds=SECONDS.replace(before, after, 1)))
    assert told.startswith(f'seconds: "seconds.csv" {fault}')


def test_what_is_said_of_the_machine_can_be_drawn(tmp_path):
    told, _ = faults(write(tmp_path), lambda character: character != "A")
    assert told.startswith('seconds: machine: en "Abacus": the font lacks "A"')
    long = SECONDS.replace("Abacus", "A" * 61)
    assert "is too long: 61 characters wide, at most 60" in faults(write(tmp_path, seconds=long))[0]


@pytest.fixture(scope="module")
def walks(tmp_path_factory):
    return write(tmp_path_factory.mktemp("walks"))


@given(spoilt(GOOD))
@settings(max_examples=60, deadline=None)
def test_a_spoilt_file_is_told_so_in_words(walks, table):
    with suppress(ExampleError):
        load(walks, table)
