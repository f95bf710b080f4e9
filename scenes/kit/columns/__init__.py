"""The product column by column, and one inner index at a time."""
