"""What the gate says: a table for people, one JSON document for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rich.table import Table

from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import Terminal
from scenes.production.gate.finding import Exemption, Row
from scenes.production.gate.verdict import Figures, Task, Verdict
from scenes.production.planning.plain_names import plain_name

LOG = 120  # columns, where it is not a terminal that is written to

Entry = dict[str, Any]


@dataclass(frozen=True)
class Shortfall:
    """One row of the table, and every look in which it is found."""

    row: Row
    still: Path | None
    looks: tuple[str, ...]


def shortfalls(verdicts: Iterable[Verdict]) -> tuple[Shortfall, ...]:
    """Return what falls short; what several looks have in common stands once."""
    found: dict[tuple[str, ...], Shortfall] = {}
    for task, row, still in _rows(verdicts):
        key = (row.rule, row.chapter, row.finding.beat, row.finding.what)
        first = found.get(key, Shortfall(row, still, ()))
        found[key] = Shortfall(first.row, first.still, (*first.looks, task.look))
    return tuple(found.values())


def _rows(verdicts: Iterable[Verdict]) -> Iterator[tuple[Task, Row, Path | None]]:
    for verdict in verdicts:
        pairs = zip_longest(verdict.rows, verdict.stills)
        for row, still in sorted(pairs, key=lambda pair: pair[0].finding.seconds):
            yield verdict.task, row, still


def exempted(verdicts: Iterable[Verdict]) -> tuple[tuple[str, Exemption], ...]:
    """Return every exemption once, with its chapter."""
    pairs = ((verdict.task.chapter, each) for verdict in verdicts for each in verdict.exemptions)
    return tuple(dict.fromkeys(pairs))


def figures(verdicts: Iterable[Verdict]) -> Figures:
    """Return how much was looked at in all."""
    return sum((verdict.figures for verdict in verdicts), Figures())


def print_report(verdicts: Sequence[Verdict]) -> None:
    """Print what falls short, the exemptions, and the figures."""
    console = Terminal()
    console = console if console.is_terminal else Terminal(width=LOG)
    found, exemptions = shortfalls(verdicts), exempted(verdicts)
    if found:
        console.print(_table(found))
    for chapter, exemption in exemptions:
        about = f'{chapter}: "{exemption.name}" is exempt from {exemption.rule}'
        console.print(f"{about}: {exemption.reason}", highlight=False)
    console.print(closing(verdicts), highlight=False, soft_wrap=True)


def _table(found: Sequence[Shortfall]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("where", overflow="fold", ratio=2)
    table.add_column("rule", overflow="fold", ratio=2, style="bold red")
    table.add_column("what falls short, and how to mend it", overflow="fold", ratio=5)
    for each in found:
        finding = each.row.finding
        where = [f"{each.row.chapter}", f"{finding.beat} {finding.seconds:.2f} s".strip()]
        where.append(each.looks[0] + (f" and {len(each.looks) - 1} more" if each.looks[1:] else ""))
        what = [finding.what, f"→ {each.row.fix}"]
        if each.still:
            what.append(shown(each.still))
        table.add_row("\n".join(where), each.row.rule, "\n".join(what))
    return table


def closing(verdicts: Sequence[Verdict]) -> str:
    """Say in one line how much was looked at, and what came of it."""
    seen, found = figures(verdicts), shortfalls(verdicts)
    played = sum(bool(verdict.seconds) for verdict in verdicts)
    counted = (
        _count(played, "performance"),
        f"{_count(seen.numerals, 'numeral')} proven",
        f"{_count(seen.moments, 'moment')} looked at",
        f"{_count(seen.stills, 'still')} looked at",
        *([f"{_count(seen.files, 'delivered picture')} compared"] if seen.files else []),
        _count(len(exempted(verdicts)), "exemption"),
    )
    result = f"{_count(len(found), 'shortfall')}." if found else "Nothing falls short."
    return f"{', '.join(counted)}. {result}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}".replace(",", "\u202f")


def document(verdicts: Sequence[Verdict]) -> Entry:
    """Return all of it, row by row and look by look, as JSON can hold it."""
    seen = figures(verdicts)
    return {
        "rows": [_entry(*each) for each in _rows(verdicts)],
        "exemptions": [
            {"chapter": chapter, "rule": each.rule, "name": each.name, "reason": each.reason}
            for chapter, each in exempted(verdicts)
        ],
        "figures": {
            "performances": sum(bool(verdict.seconds) for verdict in verdicts),
            "numerals": seen.numerals,
            "moments": seen.moments,
            "stills": seen.stills,
            "delivered": seen.files,
        },
    }


def _entry(task: Task, row: Row, still: Path | None) -> Entry:
    box = row.finding.box
    edges = (box.x, box.y, box.width, box.height) if box else None
    return {
        "rule": row.rule,
        "example": task.settings.example_name,
        "folder": task.settings.material,
        "layers": [plain_name(path) for path in task.settings.layers],
        "language": task.settings.language,
        "theme": task.settings.theme,
        "chapter": row.chapter,
        "beat": row.finding.beat or None,
        "seconds": round(float(row.finding.seconds), 3),
        "what": row.finding.what,
        "box": [round(float(edge), 1) for edge in edges] if edges else None,
        "still": shown(still) if still else None,
        "fix": row.fix,
    }
