"""Examples of ``kit/product``."""
