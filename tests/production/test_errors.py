"""An error says the same in the process that it is told to as in the one that it happened in."""

from __future__ import annotations

import importlib
import inspect
import pickle
from pathlib import Path

import pytest

from scenes.production.planning.settings import PROJECT
from tests.house import name_of

SAMPLES = {"faults": ("one fault", "another"), "what": Path("a.toml"), "language": "zh"}


def errors() -> list[type[Exception]]:
    """Every error that a file of ours defines."""
    found = []
    for path in sorted(
        [*(PROJECT / "mathcore").rglob("*.py"), *(PROJECT / "scenes").rglob("*.py")]
    ):
        if "Error(" in path.read_text("utf-8"):
            module = importlib.import_module(name_of(path).removesuffix(".py").replace("/", "."))
            own = (each for each in vars(module).values() if inspect.isclass(each))
            found += [
                e for e in own if issubclass(e, Exception) and e.__module__ == module.__name__
            ]
    return found


@pytest.mark.parametrize("kind", errors(), ids=lambda kind: kind.__name__)
def test_an_error_says_the_same_after_a_journey(kind: type[Exception]) -> None:
    own = inspect.signature(kind).parameters if "__init__" in vars(kind) else {"message": None}
    error = kind(*(SAMPLES.get(name, "something is wrong") for name in own))
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is kind
    assert str(arrived) == str(error) != ""
    assert vars(arrived) == vars(error)
