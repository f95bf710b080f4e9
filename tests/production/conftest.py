"""The tiny chapter in the place of every other."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.production.bench import shots
from scenes.production.drawing import running
from scenes.production.planning.settings import Settings
from scenes.production.workers.outcome import Outcome
from tests.production.tiny import EXAMPLE, TINY, Tiny, make


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> type[Tiny]:
    """Every chapter is the tiny one."""
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    return Tiny


@pytest.fixture
def settings(tmp_path: Path, tiny: type[Tiny]) -> Settings:
    """Film the tiny chapter, tiny."""
    folder = tmp_path / "out"
    return Settings(EXAMPLE, quality=TINY, out=folder, cache=tmp_path / "cache")


@pytest.fixture
def tiny_shots(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bench draws to compare with is the tiny chapter too."""
    monkeypatch.setattr(shots, "chapter_class", lambda name: Tiny)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Outcome]:
    """The tiny chapter, made once for all tests that only look at it."""
    place = tmp_path_factory.mktemp("made")
    settings = Settings(EXAMPLE, quality=TINY, out=place / "out", cache=place / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", lambda name: Tiny)
        return settings, make(settings)


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all films, in an empty one."""
    monkeypatch.chdir(tmp_path)
    return Path("out")
