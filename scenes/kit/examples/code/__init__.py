"""Examples of ``kit/code``."""
