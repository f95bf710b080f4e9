"""A clip as a notebook shows it: one piece of HTML with the video, its still and its captions.

Everything is inside, so it survives saving, sending and exporting.  Pure: reads files, makes text.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True)
class Track:
    """Captions in one language: its tag, its own name, and the WebVTT file."""

    tag: str
    name: str
    path: Path


@dataclass(frozen=True)
class Shown:
    """A video that stands in a notebook; in plain Python it says where its file is.

    Attributes
    ----------
    video, poster : Path
        The files.
    captions : tuple of Track
        The language of the picture first.
    captions_on : bool
        Whether the player shows the first of them unasked.
    label : str
        What stands for the video where it cannot be seen.
    width : int
        How wide it may be, in pixels; narrower pages make it narrower.
    """

    video: Path
    poster: Path
    captions: tuple[Track, ...]
    captions_on: bool
    label: str
    seconds: float
    width: int

    def __repr__(self) -> str:
        """Return what plain Python shows: where the file is.

        >>> Shown(Path("a.mp4"), Path("a.png"), (), True, "A", 3.5, 960)
        a.mp4 (3.5 s)
        """
        here = Path.cwd()
        path = self.video.relative_to(here) if self.video.is_relative_to(here) else self.video
        return f"{path} ({self.seconds:.1f} s)"

    def _repr_mimebundle_(self, **_wanted: object) -> dict[str, str]:
        """Return what notebooks ask for."""
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}

    def _repr_html_(self) -> str:
        """Return the video as HTML."""
        tracks = "".join(
            f'<track kind="captions" srclang="{track.tag}" label="{escape(track.name)}" '
            f'src="{_inside(track.path, "text/vtt")}"{self._default(track)}>'
            for track in self.captions
        )
        return (
            f'<video controls playsinline preload="auto" aria-label="{escape(self.label)}" '
            f'poster="{_inside(self.poster, "image/png")}" '
            f'style="width: 100%; max-width: {self.width}px; height: auto">'
            f'<source src="{_inside(self.video, "video/mp4")}" type="video/mp4">{tracks}'
            f"{escape(self.label, quote=False)}</video>"
        )

    def _default(self, track: Track) -> str:
        return " default" if self.captions_on and track is self.captions[0] else ""


def _inside(path: Path, kind: str) -> str:
    """Return a file as a data address."""
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode('ascii')}"
