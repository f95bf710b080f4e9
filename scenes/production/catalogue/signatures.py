"""Signatures as they are written, with links to the kit's own types."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from html import escape
from typing import Any

WIDEST = 78  # characters; a longer one has a line for each parameter
NAME = re.compile(r"[A-Za-z_]\w*")


def signature_of(what: Any, name: str) -> str:
    """Return how a class or a function is called, without ``self``, and what it returns.

    >>> def mix(under: str, *, share: float = 0.5) -> str: ...
    >>> signature_of(mix, "mix")
    'mix(under: str, *, share: float = 0.5) -> str'
    """
    told = inspect.signature(what.__init__ if inspect.isclass(what) else what)
    kept = [each for each in told.parameters.values() if each.name not in ("self", "cls")]
    parts = [str(each.replace(annotation=_plain(each.annotation))) for each in kept]
    for n, each in reversed(list(enumerate(kept))):
        before = kept[n - 1].kind if n else None
        if each.kind is each.KEYWORD_ONLY and before not in (
            each.KEYWORD_ONLY,
            each.VAR_POSITIONAL,
        ):
            parts.insert(n, "*")
    returned = _plain(told.return_annotation)
    end = "" if inspect.isclass(what) or returned is told.empty else f" -> {returned}"
    line = f"{name}({', '.join(parts)}){end}"
    if len(line) <= WIDEST:
        return line
    inner = "".join(f"    {part},\n" for part in parts)
    return f"{name}(\n{inner}){end}"


def parameters_of(what: Any) -> list[str]:
    """Return the names of the parameters that someone has to know of."""
    told = inspect.signature(what.__init__ if inspect.isclass(what) else what)
    return [
        each.name for each in told.parameters.values()
        if each.name != "self" and each.kind is not each.VAR_KEYWORD
    ]  # fmt: skip


def _plain(annotation: Any) -> Any:
    return _Written(annotation) if isinstance(annotation, str) else annotation


class _Written(str):
    """A type as it stands in the file: written without quotes."""

    def __repr__(self) -> str:
        return str(self)


def linked(signature: str, anchors: Mapping[str, str]) -> str:
    """Return a signature as HTML, in which the names that have an entry lead there."""
    start = signature.index("(")

    def link(match: re.Match[str]) -> str:
        name = match[0]
        return f'<a href="#{anchors[name]}">{name}</a>' if name in anchors else name

    return escape(signature[:start]) + NAME.sub(link, escape(signature[start:], quote=False))
