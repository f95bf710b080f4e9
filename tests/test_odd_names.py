"""Files and names that a terminal, Rich, FFmpeg or a disk might take for something else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.commands import options
from scenes.production.drawing import running
from tests.production.tiny import EXAMPLE, Tiny

ODD = ("[red] :smile:", "a\x1b[31m\n:bomb:", "con", "caf\udce9", "=cmd", "x" * 240, "data:y", "-rf")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with a tiny chapter and an empty cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setenv("SCENE_JOBS", "1")  # in this process, where the chapter is the tiny one
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    for name in ("SCENE_EXAMPLE", "SCENE_LANG", "SCENE_THEME", "SCENE_CAPTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", ODD)
def test_an_example_may_be_called_anything(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        Path(f"{name}.toml").write_bytes(EXAMPLE.read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this disk has no such name")
    status = main(["row_by_column", "--example", f"./{name}.toml", "--quality", "l"])
    told, said = capsys.readouterr()
    assert status == 0, said
    assert [path for path in Path("out").rglob("*.mp4") if str(path).isascii()]
    assert "\x1b" not in told + said
    assert main(["--example", f"./no {name}.toml"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.isascii()
    assert said.endswith(".toml: no such file; check the name and the folder\n")


def test_the_gate_takes_a_name_with_a_comma_and_one_that_is_not_utf_8(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = ["milk, tea.toml", "caf\udce9.toml"]
    for name in names:
        Path(name).write_bytes(EXAMPLE.read_bytes())
    looks = [each for name in names for each in ("--example", f"./{name}")]
    assert main(["check", "blank", *looks, "--no-pixels"]) == 0, capsys.readouterr().err
    written = [json.loads(path.read_text("utf-8")) for path in Path("out").rglob("receipts.json")]
    formulas = [json.dumps(each, ensure_ascii=False) for each in written]
    assert [sum(f"{name}: " in text for text in formulas) for name in names] == [1, 1]


@pytest.mark.parametrize("command", ["check", "still"])
def test_an_out_that_cannot_be_is_named_as_it_was_typed(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes").write_text("mine")
    words = [command, "row_by_column", "--quality", "l"][: 2 if command == "check" else 4]
    assert main([*words, "--out", "notes"]) == 1
    said = capsys.readouterr().err
    assert said == "notes: is in the way, or below a file; name another with --out\n"
    assert main([*words, "--out", ""]) == 2
    assert "Nothing is named; name a file or a folder." in capsys.readouterr().err
    assert os.listdir(tmp_path) == ["notes"]


def test_an_out_may_be_called_like_an_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["row_by_column", "--quality", "l", "--out", "[/] :smile: [red]"]) == 0
    assert "[/] :smile: [red]/cocktails/en-480p15/row_by_column.mp4" in capsys.readouterr().out


def test_a_list_shows_names_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(choices, "EXAMPLES", tmp_path)
    text = EXAMPLE.read_text("utf-8")
    assert text.count('"Cocktails"') == 1
    (tmp_path / "[b]x.toml").write_text(text.replace('"Cocktails"', '"[/] :smile: x"'), "utf-8")
    assert main(["list"]) == 0
    told = capsys.readouterr().out
    assert "[b]x" in told
    assert "[/] :smile: x" in told


@pytest.mark.parametrize("name", ["con", "lpt1", "x" * 61, "../x", "x.y", "$(x)", ""])
def test_new_takes_no_name_that_some_disk_has_not(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(choices, "EXAMPLES", tmp_path)
    assert main(["new", name]) == 2
    assert f'"{name}" cannot be the name of an example' in capsys.readouterr().err
    assert os.listdir(tmp_path) == []
