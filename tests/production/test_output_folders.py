"""Two things of one name share no folder; what is found again or was moved keeps its own."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from scenes.production.delivery import folder_origins, output_folders
from scenes.production.planning.settings import Settings
from tests.production.namesakes import COCKTAILS, example, film, home, two


def test_another_of_that_name_has_a_folder_of_its_own_and_one_line_says_so(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = two(out)
    assert home(first) == out / "tea"
    assert capsys.readouterr().err == ""
    own = home(second)
    assert own.name.startswith("tea_")
    assert len(own.name) == len("tea_1f3a2b")
    told = f"out/tea/ holds the film of a/tea.toml; this one goes to {own}/.\n"
    assert capsys.readouterr() == ("", told)
    for _ in range(2):  # in whatever order, again and again
        assert (home(second), home(first)) == (own, out / "tea")


def test_a_tag_is_the_same_on_every_day(out: Path) -> None:
    first, second = two(out)
    home(first)
    own = home(second)
    shutil.rmtree(own)
    assert home(second) == own
    shutil.rmtree(out)  # now the second comes first
    assert (home(second), home(first).parent) == (out / "tea", out)


def test_a_copy_is_another_file(out: Path) -> None:
    first, second = two(out)
    example(first.example, second.example.read_text())
    assert home(first) != home(second)


def test_mine_and_the_shipped_one(out: Path) -> None:
    shipped, mine = Settings(COCKTAILS, out=out), Settings(example(Path("mine/cocktails.toml")))
    assert home(shipped) == out / "cocktails"
    assert home(mine) != out / "cocktails"


def test_layers_of_one_name_in_one_run_and_in_two(out: Path) -> None:
    layers = []
    for folder, kind in (("a", "picture"), ("b", "convolution")):
        layers.append(example(Path(folder, "x.toml"), f'kind = "{kind}"\n'))
    both = Settings(COCKTAILS, layers=tuple(layers), out=out)
    other = replace(both, layers=tuple(reversed(layers)))
    assert home(both) == out / "cocktails-x-x"
    assert home(other) not in (home(both), out / "cocktails")
    assert home(replace(both, layers=())) == out / "cocktails"


def test_files_that_a_layer_names_are_part_of_it(out: Path) -> None:
    """Moved, it is the same only if those came along."""
    layer = example(Path("a/x.toml"), 'kind = "picture"\nimage = "x.csv"\n')
    example(Path("a/x.csv"), "1,2")
    first = Settings(COCKTAILS, layers=(layer,), out=out)
    kept = film(first)
    for text in ("1,2", "1,3"):
        Path("a").rename("b")
        example(Path("b/x.csv"), text)
        moved = replace(first, layers=(Path("b/x.toml"),))
        assert home(moved) == out / "cocktails-x"
        assert kept.exists() == (text == "1,2")
        Path("b").rename("a")
        home(first)


def test_links_and_ways_around_lead_to_the_same(out: Path) -> None:
    first, _ = two(out)
    home(first)
    Path("linked").symlink_to("a", target_is_directory=True)
    Path("same").mkdir()
    os.link(first.example, "same/tea.toml")  # as on a disk to which capitals are small letters
    for way in (
        "linked/tea.toml",
        "b/../a/tea.toml",
        "same/tea.toml",
        Path("a/tea.toml").resolve(),
    ):
        assert home(replace(first, example=Path(way))) == out / "tea"


def test_names_that_some_disks_take_for_one_are_told_apart(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small, large = (Settings(example(Path(name)), out=out) for name in ("a/tea.toml", "a/Tea.toml"))
    assert home(small) == out / "tea"
    own = home(large)
    assert own.name.casefold() != "tea"
    assert home(large) == own
    assert f"this one goes to {own}/." in capsys.readouterr().err


@pytest.mark.parametrize("names", [("caf\u00e9", "cafe\u0301"), ("茶", "酒"), ("é", "茶")])
def test_names_that_differ_only_outside_ascii(out: Path, names: tuple[str, str]) -> None:
    folders = {home(Settings(example(Path(f"{name}.toml")), out=out)) for name in names}
    assert len(folders) == 2
    assert all(folder.name.isascii() for folder in folders)


def test_a_moved_checkout_keeps_its_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after, other = (tmp_path / name for name in ("before", "after", "other"))
    for project in (before, other):
        example(project / "assets/tea.toml", f"in {project}")

    def within(project: Path, out: Path | None = None) -> Path:
        monkeypatch.setattr(folder_origins, "PROJECT", project)
        return home(Settings(project / "assets/tea.toml", out=out or project / "out"))

    assert within(before) == before / "out/tea"
    shutil.copytree(before, after)  # while the old one stands there still
    example(after / "assets/tea.toml", "edited")
    assert within(after) == after / "out/tea"
    common = tmp_path / "films"  # two checkouts that share a folder are two
    assert within(before, common) == common / "tea"
    assert within(other, common) != common / "tea"
    assert within(before, common) == common / "tea"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"made_from": [{"path": 3}]}', "\xff"])
def test_a_note_that_cannot_be_read_is_written_anew(out: Path, text: str) -> None:
    first, second = two(out)
    kept = film(first)
    (out / "tea/.made-from.json").write_bytes(text.encode("latin-1"))
    assert home(first) == out / "tea"
    assert home(second) != out / "tea"
    assert kept.exists()


def test_a_tag_that_is_taken_gets_longer(out: Path) -> None:
    first, second = two(out)
    home(first)
    tag = home(second).name.removeprefix("tea_")
    shutil.rmtree(out / f"tea_{tag}")
    taken = Settings(example(Path(f"c/tea_{tag}.toml")), out=out)
    assert home(taken) == out / f"tea_{tag}"
    longer = home(second)
    assert longer.name.startswith(f"tea_{tag}")
    assert longer != out / f"tea_{tag}"
    assert home(second) == longer


def test_all_who_come_at_once_get_folders_of_their_own(out: Path) -> None:
    each = [Settings(example(Path(f"{n}/tea.toml")), out=out) for n in range(8)] * 2
    with ThreadPoolExecutor(len(each)) as pool:
        found = list(pool.map(home, each))
    assert found[:8] == found[8:]
    assert len(set(found)) == 8


def test_without_locks_the_note_alone_decides(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else takes the name between looking and taking."""
    first, second = two(out)
    monkeypatch.setattr("scenes.production.cache.locks.fcntl", None)
    claim, calls = output_folders.claim, []

    def slow_claim(note: Path, origin: folder_origins.Origin) -> bool:
        if not calls:
            calls.append(note)
            assert home(second) == out / "tea"
        return claim(note, origin)

    monkeypatch.setattr(output_folders, "claim", slow_claim)
    assert home(first) != out / "tea"


def test_a_disk_without_links_has_notes_too(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: Path) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("scenes.production.cache.files.os.link", no_links)
    first, second = two(out)
    assert home(first) == out / "tea"
    assert home(second) != out / "tea"
    assert home(first) == out / "tea"
