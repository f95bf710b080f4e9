"""Libraries that only some files need: they are an extra of this project."""

from __future__ import annotations

import importlib
from typing import Any

EXTRA = "weights"


def require(library: str) -> Any:
    """Give a library.

    Raises
    ------
    ValueError
        If it is not there; the message says how it comes.
    """
    try:
        return importlib.import_module(library)
    except ImportError:
        raise ValueError(
            f"needs the library {library}: .venv/bin/pip install -e '.[{EXTRA}]'"
        ) from None
