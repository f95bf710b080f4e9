"""Layer files of the kind ``cache``, drawn by Hypothesis: any size that the format allows."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from mathcore.layer_file.cache import LONGEST, SIZES
from mathcore.layer_file.seconds import WALKS
from tests.drawn_layers import DrawnLayer, Names, names

HEAD = "date,machine,made_by,n,walk,tile,repeats,seconds\n"
MADE = st.sampled_from(["Abacus", "W" * LONGEST, "cc 12.2 " + "wide " * 10])
"""What a machine, a compiler, a library may be called: up to the widest."""


@st.composite
def caches(draw: st.DrawFn) -> DrawnLayer:
    """Draw sizes that fit each other, and maybe what was measured and a machine's levels."""
    n = draw(st.sampled_from([4, 16]) | st.integers(4, 16).filter(lambda n: divisors(n, n - 1)))
    line, tile = draw(st.sampled_from(divisors(n, n))), draw(st.sampled_from(divisors(n, n - 1)))
    low, high, _ = SIZES["lines"]
    lines = draw(st.sampled_from([low, high]) | st.integers(low, high))
    head = 'kind = "cache"\nname = "drawn"\n'
    head += f"n = {n}\nline = {line}\nlines = {lines}\ntile = {tile}\n"
    files = {}
    if draw(st.booleans()):
        head += 'seconds = "seconds.csv"\n'
        files["seconds.csv"] = draw(seconds())
    sizes = draw(st.lists(st.tuples(side, side), min_size=2, max_size=4) | st.just([]))
    for number, (rows, columns) in enumerate(sizes):
        head += f"[[levels]]\nname = {inline(draw(names(number)))}\nrows = {rows}\n"
        head += f'columns = {columns}\nmatrix = "{"CBA"[number % 3]}"\n'
    if draw(st.booleans()):
        head += f'[[credits]]\nen = "{"Wide " * 16}"\nzh = "{"宽" * 33}"\n'
    return DrawnLayer(head, files)


def inline(name: Names) -> str:
    """Write a name as TOML does."""
    return "{ " + ", ".join(f"{key} = {json.dumps(text)}" for key, text in name.items()) + " }"


side = st.sampled_from([1, 16, 17, 99999]) | st.integers(1, 4096)


def divisors(n: int, most: int) -> list[int]:
    """Return what may be the numbers to a line, or the rows of a tile."""
    return [each for each in range(2, min(8, most) + 1) if n % each == 0]


@st.composite
def seconds(draw: st.DrawFn) -> str:
    """Draw a table of seconds, in whatever order the walks come in."""
    times = st.sampled_from(["114", "41.0", "6.22", "0.00759", "12345.5"])
    rows, machine, compiler, library = [], draw(MADE), draw(MADE), draw(MADE)
    for n in draw(st.sampled_from([(500,), (500, 1000, 2000)])):
        for walk in WALKS:
            made = library if walk == "library" else compiler
            tile = "50" if walk == "tiles" else ""
            rows.append(f"2026-01-02,{machine},{made},{n},{walk},{tile},3,{draw(times)}\n")
    return HEAD + "".join(rows)
