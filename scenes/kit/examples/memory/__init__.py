"""Examples of ``kit/memory``."""
