"""The entries of the catalogue as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from scenes.kit.ground.theme import THEMES
from scenes.production.catalogue.docstrings import docs_of, inline, paragraph
from scenes.production.catalogue.examples import KIT, Example
from scenes.production.catalogue.looks import PICTURES, SIZE, Look
from scenes.production.catalogue.signatures import linked, signature_of
from scenes.production.catalogue.subjects import Motion, Subject
from scenes.production.catalogue.things import Thing, hints, things

PROJECT = KIT.parents[1]
Words = Mapping[str, Any]


@dataclass(frozen=True)
class Writer:
    """Writes entries in a language; ``anchors`` are where names of the kit lead to."""

    language: str
    words: Words
    anchors: Mapping[str, str]

    def say(self, key: str) -> str:
        """Return a word of the page."""
        return escape(self.words[key][self.language])

    def entry(self, subject: Subject, example: Example) -> str:
        """Return the entry of a noun: pictures, what it takes, how it moves, its example."""
        first = inline(docs_of(subject.things[0].what).first) if subject.things else ""
        return "\n".join(
            (
                f'<article id="{anchor(subject)}" data-words="{search_words(subject, example)}">',
                f"<h3>{escape(example.title[self.language])}",
                f'<code class="file">{written(subject.path)}</code></h3>',
                f'<p lang="en">{first}</p>' if first else "",
                *self._pictures(example),
                '<div class="sides"><div>',
                *self._section("takes", map(self.thing, subject.things)),
                *self._section("motions", self._motions(subject.motions)),
                "</div><div>",
                *self._section("example", map(self._snippet, example.files)),
                "</div></div></article>",
            )
        )

    def _section(self, key: str, parts: Iterable[str]) -> Iterator[str]:
        found = list(parts)
        if found:
            yield f"<h4>{self.say(key)}</h4>"
            yield from found

    def _pictures(self, example: Example) -> Iterator[str]:
        yield '<figure><div class="pictures">'
        for theme in THEMES:
            file = f"{PICTURES}/{Look(example, self.language, theme).file}"
            alt = f"{escape(example.title[self.language])}, {self.say(theme)}"
            size = f'width="{SIZE[0]}" height="{SIZE[1]}"'
            yield f'<a href="{file}"><img src="{file}" alt="{alt}" {size} loading="lazy"></a>'
        yield f"</div><figcaption>{escape(example.line[self.language])}</figcaption></figure>"

    def _snippet(self, path: Path) -> str:
        code = escape(path.read_text(encoding="utf-8"))
        name = f"<figcaption><code>{written(path)}</code></figcaption>"
        return f'<figure class="snippet">{name}<pre lang="en"><code>{code}</code></pre></figure>'

    def signature(self, what: Any, name: str) -> str:
        """Return how something is called, as HTML."""
        code = linked(signature_of(what, name), self.anchors)
        return f'<pre class="signature"><code>{code}</code></pre>'

    def thing(self, thing: Thing) -> str:
        """Return a class or a function: how it is called, and what its docstring says."""
        docs = docs_of(thing.what)
        said = [f"<p>{inline(docs.first)}</p>", *map(paragraph, docs.paragraphs)]
        for section, items in docs.sections.items():
            listed = "".join(
                f"<dt><code>{escape(item)}</code></dt><dd>{inline(text)}</dd>"
                for item, text in items
            )
            said.append(f"<p>{escape(section)}</p><dl>{listed}</dl>")
        return self._told(self.signature(thing.what, thing.name), *said)

    def _told(self, *parts: str) -> str:
        return f'<div class="thing" lang="en">{"".join(parts)}</div>'

    def _motions(self, motions: Iterable[Motion]) -> Iterator[str]:
        for motion in motions:
            name = f"{motion.of}.{motion.name}" if motion.of else motion.name
            first = inline(docs_of(motion.what).first)
            yield self._told(self.signature(motion.what, name), f"<p>{first}</p>")

    def part(self, subject: Subject) -> str:
        """Return a part of other nouns, with links to those."""
        owners = ", ".join(
            f'<a href="#{self.anchors[path.stem]}">{path.stem}</a>'
            if path.stem in self.anchors else path.stem
            for path in subject.owners
        )  # fmt: skip
        parts = "".join(map(self.thing, subject.things))
        moves = "".join(self._motions(subject.motions))
        return self._item(
            anchor(subject),
            search_words(subject, None),
            f"{parts}{moves}<p>{self.say('part_of')}: {owners} "
            f'<code class="file">{written(subject.path)}</code></p>',
        )

    def value(self, value: Thing) -> str:
        """Return a value that nouns take, and the functions that make it."""
        makers = [each for each in things() if each.kind == "function" and makes(each, value)]
        made = "".join(self.signature(each.what, each.name) for each in makers)
        told = f"<p>{self.say('made_by')}:</p>{made}" if made else ""
        words = " ".join((value.name, docs_of(value.what).first, *(each.name for each in makers)))
        return self._item(
            value_anchor(value),
            escape(words.lower()),
            f'{self.thing(value)}{told}<p><code class="file">{written(value.path)}</code></p>',
        )

    def _item(self, name: str, words: str, content: str) -> str:
        return f'<div class="item" id="{name}" data-words="{words}">{content}</div>'


def makes(function: Thing, value: Thing) -> bool:
    """Tell whether a function returns a value of this kind."""
    return hints(function.what).get("return") is value.what


def anchor(subject: Subject) -> str:
    """Return what an entry is called in links."""
    return f"{subject.room}-{subject.name}".replace("/", "-")


def value_anchor(value: Thing) -> str:
    """Return what a value is called in links."""
    return f"value-{value.path.stem}-{value.name}"


def written(path: Path) -> str:
    """Return a path of the project as one types it."""
    return escape(path.relative_to(PROJECT).as_posix())


def search_words(subject: Subject, example: Example | None) -> str:
    """Return what an entry is found by: names, first lines and motions, in every language."""
    named = [subject.room, subject.name]
    shown: tuple[Thing | Motion, ...] = (*subject.things, *subject.motions)
    for each in shown:
        named += [each.name, docs_of(each.what).first]
    if example is not None:
        named += [*example.title.values(), *example.line.values()]
    return escape(" ".join(named).lower())
