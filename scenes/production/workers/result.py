"""What became of the work that a worker was given, as plain tables and bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenes.production.planning.plan import ChapterPlan
from scenes.production.workers.outcome import FAILED, STOPPED, USERS_MISTAKE, Problem
from scenes.production.workers.payload import PayloadError, pack, unpack
from scenes.production.workers.plan_schema import MOST_FRAMES
from scenes.production.workers.progress import Filmed

REFUSED, CALLED_OFF, FAULTY, PLANNED, DRAWN = "refused", "called off", "faulty", "planned", "drawn"


@dataclass(frozen=True)
class Answer:
    """What came back.

    Attributes
    ----------
    kind : str
        Whether the worker refused, was called off, met a fault, planned, or drew.
    message : str
        Why it refused.
    came : ChapterPlan, Problem or None
        What the work came to.
    told : tuple of Filmed
        What was drawn on the way.
    files : mapping of str to bytes
        The entries of its cache that were asked for, by their names there.
    """

    kind: str
    message: str = ""
    came: ChapterPlan | Problem | None = None
    told: Sequence[Filmed] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    def packed(self) -> bytes:
        """Return it as bytes."""
        table: dict[str, Any] = {"kind": self.kind, "told": [each.frames for each in self.told]}
        if self.message:
            table["message"] = self.message
        if isinstance(self.came, Problem):
            table |= {"message": self.came.message, "status": self.came.status}
        if isinstance(self.came, ChapterPlan):
            table["plan"] = self.came.table()
        return pack(table, self.files)


def answered(came: Any, told: Sequence[Filmed], files: Mapping[str, bytes]) -> Answer:
    """Return the answer of a worker whose work came to something."""
    kinds = ((Problem, FAULTY), (ChapterPlan, PLANNED))
    kind = next((kind for what, kind in kinds if isinstance(came, what)), DRAWN)
    return Answer(kind, came=came, told=told, files=files)


def read_answer(
    came: object,
    chapter: str,
    wanted: Collection[str],
    read_plan: Callable[[Any], ChapterPlan] | None,
) -> Answer:
    """Return the answer about a chapter that came as bytes.

    ``wanted`` are the names of the files that were asked for; ``read_plan`` reads a plan, where
    one was asked for.

    Raises
    ------
    PayloadError
        If there is anything in it that was not asked for.
    """
    table, files = unpack(came, wanted)
    kind, message = table.get("kind"), _message(table.get("message", ""))
    told = [Filmed(chapter, _frames(each)) for each in _list(table.get("told"))]
    if kind in (REFUSED, CALLED_OFF):
        return Answer(kind, message)
    if kind == FAULTY:
        return Answer(kind, "", Problem(message, _status(table.get("status"))), told, files)
    if kind == PLANNED and read_plan:
        return Answer(kind, "", read_plan(table.get("plan")), told, files)
    if kind == DRAWN and not read_plan:
        return Answer(kind, "", None, told, files)
    raise PayloadError("sent an answer to what it was not asked")


def _message(raw: object) -> str:
    """Return what is said, without what would move a terminal's cursor."""
    if not isinstance(raw, str):
        raise PayloadError("sent a message that is no text")
    return "".join(each for each in raw if each.isprintable() or each == "\n")


def _list(raw: object) -> list[Any]:
    if not isinstance(raw, list):
        raise PayloadError("sent no list of what it has drawn")
    return raw


def _frames(raw: object) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not 0 <= raw < MOST_FRAMES:
        raise PayloadError("sent a number of frames that is none")
    return raw


def _status(raw: object) -> int:
    if raw not in (USERS_MISTAKE, FAILED, STOPPED) or not isinstance(raw, int):
        raise PayloadError("sent a status that is none")
    return raw
