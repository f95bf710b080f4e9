"""What a key is made from: the code as this process runs it, and the data as they stand now.

Python keeps to the code that it has loaded, whatever is saved meanwhile.  So the state of every
source is noted when the process starts, a key is made of those states alone, and before anything
is kept under a key it is asked whether its inputs still are what they were.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from mathcore.listing import files_in
from scenes.production.planning.settings import PROJECT

SOURCES = (
    "mathcore/**/*.py",
    "mathcore/**/*.toml",
    "scenes/**/*.py",
    "scenes/**/*.toml",
    "assets/fonts/*",
)

Stamp = tuple[int, int, int] | None  # written when, how large, which one; None where there is none
Content = Callable[[Path], bytes]


class InputsChangedError(RuntimeError):
    """A file was saved while this process works with what it was before."""

    def __init__(self, what: Path | str = "a file of the film") -> None:
        if isinstance(what, Path) and what.is_relative_to(PROJECT):
            what = what.relative_to(PROJECT)
        super().__init__(
            f"{what}: was saved during the work, which had begun with the file as it was. Nothing "
            "was kept that might mix the two. Run the same command again (in a notebook, restart "
            "the kernel first): finished parts are kept."
        )
        self.what = str(what)

    def __reduce__(self) -> tuple[type[InputsChangedError], tuple[str]]:
        """Travel between processes with what it is about, not with all that is said of it."""
        return type(self), (self.what,)


def in_project(*patterns: str) -> list[Path]:
    """Return the project's files of some patterns, sorted."""
    return files_in(PROJECT, *patterns)


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _is_script(path: Path) -> bool:
    """Tell whether it holds the lines of a chapter, which are read anew for every run."""
    return path.suffix == ".toml" and path.parent == PROJECT / "scenes"


def take_stock() -> None:
    """Note the state of sources that are not known yet; to be called before they are loaded."""
    for path in in_project(*SOURCES):
        if not _is_script(path):
            _at_start.setdefault(path, _stamp(path))


class Inputs:
    """Everything that one key is made from.

    Parameters
    ----------
    *told : str
        What is in the key beside files.
    """

    def __init__(self, *told: str) -> None:
        self._digest = hashlib.sha256()
        self._stamps: dict[Path, Stamp] = {}
        self.tell(*told)

    def tell(self, *parts: str) -> Inputs:
        """Add words."""
        for part in parts:
            self._digest.update(f"{len(part)}:{part}".encode())
        return self

    def code(self, paths: Iterable[Path], content: Content = Path.read_bytes) -> Inputs:
        """Add files of the project, by their places.

        Raises
        ------
        InputsChangedError
            If one is not any more what this process has loaded.
        """
        for path in paths:
            self.tell(path.relative_to(PROJECT).as_posix()).data([path], content)
        return self

    def data(self, paths: Iterable[Path], content: Content = Path.read_bytes) -> Inputs:
        """Add files by their contents alone: wherever they stand, they make the same pictures."""
        for path in paths:
            stamp = self._stamps[path] = _at_start.get(path, _stamp(path))
            self._digest.update(_content(path, stamp, content))
        return self

    def also(self, others: Inputs) -> Inputs:
        """Add what another key is made from."""
        self._stamps |= others._stamps
        return self.tell(others.key)

    @property
    def key(self) -> str:
        """What stands for all of it."""
        return self._digest.hexdigest()[:32]

    def require_unchanged(self) -> None:
        """Fail if a file is not any more what it was when the key was made.

        Raises
        ------
        InputsChangedError
            It names the file.
        """
        for path, stamp in self._stamps.items():
            if _stamp(path) != stamp:
                raise InputsChangedError(path)


@lru_cache(maxsize=4096)
def _content(path: Path, stamp: Stamp, content: Content) -> bytes:
    """Return what stands for the content of a file in a state."""
    data = b"" if stamp is None else content(path)
    if _stamp(path) != stamp:
        raise InputsChangedError(path)
    return hashlib.sha256(data).digest()


_at_start: dict[Path, Stamp] = {}
take_stock()
