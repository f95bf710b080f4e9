"""Examples of ``kit/columns``."""
