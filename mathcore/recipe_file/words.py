"""The words of an example: what is mixed, in what, and how one says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from mathcore.recipe_file.frozen import Frozen
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import Names, read_names

_DEFAULT = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")

DEFAULT_WORDS: Mapping[str, Names] = Frozen(
    **{name: Frozen(**said) for name, said in tomllib.loads(_DEFAULT).items()}
)
"""The wording of an example that brings none.

`pours` is what each ingredient does, `question` asks for the first property of a mixture.
"""


def read_words(table: Table) -> Mapping[str, Names]:
    """Give the words of the file, laid over the default ones."""
    raw = table.get("words")
    if raw is None:
        return DEFAULT_WORDS
    if not isinstance(raw, dict):
        table.fault(f"words is {show(raw)}; write a [words] table")
        return DEFAULT_WORDS
    words = Table(table.inspection, "words", raw, tuple(DEFAULT_WORDS))
    own = {key: read_names(words, key) for key in DEFAULT_WORDS if key in raw}
    return Frozen(**{**DEFAULT_WORDS, **{key: name for key, name in own.items() if name}})
