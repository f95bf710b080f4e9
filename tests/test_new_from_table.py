"""``new --from``: what is said of a table and written; where it is refused, nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.commands import options
from scenes.production.drawing import running
from tests.production.tiny import Tiny

TABLE = ";Latte;Pure;Salt (g)\nBlack tea;40%;100%;0,5\nMilk;60%;;-1\n"
ONCE = '6 texts are given once, and stand so in every language: "Tea", "Black tea", "Milk", …'
Answer = tuple[int, str, str]


@pytest.fixture(autouse=True)
def examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Work in an empty folder, with a tiny chapter and an empty folder of examples."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(choices, "EXAMPLES", tmp_path / "examples")
    return tmp_path / "examples"


@pytest.fixture
def scenes(capsys: pytest.CaptureFixture[str]):
    """Call the command line in this process."""

    def call(*arguments: str) -> Answer:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return call


def test_a_table_becomes_an_example_that_can_be_rendered(scenes, examples: Path) -> None:
    Path("my tea.csv").write_text(TABLE, encoding="utf-8")
    status, told, said = scenes("new", "tea", "--from", "my tea.csv")
    assert (status, said) == (0, "")
    assert told.splitlines() == [
        'my tea.csv: 2 mixtures (percents): "Latte" (B), "Pure" (C)',
        'my tea.csv: 1 property: "Salt" (D, g)',
        f"my tea.csv: {ONCE}",
        "Wrote examples/tea.toml. Edit it, then see it:",
        "  ./render.sh row_by_column --example tea --quality l",
    ]
    words = ("row_by_column", "--example", "tea", "--quality", "l", "--jobs", "1")
    status, _, said = scenes(*words)
    assert status == 0
    assert said.count(ONCE) == 1


def test_a_table_that_cannot_be_understood_makes_nothing(scenes, examples: Path) -> None:
    Path("tea.csv").write_text(TABLE.replace("60%", "70%"), encoding="utf-8")
    status, told, said = scenes("new", "tea", "--from", "tea.csv")
    assert (status, told) == (2, "")
    assert said.startswith('tea.csv: B1: "Latte" sums to 110 %; if it is a mixture, make that 100')
    Path("wide.csv").write_text(TABLE.replace("0,5", "12345678"), encoding="utf-8")
    status, told, said = scenes("new", "tea", "--from", "wide.csv")
    assert (status, told) == (2, "")
    assert said.startswith('wide.csv: property "Salt": a number for mixture "Latte" is 12345678')
    assert not examples.exists()
