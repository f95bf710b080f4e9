"""The figures as a table for people, and as JSON."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.table import Table

from scenes.production.bench.encoders import Tally
from scenes.production.bench.figures import Figure
from scenes.production.bench.measured import Measured
from scenes.production.cache.files import write_text
from scenes.production.cache.terminal import Terminal
from scenes.production.planning.settings import Quality
from scenes.production.workers.processes import cores

MET = {True: "met", False: "not met", None: ""}


def print_figures(figures: Sequence[Figure], title: str) -> None:
    """Print the table."""
    table = _table(title)
    for heading in ("", "what", "seconds", "figure", "of what", "target", ""):
        table.add_column(heading, justify="right" if heading in ("seconds", "figure") else "left")
    for each in figures:
        table.add_row(
            each.part,
            each.what,
            "" if each.seconds is None else f"{each.seconds:.1f}",
            f"{each.value:.{4 if each.at_least else 3}f}",
            each.compared,
            _target(each),
            MET[each.met],
        )
    Terminal().print(table)


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return f"≥ {figure.target:.4f}" if figure.at_least else f"≤ {figure.target:.3g}"


def keep_figures(
    path: Path,
    figures: Sequence[Figure],
    sessions: Sequence[Measured],
    chapters: Sequence[str],
    quality: Quality,
) -> None:
    """Write the figures, and every single time, as JSON."""
    document = {
        "machine": {"system": platform.platform(), "cores": cores()},
        "quality": str(quality),
        "chapters": list(chapters),
        "figures": [{**asdict(each), "met": each.met} for each in figures],
        "sessions": [asdict(each) for each in sessions],
    }
    write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def print_encoders(tallies: Mapping[str, Mapping[str, Tally]], fps: int) -> None:
    """Print how each of the encoder's settings did: by chapter, and in all."""
    first, *_ = tallies.values()
    table = _table(f"The encoder's settings, on {_total(first).frames} frames")
    table.add_column("settings", overflow="fold")
    for heading in (*(f"{name}, MB/min" for name in first), "ms a frame", "SSIM", "least"):
        table.add_column(heading, justify="right")
    for name, by_chapter in tallies.items():
        total = _total(by_chapter)
        sizes = (f"{each.megabytes_a_minute(fps):.2f}" for each in by_chapter.values())
        likeness = f"{total.mean:.5f}", f"{min(total.likeness):.5f}"
        table.add_row(name, *sizes, f"{total.milliseconds:.1f}", *likeness)
    Terminal().print(table)


def keep_encoders(path: Path, tallies: Mapping[str, Mapping[str, Tally]], quality: Quality) -> None:
    """Write how each of the encoder's settings did, as JSON."""
    found = {
        name: {chapter: asdict(each) for chapter, each in by_chapter.items()}
        for name, by_chapter in tallies.items()
    }
    document = {"quality": str(quality), "encoders": found}
    write_text(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _total(by_chapter: Mapping[str, Tally]) -> Tally:
    return sum(by_chapter.values(), Tally())


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
