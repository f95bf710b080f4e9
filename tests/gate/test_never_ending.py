"""What never ends is computed with, and cut where it is printed: what is claimed is still true."""

from __future__ import annotations

import json
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import format_number, format_percent
from scenes.kit.stage.claims import Claim
from scenes.production.gate.numerals import bounds, numerals_in
from scenes.production.gate.oracle.characters import characters
from scenes.production.gate.receipts import printed, write_receipts
from scenes.production.gate.rules.equation_adds_up import _faults
from scenes.production.planning.settings import Settings
from tests.mathcore.faulty import GOOD

numbers = st.fractions(-999, 999, max_denominator=97)


def shown(value, quantity="product", k=0):
    """Return a numeral as the gate sees it."""
    at = (0, 0, k) if quantity == "product" else (0, 0)
    text = format_number(value)
    return SimpleNamespace(text=text, value=value, percent=False, claim=Claim(quantity, at))


def faults(terms, total):
    seen = [shown(term, k=k) for k, term in enumerate(terms)]
    return list(_faults(seen, [shown(total, "result")], len(terms)))


def test_a_price_in_thirds_by_hand():
    thirds = [Fraction(180, 3), Fraction(76, 3), Fraction(98, 3)]
    assert list(map(format_number, thirds)) == ["60", "25.33…", "32.66…"]
    assert faults(thirds, Fraction(118)) == []
    assert faults(thirds, Fraction(117954, 1000)) == ["60 + 25.33… + 32.66… is not 117.954"]
    rounded = [Fraction(33333, 1000)] * 3
    assert faults(rounded, Fraction(100)) == ["33.333 + 33.333 + 33.333 is not 100"]


@given(st.lists(numbers, min_size=1, max_size=6), st.sampled_from([-1, 1]))
def test_a_sum_is_true_as_it_is_printed_and_another_is_not(terms, way):
    assert faults(terms, sum(terms)) == []
    reach = sum((high - low for low, high in (bounds(shown(n)) for n in terms)), Fraction(0))
    assert faults(terms, sum(terms) + way * (reach + 1))


@given(numbers, st.booleans())
def test_the_oracle_cuts_where_mathcore_does(value, percent):
    written = format_percent(value) if percent else format_number(value)
    assert characters(value, percent=percent) == written
    assert [each.rstrip("…") for each in numerals_in(written)] == [
        written.removesuffix("%").rstrip("…")
    ]


@given(numbers)
def test_a_receipt_tells_whether_a_number_is_cut(value):
    exact = 10**10 % value.denominator == 0
    assert (printed(format_number(value), value) == "as it is") is exact
    assert ("it never ends" in printed(format_number(value), value)) is not exact


def test_receipts_tell_what_was_rounded_before_it_was_multiplied(tmp_path):
    example = tmp_path / "tea.toml"
    example.write_text(GOOD.replace("tea = 2", "tea = 2.123456"), encoding="utf-8")
    settings = Settings(example, out=tmp_path)
    settings.folder.mkdir(parents=True)
    told = json.loads(write_receipts(settings, {}).read_text(encoding="utf-8"))
    assert told["rounded"] == ['property "price" rounded to 0.001']


@pytest.mark.parametrize(("text", "value"), [("0.67", 2 / 3), ("33 %", Fraction(1, 3))])
def test_a_receipt_tells_what_is_rounded(text, value):
    assert printed(text, value).startswith("rounded to ")
