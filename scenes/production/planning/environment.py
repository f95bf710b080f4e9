"""What draws the pictures beside this project's own files: the system and the libraries, by name.

The one list of them: the keys of plays are made from it, and the machines of a farm must agree on
it.  Knows nothing of Manim, but of what Manim draws with.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

LIBRARIES = ("manim", "av", "numpy")  # those that a person would want to be told of
DRAWING = (
    *LIBRARIES,
    "pillow",
    "typst",  # sets formulas
    "uharfbuzz",  # shapes every label
    "svgelements",  # reads the outlines of formulas
    "pycairo",
    "manimpango",  # sets the Text of plain Manim
    "scipy",  # what follows are Manim's own geometers, for scenes that use them
    "skia-pathops",
    "networkx",
    "isosurfaces",
)


@cache
def environment() -> Mapping[str, str]:
    """Return the version of everything that can change a picture.

    Of Python the release is named, 3.12 and not 3.12.4: a patch release mends faults, and changes
    neither arithmetic nor the order of anything.
    """
    import av
    import cairo
    import manimpango

    return {
        "the system": f"{platform.system()} {platform.machine()}",
        "Python": "{}.{}".format(*sys.version_info[:2]),
        "Cairo": cairo.cairo_version_string(),
        "Pango": manimpango.pango_version(),
        "FFmpeg": str(av.ffmpeg_version_info),  # PyAV can be built with another than it brings
        **{library: version(library) for library in DRAWING},
    }
