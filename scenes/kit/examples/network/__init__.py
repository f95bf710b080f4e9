"""Examples of ``kit/network``."""
