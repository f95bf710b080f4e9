"""All Hypothesis strategies: matrices, numbers and whole example files."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

sizes = st.integers(0, 5)
integers = st.integers(-(10**6), 10**6)
fractions = st.fractions(-1000, 1000, max_denominator=1000)
floats = st.floats(-1e6, 1e6, allow_subnormal=False)


@st.composite
def matrix_pairs(
    draw: st.DrawFn, entries: st.SearchStrategy[Any], dtype: npt.DTypeLike
) -> tuple[np.ndarray, np.ndarray]:
    """Draw (m, K) and (K, n), any of them 0 to 5."""
    m, inner, n = draw(sizes), draw(sizes), draw(sizes)
    return draw(_matrices(entries, dtype, m, inner)), draw(_matrices(entries, dtype, inner, n))


integer_pairs = matrix_pairs(integers, np.int64)
fraction_pairs = matrix_pairs(fractions, object)
float_pairs = matrix_pairs(floats, np.float64)


@st.composite
def _matrices(
    draw: st.DrawFn,
    entries: st.SearchStrategy[Any],
    dtype: npt.DTypeLike,
    rows: int,
    columns: int,
) -> np.ndarray:
    matrix: np.ndarray = np.zeros((rows, columns), dtype=dtype)
    for position in np.ndindex(matrix.shape):
        matrix[position] = draw(entries)
    return matrix


@dataclass(frozen=True)
class ExampleText:
    """A valid example file as text, and what it must be read as."""

    toml: str
    sizes: tuple[int, int, int]
    free_weights: bool
    names: tuple[dict[str, str], ...]


VALUES = st.integers(0, 9000), st.integers(-60, 60), st.decimals(0, 900, places=4)
latin = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789'&-.", min_size=1, max_size=22)
chinese = st.text("茶奶糖果酒杯春夏秋冬红绿蓝大小甜", min_size=1, max_size=9)
"""Two places are left: a number makes each name unlike the others."""


@st.composite
def example_tables(draw: st.DrawFn, free_weights: bool | None = None) -> ExampleText:
    """Draw a valid example file: 1-8 ingredients, 1-6 mixtures, 1-6 properties."""
    free = draw(st.booleans()) if free_weights is None else free_weights
    ingredients, mixtures, properties = (draw(st.integers(1, most)) for most in (8, 6, 6))
    ids = [f"item_{k}" for k in range(ingredients)]
    names = tuple(draw(_names(k)) for k in range(ingredients + mixtures + properties))
    rows = [
        *(f"[[ingredients]]\nid = {_text(id_)}" for id_ in ids),
        *(f"[[mixtures]]\nshares = {draw(_shares(ids, free))}" for _ in range(mixtures)),
        *(f"[[properties]]\nvalues = {draw(_values(ids, free))}" for _ in range(properties)),
    ]
    head = f"name = {_table(draw(_names(0)))}\nfree_weights = {str(free).lower()}\n"
    body = [f"{row}\nname = {_table(name)}\n" for row, name in zip(rows, names, strict=True)]
    return ExampleText("\n".join([head, *body]), (ingredients, mixtures, properties), free, names)


junk = st.one_of(
    *(st.none(), st.booleans(), st.integers(-(10**40), 10**40), st.sampled_from(["", "x", "-1"])),
    st.decimals().filter(lambda number: not number.is_snan()),
    st.lists(st.one_of(st.integers(-2, 9), st.just("x"), st.just({}), st.just([])), max_size=3),
    st.dictionaries(st.sampled_from(["en", "id", "x"]), st.integers() | st.just("x"), max_size=2),
)
"""What TOML may hold where something else belongs; None stands for a line that was left out."""


@st.composite
def spoilt(draw: st.DrawFn, toml: str) -> dict[str, Any]:
    """Draw a file that was good, as read, with junk in one to three places."""
    table = tomllib.loads(toml, parse_float=Decimal)
    for _ in range(draw(st.integers(1, 3))):
        part, key = draw(st.sampled_from(list(_places(table))))
        new = draw(junk)
        if new is None and isinstance(part, dict):
            part.pop(key, None)
        elif new is not None:
            part[key] = new
    return table


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    for key in part if isinstance(part, dict) else range(len(part)):
        yield part, key
        if isinstance(part[key], dict | list):
            yield from _places(part[key])


@st.composite
def _names(draw: st.DrawFn, number: int) -> dict[str, str]:
    return {"en": f"{draw(latin)}{number:02d}", "zh": f"{draw(chinese)}{number:02d}"}


@st.composite
def _shares(draw: st.DrawFn, ids: Sequence[str], free: bool) -> str:
    if free:
        weights = draw(st.lists(st.integers(-2000, 2000), min_size=len(ids), max_size=len(ids)))
        total = 1000
    else:
        total = draw(st.sampled_from([100, 1000, 7, 12, 97]))
        cuts = sorted(draw(st.integers(0, total)) for _ in ids[1:])
        weights = [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]
    written = [draw(_written_share(Fraction(weight, total))) for weight in weights]
    return _inline(ids, written)


def _written_share(share: Fraction) -> st.SearchStrategy[str]:
    """Write a share in any of the ways that are exact for it."""
    ways = [_text(f"{share.numerator}/{share.denominator}")]
    if 1000 % share.denominator == 0:
        percent = f"{float(100 * share):g}"
        ways += [_text(f"{percent}%"), _text(f" {percent} %"), f"{float(share)}"]
    return st.sampled_from(ways)


@st.composite
def _values(draw: st.DrawFn, ids: Sequence[str], free: bool) -> str:
    values = st.decimals(-60, 60, places=3) if free else draw(st.sampled_from(VALUES))
    return _inline(ids, [str(draw(values)) for _ in ids])


def _inline(ids: Iterable[str], entries: Iterable[str]) -> str:
    pairs = (f"{id_} = {entry}" for id_, entry in zip(ids, entries, strict=True))
    return "{ " + ", ".join(pairs) + " }"


def _table(name: dict[str, str]) -> str:
    return _inline(name, map(_text, name.values()))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


plain_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
    max_leaves=8,
)
"""What JSON and the like can hold, and bytes."""

MARKUP = (
    *("<font color=red>", "</font>", "<b>", "< b >", "</script>", "<!--", "]]>", "<br/>", "-->"),
    *(r"{\an8}", "{y:i}", r"\N", r"\h", "{gin}", "00:00:01,000 --> 00:00:09,000", "0:00 "),
    *("&lt;", "&amp;amp;", "&#60;", "&", '"', "'", "''", '" onload="x'),
    *("[red]", "[/]", "[/bold]", r"\[", ":smile:", "{{< video x >}}", "{=html}", "{.x #y}"),
    *("*", "**", "_", "__x__", "`", "```", "~~", "^", "|", "$x$", "$$", "#", "#let x", "@ref"),
    *("[a](b)", "![a](b)", "[^1]", "https://a.b/?c=d", "--", "---", "...", "(c)", "\\", "\\\\"),
    *("1. ", "7) ", "2024. ", "iv. ", "(i) ", "- ", "+ ", "# ", "> ", ": ", "% ", "=== ", "(@) "),
    *("//", "/*", "*/", "../", "%s", "{0}", "${x}", "@styles@", "_x0041_", "=1+1", "NOTE", "STYLE"),
)
"""What one format or another takes for an order."""


def hostile_lines(characters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw lines of print made of such orders and of given characters."""
    parts = st.sampled_from(MARKUP) | st.text(characters, max_size=4)
    lines = st.lists(parts, min_size=1, max_size=5).map("".join)
    return lines.map(lambda line: unicodedata.normalize("NFC", line).strip()).filter(bool)
