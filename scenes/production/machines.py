"""What two machines must agree on, to draw the same pictures: the system, the libraries, the files.

Knows nothing of Manim, but of what Manim draws with.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from importlib.metadata import version

import cairo
import manimpango

from mathcore import files_of
from scenes.production.fingerprints import LIBRARIES, SOURCES, in_project
from scenes.production.settings import PROJECT

Machine = Mapping[str, str]
DRAWING = (*LIBRARIES, "pillow", "typst", "uharfbuzz")
FILES = "the project's files"


def this_machine() -> Machine:
    """Return what pictures depend on, beside what is asked for, by its name."""
    return {
        "the system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Cairo": cairo.cairo_version_string(),
        "Pango": manimpango.pango_version(),
        **{library: version(library) for library in DRAWING},
        FILES: _project(),
    }


def difference(here: Machine, there: Machine) -> str:
    """Tell in words in what two machines differ; nothing where they agree.

    >>> difference({"manim": "0.22.0", "av": "18"}, {"manim": "0.21.0", "av": "18"})
    'manim is 0.21.0 there and 0.22.0 here'
    """
    return "; ".join(
        f"{name} {'are' if name == FILES else 'is'} {there.get(name)} there and {here[name]} here"
        for name in here
        if there.get(name) != here[name]
    )


def _project() -> str:
    """Return what stands for the code, the words, the fonts, and the layers that are shipped."""
    digest = hashlib.sha256()
    layers = [each for path in in_project("assets/layers/*.toml") for each in files_of(path)]
    for path in (*in_project(*SOURCES), *layers):
        digest.update(path.relative_to(PROJECT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
