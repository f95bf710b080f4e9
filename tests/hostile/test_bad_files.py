"""More than a hundred bad files, brought as people bring theirs: each is refused in a sentence."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.cases import CASES

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 5, 1024
SECRET = "what nobody was told"
OTHERS_WORDS = re.compile(r"Traceback|Error\b|ACCEPTED|errno|<class|0x[0-9a-f]{6}|object at")

pytestmark = [
    pytest.mark.xdist_group("hostile"),
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own says of every file; beside its folder lies a secret."""
    place = tmp_path_factory.mktemp("hostile")
    home = place / "home"
    home.mkdir()
    for folder in (place, home):
        (folder / "secret").write_text(SECRET)
    command = (sys.executable, "-m", "tests.hostile.bringing", str(home))
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "SCENE_JOBS": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert not list(place.rglob("executed"))
    assert {path.name for path in place.iterdir()} == {"home", "secret"}
    return {name: rest for name, *rest in map(json.loads, done.stdout.splitlines())}


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_is_refused_in_a_sentence_and_does_nothing(
    told: dict[str, Any], name: str
) -> None:
    status, said, seconds, megabytes, heard = told[name]
    assert status == 2, said
    assert CASES[name].file in said
    if CASES[name].file.startswith(("pipe.", "device.", "folder.")):
        assert "no such file" not in said
    assert not OTHERS_WORDS.search(said), said
    assert SECRET not in said
    assert len(said) < 3000
    assert all(line.isprintable() for line in said.splitlines())
    assert heard == []
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
