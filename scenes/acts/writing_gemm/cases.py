"""What is the case with a cache, in the words that the wordings have for it.  Pure."""

from __future__ import annotations

from mathcore import fetches_of_lines
from mathcore.layer_file.cache import CacheLayer
from scenes.acts.writing_gemm.clock_cases import timed
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text

TOLD = ("ijk", "ikj", "jki", "tiles")
"""The walks in the order in which they are told."""


def most_of_a_tray(layer: CacheLayer) -> int:
    """Return how often the tray is fetched that is fetched most often by any of the walks."""
    traces = (layer.traces[name] for name in TOLD)
    return max(int(fetches_of_lines(trace, trace.touches).max()) for trace in traces)


def said_of(layer: CacheLayer) -> dict[str, Text | str]:
    """Return what the spoken lines name: counts, and the cases that they are told by."""
    walks = list(layer.traces)
    totals = {
        name: Numeral(layer.traces[name].total, Claim("entry", (walks.index(name), 3), "misses"))
        for name in TOLD
    }
    sizes = ("n", "line", "lines", "tile")
    return {
        **totals,
        **{
            name: Numeral(getattr(layer, name), Claim("entry", (place,), "cache"))
            for place, name in enumerate(sizes)
        },
        "products": Numeral(layer.n**3, Claim("entry", (0,), "steps")),
        "floor": Numeral(layer.traces["ijk"].floor, Claim("entry", (2,), "steps")),
        "of_b": Numeral(
            layer.traces["ijk"].misses["B"], Claim("entry", (walks.index("ijk"), 1), "misses")
        ),
        "room_is": room(layer),
        "b_comes": again(layer),
        "row_takes": compared(layer, "ikj", "ijk"),
        "columns_take": columns(layer),
        "tiles_take": compared(layer, "tiles", "ikj"),
        **timed(layer),
    }


def columns(layer: CacheLayer) -> str:
    """Tell what it costs to go down two columns at once: ``worst`` if no order fetches more."""
    told = compared(layer, "jki", "ijk")
    return "worst" if told == "more" and layer.worst == "jki" else told


def compared(layer: CacheLayer, name: str, other: str) -> str:
    """Tell whether a walk fetches ``fewer``, as ``many`` or ``more`` than another one."""
    few, many = layer.traces[name].total, layer.traces[other].total
    return "fewer" if few < many else "more" if few > many else "many"


def room(layer: CacheLayer) -> str:
    """Tell whether ever a tray has to leave while the columns of B are walked down."""
    return "scarce" if (layer.traces["ijk"].evicted >= 0).any() else "enough"


def again(layer: CacheLayer) -> str:
    """Tell whether trays of B come ``again`` and again when its columns are walked down."""
    trace = layer.traces["ijk"]
    return "again" if trace.misses["B"] > layer.n**2 // layer.line else "once"
