"""What a transformer multiplies: GPT-2 small written out, and a pass that counts as it goes."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import Transformer, count_multiplications, share_in_products

GPT2_SMALL = Transformer(blocks=12, width=768, mlp=3072, heads=12, context=1024, vocabulary=50257)
tiny = st.builds(
    lambda heads, each, **rest: Transformer(heads=heads, width=heads * each, **rest),
    *[st.integers(1, 3)] * 2,
    **dict.fromkeys(("blocks", "mlp", "context", "vocabulary"), st.integers(1, 4)),
)


def test_gpt2_small_written_out():
    inside = (
        12 * (768 * 768 * 3 + 1024 * 768 + 1024 * 768 + 768 * 768 + 768 * 3072 + 3072 * 768)
        + 768 * 50257
    )
    outside = (
        25 * (3 * 768 + 3)  # layer norms
        + 12 * (12 * 1024 + 12 * 1024)  # divided by √64, divided by the sum of the powers
        + 12 * 6 * 3072  # GELU
        + 50257  # the last softmax
    )
    assert (inside, outside) == (142_406_400, 624_028)
    parts = count_multiplications(GPT2_SMALL)
    assert sum(part.count for part in parts) == inside + outside
    share = share_in_products(parts)
    assert share == Fraction(inside, inside + outside)
    assert Fraction(995, 1000) < share < Fraction(996, 1000)


class Counted(float):
    """A number that counts how often it is multiplied or divided."""

    times = 0

    def _one(self, made):
        Counted.times += 1
        return Counted(made)

    def __mul__(self, other):
        return self._one(float(self) * float(other))

    def __truediv__(self, other):
        return self._one(float(self) / float(other) if other else 0.0)

    def __add__(self, other):
        return Counted(float(self) + float(other))


def row_by_matrix(row, columns):
    return [sum((Counted(x) * 1.0 for x in row), Counted(0)) for _ in range(columns)]


def norm(row):
    mean = sum(row, Counted(0)) / len(row)
    spread = sum((x * x for x in row), Counted(0)) / len(row)
    inverse = Counted(1) / spread
    return [x * inverse * 1.0 + mean for x in row]


def shares_of(scores):
    total = sum(scores, Counted(0))
    return [score / total for score in scores]


def attend(row, sizes):
    each = sizes.width // sizes.heads
    asked = row_by_matrix(row, 3 * sizes.width)[: sizes.width]
    made = []
    for head in range(sizes.heads):
        query = asked[head * each : (head + 1) * each]
        scores = [score / 2 for score in row_by_matrix(query, sizes.context)]
        made += row_by_matrix(shares_of(scores), each)
    return row_by_matrix(made, sizes.width)


def gelu(x):
    inner = Counted(0.5) * x * (Counted(1) + Counted(0.8) * (x + Counted(0.044715) * x * x * x))
    return Counted(inner)


def play(sizes):
    """Run a pass with numbers that count, and give how many multiplications it took."""
    Counted.times = 0
    row = [Counted(1)] * sizes.width
    for _ in range(sizes.blocks):
        row = attend(norm(row), sizes)
        row = row_by_matrix([gelu(x) for x in row_by_matrix(norm(row), sizes.mlp)], sizes.width)
    shares_of(row_by_matrix(norm(row), sizes.vocabulary))
    return Counted.times


@given(tiny)
@settings(max_examples=30, deadline=None)
def test_a_pass_that_counts_as_it_goes_agrees(sizes):
    assert sum(part.count for part in count_multiplications(sizes)) == play(sizes)


@pytest.mark.parametrize("name", vars(GPT2_SMALL))
def test_every_size_counts(name):
    parts = count_multiplications(GPT2_SMALL)
    changed = replace(GPT2_SMALL, **{name: 2 * getattr(GPT2_SMALL, name)})
    assert share_in_products(count_multiplications(changed)) != share_in_products(parts)


def test_sizes_that_are_none():
    with pytest.raises(ValueError, match="context = 0; give 1 or more"):
        replace(GPT2_SMALL, context=0)
    with pytest.raises(ValueError, match="width = 768 for 7 heads; make the width a multiple"):
        replace(GPT2_SMALL, heads=7)
