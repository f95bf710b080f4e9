"""Whatever a user writes is read in every file as it was written, by readers that are not ours."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import srt
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import unprinted
from scenes.kit.ground import lettering
from scenes.production.cache.store import Cache
from scenes.production.delivery.captions import Line, subrip, webvtt
from scenes.production.delivery.chapter_marks import Mark, youtube_text
from scenes.production.encoding.formats import MP4, WEBM, Carrier
from scenes.production.encoding.muxing import Imprint, join
from scenes.production.encoding.packets import Footage
from scenes.production.encoding.segments import Reel
from scenes.production.planning.film import FilmedBeat, FilmedChapter
from scenes.production.planning.settings import Quality
from tests.strategies import hostile_lines

DRAWN = "".join(each for each in map(chr, sorted(lettering.characters())) if not unprinted(each))
FULL_WIDTH = str.maketrans("＜＞｛｝＼＆", "<>{}\\&")
SIZE = Quality(16, 16, 10)
lines = hostile_lines(DRAWN)
captions = st.lists(lines, min_size=1, max_size=2).map("\n".join)
texts = st.lists(captions, min_size=1, max_size=8)


def spoken(texts: Sequence[str]) -> list[Line]:
    return [Line(2.0 * n, 2.0 * n + 1.5, text) for n, text in enumerate(texts)]


def alike(texts: Sequence[str]) -> list[str]:
    """Return texts with the signs that may stand for each other made one."""
    return [text.translate(FULL_WIDTH) for text in texts]


def decoded(source: Any, stream: int = 0, **options: Any) -> list[str]:
    """Return the subtitles as FFmpeg hands them to what draws them; none gives it an order.

    What it has escaped itself for libass is turned back: a brace, a backslash, the end of a line.
    """
    told = {"\\{{}": "{", "\\\u2060": "\\", "\\N": "\n"}
    with av.open(source, **options) as container:
        found = [each.ass.decode().split(",", 8)[8] for each in container.decode(subtitles=stream)]
    for text in found:
        assert not re.search(r"[{\\]", re.sub(r"\\\{\{\}|\\\u2060|\\N", "", text)), text
    return [re.sub(r"\\\{\{\}|\\\u2060|\\N", lambda sign: told[sign[0]], text) for text in found]


def cues(text: str) -> Iterator[tuple[str, str]]:
    """Yield the times and the text of every cue of a WebVTT file, as its specification reads it."""
    head, *blocks = text.split("\n\n")
    assert head.startswith("WEBVTT\n")
    for block in blocks:
        name, times, *said = block.strip("\n").split("\n")
        assert name.isdigit()
        assert re.fullmatch(r"[\d:.]{12} --> [\d:.]{12}", times)
        assert not any("<" in line or "-->" in line for line in said)
        yield times, html.unescape("\n".join(said))


@given(texts)
def test_sidecar_captions_are_read_as_they_were_written(texts: list[str]) -> None:
    subtitles = subrip(spoken(texts))
    read = list(srt.parse(subtitles, ignore_errors=False))
    assert [each.start.total_seconds() for each in read] == [2.0 * n for n in range(len(texts))]
    assert alike([each.content for each in read]) == alike(texts)
    assert alike(decoded(BytesIO(subtitles.encode()), format="srt")) == alike(texts)
    sidecar = webvtt(spoken(texts), "en")
    assert [said for _, said in cues(sidecar)] == texts
    assert decoded(BytesIO(sidecar.encode()), format="webvtt") == texts


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> dict[Carrier, Path]:
    """A second of grey in each of the carriers that have subtitles."""
    folder, made = tmp_path_factory.mktemp("segments"), {}
    for carrier in (MP4, WEBM):
        reel = Reel(made.setdefault(carrier, carrier.segment(folder / "grey")), carrier, SIZE)
        reel.write(np.full((SIZE.height, SIZE.width, 4), 99, np.uint8), None)
        reel.hold(SIZE.fps - 1)
        reel.finish(Cache(folder))
    return made


@settings(max_examples=20)
@given(texts=texts, titles=st.lists(lines, min_size=2, max_size=4))
def test_what_is_inside_a_video_is_read_as_it_was_written(
    segments: dict[Carrier, Path], texts: list[str], titles: list[str]
) -> None:
    marks = [Mark(n / 9, (n + 1) / 9, {"en": title}) for n, title in enumerate(titles)]
    said = {"en": spoken(texts), "zh": spoken(texts[::-1])}
    for carrier, segment in segments.items():
        imprint = Imprint(titles[0], "en", marks, said)
        target = segment.with_name(f"film.{carrier.container}")
        join(target, [segment], Footage(), carrier, SIZE.fps, imprint)
        with av.open(str(target)) as container:
            assert container.metadata["title"] == titles[0]
            assert [mark["metadata"]["title"] for mark in container.chapters()] == titles
        for stream, meant in enumerate((texts, texts[::-1])):
            read = decoded(str(target), stream)
            assert alike(read) == alike(meant)
            assert carrier is MP4 or read == meant


@given(st.lists(lines, min_size=3, max_size=6))
def test_what_is_for_youtube_has_no_brackets_and_is_read_as_it_was_written(
    titles: list[str],
) -> None:
    filmed = [
        FilmedChapter("x", {"en": title}, (FilmedBeat("x", 0, 30, (), (), None, None),))
        for title in titles
    ]
    text = youtube_text("The film", filmed, "en")
    assert not {"<", ">"} & set(text)
    head, empty, *listed = text.rstrip("\n").split("\n")
    assert (head, empty) == ("The film", "")
    assert [line.partition(" ")[0] for line in listed] == [
        f"{n // 2}:{n % 2 * 3}0" for n in range(len(titles))
    ]
    assert alike([line.partition(" ")[2] for line in listed]) == alike(titles)
