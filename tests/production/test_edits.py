"""After any edit what is rendered with the cache is what is rendered without: 20 drawn edits.

``python -m tests.edits --count 200`` draws more of them, in every chapter.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.production.edited import CODE, DATA, Copy, edit

SMALL = (96, 54, 5)


@pytest.mark.parametrize(("kinds", "count", "seed"), [(DATA, 16, 1), (CODE, 4, 2)])
def test_no_edit_leaves_an_old_picture(tmp_path: Path, kinds: dict, count: int, seed: int) -> None:
    chance, copy = random.Random(seed), Copy(tmp_path, "blank", SMALL)
    try:
        assert copy.differences() == []
        for _ in range(count):
            what = edit(copy, chance, kinds)
            assert copy.differences() == [], what
    finally:
        copy.end()
