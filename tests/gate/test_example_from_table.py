"""An example that was made of a table passes the gate: fractions that never end, below zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathcore import LANGUAGES
from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.rehearsal import chapters

TABLE = """\
Ingredient,Latte,Chai (parts),Thirds,Alcohol (% vol),Price (€),Notes
Black tea,40%,40,33.3%,0,1.20,good
Milk,60%,20,33.3%,0,0.8,
Honey syrup,,10,33.3%,-2,1/3,sweet
Total,100%,70,99.9%,,,
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_of_a_table_passes_the_gate(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "EXAMPLES", tmp_path / "examples")
    (tmp_path / "tea.csv").write_text(TABLE, encoding="utf-8")
    assert main(["new", "tea", "--from", str(tmp_path / "tea.csv")]) == 0
    path = tmp_path / "examples" / "tea.toml"
    played = rehearse(chapters()["row_by_column"], example=path, language=language)
    assert [(row.rule, row.finding.what) for row in judge(played)] == []
