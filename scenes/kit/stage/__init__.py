"""How a chapter runs: its script, its times, its captions, and what its numerals claim."""
