"""A walk stopped on its way: what has been added, fetched, and is held by then."""

from __future__ import annotations

import numpy as np

from mathcore.arrays import frozen
from mathcore.cache import CacheTrace, Walk, Whole


def terms_added(walk: Walk, steps: int) -> Whole:
    """Count the products that each entry of C has after so many steps.

    Parameters
    ----------
    walk : Walk
        The steps.
    steps : int
        How many of them have been made, 0 to n³.

    Returns
    -------
    (n, n) array of int
        From 0 to n, where the entry is whole.  It is read-only.

    Examples
    --------
    >>> from mathcore import walk
    >>> terms_added(walk("ikj", 2), 3).tolist()
    [[2, 1], [0, 0]]
    """
    _require_within("steps", steps, len(walk.steps))
    i, j, _ = walk.steps[:steps].T
    added = np.bincount(i * walk.n + j, minlength=walk.n**2)
    return frozen(added.reshape(walk.n, walk.n))


def fetches_of_lines(trace: CacheTrace, accesses: int) -> Whole:
    """Count how often each line of the memory has been fetched after so many accesses.

    Parameters
    ----------
    trace : CacheTrace
        What is fetched.
    accesses : int
        How many have been made, 0 to all.

    Returns
    -------
    (lines of the memory,) array of int
        Those of A, then of B, then of C; they sum to the misses so far.  It is read-only.

    Examples
    --------
    >>> from mathcore import count_misses, walk
    >>> fetches_of_lines(count_misses(walk("ijk", 2), line=2, lines=3), 24).tolist()
    [1, 1, 4, 4, 1, 1]
    """
    _require_within("accesses", accesses, trace.touches)
    memory = -(-3 * trace.walk.n**2 // trace.line)
    fetched = trace.fetched[:accesses][trace.missed[:accesses]]
    return frozen(np.bincount(fetched, minlength=memory))


def lines_held(trace: CacheTrace, accesses: int) -> Whole:
    """Tell which line stands in each place of the cache after so many accesses.

    Parameters
    ----------
    trace : CacheTrace
        What is fetched.
    accesses : int
        How many have been made, 0 to all.

    Returns
    -------
    (lines,) array of int
        -1 where nothing stands yet.  It is read-only.

    Examples
    --------
    >>> from mathcore import count_misses, walk
    >>> lines_held(count_misses(walk("ijk", 2), line=2, lines=3), 5).tolist()
    [0, 3, 4]
    """
    _require_within("accesses", accesses, trace.touches)
    missed = trace.missed[:accesses]
    held = np.full(trace.lines, -1)
    # of lines that came to one place, NumPy keeps the last
    held[trace.place[:accesses][missed]] = trace.fetched[:accesses][missed]
    return frozen(held)


def _require_within(name: str, count: int, most: int) -> None:
    if not 0 <= count <= most:
        raise ValueError(f"{name} = {count}; this walk has 0 to {most}")
