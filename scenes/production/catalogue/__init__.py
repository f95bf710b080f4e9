"""The catalogue: what the kit has, what it takes, how it moves, and the lines that show it."""
