"""What the motions of a beat are, for whoever writes them down as a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manim import Animation

Motion = Animation | str | Iterable["Motion"]
Motions = Iterator[Animation | str]  # each is made when it is its turn
