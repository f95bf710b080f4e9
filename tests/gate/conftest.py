"""What the tests of the rules share: a chapter of one beat, played without a picture."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from scenes.kit.stage.chapter import Chapter
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
def found(tmp_path):
    """Return a function that plays a chapter of one beat and asks one rule about it."""

    def ask(rule, *motions, words=None, construct=None, base=Chapter, language="en", **fixed):
        path = tmp_path / "tried_scene.py"
        path.with_suffix(".toml").write_text(words or SCRIPT, encoding="utf-8")
        module = ModuleType("tried_scene")
        module.__file__ = str(path)
        sys.modules["tried_scene"] = module

        def one_beat(self):
            self.beat("first", *motions)

        body = {"construct": construct or one_beat, "__module__": "tried_scene", **fixed}
        scene = type("TriedScene", (base,), body)
        performance = rehearse(scene, example="cocktails", language=language)
        return [finding.what for finding in all_rules()[rule].check(performance)]

    yield ask
    sys.modules.pop("tried_scene", None)
