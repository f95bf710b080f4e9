"""Layer files of kind attention: a small good one to spoil, and any that the limits allow."""

import math
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

GOOD = """kind = "attention"
name = { en = "Teas", zh = "茶" }
weights = "weights.csv"
width = 2
shelf = ["green", "black"]
asked = ["fresh", "strong"]

[[orders]]
id = "fresh"
name = { en = "fresh", zh = "清新" }
finds = "green"
[[orders]]
id = "strong"
name = { en = "strong", zh = "浓" }
finds = "black"

[[ingredients]]
id = "green"
name = { en = "green tea", zh = "绿茶" }
[[ingredients]]
id = "black"
name = { en = "black tea", zh = "红茶" }
[[properties]]
name = { en = "caffeine", zh = "咖啡因" }
unit = { en = "mg", zh = "毫克" }
values = { green = 30, black = 50 }

[everyone]
name = { en = "Alike", zh = "同类" }
quantity = { en = "warmth", zh = "温度" }
unit = "°C"
noise = 4
glasses = [
  { kind = "hot", tasted = 78 },
  { kind = "iced", tasted = 4 },
  { kind = "hot", tasted = 82 },
]
kinds = [
  { id = "hot", name = { en = "hot", zh = "热" }, value = 80 },
  { id = "iced", name = { en = "iced", zh = "冰" }, value = 4 },
]
heads = [{ name = { en = "own", zh = "同类" }, aim = "own" }]
"""
WEIGHTS = "2,0\n0,2\n2,-1\n-1,2\n3,0\n0,3\n3,0\n0,3\n"


def write(folder: Path, text: str = GOOD, weights: str = WEIGHTS) -> Path:
    (folder / "weights.csv").write_text(weights, encoding="utf-8")
    path = folder / "teas.toml"
    path.write_text(text, encoding="utf-8")
    return path


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str, tuple[int, ...]]:
    """Draw a file of any size that is allowed, its weights, and its sizes.

    What belongs together points the same way, on a circle: so the weights do what they should.
    """
    things, d = draw(st.integers(2, 6)), draw(st.integers(2, 4))
    standing = draw(st.integers(2, min(things, 5)))
    finds = [*range(2), *draw(st.lists(st.integers(0, things - 1), max_size=4))]
    kinds, heads = draw(st.integers(2, 3)), draw(st.integers(1, 2))
    glasses = draw(st.integers(kinds + 1, 6))
    properties = draw(st.integers(1, 6))
    values = st.lists(st.integers(0, 999), min_size=things, max_size=things)
    rows = [_around(find, things, d) for find in [*finds, *range(things)]]
    kind_rows = [_around(kind, kinds, d) for kind in range(kinds)]
    opposite = [[-x for x in row] for row in kind_rows]
    for head in range(heads):
        rows += kind_rows + (opposite if head else kind_rows)
    text = [
        'kind = "attention"\nname = { en = "Any", zh = "任何" }\nweights = "weights.csv"',
        f'width = {d}\nshelf = {[f"t{t}" for t in range(standing)]}\nasked = ["o0", "o1"]',
        *(_row("orders", f"o{n}", f'finds = "t{find}"') for n, find in enumerate(finds)),
        *(_row("ingredients", f"t{n}") for n in range(things)),
        *(_property(n, draw(values)) for n in range(properties)),
        f'[everyone]\n{_name(0)}\nquantity = {{ en = "x", zh = "数" }}\nnoise = 2',
        *(_row("everyone.kinds", f"k{n}", f"value = {20 * n + 10}") for n in range(kinds)),
        *(_glass(n, kinds, glasses) for n in range(glasses)),
        *(
            f'[[everyone.heads]]\n{_name(n)}\naim = "{"other" if n else "own"}"'
            for n in range(heads)
        ),
    ]
    weights = "\n".join(",".join(f"{x:.1f}" for x in row) for row in rows)
    sizes = (len(finds), things, standing, d, properties, kinds, glasses, heads)
    return "\n".join(text).replace("'", '"'), weights, sizes


def _around(place: int, count: int, width: int) -> list[float]:
    turn = 2 * math.pi * place / count
    return [9 * math.cos(turn), 9 * math.sin(turn)] + [0.0] * (width - 2)


def _name(number: int) -> str:
    return f'name = {{ en = "n{number}", zh = "名{number}" }}'


def _row(section: str, id_: str, more: str = "") -> str:
    return f'[[{section}]]\nid = "{id_}"\n{_name(int(id_[1:]))}\n{more}'


def _property(number: int, values: Sequence[int]) -> str:
    written = ", ".join(f"t{n} = {value}" for n, value in enumerate(values))
    return f"[[properties]]\n{_name(number)}\nvalues = {{ {written} }}"


def _glass(number: int, kinds: int, glasses: int) -> str:
    """The first kind gets the most glasses; its first two are 2 too much and 2 too little."""
    kind = number - glasses + kinds if number >= glasses - kinds + 1 else 0
    off = {0: 2, 1: -2}.get(number, 0)
    return f'[[everyone.glasses]]\nkind = "k{kind}"\ntasted = {20 * kind + 10 + off}'
