"""One play of a scene becomes one short video: a segment, in one file per carrier."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av

from scenes.production.carriers import Carrier
from scenes.production.colour import Pixels, straight, tag, to_frame
from scenes.production.settings import Quality


class Reel:
    """The encoder of one file; the file bears its name only when it is whole."""

    def __init__(self, target: Path, carrier: Carrier, quality: Quality) -> None:
        self.target, self.carrier = target, carrier
        self.half = target.with_name(target.name + ".part")
        self._frames, self._time_base = 0, Fraction(1, quality.fps)
        self._container = av.open(
            str(self.half), "w", format=carrier.container, options=carrier.container_options
        )
        self._stream = self._container.add_stream(
            carrier.codec, rate=quality.fps, options=carrier.options(quality.fps)
        )
        self._stream.width, self._stream.height = quality.width, quality.height
        self._stream.pix_fmt = carrier.pixel_format
        tag(self._stream.codec_context)

    def write(self, pixels: Pixels, repeat: int) -> None:
        """Encode the same picture ``repeat`` times; it is converted only once."""
        frame = to_frame(pixels, self.carrier.pixel_format)
        frame.time_base = self._time_base
        for _ in range(repeat):
            frame.pts = self._frames
            self._frames += 1
            self._container.mux(self._stream.encode(frame))

    def finish(self) -> None:
        """Write what is left and give the file its name."""
        self._container.mux(self._stream.encode())
        self._container.close()
        self.half.replace(self.target)

    def abort(self) -> None:
        """Leave nothing behind."""
        with suppress(Exception):  # closing may well fail for the reason that led here
            self._container.close()
        self.half.unlink(missing_ok=True)


class SegmentEncoder:
    """What Manim's writer feeds: the same four calls as its ``VideoSegmentEncoder``.

    Parameters
    ----------
    target : Path
        The segment's path without an ending; each carrier adds its own.
    """

    def __init__(self, target: Path, carriers: Sequence[Carrier], quality: Quality) -> None:
        self.target = target
        self._alpha = carriers[0].alpha
        target.parent.mkdir(parents=True, exist_ok=True)
        self._reels = [Reel(carrier.segment(target), carrier, quality) for carrier in carriers]

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Encode a frame that stands for ``repeat`` frames."""
        shown = straight(pixels) if self._alpha else pixels
        for reel in self._reels:
            reel.write(shown, repeat)

    def finish(self) -> None:
        """Complete every file."""
        for reel in self._reels:
            reel.finish()

    def abort(self) -> None:
        """Remove every half file."""
        for reel in self._reels:
            reel.abort()
