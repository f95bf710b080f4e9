"""The texts that may hold digits: what an example and a layer lend, and what the chapter says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from mathcore.layer_file.classifier import Classifier
from scenes.kit.network.class_name import is_numeral
from scenes.kit.stage.phrases import full_name
from scenes.kit.stage.script import LANGUAGES, Text
from scenes.production.gate.moment import Moment, SeenText
from scenes.production.gate.performance import Performance
from scenes.production.gate.words import lent, lent_by_layer

MOST_LINES = 6  # of one text


class Lending:
    """Tells whether a text is one that is known, as a whole or line by line."""

    def __init__(self, performance: Performance) -> None:
        self.performance = performance

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """All names, notes, units and words of the example and the layer, by language."""
        book = self.performance.ledger.book
        texts = [*lent(book), *_names_of(self.performance.layer)]
        texts += lent_by_layer(self.performance.numbers)
        texts += [full_name(each) for each in book.properties]
        return {key: {text[key] for text in texts} for key in LANGUAGES}

    @cached_property
    def known(self) -> set[str]:
        """All that may stand on the stage in the film's language, but for spaces and hyphens."""
        language = self.performance.language
        said = {saying.told(language) for saying in self.performance.sayings}
        said |= {self.performance.script.title[language]}
        return {_plain(text) for text in self.names[language] | said}

    def unknown(self, moment: Moment) -> Iterator[SeenText]:
        """Go through the texts with digits that are neither a known text nor a line of one.

        The lines of a text are what one thing holds, one after another.
        """
        groups: dict[int, list[SeenText]] = defaultdict(list)
        for text in moment.texts:
            groups[text.group].append(text)
        for lines in groups.values():
            for n, text in enumerate(lines):
                if any(map(str.isdigit, text.text)) and not self._is_line(lines, n):
                    yield text

    def _is_line(self, lines: Sequence[SeenText], n: int) -> bool:
        return any(
            _plain("".join(line.text for line in lines[first:last])) in self.known
            for first in range(max(0, n - MOST_LINES + 1), n + 1)
            for last in range(n + 1, min(len(lines), first + MOST_LINES) + 1)
        )


def _names_of(layer: Any) -> Iterator[Text]:
    """Go through the texts of a layer; a class that is a digit is a number, and claims to be it."""
    classes = layer.classes if isinstance(layer, Classifier) else ()
    for text in lent_by_layer(layer):
        if text not in classes or not all(map(is_numeral, text.values())):
            yield text


def _plain(text: str) -> str:
    return "".join(text.split()).replace("-", "")
