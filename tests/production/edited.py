"""A copy of the project that is edited at random, and rendered warm and cold after each edit."""

from __future__ import annotations

import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scenes.kit.stage.script import LANGUAGES
from scenes.production.planning.settings import PROJECT

PARTS = ("scenes", "mathcore", "assets")
COLOUR = re.compile(r"#[0-9A-F]{6}")
WORDS = {"en": "so now we pour all of it into one", "zh": "于是现在把它们都倒进同一只杯子里"}


@dataclass
class Copy:
    """The project in another folder, with a process that renders it.

    ``chapter`` alone is rendered; ``size`` is that of the picture, with its frames a second.
    """

    folder: Path
    chapter: str
    size: tuple[int, int, int]
    running: subprocess.Popen[str] | None = field(default=None)

    def __post_init__(self) -> None:
        for part in PARTS:
            shutil.copytree(PROJECT / part, self.folder / part, dirs_exist_ok=True)

    @property
    def script(self) -> Path:
        return self.folder / "scenes" / f"{self.chapter}.toml"

    @property
    def example(self) -> Path:
        return self.folder / "assets" / "examples" / "cocktails.toml"

    def differences(self) -> list[str]:
        """Render with what is kept, and with nothing kept; return the files that are not equal.

        Raises
        ------
        RuntimeError
            If it cannot be rendered.
        """
        self.running = self.running or self._start()
        assert self.running.stdin
        assert self.running.stdout
        self.running.stdin.write("render\n")
        self.running.stdin.flush()
        told = json.loads(self.running.stdout.readline() or '{"problem": "it ended"}')
        if told["problem"]:
            raise RuntimeError(told["problem"])
        return list(told["different"])

    def end(self) -> None:
        """End the process: what it has loaded is not what stands on the disk any more."""
        if self.running:
            self.running.communicate()
        self.running = None

    def _start(self) -> subprocess.Popen[str]:
        path = os.pathsep.join(map(str, (self.folder, PROJECT)))
        return subprocess.Popen(
            [sys.executable, "-m", __name__, str(self.folder), self.chapter, json.dumps(self.size)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": path},
        )


Edit = Callable[[Copy, random.Random], str]


def edit(copy: Copy, chance: random.Random, kinds: dict[str, Edit]) -> str:
    """Make one edit and return what it was; code that is edited is loaded anew."""
    kind = chance.choice(sorted(kinds))
    what = kinds[kind](copy, chance)
    if kinds[kind] in CODE.values():
        copy.end()
    return f"{kind}: {what}"


def wording(copy: Copy, chance: random.Random) -> str:
    """Another line in one language: shorter, longer, or with another word."""
    table = tomllib.loads(copy.script.read_text("utf-8"))
    language = chance.choice(LANGUAGES)
    lines = [line for beat in table.values() for line in _lines(beat, language)]
    line = chance.choice([line for line in lines if "{" not in line] or lines)
    own = "".join(re.findall(r"\{[^}]*\}", line))
    words = WORDS[language][: chance.choice((2, 6, len(WORDS[language])))].strip()
    _replace(
        copy.script,
        json.dumps(line, ensure_ascii=False),
        json.dumps(f"{words}{own}", ensure_ascii=False),
    )
    return f"{line!r} is {words!r}"


def seconds(copy: Copy, chance: random.Random) -> str:
    """Another least length of a beat."""
    table = tomllib.loads(copy.script.read_text("utf-8"))
    name = chance.choice([name for name, beat in table.items() if _lines(beat, "en")])
    length = round(chance.uniform(0.5, 9), 1)
    text = re.sub(rf"(\[{name}\]\n)(seconds = .*\n)?", rf"\1seconds = {length}\n",
                  copy.script.read_text("utf-8"))  # fmt: skip
    copy.script.write_text(text, "utf-8")
    return f"{name} {length} s"


def notes(copy: Copy, chance: random.Random) -> str:
    """Another remark, which no picture shows."""
    text = copy.script.read_text("utf-8")
    copy.script.write_text(f"{text}\n# {chance.random()}\n", "utf-8")
    return "a remark in the script"


def shares(copy: Copy, chance: random.Random) -> str:
    """Another recipe: one per cent moves from one ingredient to another."""
    text = copy.example.read_text("utf-8")
    recipe = chance.choice(re.findall(r"shares = \{.*\}", text))
    large = [int(each) for each in re.findall(r'"(\d+)%"', recipe) if int(each) > 1]
    first, second = chance.sample(sorted(set(large)), 2)
    other = recipe.replace(f'"{first}%"', f'"{first - 1}%"', 1)
    other = other.replace(f'"{second}%"', f'"{second + 1}%"', 1)
    copy.example.write_text(text.replace(recipe, other), "utf-8")
    return f"{first}% and {second}% are {first - 1}% and {second + 1}%"


def colour(copy: Copy, chance: random.Random) -> str:
    """Another colour of a theme."""
    path = copy.folder / "scenes" / "kit" / "ground" / "theme.py"
    found = chance.choice(sorted(set(COLOUR.findall(path.read_text("utf-8")))))
    other = f"#{chance.randrange(16**6):06X}"
    _replace(path, found, other)
    return f"{found} is {other}"


def chapter_line(copy: Copy, chance: random.Random) -> str:
    """A pause after a beat of the chapter."""
    path = copy.folder / "scenes" / f"{copy.chapter}.py"
    text = path.read_text("utf-8")
    beats = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and ast.unparse(node).startswith("self.beat(")
    ]
    chosen, lines = chance.choice(beats), text.splitlines(keepends=True)
    pause = f"{' ' * chosen.col_offset}self.wait({chance.uniform(0.2, 1):.1f})\n"
    lines.insert(chosen.end_lineno or 0, pause)
    path.write_text("".join(lines), "utf-8")
    return f"{pause.strip()} in line {chosen.end_lineno}"


def kit_line(copy: Copy, chance: random.Random) -> str:
    """Another value of a constant of the kit."""
    kit = [*(copy.folder / "scenes" / "kit").rglob("*.py")]
    found = [
        (path, line)
        for path in sorted(kit)
        for line in re.findall(r"^[A-Z_]+ = \d+\.\d+$", path.read_text("utf-8"), re.M)
    ]
    path, line = chance.choice(found)
    name, _, value = line.partition(" = ")
    other = f"{name} = {float(value) * chance.choice((0.93, 1.04)):.3f}"
    _replace(path, line, other)
    return f"{other} in {path.name}"


DATA: dict[str, Edit] = {
    "wording": wording,
    "seconds": seconds,
    "notes": notes,
    "shares": shares,
}
CODE: dict[str, Edit] = {"colour": colour, "chapter": chapter_line, "kit": kit_line}


def _lines(beat: object, language: str) -> list[str]:
    said = beat.get(language) if isinstance(beat, dict) else None
    return [said] if isinstance(said, str) else list(said or ())


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text, f"{path}: {before} is not there"
    path.write_text(text.replace(before, after), "utf-8")


def _serve(folder: Path, chapter: str, size: tuple[int, int, int]) -> None:
    """Render as often as is asked: with what is kept in the folder, and with nothing kept."""
    from scenes.production.planning.settings import Quality, Settings
    from scenes.production.workers.single_chapter import make_chapter

    example, quality = folder / "assets" / "examples" / "cocktails.toml", Quality(*size)
    warm = Settings(example, quality=quality, out=folder / "out", cache=folder / "cache")
    for _ in sys.stdin:
        with tempfile.TemporaryDirectory() as place:
            cold = Settings(
                example, quality=quality, out=Path(place, "out"), cache=Path(place, "cache")
            )
            outcomes = [make_chapter(each, chapter, lambda _: None) for each in (warm, cold)]
            problems = [each.problem.message for each in outcomes if each.problem]
            told = {"problem": "; ".join(problems), "different": []}
            if not problems:
                told["different"] = _different(warm.out, cold.out)
            print(json.dumps(told), flush=True)


def _different(one: Path, other: Path) -> list[str]:
    found = [
        {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.*")}
        for out in (one, other)
    ]
    names = found[0].keys() | found[1].keys()
    return sorted(name for name in names if found[0].get(name) != found[1].get(name))


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), sys.argv[2], tuple(json.loads(sys.argv[3])))
