"""What holds for every module of mathcore: its examples run, and it knows no Manim."""

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import mathcore
from mathcore.listing import files_in
from tests.house import MATHCORE, each, tops, tops_at_once

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "mathcore").rglob("*.py")
)

WITHOUT_MANIM = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in allowed:
            raise ImportError(f"{name} is not there")

allowed = {"mathcore", "numpy", *sys.stdlib_module_names}
sys.meta_path.insert(0, Blocker())
import mathcore
print(mathcore.format_number(mathcore.trace_matmul([[2]], [[3]]).result[0, 0]))
"""


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_its_docstrings_run(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0


@each(files_in(MATHCORE, "**/*.py"))
def test_mathcore_knows_only_numpy(path):
    """But for readers: in their functions they know a library for each format."""
    others = tops(path) - {"mathcore", "numpy", *sys.stdlib_module_names}
    assert not others or path.parent.name == "readers"
    assert not others & tops_at_once(path)


def test_most_modules_have_examples():
    finder = doctest.DocTestFinder()
    found = [finder.find(importlib.import_module(name)) for name in MODULES]
    assert sum(any(test.examples for test in tests) for tests in found) >= len(MODULES) // 2


def test_it_needs_nothing_but_numpy():
    run = [sys.executable, "-c", WITHOUT_MANIM]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("6\n", "")


def test_everything_public_is_there_and_sorted():
    assert all(hasattr(mathcore, name) for name in mathcore.__all__)
    assert len(set(mathcore.__all__)) == len(mathcore.__all__)
