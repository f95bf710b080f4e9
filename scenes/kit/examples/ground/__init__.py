"""Examples of ``kit/ground``."""
