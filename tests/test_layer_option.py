"""``--layer``: another layer file for the chapters that take one of its kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenes.__main__ import main
from scenes.kit.stage import layers
from scenes.production.commands import check, options
from scenes.production.drawing import running
from scenes.production.planning.material import stranger_sentences
from tests.layers import GOOD, tiny, write
from tests.production.tiny import Tiny

__all__ = ["tiny"]


class Layered(Tiny):
    """A tiny chapter that takes a tiny layer, and says in its title which."""

    layer_kind, default_layer = "tiny", "stripes"

    def __init__(self, *, layer: Path, **kwargs) -> None:
        Shown.append(layer.stem)
        super().__init__(**kwargs)


Shown: list[str] = []


@pytest.fixture
def scenes(tiny, monkeypatch, tmp_path, capsys):
    """Call the command line in an empty folder, with a chapter that takes a tiny layer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Layered)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    need = layers.Need("tiny", tiny / "stripes.toml")
    monkeypatch.setattr(layers, "need_of", {"row_by_column": need}.get)
    write(tiny, "dots", GOOD.replace("Stripes", "Dots"))
    Shown.clear()

    def call(*arguments):
        status = main([*arguments])
        return status, *capsys.readouterr()

    return call


SMALL = ("row_by_column", "--quality", "l", "--fps", "4", "--jobs", "1")


@pytest.mark.parametrize(
    ("chosen", "environment", "shown", "folder"),
    [
        ((), "", "stripes", "cocktails"),
        (("--layer", "stripes"), "", "stripes", "cocktails"),
        (("--layer", "dots"), "", "dots", "cocktails-dots"),
        ((), "dots", "dots", "cocktails-dots"),
        (("--layer", "stripes"), "dots", "stripes", "cocktails"),
    ],
)
def test_another_layer_is_shown_in_its_own_folder(
    scenes, monkeypatch, tmp_path, chosen, environment, shown, folder
):
    monkeypatch.setenv("SCENE_LAYER", environment)
    status, _, said = scenes(*SMALL, *chosen)
    assert status == 0, said
    assert set(Shown) == {shown}
    manifest = json.loads((tmp_path / "out" / folder / "en-480p4" / "manifest.json").read_text())
    assert [each["name"] for each in manifest["layers"]] == (["dots"] if shown == "dots" else [])


@pytest.mark.parametrize(
    ("text", "chosen", "words"),
    [
        (GOOD, ["strips"], ['unknown layer "strips"', '"stripes"']),
        ("kind = 'tiny'\nleft = 1", ["x.toml"], ["x.toml: left is 1", "x.toml: no name"]),
        ("kind = 'tinny'", ["x.toml"], ['x.toml: unknown kind "tinny"; did you mean "tiny"?']),
        (GOOD, ["missing.toml"], ["missing.toml: no such file"]),
    ],
)
@pytest.mark.parametrize("command", ["render", "check"])
def test_a_wrong_layer_is_refused_in_words(scenes, tmp_path, command, text, chosen, words):
    write(tmp_path, "x", text)
    asked = [part for each in chosen for part in ("--layer", each)]
    status, _, said = scenes(command, "blank", *asked)
    assert status == 2
    assert all(word in said for word in words), said
    assert not (tmp_path / "out").exists()


def test_a_film_shows_one_layer_of_a_kind(scenes):
    status, _, said = scenes(*SMALL, "--layer", "stripes", "--layer", "dots")
    assert (status, "both of the kind tiny" in said) == (2, True)


def test_check_looks_at_every_layer(scenes, monkeypatch):
    asked = []
    monkeypatch.setattr(check, "judge_all", lambda work, *_: asked.extend(work) or iter(()))
    monkeypatch.setattr("scenes.production.gate.runner.need_of", layers.need_of)
    chapters = ("row_by_column", "blank")
    assert scenes("check", *chapters, "--layer", "all", "--no-pixels")[0] == 0
    assert [(task.chapter, task.settings.material) for task in asked] == [
        ("row_by_column", "cocktails-dots"),
        ("row_by_column", "cocktails"),
        ("blank", "cocktails"),
    ]


@pytest.mark.parametrize("command", ["render", "check"])
def test_what_a_layer_file_names_elsewhere_is_said_before_it_is_read(scenes, tmp_path, command):
    """A file in another folder is read, and said; one beside the layer file needs no word."""
    far = tmp_path / "far" / "x.png"
    far.parent.mkdir()
    far.write_bytes(b"")
    (tmp_path / "mine").mkdir()
    near = tmp_path / "mine" / "near.png"
    near.write_bytes(b"")
    (tmp_path / "mine" / "led.png").symlink_to(far)
    said: dict[str, str] = {}
    for named in ("../far/x.png", "led.png", "near.png", str(near)):
        mine = write(tmp_path / "mine", "mine", f'{GOOD}file = "{named}"')
        text = mine.read_text(encoding="utf-8")
        mine.write_text(text.replace("left =", "lift ="), encoding="utf-8")  # refused when read
        status, _, said[named] = scenes(command, "row_by_column", "--layer", "mine/mine.toml")
        assert status == 2
        assert "lift" in said[named]
    sentence = f"mine/mine.toml: file is {far}, outside of its folder and the project; it is read\n"
    assert [text.startswith(sentence) for text in said.values()] == [True, True, False, False]
    assert all("near.png" not in text for text in said.values())


def test_of_what_goes_to_a_farm_it_is_said_that_it_goes(scenes, tmp_path):
    (tmp_path / "x.png").write_bytes(b"")
    (tmp_path / "mine").mkdir()
    mine = write(tmp_path / "mine", "mine", f'{GOOD}file = "../x.png"')
    (sentence,) = stranger_sentences([mine], "tcp://host:8786")
    assert sentence.endswith("it is read, and sent to the workers of tcp://host:8786")


def test_list_shows_names_as_they_are(scenes, tiny):
    """Square brackets are instructions to the table, unless it is told otherwise."""
    for name in ("Gin [dry]", "[/] [red]"):
        write(tiny, "dots", GOOD.replace("Stripes", name))
        status, told, _ = scenes("list")
        assert (status, name in told) == (0, True)


def test_list_shows_layer_files_and_whom_they_are_for(scenes, tiny):
    write(tiny, "broken", "kind = ")
    told = scenes("list")[1]
    (dots,) = (line for line in told.splitlines() if line.startswith("dots"))
    assert dots.split() == ["dots", "tiny", "Dots", "条纹", "row_by_column"]
    assert "1 faults: render with it" in told
