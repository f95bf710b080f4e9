"""Example files drawn by Hypothesis, and those at the limits, read as the film reads them."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from mathcore import RecipeBook
from mathcore.listing import files_in
from tests.rehearsal import EXTREMES, SHIPPED
from tests.strategies import example_tables

WIDE = (89764, 81081, 85014, 83027, 82885, 80374, 86623, 86862)  # as wide as a value may be
TENTHS = (3, 1, 1, 1, 1, 1, 1, 1)


def read(text: str) -> RecipeBook:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.toml"
        path.write_text(text, encoding="utf-8")
        return RecipeBook.load(path)


def widest(ingredients: int, mixtures: int, properties: int) -> RecipeBook:
    """Write a book whose every numeral is as wide as numerals may be."""
    ids = [f"item_{k}" for k in range(ingredients)]
    tenths = [10 - sum(TENTHS[1:ingredients]), *TENTHS[1:ingredients]]
    shares = [f"{10 * tenth}%" for tenth in tenths]
    tables = [
        'name = { en = "Wide", zh = "宽" }',
        *(f"[[ingredients]]\nid = {id_!r}\n{named('ingredient', id_)}" for id_ in ids),
        *(row("mixture", j, "shares", ids, shares) for j in range(mixtures)),
        *(row("property", i, "values", ids, WIDE[i:] + WIDE[:i]) for i in range(properties)),
    ]
    return read("\n".join(tables))


def row(
    kind: str, number: int, field: str, ids: Sequence[str], entries: Sequence[str | int]
) -> str:
    written = (f'"{entry}"' if isinstance(entry, str) else entry for entry in entries)
    pairs = ", ".join(f"{id_} = {entry}" for id_, entry in zip(ids, written, strict=False))
    plural = {"mixture": "mixtures", "property": "properties"}[kind]
    return f"[[{plural}]]\n{named(kind, number)}\n{field} = {{ {pairs} }}"


def named(kind: str, number: int | str) -> str:
    return f'name = {{ en = "{kind} no. {number}", zh = "名称{str(number)[-1]}" }}'


@st.composite
def books(draw: st.DrawFn, free_weights: bool | None = None) -> RecipeBook:
    """Draw a book of 1-8 ingredients, 1-6 mixtures, 1-6 properties."""
    return read(draw(example_tables(free_weights)).toml)


# what Hypothesis draws is rarely as full as these
KNOWN = [RecipeBook.load(path) for path in (*SHIPPED, *files_in(EXTREMES, "*.toml"))]
KNOWN += [widest(*sizes) for sizes in ((8, 6, 6), (1, 6, 6), (3, 5, 6), (7, 4, 1), (8, 1, 1))]
