"""A picture that is older than the code turns the gate red, whatever kept it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scenes.production.delivery.manifest import write_manifest
from scenes.production.drawing import running, sampling
from scenes.production.drawing.renderer import Recorded
from scenes.production.encoding.colour import Pixels
from scenes.production.gate import freshness
from scenes.production.gate.judging import ask, file_rules
from scenes.production.planning.settings import Quality, Settings
from tests.production.tiny import EXAMPLE, Tiny, make

SIZE = Quality(320, 180, 10)


class Bluish(Tiny):
    """The tiny chapter as other code would draw it, which the keys know nothing of."""

    def setup(self) -> None:
        self.camera.background_color = "#4444FF"

    def add(self, *things: object) -> None:
        super().add(*(each.scale(0.1) for each in things))  # type: ignore[attr-defined]


class Slightly(Tiny):
    """The tiny chapter in a red that is a little darker: by less than saving a picture may cost."""

    def wait(self, *args: float, **kwargs: float) -> None:
        self.mobjects[0].set_fill("#F80000")
        super().wait(*args, **kwargs)


class Longer(Tiny):
    """The tiny chapter, and something after it."""

    def construct(self) -> None:
        super().construct()
        self.wait(1)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The tiny chapter, delivered; every play of it is looked at."""
    draw(monkeypatch, Tiny)
    for name in ("ONE_IN_FRAMES", "ONE_IN_SEGMENTS"):
        monkeypatch.setattr(freshness, name, 1)
    settings = Settings(EXAMPLE, quality=SIZE, out=tmp_path / "out", cache=tmp_path / "cache")
    write_manifest(settings, make(settings).delivered)
    return settings


def draw(monkeypatch: pytest.MonkeyPatch, chapter: type[Tiny]) -> None:
    for module in (running, sampling):
        monkeypatch.setattr(module, "chapter_class", lambda name: chapter)


def found(settings: Settings) -> set[tuple[str, str]]:
    """The rules that are not kept, with the beats."""
    seen = list(freshness.freshness(settings, "row_by_column"))
    assert len(seen) == 1
    assert len(seen[0].frames) >= 3, "one of every play"
    rows = ask(file_rules(), seen[0], "row_by_column")
    return {(row.rule, row.finding.beat) for row in rows}


def test_what_was_just_delivered_is_fresh(settings: Settings) -> None:
    assert found(settings) == set()


def test_another_picture_under_the_same_key_is_found_in_cache_and_video(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(monkeypatch, Bluish)
    beats = ("all_red", "a_dot")
    rules = ("delivered_as_drawn", "kept_as_drawn")
    assert found(settings) == {(rule, beat) for rule in rules for beat in beats}


def test_only_the_video_is_old(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(settings.cache)
    assert found(settings) == set()
    draw(monkeypatch, Bluish)
    assert found(settings) == {("delivered_as_drawn", beat) for beat in ("all_red", "a_dot")}


def test_a_video_of_other_segments_is_found_though_it_looks_alike(settings: Settings) -> None:
    """A segment is exchanged for another one: what the video holds is not what is kept."""
    first, *_, last = sorted(settings.cache.rglob("*.mp4"))
    shutil.copyfile(first, last)
    assert {rule for rule, _ in found(settings)} == {"delivered_as_drawn", "kept_as_drawn"}


def test_only_what_is_kept_differs(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    draw(monkeypatch, Slightly)
    assert {rule for rule, _ in found(settings)} == {"kept_as_drawn"}


def test_a_video_that_is_longer_or_shorter_is_found(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(monkeypatch, Longer)
    elsewhere = replace(settings, cache=settings.cache.with_name("another"))
    write_manifest(settings, make(elsewhere).delivered)
    draw(monkeypatch, Tiny)
    assert found(settings) == {("delivered_as_drawn", "a_dot")}


def test_videos_of_another_look_are_not_compared(settings: Settings, tmp_path: Path) -> None:
    other = Settings(EXAMPLE, "zh", out=tmp_path / "out", cache=tmp_path / "cache")
    assert list(freshness.freshness(other, "row_by_column")) == []


def test_a_sampled_frame_is_the_frame_of_the_film(settings: Settings) -> None:
    """To the last pixel, wherever it stands and whatever was painted before it."""
    every: dict[int, Pixels] = {}
    sampling.sample(
        settings,
        "row_by_column",
        lambda play, start: range(play.frames),
        lambda play, number, pixels: every.__setitem__(number, pixels),
    )
    assert sorted(every) == list(range(20))
    for number in (0, 11, 12, 14, 16, 17, 19):
        alone: list[Pixels] = []

        def take(play: Recorded, _: int, pixels: Pixels, into: list[Pixels] = alone) -> None:
            into.append(pixels)

        def pick(play: Recorded, start: int, wanted: int = number) -> list[int]:
            return [wanted - start] if start <= wanted < start + play.frames else []

        sampling.sample(settings, "row_by_column", pick, take)
        assert len(alone) == 1
        np.testing.assert_array_equal(alone[0], every[number])
