"""Words that mean something in a table, in several languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

TOTALS, PARTS, PERCENT = (frozenset(_WORDS[key]) for key in ("totals", "parts", "percent"))
"""Names of a row that is no ingredient; what stands in brackets behind the name of a mixture."""
