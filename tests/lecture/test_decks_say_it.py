"""Every page and deck says what a user wrote, as readers that are not ours read it.

Makers are found by being there; one that writes a kind of file without a reader here fails.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from mathcore import unprinted
from scenes.kit.ground import lettering
from scenes.production.lecture.contents import Clip, Lecture, Spoken
from scenes.production.lecture.makers import makers
from tests.lecture import stand_in
from tests.strategies import hostile_lines

DRAWN = "".join(each for each in map(chr, sorted(lettering.characters())) if not unprinted(each))
SCRIPTS = {"index.html": 2, "deck-reveal.html": 1}  # elements that run, or hold the film
A_BEAT = 6  # texts: a title, a note and captions
lines = hostile_lines(DRAWN)


def solid(text: str) -> str:
    """Return a text without its spaces: a page may break anywhere."""
    return "".join(text.split())


def film(path: Path) -> Iterator[str]:
    data = BeautifulSoup(path.read_text("utf-8"), "html.parser").find(id="film")
    yield from leaves(json.loads(data.string))


def leaves(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from leaves(each)


def elements(path: Path) -> Iterator[str]:
    page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    for each in page.find_all(["p", "li", "h2", "h3"]):
        yield re.sub(r"\(\d/\d\)$", "", each.get_text())
    assert len(page.find_all("script")) == SCRIPTS.get(path.name, 0)
    assert not page.find_all(["font", "b"])


def markdown(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    if text.startswith("---\n"):
        head, _, text = text[4:].partition("\n---\n")
        assert yaml.safe_load(head)["title"]
    for each in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if each.type == "inline":
            yield "".join(part.content for part in each.children)


def powerpoint(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(packed.read(name))
                paragraphs = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
                for paragraph in paragraphs:
                    yield re.sub(r" \(\d/\d\)$", "", "".join(paragraph.itertext()))


def pdf(path: Path) -> Iterator[str]:
    yield "".join(page.extract_text() for page in PdfReader(path).pages)


def guide(path: Path) -> Iterator[str]:
    yield path.read_text("utf-8")


READERS = {
    "index.html": film,
    "*.html": elements,
    "*.md": markdown,
    "deck.qmd": markdown,
    "deck.pptx": powerpoint,
    "deck.pdf": pdf,
    "README.txt": guide,
}
AMONG_OTHERS = (pdf, guide, markdown)


def spoilt(lecture: Lecture, texts: Sequence[str]) -> Lecture:
    """Return the lecture with other texts: of the example, and of each beat."""
    both, rest = {"en": texts[0], "zh": texts[1]}, iter(texts[2:])
    chapters = tuple(
        replace(chapter, beats=tuple(_beat(beat, rest) for beat in chapter.beats))
        for chapter in lecture.chapters
    )
    return replace(lecture, title=both, chapters=chapters)


def _beat(beat: Clip, texts: Iterator[str]) -> Clip:
    title, notes, *said = ({"en": next(texts), "zh": next(texts)} for _ in range(A_BEAT))
    captions = tuple(Spoken(n / 9, (n + 1) / 9, text) for n, text in enumerate(said))
    return replace(beat, title=title, notes=notes, captions=captions)


def expected(lecture: Lecture, name: str) -> Iterator[str]:
    tags = {"en": ".en.", "zh": ".zh-CN."}
    inside = [each for each, tag in tags.items() if tag in name] or list(tags)
    if name == "README.txt":
        yield from lecture.title.values()
        return
    for _, beat in lecture.beats:
        for text in (beat.notes, *(each.text for each in beat.captions)):
            assert text
            yield from (text[each] for each in inside)
        alone = lecture.language if name.startswith("deck") else inside[0]
        yield beat.title[alone]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    """A lecture of which decks may be made: no other test reads them."""
    return stand_in.lecture(tmp_path_factory.mktemp("own"))


@settings(max_examples=2, phases=[Phase.generate])  # a deck takes longer than shrinking is worth
@given(texts=st.lists(lines, min_size=2 + 3 * 2 * A_BEAT, max_size=2 + 3 * 2 * A_BEAT))
def test_what_was_written_is_what_is_read(own: Lecture, texts: list[str]) -> None:
    changed = spoilt(own, texts)
    for maker in makers():
        for path in maker.write(changed, own.folder.parent):
            read = next(read for name, read in READERS.items() if fnmatch(path.name, name))
            found = list(map(solid, read(path)))
            for text in map(solid, expected(changed, path.name)):
                among = read in AMONG_OTHERS and any(text in each for each in found)
                assert among or text in found, (path.name, text)
