"""What a picture is carried in: container, codec, pixel format and the options of each.

The numbers of ``MP4`` were chosen by measuring, for 8 MB a minute.  Without B-frames there is no
edit list to confuse presentation programs; a keyframe twice a second makes seeking instant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from av.container import OutputContainer
from av.video.stream import VideoStream


@dataclass(frozen=True)
class Carrier:
    """One way to store moving pictures.

    ``tail`` comes before the extension of what is delivered, so that ``film-alpha.webm`` never
    replaces ``film.webm``.  ``loop`` gives the number of frames, from one keyframe to before the
    next, that may be written again and again where nothing moves.
    """

    container: str
    codec: str
    pixel_format: str
    options: Callable[[int], dict[str, str]]
    tail: str = ""
    subtitles: str | None = None
    loop: Callable[[int], int] | None = None
    sound: str | None = None
    dense_crf: str | None = None

    def for_dense_pictures(self) -> Carrier:
        """Return it for photographs and the like, which would come to more than 8 MB a minute."""
        crf = {"crf": self.dense_crf} if self.dense_crf else {}
        return replace(self, options=lambda fps: {**self.options(fps), **crf})

    @property
    def alpha(self) -> bool:
        """Whether the ground is left out."""
        return bool(self.tail)

    @property
    def suffix(self) -> str:
        """What stands after the stem of a delivered file.

        >>> ALPHA_WEBM.suffix
        '-alpha.webm'
        """
        return f"{self.tail}.{self.container}"

    @property
    def container_options(self) -> dict[str, str]:
        """Index first, so that playing starts before the end has arrived; no edit list."""
        if self.container not in ("mp4", "mov"):
            return {}
        return {"movflags": "+faststart", "use_editlist": "0"}

    def segment(self, stem: Path) -> Path:
        """Return the file of a segment, given its path without ending."""
        return stem.with_name(stem.name + self.suffix)


def _half_second(fps: int) -> int:
    return max(2, fps // 2)  # two keyframes in a row would need different numbers


def _h264(fps: int) -> dict[str, str]:
    return {
        "threads": "1",  # the plays are dealt out to all cores; one thread wastes nothing
        "preset": "veryfast",
        "crf": "25",
        "tune": "animation",
        "profile": "high",
        "bf": "0",
        "g": str(_half_second(fps)),
        # A picture that stands still would be polished at every keyframe, far beyond what is seen:
        # keyframes little better than the rest, fewer bits for flat ground, and more for colour,
        # which is what the edges of drawn things lose most.  ./render.sh bench --encoders measures.
        # What a decoder is told first must not depend on any of that: all of it joins (stitchable).
        "qmin": "18",
        "x264-params": "stitchable=1:ipratio=1.3:psy=0:aq-strength=1.8:chroma-qp-offset=-6",
    }


def _vp9(fps: int) -> dict[str, str]:
    # alternate reference frames would hide two pictures in one packet, and forbid transparency
    speed = {"deadline": "good", "cpu-used": "5", "row-mt": "1", "auto-alt-ref": "0"}
    return {"crf": "24", "b": "0", "g": str(2 * fps), **speed}


def _prores(fps: int) -> dict[str, str]:
    return {"profile": "4444", "vendor": "apl0", "alpha_bits": "16"}


MP4 = Carrier(
    "mp4",
    "libx264",
    "yuv420p",
    _h264,
    subtitles="mov_text",
    loop=_half_second,
    dense_crf="27",
    sound="aac",
)
WEBM = Carrier("webm", "libvpx-vp9", "yuv420p", _vp9, subtitles="webvtt", sound="libopus")
ALPHA_WEBM = Carrier("webm", "libvpx-vp9", "yuva420p", _vp9, tail="-alpha")
ALPHA_MOV = Carrier("mov", "prores_ks", "yuva444p10le", _prores, tail="-alpha", loop=lambda _: 1)

FORMATS = {"mp4": (MP4,), "webm": (WEBM,), "gif": (MP4,)}  # a GIF is made from the H.264 segments
TRANSPARENT = {None: (ALPHA_WEBM, ALPHA_MOV), "webm": (ALPHA_WEBM,), "mov": (ALPHA_MOV,)}


def video_stream(
    container: OutputContainer, codec: str, rate: int | Fraction, options: dict[str, str]
) -> VideoStream:
    """Open a stream of pictures; what is no codec of pictures is refused."""
    stream = container.add_stream(codec, rate=rate, options=options)
    if not isinstance(stream, VideoStream):
        raise TypeError(f"{codec} is no codec of pictures")
    return stream
