"""Examples of ``kit/sums``."""
