"""Make the tiny film on a farm in a process that has loaded nothing yet, as the command line is."""

from __future__ import annotations

import sys
from pathlib import Path

from scenes.production.drawing import running
from scenes.production.planning.settings import Settings
from scenes.production.workers.cluster import Farm
from scenes.production.workers.pipeline import make_film
from tests.production.tiny import EXAMPLE, TINY, TINY_TASKS, Tiny


def main(address: str, place: Path, *names: str) -> None:
    """Make it."""
    assert "dask" not in sys.modules
    vars(running)["chapter_class"] = lambda name: Tiny
    settings = Settings(EXAMPLE, quality=TINY, out=place / "out", cache=place / "cache")
    for outcome in make_film(settings, names, Farm(address), lambda step: None, TINY_TASKS):
        assert outcome.problem is None, outcome.problem


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
