"""Two examples of one name, whatever is made of them: neither replaces what the other gave."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.cache.files import sha256
from scenes.production.commands import options
from scenes.production.delivery.manifest import read_manifest
from scenes.production.drawing import running
from scenes.production.gate import examining
from scenes.production.notebook import showing
from tests.gate.bad_chapter import BadChapter
from tests.production.tiny import Tiny
from tests.production.voices import burst, record

SMALL = ("row_by_column", "--quality", "l", "--fps", "5", "--jobs", "1")
Files = dict[str, str]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with a tiny chapter, and two examples of one name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setattr(examining, "chapter_class", lambda name: BadChapter)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    for name, value in {"PROJECT": tmp_path, "CACHE": tmp_path / "cache", "_made": {}}.items():
        monkeypatch.setattr(showing, name, value)
    text = (choices.EXAMPLES / "cocktails.toml").read_text(encoding="utf-8")
    for folder in ("monday", "friday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tea.toml").write_text(f"# {folder}\n{text}", encoding="utf-8")


def made(place: Path = Path("out")) -> Files:
    paths = sorted(path for path in place.rglob("*") if path.is_file())
    return {path.as_posix(): sha256(path) for path in paths}


def shown(files: Files) -> list[str]:
    """Those that people see: what a folder was made from is noted in others."""
    return [name for name in files if not Path(name).name.startswith(".")]


def render(folder: str) -> None:
    assert main([*SMALL, "--example", f"{folder}/tea.toml"]) == 0


def lecture(folder: str) -> None:
    assert main(["lecture", *SMALL, "--example", f"{folder}/tea.toml", "--zip"]) == 0


def check(folder: str) -> None:
    asked = ("row_by_column", "--no-pixels", "--jobs", "1", "--example", f"{folder}/tea.toml")
    assert main(["check", *asked]) == 1  # the bad chapter falls short, and there are stills


def show(folder: str) -> None:
    assert showing.show("row_by_column", example=f"{folder}/tea.toml", quality="l").video.is_file()


def still(folder: str) -> None:
    draw("--example", f"{folder}/tea.toml")


def draw(*words: str) -> None:
    """Draw a still of a chapter that has a script."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", choices.chapter_class)
        assert main(["still", "blank/the_recipes", "--quality", "l", *words]) == 0


@pytest.mark.parametrize("make", [render, lecture, check, show, still])
def test_the_second_leaves_alone_what_the_first_made(
    make: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    make("monday")
    first = made()
    make("friday")
    both = made()
    assert first.items() <= both.items()
    own = both.keys() - first.keys()
    assert len(own) == len(first)
    line = "out/tea/ holds the film of monday/tea.toml; this one goes to out/tea_"
    assert capsys.readouterr().err.count(line) == 1
    make("monday")
    make("friday")
    assert made().keys() == both.keys()  # each finds its own again


DIGITS = choices.EXAMPLES.parent / "layers" / "digits.toml"


def layer(folder: str) -> list[str]:
    """Write a layer file whose text is the same everywhere, beside tables that are not."""
    text = DIGITS.read_text(encoding="utf-8").replace("../digits/", "")
    Path(folder, "tea.toml").write_text(text, encoding="utf-8")
    for name in ("weights.csv", "samples.csv"):
        table = (DIGITS.parent / "../digits" / name).read_text(encoding="utf-8")
        Path(folder, name).write_text(f"# {folder}\n{table}", encoding="utf-8")
    return ["--layer", f"{folder}/tea.toml"]


def voice(folder: str) -> list[str]:
    """Record one beat, in each folder another sound."""
    record(Path(folder, "row_by_column/first_cell.wav"), burst(0.5, seed=len(folder)))
    return ["--voice", folder]


@pytest.mark.parametrize("words", [("render",), ("lecture", "--zip"), ("still",)])
@pytest.mark.parametrize("bring", [layer, voice])
def test_layer_files_with_their_tables_and_recordings_are_kept_apart_as_well(
    bring: Any, words: tuple[str, ...], tmp_path: Path
) -> None:
    def make(folder: str) -> None:
        if words[0] == "still":
            draw(*bring(folder))
        else:
            assert main([words[0], *SMALL, *bring(folder), *words[1:]]) == 0

    (tmp_path / "tuesday").mkdir()
    make("monday")
    first = made()
    assert first
    make("tuesday")
    both = made()
    assert first.items() <= both.items()
    assert len(shown(both)) == 2 * len(shown(first))
    make("monday")
    assert made().keys() == both.keys()


def test_the_second_table_of_one_name_replaces_no_example(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(choices, "EXAMPLES", tmp_path / "examples")
    for folder, share in (("monday", 40), ("friday", 70)):
        rows = f";A;Salt (g)\ntea;{share}%;1\nmilk;{100 - share}%;2\n"
        Path(folder, "tea.csv").write_text(rows, encoding="utf-8")
    assert main(["new", "tea", "--from", "monday/tea.csv"]) == 0
    first = made(tmp_path / "examples")
    assert main(["new", "tea", "--from", "friday/tea.csv"]) == 1
    assert "is there already; nothing was changed" in capsys.readouterr().err
    assert made(tmp_path / "examples") == first
    assert main(["new", "tea_friday", "--from", "friday/tea.csv"]) == 0
    assert len(made(tmp_path / "examples")) == 2


def test_each_list_names_its_own_example_and_each_archive_its_own_folder() -> None:
    for folder in ("monday", "friday"):
        lecture(folder)
    (other,) = Path("out").glob("tea_*")
    for home, folder in ((Path("out/tea"), "monday"), (other, "friday")):
        table = read_manifest(home / "en-480p5")
        assert table["example"]["sha256"] == sha256(Path(folder, "tea.toml"))
        with zipfile.ZipFile(home / "en-480p5-lecture.zip") as archive:
            tops = {name.partition("/")[0] for name in archive.namelist()}
        assert tops == {f"{home.name}-en-480p5-lecture"}


def test_one_check_of_both_keeps_them_apart(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("row_by_column", "--no-pixels", "--jobs", "1", "--json")
    assert main(["check", *asked, "--example", "monday/tea.toml,friday/tea.toml"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    (other,) = Path("out").glob("tea_*")
    assert {row["folder"] for row in rows} == {"tea", other.name}
    stills = [row["still"] for row in rows if row["still"]]
    assert len(set(stills)) == len(stills)
    assert all(Path(still).is_file() for still in stills)
    for home in ("tea", other.name):
        assert (Path("out", home, "en/receipts.json")).is_file()


def test_a_check_that_finds_nothing_leaves_no_folder_of_stills(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(examining, "chapter_class", choices.chapter_class)
    assert main(["check", "blank", "--no-pixels", "--jobs", "1"]) == 0
    assert not Path("out/check").exists()
