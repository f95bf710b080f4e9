"""The files of a folder that somebody put there, without what programs leave beside them."""

from __future__ import annotations

import re
from pathlib import Path

LEFTOVER = re.compile(
    r"""
    \..*                                 # hidden: ._ of macOS, .# and .swp of editors, .DS_Store
    | .*~ | \#.*\# | .*___jb_(tmp|old)___  # copies and drafts of editors
    | .*\.(bak|orig|rej|sw[a-p]|tmp)
    | ~\$.*                              # locks of office programs
    | (eh)?thumbs.*\.db | desktop\.ini | icon\r
    | __pycache__ | __macosx | @eadir | \$recycle\.bin
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_leftover(name: str) -> bool:
    """Tell whether a file or a folder of this name is what a program left for itself.

    Examples
    --------
    >>> [is_leftover(name) for name in ("._tea.toml", "tea.toml~", "Thumbs.db", "tea.toml")]
    [True, True, True, False]
    """
    return LEFTOVER.fullmatch(name) is not None


def files_in(folder: Path, *patterns: str) -> list[Path]:
    """Give the files of some patterns below a folder, sorted, each once, and no leftovers.

    Examples
    --------
    >>> [path.name for path in files_in(Path("assets/digits"), "*.csv")]
    ['samples.csv', 'weights.csv']
    """
    return [path for path in _entries(folder, *patterns) if path.is_file()]


def no_files_in(folder: Path, *patterns: str) -> list[Path]:
    """Give what bears such a name too and is no file: a folder, a pipe, a link that leads nowhere.

    Examples
    --------
    >>> [path.name for path in no_files_in(Path("assets"), "digi*", "*.md")]
    ['digits']
    """
    return [path for path in _entries(folder, *patterns) if not path.is_file()]


def _entries(folder: Path, *patterns: str) -> list[Path]:
    found = {path for pattern in patterns for path in folder.glob(pattern)}
    return sorted(path for path in found if _is_somebodys(path, folder))


def _is_somebodys(path: Path, folder: Path) -> bool:
    return not any(map(is_leftover, path.relative_to(folder).parts))
