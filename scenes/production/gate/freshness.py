"""Whether the files that were delivered, and the segments that are kept, are what would be drawn.

A few frames of every chapter are drawn afresh and held against those of its video; some of the kept
segments are drawn and encoded again, and must come out byte for byte; and a video must hold the
very packets of the segments that it would be made of now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from numpy.typing import NDArray

from scenes.production.cache.entries import segments_of
from scenes.production.cache.store import Cache
from scenes.production.delivery.manifest import NAME, read_manifest
from scenes.production.drawing.renderer import Recorded
from scenes.production.drawing.sampling import sample
from scenes.production.encoding.colour import Pixels, to_pixels
from scenes.production.encoding.formats import Carrier
from scenes.production.encoding.media import read_media
from scenes.production.planning.settings import Quality, Settings

ONE_IN_FRAMES, ONE_IN_SEGMENTS = 4, 12  # of the plays, told by their keys: others when these change
TILES, SMALLEST = 33, 12  # down the frame: about the size of a numeral; pixels

Tiles = NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """Where a play stands in its chapter, in seconds, and what its pictures are kept under."""

    beat: str
    seconds: float
    key: str


@dataclass(frozen=True)
class Freshness:
    """One video of a chapter beside what would be drawn now.

    Attributes
    ----------
    video : Path
        The file that was delivered.
    frames : tuple of (Place, distance)
        Of every frame that was looked at, the largest difference of a tile, in levels of 255;
        infinite where the video has no such frame.
    segments : tuple of (Place, bool)
        Of every kept segment that was drawn again, whether it came out the same.
    packets : tuple of (Place, bool)
        Of every play whose segment is kept, whether the video holds its very packets.
    """

    video: Path
    frames: tuple[tuple[Place, float], ...] = ()
    segments: tuple[tuple[Place, bool], ...] = ()
    packets: tuple[tuple[Place, bool], ...] = ()


def freshness(settings: Settings, chapter: str) -> Iterator[Freshness]:
    """Look at every video of a chapter that was delivered in this language and theme."""
    for look, video in _delivered(settings, chapter):
        yield _Comparison(look, chapter, video).result()


def _delivered(settings: Settings, chapter: str) -> Iterator[tuple[Settings, Path]]:
    """Yield the videos of a chapter, each with the settings that it was made with."""
    for path in sorted(settings.folder.parent.glob(f"*/{NAME}")):
        table = read_manifest(path.parent)
        for kind in ("mp4", "webm"):
            look = replace(
                settings,
                quality=Quality(table["width"], table["height"], table["frames_per_second"]),
                captions=table["captions_in_picture"],
                format=None if kind == "mp4" else kind,
            )
            video = path.parent / f"{chapter}.{kind}"
            if look.folder == path.parent and video.is_file():
                yield look, video


@dataclass
class _Comparison:
    look: Settings
    chapter: str
    video: Path
    fresh: dict[int, tuple[Place, Tiles]] = field(default_factory=dict)
    again: list[Place] = field(default_factory=list)

    def result(self) -> Freshness:
        with TemporaryDirectory() as folder:
            scene = sample(
                self.look,
                self.chapter,
                self._pick,
                self._take,
                encode=self._is_drawn_again,
                into=Path(folder),
            )
            segments = tuple((each, self._is_same(each.key, folder)) for each in self.again)
        plays: list[Recorded] = scene.renderer.file_writer.plays
        return Freshness(self.video, tuple(self._frames()), segments, tuple(self._packets(plays)))

    def _pick(self, play: Recorded, start: int) -> list[int]:
        return [play.frames // 2] if _is_chosen(play, ONE_IN_FRAMES) else []

    def _take(self, play: Recorded, frame: int, pixels: Pixels) -> None:
        self.fresh[frame] = self._place(play, frame), _tiles(pixels)

    def _place(self, play: Recorded, frame: int) -> Place:
        return Place(play.beat, frame / self.look.quality.fps, play.key)

    def _is_drawn_again(self, play: Recorded) -> bool:
        kept = segments_of(Cache(self.look.cache), self.look.carriers, play.key)
        if not _is_chosen(play, ONE_IN_SEGMENTS) or not all(path.is_file() for path in kept):
            return False
        self.again.append(self._place(play, 0))
        return True

    def _is_same(self, key: str, folder: str) -> bool:
        kept = segments_of(Cache(self.look.cache), self.look.carriers, key)
        drawn = segments_of(Cache(Path(folder)), self.look.carriers, key)
        return [each.read_bytes() for each in kept] == [each.read_bytes() for each in drawn]

    def _frames(self) -> Iterator[tuple[Place, float]]:
        shown = dict(_shown(self.video, self.fresh, self.look.quality.fps))
        for frame, (place, tiles) in sorted(self.fresh.items()):
            found = shown.get(frame)
            yield place, float(np.abs(found - tiles).max()) if found is not None else np.inf

    def _packets(self, plays: list[Recorded]) -> Iterator[tuple[Place, bool]]:
        cache, frame = Cache(self.look.cache), 0
        carrier = self.look.carriers[0]
        with read_media(self.video) as container:
            packets = _data(container)
            for play in plays:
                segment = carrier.segment(cache.stem(play.key))
                held = list(islice(packets, play.frames))
                if segment.is_file():
                    yield self._place(play, frame), held == _all_data(segment, carrier)
                frame += play.frames
            if next(packets, None) is not None:
                yield self._place(plays[-1], frame), False


def _is_chosen(play: Recorded, one_in: int) -> bool:
    return int(play.key[:8], 16) % one_in == 0


def _tiles(pixels: Pixels) -> Tiles:
    """Return the mean colour of every tile of a picture.

    To save a picture costs it single pixels, and hardly changes the mean of a tile.
    """
    side = max(SMALLEST, round(len(pixels) / TILES))
    down, across = len(pixels) // side, pixels.shape[1] // side
    whole = pixels[: down * side, : across * side, :3].astype(float)
    means: Tiles = whole.reshape(down, side, across, side, 3).mean(axis=(1, 3))
    return means


def _shown(video: Path, wanted: Mapping[int, object], fps: int) -> Iterator[tuple[int, Tiles]]:
    """Yield those of the frames of a video that are wanted."""
    with read_media(video) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in wanted:
                yield number, _tiles(to_pixels(frame))


def _data(container: av.container.InputContainer) -> Iterator[bytes]:
    return (bytes(packet) for packet in container.demux(video=0) if packet.size)


def _all_data(segment: Path, carrier: Carrier) -> list[bytes]:
    with read_media(segment) as container:
        return list(_data(container))
