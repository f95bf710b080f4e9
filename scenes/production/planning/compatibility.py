"""What two machines must agree on, to draw the same pictures: the system, the libraries, the files.

Knows nothing of Manim, but of what Manim draws with.
"""

from __future__ import annotations

from collections.abc import Mapping

from mathcore import files_of
from scenes.production.planning.environment import environment
from scenes.production.planning.inputs import SOURCES, Inputs, in_project

Machine = Mapping[str, str]
FILES = "the project's files"


def this_machine() -> Machine:
    """Return what pictures depend on, beside what is asked for, by its name.

    The files are those that this process runs, as they were when it started.
    """
    return {**environment(), FILES: _project()}


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
    layers = [each for path in in_project("assets/layers/*.toml") for each in files_of(path)]
    return Inputs().code([*in_project(*SOURCES), *layers]).key[:12]
