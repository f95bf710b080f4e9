"""What was moved keeps its folder; of what cannot be told from others, nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenes.production.cache.files import sha256
from scenes.production.delivery.output_folders import at_home
from tests.production.namesakes import example, film, home, two, two_voices
from tests.production.voices import burst, record


def test_what_was_moved_keeps_its_folder(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = two(out)
    films = [film(first), film(second)]
    for each, place, path in zip((first, second), "cd", films, strict=True):
        target = Path(place, "tea.toml")
        target.parent.mkdir()
        each.example.rename(target)
        assert home(replace(each, example=target)) == path.parents[1]
    assert "held" not in capsys.readouterr().err


def test_what_is_there_of_a_file_that_is_gone_is_set_aside(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Moved and edited, or another one: the name is free, and nothing is lost."""
    first, second = two(out)
    film(first, "precious")
    first.example.unlink()
    assert home(second) == out / "tea"
    (aside,) = out.glob("tea_*")
    assert (aside / "en/film.mp4").read_text() == "precious"
    told = f"out/tea/ held the film of a/tea.toml, which is gone; that is now in {aside}/.\n"
    assert capsys.readouterr().err == told
    example(first.example)  # and if it comes back, it finds its film
    assert home(first) == aside
    assert home(second) == out / "tea"


def test_nothing_is_set_aside_under_a_run_at_work(out: Path) -> None:
    first, second = two(out)
    with at_home([first]) as (known,):
        first.example.unlink()
        assert home(second) not in (known.folder.parent, out)
        assert known.folder.parent.is_dir()


def test_an_edited_file_keeps_its_folder(out: Path) -> None:
    first, second = two(out)
    film(first)
    example(first.example, "edited")
    assert home(first) == out / "tea"
    assert home(second) != out / "tea"


def test_each_voice_has_its_own_folders_in_all_looks(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = two_voices(out)
    with at_home([first]) as (known,):
        assert known.folder == out / "cocktails/en-voice"
    with at_home([second]) as (own,):
        assert own.folder.name == f"en-voice_{own.voice_tag}"
        assert replace(own, captions=False).look == f"en-nocaptions-voice_{own.voice_tag}"
    said = capsys.readouterr().err
    assert f"en-voice/ holds the voice of a/recordings; this one goes to {own.folder}/." in said
    with at_home([replace(second, language="zh"), replace(first, language="zh")]) as looks:
        assert [look.look for look in looks] == [f"zh-voice_{own.voice_tag}", "zh-voice"]


def test_a_voice_that_was_moved_keeps_its_folder_though_a_line_was_said_anew(out: Path) -> None:
    first, _ = two_voices(out)
    record(Path("a/recordings/row_by_column/the_rule.wav"), burst(0.5, seed=7))
    film(first)
    Path("a").rename("c")
    record(Path("c/recordings/row_by_column/the_rule.wav"), burst(0.5, seed=8))
    moved = replace(first, voice=Path("c/recordings"))
    with at_home([moved]) as (known,):
        assert known.look == "en-voice"
    with at_home([replace(first, voice=Path("b/recordings"))]) as (known,):
        assert known.look != "en-voice"


def from_before(out: Path, **table: Any) -> Path:
    """Make a folder as version 0.1 did: with a list, and without a note."""
    folder = out / "tea/en"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps(table), encoding="utf-8")
    (folder / "film.mp4").write_text("precious")
    return folder / "film.mp4"


def test_a_folder_of_version_0_1_is_kept_by_the_file_that_it_was_made_from(out: Path) -> None:
    first, second = two(out)
    old = from_before(out, example={"sha256": sha256(first.example)}, layers=[])
    assert home(first) == out / "tea"
    assert old.exists()
    assert home(second) != out / "tea"


@pytest.mark.parametrize("table", [{}, {"videos": []}, {"example": {"name": "tea"}}])
def test_a_folder_that_tells_nothing_is_taken_as_it_is(out: Path, table: dict[str, Any]) -> None:
    old = from_before(out, **table)
    (out / "tea/notes.txt").write_text("mine")
    assert home(two(out)[0]) == out / "tea"
    assert old.exists()


def test_a_folder_of_version_0_1_of_another_file_is_set_aside(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = two(out)
    from_before(out, example={"sha256": sha256(second.example)}, layers=[])
    assert home(first) == out / "tea"
    (aside,) = out.glob("tea_*")
    assert (aside / "en/film.mp4").read_text() == "precious"
    assert f"another file of that name; that is now in {aside}/." in capsys.readouterr().err


def test_a_voice_of_version_0_1(out: Path) -> None:
    first, second = two_voices(out)
    heard = {"sha256": sha256(next(Path("a").rglob("*.wav")))}
    folder = out / "cocktails/en-voice"
    folder.mkdir(parents=True)
    table = {"videos": [{"voice": [heard]}]}
    (folder / "manifest.json").write_text(json.dumps(table), encoding="utf-8")
    for each, expected in ((second, False), (first, True)):
        with at_home([each]) as (known,):
            assert (known.look == "en-voice") is expected
