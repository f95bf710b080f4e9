"""Judging: every rule that is there is asked about a performance."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from scenes.production.gate import rules
from scenes.production.gate.finding import Exemption, Finding, Row
from scenes.production.gate.performance import Performance

__all__ = ["Row", "all_rules", "ask", "film_rules", "judge"]


def all_rules(*, pixels: bool = False) -> dict[str, ModuleType]:
    """Return the rules of a chapter by name: those that need pictures, or those that do not."""
    others = {**film_rules(), **file_rules()}
    return {
        name: rule
        for name, rule in _rules().items()
        if getattr(rule, "PIXELS", False) is pixels and name not in others
    }


def film_rules() -> dict[str, ModuleType]:
    """Return the rules that are about the whole film."""
    return {name: rule for name, rule in _rules().items() if getattr(rule, "FILM", False)}


def file_rules() -> dict[str, ModuleType]:
    """Return the rules that are about what was delivered."""
    return {name: rule for name, rule in _rules().items() if getattr(rule, "FILES", False)}


def _rules() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return {name: importlib.import_module(f"{rules.__name__}.{name}") for name in names}


def judge(performance: Performance) -> Iterator[Row]:
    """Ask every rule without pixels about a chapter."""
    yield from ask(all_rules(), performance, performance.chapter, performance.exemptions)


def ask(
    asked: Mapping[str, Any], about: Any, chapter: str, exemptions: Collection[Exemption] = ()
) -> Iterator[Row]:
    """Ask rules about whatever they judge; of findings that are alike in a beat the first counts.

    A rule that fails is a bug, and said to be one; the others are asked all the same.
    """
    exempt = {(exemption.rule, exemption.name) for exemption in exemptions}
    for name, rule in asked.items():
        told: set[tuple[str, str]] = set()
        try:
            for finding in rule.check(about):
                alike = (finding.beat, finding.what)
                if alike not in told and (name, finding.name) not in exempt:
                    told.add(alike)
                    yield Row(name, chapter, finding, rule.FIX)
        except Exception as error:
            yield Row(name, chapter, Finding("", 0.0, _bug(error)), "mend this rule's file")


def _bug(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"a bug in the rule itself: {type(error).__name__}: {error} ({where})"
