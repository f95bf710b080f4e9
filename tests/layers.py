"""A tiny kind of layer file, so that these tests depend on no chapter: a picture and a column."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mathcore.layer_file
from scenes.kit.stage import layers, ledgers
from scenes.production.gate.oracle import kinds

PACKAGES = (mathcore.layer_file, ledgers, kinds)

KIND = """
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from mathcore.layer_file.reading import open_file, read_matrix, refuse_faults
from mathcore.recipe_file.texts import read_names

@dataclass(frozen=True, eq=False)
class Tiny:
    path: Path
    name: Any
    left: Any
    right: Any

FILES = ("file",)

def load(path, table, has_character=None):
    root = open_file(path, table, ("name", "left", "right", "file"), has_character, FILES)
    tiny = Tiny(path, read_names(root, "name"), *(read_matrix(root, k) for k in ("left", "right")))
    refuse_faults(root)
    return tiny
"""
LEDGER = """
from mathcore import trace_matmul

def sources(layer):
    left, right = layer.left.astype(float), layer.right.astype(float)
    return {"mix": trace_matmul(left, right), "picture": left}
"""
ORACLE = """
from scenes.production.gate.oracle.reading import numbers
from scenes.production.gate.oracle.sources import Product, table

def sources(path, file):
    left, right = (
        table([[float(entry) for entry in row] for row in numbers(file[key])])
        for key in ("left", "right")
    )
    return {"mix": Product(left, right), "picture": left}
"""
GOOD = """
kind = "tiny"
name = { en = "Stripes", zh = "条纹" }
left = [[1, 2, 0.0625], [3, "-1/3", 0]]
right = [["1/3"], [2], [1]]
"""


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Give a folder of layer files in which ``stripes`` is of a kind ``tiny``, which is known."""
    for package, code in zip(PACKAGES, (KIND, LEDGER, ORACLE), strict=True):
        folder = tmp_path / package.__name__
        folder.mkdir()
        (folder / "tiny.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    files = tmp_path / "layers"
    files.mkdir()
    (files / "stripes.toml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(layers, "LAYERS", files)
    monkeypatch.delenv("SCENE_LAYER", raising=False)
    yield files
    for package in PACKAGES:
        sys.modules.pop(f"{package.__name__}.tiny", None)
        vars(package).pop("tiny", None)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a layer file."""
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
