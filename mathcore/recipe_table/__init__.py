"""An example from a table: ingredients as rows, mixtures as columns, properties as further ones.

The first row names the columns, the first column the ingredients.  Everything that a table leaves
open is decided by these rules, and said:

1. A unit in brackets behind a name, as in ``Alcohol (% vol)``, makes a property; ``(parts)`` makes
   a mixture, and each of its shares is taken of their sum.
2. Without that, a column is a mixture if it sums to exactly 100 % or 1; or to 100 if its cells have
   no mark.  One that misses that by no more than its decimals let it was rounded, and each share is
   taken of the sum.
3. Mixtures stand side by side.  What stands right of them and is none is a property; percents in it
   give it the unit ``%``.
4. An empty cell, or a dash, is no share; a property has a value in every row.
5. A last row that is called total, sum or the like is left out, and so are a column of that name
   without a unit, and one of words; not one of which every cell begins as a number.  A first column
   that numbers the rows is none.

What these cannot decide is refused, with the cell and what to write there: a column that sums to
nearly 100, one without a unit left of a mixture, a mixture right of a property.
"""

from mathcore.recipe_table.example import TableExample, read_table
from mathcore.recipe_table.source import open_table
from mathcore.recipe_table.writing import write_example

__all__ = ["TableExample", "open_table", "read_table", "write_example"]
