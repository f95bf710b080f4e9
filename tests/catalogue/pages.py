"""Reading a page of the catalogue: what is opened is closed, and what is in it."""

from __future__ import annotations

from html.parser import HTMLParser

EMPTY = {"meta", "link", "img", "input", "br", "path"}  # elements without an end


class Reader(HTMLParser):
    """Collects elements with their attributes; refuses a page that is not well formed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]} at {self.getpos()}")
        else:
            self.open.pop()

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a kind."""
        return [attributes for each, attributes in self.elements if each == tag]

    def values(self, attribute: str) -> list[str]:
        """Return what an attribute is, wherever it stands."""
        return [each[attribute] for _, each in self.elements if attribute in each]
