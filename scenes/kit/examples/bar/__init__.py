"""Examples of ``kit/bar``."""
