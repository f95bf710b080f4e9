"""Libraries that only some files need: they are an extra of this project."""

from __future__ import annotations

import importlib
from typing import Any

WEIGHTS, TABLES = "weights", "tables"
"""The extras, as pyproject.toml calls them."""


def require(library: str, extra: str = WEIGHTS) -> Any:
    """Give a library of an extra.

    Raises
    ------
    ValueError
        If it is not there; the message says how it comes.
    """
    try:
        return importlib.import_module(library)
    except ImportError:
        raise ValueError(
            f"needs the library {library}: .venv/bin/pip install -e '.[{extra}]'"
        ) from None
