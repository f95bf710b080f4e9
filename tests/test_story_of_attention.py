"""The numbers of attention, as a viewer sees them, against loops over the files themselves."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from fractions import Fraction
from math import exp, sqrt
from pathlib import Path

import pytest

from mathcore import format_number, format_percent
from tests.rehearsal import of_one_look, performed

ASSETS = Path(__file__).parents[1] / "assets"
pytestmark = of_one_look("attention")


@pytest.fixture(scope="module")
def seen():
    """Return, by source and quantity, what is seen: index to its characters, last of all."""
    found = defaultdict(dict)
    _, performance = performed("attention")
    for moment in performance.settled:
        for number in moment.numbers:
            if number.claim and "%" not in number.text:
                found[number.claim.of, number.claim.quantity][number.claim.at] = number.text
    return found


@pytest.fixture(scope="module")
def file():
    return tomllib.loads((ASSETS / "layers" / "order_finds_bottle.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def weights():
    text = (ASSETS / "attention" / "order_finds_bottle.csv").read_text("utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return [[Fraction(entry) for entry in row] for row in rows]


def test_the_scores_are_the_query_times_the_keys(seen, file, weights):
    orders, things = ([each["id"] for each in file[key]] for key in ("orders", "ingredients"))
    query = weights[orders.index(file["asked"][0])]
    keys = [weights[len(orders) + things.index(thing)] for thing in file["shelf"]]
    scores = [sum(a * b for a, b in zip(query, key, strict=True)) for key in keys]
    assert seen["scores", "value"] == {(0, k): format_number(a) for k, a in enumerate(query)}
    assert seen["scores", "result"] == {(0, n): format_number(s) for n, s in enumerate(scores)}
    over = [float(score) / sqrt(len(query)) for score in scores]
    assert seen["scaled", "entry"] == {
        (0, n): format_number(each, places=2) for n, each in enumerate(over)
    }
    powers = [exp(each) for each in over]
    shares = [power / sum(powers) for power in powers]
    shown = [float(seen["mix", "share"][n, 0]) for n in range(len(keys))]
    assert shown == pytest.approx(shares, abs=0.01)
    assert sum(map(Fraction, seen["mix", "share"].values())) == 1


def test_the_mix_is_the_shares_times_the_values(seen, file):
    for word, rows in (("mix", 1), ("changed_mix", len(file["properties"]))):
        shelf = file["shelf"] if word == "mix" else file["shelf"][::-1]  # of three, turned round
        shares = [Fraction(seen[word, "share"][k, 0]) for k in range(len(shelf))]
        for i, each in enumerate(file["properties"][:rows]):
            values = [each["values"][thing] for thing in shelf]
            total = sum(share * value for share, value in zip(shares, values, strict=True))
            assert seen[word, "result"][i, 0] == format_number(total)


def test_what_changes_places_takes_its_share_along(seen):
    again = seen["changed_mix", "share"]
    assert max(again, key=lambda at: float(again[at])) == (2, 0)  # the ice, which stood first
    assert seen["mix", "share"].keys() == again.keys()


def test_of_locked_glasses_nothing_is_seen_and_each_column_is_a_whole(seen, file):
    glasses = file["everyone"]["glasses"]
    locked = seen["locked_mix", "share"]
    count = len(glasses)
    assert set(locked) == {(k, j) for j in range(count) for k in range(j + 1)}
    for j in range(count):
        column = [Fraction(locked[k, j]) for k in range(j + 1)]
        assert sum(column) == 1
        tasted = sum(share * glass["tasted"] for share, glass in zip(column, glasses, strict=False))
        assert seen["locked_mix", "result"][0, j] == format_number(tasted)


def test_the_whole_is_said_and_so_are_the_heads():
    _, performance = performed("attention")
    said = {cue.text["en"] for beat in performance.timeline for cue in beat.cues}
    assert f"Together they are {format_percent(1)}." in said
    model = tomllib.loads((ASSETS / "layers" / "gpt2_small.toml").read_text("utf-8"))
    assert f"GPT-2 small: {model['heads']} heads in each of {model['blocks']} blocks." in said
