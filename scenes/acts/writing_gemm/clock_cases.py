"""What a clock says of the walks, in the words that the wordings have for it.  Pure."""

from __future__ import annotations

from itertools import pairwise

from mathcore.layer_file.cache import CacheLayer
from mathcore.layer_file.seconds import WALKS, Seconds
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text

PLAIN = ("jki", "ijk", "ikj")
"""The orders without tiles, as the table has them."""


def timed(layer: CacheLayer) -> dict[str, Text | str]:
    """Return what spoken lines and labels name of a measurement, or that there is none."""
    measured = layer.measured
    if measured is None:
        return dict.fromkeys(("clock", "clock_says", "tiles_time"), "none")
    last = len(measured.sizes) - 1
    walks = {"slowest": "jki", "quickest": "ikj", "tiled": "tiles", "by_library": "library"}
    seconds = {
        name: Numeral(measured.of(walk)[last], Claim("entry", (last, WALKS.index(walk)), "seconds"))
        for name, walk in walks.items()
    }
    return {
        **seconds,
        **layer.told,
        "size": Numeral(measured.sizes[last], Claim("entry", (last,), "sizes")),
        "clock": "measured",
        "clock_says": "agrees" if agrees(layer, measured) else "differs",
        "tiles_time": "gain" if layer.tiles_gain else "nothing",
    }


def agrees(layer: CacheLayer, measured: Seconds) -> bool:
    """Tell whether, of two orders, the one that fetches fewer trays was the quicker one."""
    for slow, quick in pairwise(PLAIN):
        fewer = layer.traces[quick].total < layer.traces[slow].total
        if fewer and measured.of(quick)[-1] >= measured.of(slow)[-1]:
            return False
    return True
