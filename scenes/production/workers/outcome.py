"""What became of the work: faults come as sentences for people, not as tracebacks."""

from __future__ import annotations

import errno
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from functools import singledispatch

from mathcore import ExampleError
from scenes.kit.product.labelled_product import LayoutError
from scenes.kit.stage.choices import ChoiceError
from scenes.kit.stage.script import ScriptError
from scenes.production.delivery.videos import Delivered
from scenes.production.planning.film import FilmedChapter
from scenes.production.planning.inputs import InputsChangedError
from scenes.production.workers.changes import News

USERS_MISTAKE, FAILED, STOPPED = 2, 1, 130  # exit statuses
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class SceneError(Exception):
    """A scene has a fault of its own; the message says in which beat."""


class FarmError(OSError):
    """A farm cannot do what is asked of it; the message says why, and what to do."""


@dataclass(frozen=True)
class Problem:
    """Why something could not be made, in words, and the exit status that says so."""

    message: str
    status: int = FAILED


@dataclass(frozen=True)
class Outcome:
    """What became of a chapter: it was filmed and delivered, or there was a problem."""

    chapter: str
    filmed: FilmedChapter | None = None
    delivered: tuple[Delivered, ...] = ()
    problem: Problem | None = None
    news: News | None = None


@singledispatch
def explain(error: BaseException) -> Problem:
    """Return what a person needs to know of an error."""
    return Problem(f"{type(error).__name__}: {error}")


def explained(chapter: str, error: BaseException) -> Problem:
    """Return what a person needs to know of an error in a chapter."""
    problem = explain(error)
    return replace(problem, message=f"{chapter}: {problem.message}")


@explain.register
def _(error: BrokenExecutor) -> Problem:
    return Problem(
        "A worker was ended from outside, again and again: is there enough memory? Run the same "
        "command again to go on, perhaps with --jobs 1: finished parts are kept."
    )


@explain.register(ChoiceError)
@explain.register(ExampleError)
@explain.register(LayoutError)
@explain.register(ScriptError)
def _(error: ValueError) -> Problem:
    return Problem(str(error), USERS_MISTAKE)


@explain.register(SceneError)
@explain.register(FarmError)
@explain.register(InputsChangedError)
def _(error: Exception) -> Problem:
    return Problem(str(error))


@explain.register
def _(error: FileNotFoundError) -> Problem:
    return Problem(f"{error.filename}: there is no such file")


@explain.register(FileExistsError)
@explain.register(NotADirectoryError)
def _(error: OSError) -> Problem:
    return Problem(f"{error.filename}: is in the way, or below a file; name another with --out")


@explain.register
def _(error: OSError) -> Problem:
    place = f"{error.filename}: " if error.filename else ""
    if error.errno in FULL:
        return Problem(
            f"{place}the disk is full. Nothing half made is left, and what stood there before "
            "still stands. Free some space and run the same command again: finished parts are kept."
        )
    return Problem(
        f"{place}{error.strerror or error}. What stood there before still stands. Check the "
        "permissions, or name another folder with --out."
    )


@explain.register
def _(error: KeyboardInterrupt) -> Problem:
    return Problem(
        "Stopped; nothing half made is left. Run the same command again to go on: finished parts "
        "are kept.",
        STOPPED,
    )
