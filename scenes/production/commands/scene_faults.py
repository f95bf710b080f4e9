"""A fault of a scene, where it is run here and not by a worker: said in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from scenes.production.cache.terminal import say
from scenes.production.workers.outcome import SceneError, explained


@contextmanager
def fault_in_words(chapter: str) -> Iterator[None]:
    """End the command, with its exit status, if the scene has a fault of its own."""
    try:
        yield
    except SceneError as error:
        problem = explained(chapter, error)
        say(problem.message)
        raise SystemExit(problem.status) from None
