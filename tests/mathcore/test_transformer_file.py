"""Layer files of kind transformer: GPT-2 small, and what a bad one says."""

from fractions import Fraction
from pathlib import Path

import pytest

from mathcore import ExampleError, load_layer
from scenes.kit.stage.ledgers.transformer import sources

GPT2 = Path(__file__).parents[2] / "assets" / "layers" / "gpt2_small.toml"
GOOD = GPT2.read_text(encoding="utf-8")


def faults(path):
    with pytest.raises(ExampleError) as caught:
        load_layer(path)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_gpt2_small_written_out():
    layer = load_layer(GPT2)
    told = sources(layer)
    inside, outside = 142_406_400, 624_028  # the sums of test_operations
    assert told["totals"].tolist() == [inside, outside, inside + outside]
    assert told["in_products"].tolist() == [
        Fraction(inside, inside + outside),
        Fraction(outside, inside + outside),
    ]
    assert told["sizes"].tolist() == [12, 768, 3072, 12, 1024, 50257]
    assert told["head"].tolist() == [768 // 12]
    assert sum(told["multiplications"]) == inside + outside
    assert len(told["multiplications"]) == len(layer.parts)
    assert "Radford" in layer.credits[0]["en"]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("blocks = 12", "blocks = 0", "blocks is 0; write a whole number from 1 to 1000"),
        ("blocks = 12", "", "no blocks; add blocks = 12"),
        ("heads = 12", "heads = 7", "width = 768 for 7 heads; make the width a multiple of them"),
        ("mlp = 3072", "mpl = 3072", 'unknown key "mpl"; did you mean "mlp"?'),
        ("context = 1024", "context = 1.5", "context is 1.5; write a whole number from 1 to"),
    ],
)
def test_every_fault_says_what_to_write(tmp_path, before, after, fault):
    assert GOOD.count(before) == 1
    path = tmp_path / "bad.toml"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    assert any(fault in told for told in faults(path))
