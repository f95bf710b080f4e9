"""What the tests of the rules share: a small chapter, played without a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.motions import Motion
from scenes.production.gate.judging import all_rules
from scenes.production.gate.performance import rehearse

SCRIPT = """
title = { en = "Try", zh = "试" }
[first]
en = "Go."
zh = "走。"
[second]
en = "Go."
zh = "走。"
"""


@pytest.fixture
def tried(tmp_path: Path) -> Iterator[Callable[..., type[Chapter]]]:
    """Return a function that makes a chapter's class of its words and its body."""

    def make(words: str = SCRIPT, base: type[Chapter] = Chapter, **body: Any) -> type[Chapter]:
        path = tmp_path / "tried_scene.py"
        path.with_suffix(".toml").write_text(words, encoding="utf-8")
        module = ModuleType("tried_scene")
        module.__file__ = str(path)
        sys.modules["tried_scene"] = module
        return type("TriedScene", (base,), {"__module__": "tried_scene", **body})

    yield make
    sys.modules.pop("tried_scene", None)


@pytest.fixture
def found(tried: Callable[..., type[Chapter]]) -> Callable[..., list[str]]:
    """Return a function that plays a chapter of one beat and asks one rule about it."""

    def ask(
        rule: str,
        *motions: Motion,
        words: str | None = None,
        construct: Callable[[Any], None] | None = None,
        base: type[Chapter] = Chapter,
        language: str = "en",
        **fixed: Any,
    ) -> list[str]:
        def one_beat(self: Chapter) -> None:
            self.beat("first", *motions)

        scene = tried(words or SCRIPT, base, construct=construct or one_beat, **fixed)
        performance = rehearse(scene, example="cocktails", language=language)
        return [finding.what for finding in all_rules()[rule].check(performance)]

    return ask
