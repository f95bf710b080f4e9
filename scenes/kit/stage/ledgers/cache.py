"""What the counts and the seconds of the walks are checked against.  Pure."""

from __future__ import annotations

import numpy as np

from mathcore.arrays import Array
from mathcore.layer_file.cache import CacheLayer
from mathcore.layer_file.seconds import WALKS, Seconds


def sources(layer: CacheLayer) -> dict[str, Array]:
    """Return, by name, what a claim of this chapter may be of.

    A walk is ``jki``, ``ijk``, ``ijk_transposed``, ``ikj`` or ``tiles``, in this order.

    =================  ==========================================================================
    ``cache``          [n, numbers to a line, lines, rows of a tile]
    ``steps``          [steps of a walk, its touches, the lines that any walk must fetch]
    ``misses``         [walk, A B C and all together]
    ``running_ijk``    the misses after so many touches [touches, A B C], and so for each walk
    ``total_ijk``      all misses after so many touches [touches], and so for each walk
    ``products``       so many products after so many steps [steps]
    ``levels``         rows and columns of each level's tile [level, 2]
    ``sizes``          [n of each measured size]
    ``seconds``        the measured seconds [size, walk], and last those of a library
    ``times``          how many times as long as ``ikj`` each took [size, walk], and the library
    ``measured``       [rows of a tile, runs that each median is of]
    =================  ==========================================================================

    What was measured is not there where nobody has measured.
    """
    traces = layer.traces
    one = next(iter(traces.values()))
    found: dict[str, Array] = {
        "cache": np.array([layer.n, layer.line, layer.lines, layer.tile]),
        "steps": np.array([layer.n**3, one.touches, one.floor]),
        "misses": np.array([[*trace.misses.values(), trace.total] for trace in traces.values()]),
        "products": np.arange(layer.n**3 + 1),
        "levels": np.array([(level.rows, level.columns) for level in layer.levels]),
    }
    assert tuple(traces) == WALKS[:-1]
    found |= {f"running_{name}": trace.counts for name, trace in traces.items()}
    found |= {} if layer.measured is None else _timed(layer.measured)
    return found | {f"total_{name}": trace.counts.sum(axis=1) for name, trace in traces.items()}


def _timed(measured: Seconds) -> dict[str, Array]:
    return {
        "sizes": np.array(measured.sizes),
        "seconds": measured.seconds,
        "times": measured.seconds / measured.of("ikj")[:, None],
        "measured": np.array([measured.tile, measured.repeats]),
    }
