"""Judging: every rule that is there is asked about a performance."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from scenes.production.gate import rules
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance


@dataclass(frozen=True)
class Row:
    """One line of the gate's table."""

    rule: str
    chapter: str
    finding: Finding
    fix: str


def all_rules(*, pixels: bool = False) -> dict[str, ModuleType]:
    """Return the rules by name: those that need pictures, or those that do not."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    modules = {name: importlib.import_module(f"{rules.__name__}.{name}") for name in names}
    return {n: m for n, m in modules.items() if getattr(m, "PIXELS", False) is pixels}


def judge(performance: Performance) -> Iterator[Row]:
    """Ask every rule without pixels; of findings that are alike in a beat, the first counts."""
    exempt = {(exemption.rule, exemption.name) for exemption in performance.exemptions}
    for name, rule in all_rules().items():
        told: set[tuple[str, str]] = set()
        for finding in rule.check(performance):
            alike = (finding.beat, finding.what)
            if alike not in told and (name, finding.name) not in exempt:
                told.add(alike)
                yield Row(name, performance.chapter, finding, rule.FIX)
