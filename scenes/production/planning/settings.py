"""What is to be rendered, and the folder it goes to.  Pure: knows nothing of Manim."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from scenes.production.encoding.formats import FORMATS, TRANSPARENT, Carrier
from scenes.production.planning.plain_names import joined_name, plain_name

PROJECT = Path(__file__).parents[3]
CACHE = PROJECT / ".cache"
DEFAULT_THEME = "night"
DEFAULT_EXAMPLE = "cocktails"
VOICE = "voice"  # in the name of a folder


@dataclass(frozen=True)
class Quality:
    """The size of the picture and its frames a second."""

    width: int
    height: int
    fps: int

    def __str__(self) -> str:
        """Name the quality as folders do.

        >>> str(Quality(854, 480, 15))
        '480p15'
        """
        return f"{self.height}p{self.fps}"


QUALITIES = {
    "l": Quality(854, 480, 15),
    "m": Quality(1280, 720, 30),
    "h": Quality(1920, 1080, 30),
    "k": Quality(3840, 2160, 60),
}
DEFAULT_QUALITY = QUALITIES["h"]


def cache_for(out: Path, usual: Path) -> Path:
    """Return the cache; where it cannot be written, one beside what is made.

    >>> cache_for(Path("out"), Path(".cache")).name
    '.cache'
    """
    there = next((place for place in (usual, *usual.parents) if place.exists()), Path())
    return usual if os.access(there, os.W_OK) else out / usual.name


Length = tuple[str, str, float]  # a chapter, a beat, and the seconds that it must last


@dataclass(frozen=True)
class Settings:
    """Everything a picture depends on, beside the code and the chapter's name."""

    example: Path
    language: str = "en"
    theme: str = DEFAULT_THEME
    captions: bool = True
    quality: Quality = DEFAULT_QUALITY
    format: str | None = None
    transparent: bool = False
    layers: tuple[Path, ...] = ()  # those that no chapter takes by default
    voice: Path | None = None  # a folder of recordings
    material_tag: str = ""  # where another's film has the plain name; see homes
    voice_tag: str = ""
    lengths: tuple[Length, ...] = ()  # of beats, for recordings that are on another machine
    out: Path = Path("out")
    cache: Path = CACHE

    @property
    def example_name(self) -> str:
        """Return the name of the example, in ASCII, as folders bear it."""
        return plain_name(self.example)

    @property
    def material(self) -> str:
        """Return the name of the example, and those of the layers that are not the default ones.

        >>> Settings(Path("tea.toml"), layers=(Path("letter.toml"),)).material
        'tea-letter'
        >>> Settings(Path("b/tea.toml"), material_tag="1f3a2b").material
        'tea_1f3a2b'
        """
        name = joined_name(map(plain_name, (self.example, *self.layers)))
        return tagged(name, self.material_tag)

    @property
    def look(self) -> str:
        """Return the folder of this language; what differs from the defaults is in its name.

        >>> Settings(Path("tea.toml"), "zh", "paper", quality=QUALITIES["l"]).look
        'zh-paper-480p15'
        """
        parts = [self.language]
        parts += [self.theme] if self.theme != DEFAULT_THEME else []
        parts += [str(self.quality)] if self.quality != DEFAULT_QUALITY else []
        parts += ["nocaptions"] if not self.captions else []
        parts += [tagged(VOICE, self.voice_tag)] if self.voice else []
        return "-".join(parts)

    @property
    def folder(self) -> Path:
        """Return the folder that everything is delivered to."""
        return self.out / self.material / self.look

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """Return what the segments are encoded as: one picture, in one or two codecs."""
        return TRANSPARENT[self.format] if self.transparent else FORMATS[self.format or "mp4"]

    @property
    def tail(self) -> str:
        """Return what stands between the stem of a file and its ending."""
        return self.carriers[0].tail


def tagged(name: str, tag: str) -> str:
    """Return a name with what tells it from others of that name."""
    return f"{name}_{tag}" if tag else name
