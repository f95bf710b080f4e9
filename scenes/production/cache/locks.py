"""Who works in a folder holds it: by a lock on the folder itself, which leaves no file there.

A lock ends with its process, however that ends, and counts for every process of this system, also
in other containers.  Some network drives know no locks; there nobody can tell.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from weakref import WeakSet

from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import say
from scenes.production.workers.signals import uninterrupted

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]


ATTEMPTS = 9


class Hold:
    """A folder, or a file, that is held until it is released, or forgotten.

    Attributes
    ----------
    is_sure : bool
        Whether others can be told from here: where locks are not known, several may hold it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.is_sure = folder, fcntl is not None
        self._handle: int | None = None
        if fcntl:
            # a file has to be open for writing where locks go over a network
            mode = os.O_RDONLY if folder.is_dir() else os.O_RDWR
            self._handle = os.open(folder, mode)
        _known.add(self)

    def lock(self, *, alone: bool, patient: bool) -> bool:
        """Lock the folder, alone or with others; tell whether that could be done."""
        if self._handle is None:
            return True
        kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(self._handle, kind if patient else kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            self.is_sure = False
        return True

    def is_in_place(self) -> bool:
        """Tell whether the folder still stands where it stood, and is no other one."""
        if self._handle is None:
            return True
        try:
            return os.path.samestat(os.fstat(self._handle), self.folder.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the folder back; to do it twice does no harm."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                # a process that was forked may have the handle too: the lock must not live on there
                fcntl.flock(handle, fcntl.LOCK_UN)
            os.close(handle)

    def leave_to_parent(self) -> None:
        """Forget it in a process that was forked: it is the other one's."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    __del__ = release

    def __enter__(self) -> Hold:
        """Hold it for a while."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Give it back."""
        self.release()


_known: WeakSet[Hold] = WeakSet()


def take(
    folder: Path, *, alone: bool = True, wait: Callable[[], None] | None = None
) -> Hold | None:
    """Hold a folder, alone or together with others; return None if others are in the way.

    With ``wait``, which is called first, it is waited until they are done; Ctrl-C ends that.
    """
    while True:
        hold = None
        try:
            with uninterrupted():  # else nobody would know what is to be released
                hold = Hold(folder)
                is_free = hold.lock(alone=alone, patient=False)
            if not is_free:
                if wait is None:
                    hold.release()
                    return None
                wait()
                hold.lock(alone=alone, patient=True)
            if hold.is_in_place():
                return hold
            hold.release()
        except BaseException:
            if hold:
                hold.release()
            raise


@contextmanager
def shared(folder: Path) -> Iterator[None]:
    """Hold a folder together with others; who has it alone is waited for."""
    with _take_or_make(folder, alone=False, wait=lambda: None):
        yield


@contextmanager
def held(folders: Iterable[Path]) -> Iterator[None]:
    """Hold folders alone for as long as one works in them; if another does, say so and wait.

    All who want several ask for them in the same order, so that none waits for one who waits.
    """
    with ExitStack() as stack:
        for folder in sorted({Path(os.path.abspath(each)) for each in folders}):
            wait = partial(say, _busy(folder))
            stack.enter_context(_take_or_make(folder, alone=True, wait=wait))
        yield


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold a folder alone for a moment, as do all who want it."""
    with _take_or_make(folder, alone=True, wait=lambda: None):
        yield


def _busy(folder: Path) -> str:
    return (
        f"{shown(folder)}/: another run is at work in it; this one goes on when that is done. "
        "Ctrl-C ends the wait."
    )


def _take_or_make(folder: Path, *, alone: bool, wait: Callable[[], None]) -> Hold:
    for attempt in range(ATTEMPTS):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            hold = take(folder, alone=alone, wait=wait)
            assert hold
            return hold
        except FileNotFoundError:  # others remove what is empty; but it may not be possible at all
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError


def _let_go() -> None:
    for hold in tuple(_known):
        hold.leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
