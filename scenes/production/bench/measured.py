"""What a session of measuring finds.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenes.production.bench.memory import Peak


@dataclass
class Likeness:
    """The likeness of every frame that was looked at: in our film, and in plain Manim's."""

    ours: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)


@dataclass
class Measured:
    """What a session found, in seconds and bytes.

    ``share`` is the part of the film's length that the changed chapter has.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    jobs: dict[int, float] = field(default_factory=dict)
    bytes: int = 0
    plain_bytes: int = 0
    share: float = 1.0
    peak: Peak | None = None
    likeness: Likeness | None = None
