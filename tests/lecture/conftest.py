"""A lecture to make decks of, and what decks are looked at with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.production.lecture.contents import Lecture
from tests.lecture import stand_in


@pytest.fixture(scope="session")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    """A lecture of two chapters and three beats; nothing may be written into it."""
    return stand_in.lecture(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="session")
def pack(lecture: Lecture) -> Path:
    """The folder that decks are written to."""
    return lecture.folder.parent


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Find a program that a test needs; without it the test is skipped, but fails in CI."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and os.environ.get("CI"):
            pytest.fail(f"{name} is not installed, and in CI this test has to run")
        if path is None:
            pytest.skip(f"needs {name}")
        return path

    return find
