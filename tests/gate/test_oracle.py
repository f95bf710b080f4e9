"""The oracle: by other means the same numbers, in the same characters, of every file there is."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import random
import subprocess
import sys
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import (
    MatmulTrace,
    RecipeBook,
    attention,
    cache,
    format_number,
    format_percent,
    operations,
    rounding,
)
from mathcore.listing import files_in
from scenes.kit.stage import ledgers
from scenes.kit.stage.choices import find_example
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.layers import layers, sources
from scenes.kit.stage.ledgers import learning
from scenes.production.gate import oracle
from scenes.production.gate.oracle import kinds
from scenes.production.gate.oracle.asking import Oracle
from scenes.production.gate.oracle.characters import agree, characters, spellings
from scenes.production.gate.oracle.sources import UnknownError
from tests.gate.sabotage import after, instead, value
from tests.gate.sabotage import given as called_with
from tests.rehearsal import EXTREMES, SHIPPED
from tests.strategies import example_tables

MOST = 300  # numbers of one source that are asked for
FILES = sorted(Path(oracle.__file__).parent.rglob("*.py"))
SPARE_KINDS = {"learning"}  # a ledger that is of no layer file


def ledger_of(example, layer=None):
    book = RecipeBook.load(example)
    return Ledger(book, partial(known, book, layer), layer)


def known(book, layer):
    return {**learning.sources(book), **sources(layer)}


def claims_of(of, source):
    """Go through all that can be claimed of a source."""
    if not isinstance(source, MatmulTrace):
        yield from (Claim("entry", at, of) for at in np.ndindex(source.shape))
        return
    shapes = {
        "value": source.left.shape,
        "share": source.right.shape,
        "share_sum": source.right.shape,
        "product": source.products.shape,
        "partial": source.partials.shape,
        "result": source.result.shape,
    }
    yield from (Claim(name, at, of) for name, shape in shapes.items() for at in np.ndindex(shape))
    rows, columns = source.result.shape
    yield from (Claim("partial", (rows - 1, columns - 1, -1), of), Claim("rows", (rows,), of))
    yield from (Claim(name, (), of) for name in ("inner", "columns", "entries", "products"))
    yield from (Claim("scale", (i, n), of) for i in range(min(rows, 9)) for n in range(6))


def differences(ledger, ask):
    """Return what the two do not agree on, or only one of them knows."""
    found = []
    for of, source in {"": ledger.trace, **ledger.named}.items():
        asked = list(claims_of(of, source))
        for claim in random.Random(of).sample(asked, min(MOST, len(asked))):
            told, heard = answer(ledger.value, claim), answer(ask, claim)
            if not (told is heard is None or (None not in (told, heard) and agree(told, heard))):
                found.append((str(claim), told, heard))
    return found


def asked_of(example, layer=None, script=None):
    asked = Oracle(example, layer, script)
    return lambda claim: asked.value(claim.quantity, claim.at, claim.of)


def answer(ask, claim):
    try:
        return ask(claim)
    except LookupError:
        return None


@pytest.mark.parametrize("path", [*SHIPPED, *files_in(EXTREMES, "*.toml")], ids=lambda p: p.stem)
def test_ledger_and_oracle_agree_on_every_number_of_an_example(path):
    assert differences(ledger_of(path), asked_of(path)) == []


@pytest.mark.parametrize("name", layers())
def test_ledger_and_oracle_agree_on_every_number_of_a_layer(name):
    example, path = find_example("cocktails"), layers()[name]
    assert differences(ledger_of(example, path), asked_of(example, path)) == []


@settings(max_examples=25)
@given(drawn=example_tables())
def test_ledger_and_oracle_agree_on_whatever_an_author_writes(tmp_path_factory, drawn):
    path = tmp_path_factory.mktemp("drawn") / "drawn.toml"
    path.write_text(drawn.toml, encoding="utf-8")
    book = RecipeBook.load(path)
    assert differences(Ledger(book), asked_of(path)) == []


def test_the_first_drink_written_out():
    ask = asked_of(find_example("cocktails"))
    assert ask(Claim("product", (0, 0, 1))) == 20 * Fraction(45, 100) == 9
    assert ask(Claim("result", (0, 0))) == 40 * Fraction(20, 100) + 9 == 17
    assert [ask(Claim("scale", (0, n))) for n in range(4)] == [0, 10, 20, 30]
    with pytest.raises(UnknownError, match='no "gone"'):
        ask(Claim("inner", (), "gone"))


places = st.none() | st.integers(0, 6)
exact = st.fractions(-2000, 2000) | st.decimals(-2000, 2000, places=5).map(Fraction)
floats = st.floats(-1e6, 1e6) | st.decimals(-2000, 2000, places=4).map(float)  # halves among them


@settings(max_examples=300)
@given(number=exact | floats, places=places, signed=st.booleans())
def test_both_print_every_number_alike(number, places, signed):
    printed = format_number(number, signed=signed, places=places)
    assert characters(number, signed=signed, places=places) == printed
    assert characters(number, percent=True, places=places) == format_percent(number, places=places)
    assert printed in spellings(number, signed=signed, places=places)


def test_the_examples_in_its_docstrings_are_right():
    found = pkgutil.walk_packages(oracle.__path__, f"{oracle.__name__}.")
    done = [doctest.testmod(importlib.import_module(module.name)) for module in found]
    assert sum(each.failed for each in done) == 0
    written = sum(path.read_text(encoding="utf-8").count(">>> ") for path in FILES)
    assert sum(each.attempted for each in done) == written > 5


def test_characters_written_out():
    assert characters(Fraction(1, 8), places=2) == "0.12"  # halves to even
    assert characters(Fraction(3, 8), places=2) == "0.38"
    assert characters(Fraction(-1, 3)) == "\N{MINUS SIGN}0.333…"
    assert characters(-0.0004) == "0"
    assert characters(-2, enclosed=True) == "(\N{MINUS SIGN}2)"
    assert characters(0.29, percent=True) == "29%"
    assert spellings(0.125, places=2) == {"0.12", "0.13"}  # floats: a hair away it is the other


IMPORTS = """
import importlib, pkgutil, sys
from types import ModuleType
for name in ("scenes", "scenes.production", "scenes.production.gate"):  # what these load is not its
    above = sys.modules[name] = ModuleType(name)
    above.__path__ = [f"{sys.argv[1]}/{name.replace('.', '/')}"]
from scenes.production.gate import oracle
for module in pkgutil.walk_packages(oracle.__path__, oracle.__name__ + "."):
    importlib.import_module(module.name)
print(len([name for name in sys.modules if name.startswith(oracle.__name__)]))
print(*sorted({name.split(".")[0] for name in sys.modules} & {"mathcore", "manim"}))
"""


def test_the_oracle_shares_no_line_with_what_it_checks():
    command = [sys.executable, "-c", IMPORTS, str(Path(oracle.__file__).parents[4])]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    count, loaded = said.split("\n")[:2]
    assert int(count) == len(FILES) > 10
    assert loaded == ""
    for path in FILES:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        names = [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
        ours = [name for name in names if name.split(".")[0] in ("mathcore", "scenes")]
        assert [name for name in ours if not name.startswith(oracle.__name__)] == [], path
        assert "numpy" not in names, "only its draws, in learning.py, are wanted"


def test_every_kind_of_layer_file_has_an_oracle():
    told, heard = ({m.name for m in pkgutil.iter_modules(p.__path__)} for p in (ledgers, kinds))
    assert told - SPARE_KINDS == heard


def first_in_first_out(fetched, lines):
    """Tell of a cache that forgets what came first, however often it was used since."""
    held, missed = [], []
    for line in fetched.tolist():
        missed.append(line not in held)
        if missed[-1]:
            held = [*held, line][-lines:]
    nothing = np.zeros(len(missed), int)
    return np.array(missed), nothing, nothing


NEAREST = np.vectorize(lambda share, places: Fraction(round(share * 10**places), 10**places))
KINDS = {
    ("order_finds_bottle", "scores are not divided by the root"): called_with(
        attention.trace_attention, scale=False
    ),
    ("order_finds_bottle", "shares are mixed before they are rounded"): called_with(
        attention.trace_attention, places=None
    ),
    ("order_finds_bottle", "each share is rounded alone"): instead(
        rounding.round_column, lambda column, places: list(NEAREST(column, places))
    ),
    ("order_finds_bottle", "nothing is locked"): after(attention.causal_mask, np.ones_like),
    ("gpt2_small", "five multiplications in a GELU"): value(operations, "FACTORS_OF_GELU", 5),
    ("eight_by_eight", "what came first leaves first"): instead(
        cache._simulate, first_in_first_out
    ),
    ("eight_by_eight", "nothing lies transposed"): called_with(cache.walk, transposed=False),
}


@pytest.mark.parametrize(("name", "what"), KINDS, ids=lambda text: text.replace(" ", "_"))
def test_a_sabotage_of_a_kind_that_no_chapter_shows_is_caught(name, what):
    path, example = layers()[name], find_example("cocktails")
    with pytest.MonkeyPatch.context() as patch:
        KINDS[name, what](patch)
        assert differences(ledger_of(example, path), asked_of(example, path))
