"""Every file of the production that can change a pixel is in the keys of plays."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from scenes.production.planning import keys

# what the renderer leads to, and why no pixel depends on it
NOT_MAKING = {
    "cache/entries": "names files",
    "cache/files": "writes bytes as they are",
    "cache/locks": "waits",
    "cache/partial_files": "names files",
    "cache/paths": "finds files",
    "cache/store": "keeps bytes as they are",
    "gate/noting": "looks at numerals, and changes none",
    "gate/performance": "looks at scenes, and changes none",
    "gate/receipts": "says what numerals are",
    "planning/environment": "is in every key by what it returns",
    "planning/film": "says what was filmed",
    "planning/inputs": "makes keys",
    "planning/material": "says with what a scene is called; files and options are in every key",
    "planning/plan": "says what is to be drawn; its file is in the key of plans",
    "planning/settings": "says what is asked for; all of it is in every key",
    "voice/naming": "finds recordings; how long they are is in the key of plans",
    "voice/recordings": "finds recordings; how long they are is in the key of plans",
    "workers/outcome": "says what went wrong",
    "workers/scheduling": "says which plays are drawn, not how",
    "workers/signals": "waits",
}


def test_what_makes_pictures_is_in_their_keys() -> None:
    """Every file of the production that the renderer leads to; or it is said why not."""
    found = set(_closure("drawing/renderer.py", "drawing/running.py"))
    made = {name for name in found if any(map(Path(name).match, keys.PICTURE_MAKERS))}
    assert len(made) > 10
    assert found - made - {f"{name}.py" for name in NOT_MAKING} == set()


def _closure(*names: str) -> Iterator[str]:
    """Yield the files of the production that some files lead to, themselves among them."""
    waiting, known = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in known or not (path := keys.PRODUCTION / name).is_file():
            continue
        known.add(name)
        yield name
        if name.removesuffix(".py") in NOT_MAKING:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                room = node.module.removeprefix("scenes.production.").replace(".", "/")
                waiting += [f"{room}.py", *(f"{room}/{alias.name}.py" for alias in node.names)]
