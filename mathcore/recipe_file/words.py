"""The words of an example: what is mixed, in what, and how one says it."""

from __future__ import annotations

from collections.abc import Mapping

from mathcore.recipe_file.frozen import Frozen
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import Names, read_names

DEFAULT_WORDS: Mapping[str, Names] = Frozen(
    ingredient=Frozen(en="ingredient", zh="原料"),
    ingredients=Frozen(en="ingredients", zh="原料"),
    mixture=Frozen(en="mixture", zh="混合物"),
    mixtures=Frozen(en="mixtures", zh="混合物"),
    vessel=Frozen(en="glass", zh="杯子"),
    shelf=Frozen(en="shelf", zh="架子"),
    order=Frozen(en="recipe card", zh="配方卡"),
    orders=Frozen(en="recipe cards", zh="配方卡"),
    pours=Frozen(en="adds", zh="加入"),
)
"""The wording of an example that brings none; `pours` is what each ingredient does."""


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
