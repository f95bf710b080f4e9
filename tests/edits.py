"""Draw edits at random, and see that what is kept is never shown in their place.

python -m tests.edits [--count 200] [--seed 1] [CHAPTER]...

After each edit its chapter is rendered at 480 lines with all that is kept from before, and with
nothing kept; every delivered file must have the same bytes.  Edits stay, so that each meets what
the others have left; one after which the chapter cannot be played is taken back.  It takes a
while: a row is printed for each edit.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from scenes.kit.stage import choices
from tests.production.edited import CODE, DATA, PARTS, Copy, edit

SIZE = (854, 480, 15)


def main() -> int:
    """Make the edits and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chapters", nargs="*", metavar="CHAPTER")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, came = random.Random(asked.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as place:
        names = asked.chapters or choices.chapters()
        copies = [Copy(Path(place, name), name, SIZE) for name in names]
        while came.total() - came["taken back"] < asked.count:
            copy = chance.choice(copies)
            result = tried(copy, chance)
            came[result.partition(":")[0]] += 1
            print(f"{came.total():4}  {copy.chapter:18} {result}", flush=True)
        for copy in copies:
            copy.end()
    print(", ".join(f"{count} {what}" for what, count in came.items()))
    return int(came["different"] > 0)


def tried(copy: Copy, chance: random.Random) -> str:
    """Make an edit, and say in words what came of it."""
    before = copy.folder / "before"
    shutil.rmtree(before, ignore_errors=True)
    for part in (*PARTS[:2], "assets/examples"):
        shutil.copytree(copy.folder / part, before / part)
    what = edit(copy, chance, {**DATA, **CODE})
    try:
        different = copy.differences()
    except RuntimeError as error:
        copy.end()
        shutil.copytree(before, copy.folder, dirs_exist_ok=True)
        return f"taken back: {what} ({error})"
    return f"different: {what} {different}" if different else f"same: {what}"


if __name__ == "__main__":
    sys.exit(main())
