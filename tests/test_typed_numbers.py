"""Numbers on the command line and in the environment are read as files read theirs."""

import ast
import sys

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore.listing import files_in
from scenes.__main__ import main
from scenes.production.cache import eviction
from scenes.production.commands.numbers import Decimal, Whole
from tests.house import ROOT, SCENES, code, each

LOOKALIKES = [
    each
    for each in map(chr, range(sys.maxunicode + 1))
    if each.isnumeric() and not each.isdecimal()
]


@given(st.sampled_from(LOOKALIKES), st.text("0123456789", max_size=3))
def test_an_option_refuses_what_only_looks_like_a_digit(mark, digits):
    for kind in (Whole(0), Decimal(0)):
        with pytest.raises(click.BadParameter, match="is no digit; write 0 to 9"):
            kind.convert(digits + mark, None, None)


@given(st.integers(0, 10**9), st.sampled_from("0٠०０𝟎"))
def test_an_option_takes_digits_of_any_script(number, zero):
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert Whole(0).convert(written, None, None) == Decimal(0).convert(written, None, None)
    assert Whole(0).convert(written, None, None) == number


@pytest.mark.parametrize("typed", ["2²", "1_5", "1.5", "fast", "", "1" * 40])
def test_frames_a_second_that_are_no_number(capsys, typed):
    assert main(["row_by_column", "--fps", typed]) == 2
    said = capsys.readouterr().err
    assert f'"{typed}" is not a whole number' in said


@pytest.mark.parametrize("told", ["5²", "1_0", "inf", "nan", "-1", "a lot"])
def test_a_limit_of_the_cache_that_is_no_number(monkeypatch, told):
    monkeypatch.setenv(eviction.LIMIT_NAME, told)
    with pytest.raises(eviction.LimitError, match=f'{eviction.LIMIT_NAME} is "{told}"'):
        eviction.limit()


def test_a_limit_of_the_cache(monkeypatch):
    monkeypatch.setenv(eviction.LIMIT_NAME, "０.5")
    assert eviction.limit() == 5 * 10**8


READER = SCENES / "production" / "commands" / "numbers.py"
TYPED = [*files_in(SCENES, "production/commands/*.py"), *files_in(ROOT, "assets/**/*.py")]


@each([path for path in TYPED if path != READER])
def test_no_other_file_reads_a_typed_number(path):
    """Python's own `int` takes ``1_0``, and each library refuses in words of its own."""
    ranges = {node.attr for node in code(path) if isinstance(node, ast.Attribute)}
    assert not ranges & {"IntRange", "FloatRange", "INT", "FLOAT"}
    types = [
        node.value for node in code(path) if isinstance(node, ast.keyword) if node.arg == "type"
    ]
    assert not {node.id for node in types if isinstance(node, ast.Name)} & {"int", "float"}
