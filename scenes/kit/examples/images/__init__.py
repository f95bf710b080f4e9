"""Examples of ``kit/images``."""
