"""The words around what is said: all of them in every language, and in the shipped font."""

from __future__ import annotations

import doctest
import tomllib
from pathlib import Path

import pytest

from scenes.kit.ground.lettering import has_character
from scenes.kit.stage.script import LANGUAGES
from scenes.production.lecture import downscale, markdown, wording
from scenes.production.notebook import shown

WORDS = Path(wording.__file__).with_name("decks.toml")


def texts(table):
    """Yield every text of a table, however deep, with its name."""
    for name, entry in table.items():
        if set(entry) & set(LANGUAGES):
            yield name, entry
        else:
            yield from texts(entry)


@pytest.mark.parametrize(("name", "text"), [*texts(tomllib.loads(WORDS.read_text("utf-8")))])
def test_every_word_is_there_in_every_language_and_can_be_drawn(name, text):
    assert text.keys() == set(LANGUAGES)
    for said in text.values():
        assert said.strip() == said != ""
        assert all(map(has_character, said)), name


@pytest.mark.parametrize("module", [markdown, downscale, wording, shown])
def test_the_examples_in_docstrings_hold(module):
    done = doctest.testmod(module)
    assert (done.attempted > 0, done.failed) == (True, 0)
