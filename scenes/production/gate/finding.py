"""What a rule has found."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground.frame import Box


@dataclass(frozen=True)
class Finding:
    """One shortcoming: what is wrong, in which beat, when, and where in the frame.

    ``name`` is how a scene may call the thing, to exempt it from a rule.
    """

    beat: str
    seconds: float
    what: str
    box: Box | None = None
    name: str = ""


@dataclass(frozen=True)
class Exemption:
    """One thing that a scene lets pass one rule, with its reason."""

    rule: str
    name: str
    reason: str


@dataclass(frozen=True)
class Row:
    """One line of the gate's table."""

    rule: str
    chapter: str
    finding: Finding
    fix: str
