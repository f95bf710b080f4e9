"""Docstrings as HTML: the first line, the paragraphs after it, and numpydoc's sections."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

HEADING = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.MULTILINE)
ROLE = re.compile(r":\w+:`~?([^`]+)`")
CODE = re.compile(r"``(.+?)``")
TABLE = re.compile(r"^=+( +=+)+$")
Item = tuple[str, str]  # a parameter with its type; what is said of it


@dataclass(frozen=True)
class Docs:
    """What a docstring says: ``sections`` are the items of each, such as ``Parameters``."""

    first: str
    paragraphs: tuple[str, ...]
    sections: dict[str, tuple[Item, ...]]

    @property
    def names(self) -> set[str]:
        """The parameters that it names, in their section or in a sentence."""
        told = " ".join((self.first, *self.paragraphs))
        listed = {
            name.strip(" *") for item, _ in self.sections.get("Parameters", ())
            for name in item.partition(" : ")[0].split(",")
        }  # fmt: skip
        return listed | set(re.findall(r"\w+", " ".join(CODE.findall(told))))


def docs_of(what: Any) -> Docs:
    """Read the docstring that a class or a function has itself, not one that it inherits."""
    told, *sections = HEADING.split(inspect.cleandoc(vars(what).get("__doc__") or _said(what)))
    first, *paragraphs = re.split(r"\n\s*\n", told.strip())
    bodies = zip(sections[::2], sections[1::2], strict=True)
    items = {name: tuple(_items(body)) for name, body in bodies}
    return Docs(_on_one_line(first), tuple(paragraphs), items)


def _said(what: Any) -> str:
    """Return the docstring of a function, which is none of its attributes."""
    return "" if inspect.isclass(what) else what.__doc__ or ""


def _items(body: str) -> Iterator[Item]:
    """Yield the items of a section: each begins at the margin, and what is said is indented."""
    item, said = "", list[str]()
    for line in body.strip("\n").splitlines():
        if line and not line.startswith(" "):
            if item:
                yield item, _on_one_line("\n".join(said))
            item, said = line, []
        else:
            said.append(line)
    if item:
        yield item, _on_one_line("\n".join(said))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def inline(text: str) -> str:
    """Return a sentence as HTML: what is code is marked as such.

    >>> inline("``x < 1`` is a :class:`~kit.Box`")
    '<code>x &lt; 1</code> is a <code>kit.Box</code>'
    """
    marked = ROLE.sub(r"``\1``", text)
    pieces = CODE.split(marked)
    return "".join(
        f"<code>{escape(piece)}</code>" if n % 2 else escape(piece)
        for n, piece in enumerate(pieces)
    )


def paragraph(text: str) -> str:
    """Return a paragraph as HTML; a table, or an example for Python, keeps its lines."""
    lines = text.splitlines()
    if text.startswith(">>>") or any(TABLE.match(line.strip()) for line in lines):
        return f'<pre tabindex="0">{escape(text)}</pre>'
    return f"<p>{inline(_on_one_line(text))}</p>"
