"""What is said of texts that a file gives once, for every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from mathcore.recipe_file.texts import GivenOnce

MOST_NAMED = 3


def given_once(read: object) -> tuple[str, ...]:
    """Say which texts of an example or a layer were given once; nothing, if none was.

    Parameters
    ----------
    read : object
        What was made of a file: dataclasses, tuples and mappings, however deep.

    Returns
    -------
    tuple of str
        At most one sentence.

    Examples
    --------
    >>> given_once((GivenOnce("gin"), GivenOnce("cola"), {"en": "tea", "zh": "茶"}))
    ('2 texts are given once, and stand so in every language: "gin", "cola"',)
    """
    texts = list(dict.fromkeys(_texts(read)))
    if not texts:
        return ()
    named = [f'"{text}"' for text in texts[:MOST_NAMED]] + ["…"] * (len(texts) > MOST_NAMED)
    verbs = (
        "text is given once, and stands" if len(texts) == 1 else "texts are given once, and stand"
    )
    return (f"{len(texts)} {verbs} so in every language: {', '.join(named)}",)


def _texts(read: object) -> Iterator[str]:
    if isinstance(read, GivenOnce):
        yield next(iter(read.values()))
    elif is_dataclass(read):
        for each in fields(read):
            yield from _texts(getattr(read, each.name))
    elif isinstance(read, tuple | list | Mapping):
        for inner in read.values() if isinstance(read, Mapping) else read:
            yield from _texts(inner)
