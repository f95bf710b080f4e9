"""The gate plays and draws, and leaves nothing of it where it was called."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.kit.examples.product.rule import Example
from scenes.production.gate.performance import rehearse
from scenes.production.gate.screening import screen


def test_formulas_are_not_made_where_the_command_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two that do so at once would take away each other's files."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        rehearse(Example)
        screen(Example, fps=1)
    assert list(tmp_path.iterdir()) == []
