"""Layer files of the kinds ``attention`` and ``transformer``, drawn up to all their limits."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

from mathcore.layer_file.attention_task import ORDER_WIDTH
from mathcore.layer_file.self_attention import KIND_WIDTH
from mathcore.layer_file.transformer import SIZES
from mathcore.recipe_file.texts import NAME_WIDTH
from tests.drawn_layers import DrawnLayer, names
from tests.mathcore.attention_files import files

SECTION, NAME = re.compile(r"^\[+([a-z.]+)\]"), re.compile(r'\{ en = "n(\d)", zh = "名\1" \}')
WIDTHS = {"orders": ORDER_WIDTH, "everyone.kinds": KIND_WIDTH}


@st.composite
def attentions(draw: st.DrawFn) -> DrawnLayer:
    """Draw a file of any size, and names for everything in it."""
    text, weights, _ = draw(files())
    section, lines = "", []
    for line in text.splitlines():
        found = SECTION.match(line)
        section = found.group(1) if found else section
        lines.append(NAME.sub(_named(draw, WIDTHS.get(section, NAME_WIDTH)), line))
    return DrawnLayer("\n".join(lines), {"weights.csv": weights})


@st.composite
def transformers(draw: st.DrawFn) -> DrawnLayer:
    """Draw the sizes of a model, small ones and the largest."""
    sizes = {
        key: draw(st.sampled_from([low, high]) | st.integers(low, min(high, 9999)))
        for key, (low, high, _) in SIZES.items()
    }
    sizes["width"] = max(1, sizes["width"] // sizes["heads"]) * sizes["heads"]
    sizes["heads"] = sizes["heads"] if sizes["width"] <= SIZES["width"][1] else 1
    name = draw(names())
    head = f'kind = "transformer"\nname = {{ en = "{name["en"]}", zh = "{name["zh"]}" }}'
    lines = [f"{key} = {min(size, SIZES[key][1])}" for key, size in sizes.items()]
    return DrawnLayer("\n".join([head, *lines]), {})


def _named(draw: st.DrawFn, widest: int) -> Callable[[re.Match[str]], str]:
    def name(found: re.Match[str]) -> str:
        drawn = draw(names(int(found.group(1)), widest))
        return f'{{ en = "{drawn["en"]}", zh = "{drawn["zh"]}" }}'

    return name
