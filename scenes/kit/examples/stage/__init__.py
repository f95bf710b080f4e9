"""Examples of ``kit/stage``."""
