"""Example files drawn by Hypothesis, read as the film reads them."""

import tempfile
from pathlib import Path

from hypothesis import strategies as st

from mathcore import RecipeBook
from tests.rehearsal import EXTREMES, SHIPPED
from tests.strategies import example_tables

# those that ship and those at the limits, too: what Hypothesis draws is rarely as full
KNOWN = [RecipeBook.load(path) for path in (*SHIPPED, *sorted(EXTREMES.glob("*.toml")))]


@st.composite
def books(draw, free_weights=None):
    """Draw a book of 1-8 ingredients, 1-6 mixtures, 1-6 properties."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.toml"
        path.write_text(draw(example_tables(free_weights)).toml, encoding="utf-8")
        return RecipeBook.load(path)
