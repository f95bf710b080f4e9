"""What can be chosen: chapters, examples, languages, themes; and what to say to a wrong name."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import scenes
from mathcore.listing import files_in
from scenes.kit.ground.theme import THEMES, Theme
from scenes.kit.stage.script import LANGUAGES

__all__ = ["LANGUAGES", "ChoiceError", "chapter_class", "chapters", "examples", "find_example"]

SCENES = Path(scenes.__file__).parent
EXAMPLES = SCENES.parent / "assets" / "examples"


class ChoiceError(ValueError):
    """A name that does not exist; the message names the valid ones and the nearest."""


def choose(kind: str, name: str, valid: Iterable[str]) -> str:
    """Return ``name`` if it is valid, or say what would be."""
    names = tuple(valid)
    if name in names:
        return name
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f'; did you mean "{near[0]}"?' if near else "."
    raise ChoiceError(f'unknown {kind} "{name}"{hint} Choose from: {", ".join(names)}')


def chapters() -> tuple[str, ...]:
    """Return the chapters of the film, in their order."""
    return scenes.FILM


def told() -> tuple[str, ...]:
    """Return the chapters of the film, then the episodes, which stand alone."""
    return (*chapters(), *scenes.EPISODES)


def all_chapters() -> tuple[str, ...]:
    """Return all that is told, then the scenes that are neither in the film nor episodes."""
    there = {path.stem for path in files_in(SCENES, "*.toml") if path.with_suffix(".py").is_file()}
    return (*told(), *sorted(there - set(told())))


def chapter_class(name: str) -> type:
    """Return the scene class of a chapter: its file's name in CamelCase."""
    module = importlib.import_module(f"scenes.{choose('chapter', name, all_chapters())}")
    scene: type = getattr(module, "".join(word.capitalize() for word in name.split("_")))
    return scene


def examples() -> dict[str, Path]:
    """Return the example files by name."""
    return {path.stem: path for path in files_in(EXAMPLES, "*.toml")}


def find_example(name_or_path: str) -> Path:
    """Return the file of an example, given its name or its path."""
    if is_path(name_or_path):
        return own_path(name_or_path)
    return examples()[choose("example", name_or_path, examples())]


def is_path(text: str) -> bool:
    r"""Tell whether somebody typed a path, here or as on Windows, and not a name.

    >>> is_path("tea"), is_path("tea.toml"), is_path(r"monday\tea")
    (False, True, True)
    """
    return text.endswith(".toml") or "/" in text or "\\" in text


def own_path(text: str) -> Path:
    """Return a path that somebody typed; where a shell left ``~`` as it is, it is their home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:  # nobody has a home here
        return Path(text)


def find_theme(name: str) -> Theme:
    """Return a theme by its name."""
    return THEMES[choose("theme", name, THEMES)]


def find_language(name: str) -> str:
    """Return a language by its name."""
    return choose("language", name, LANGUAGES)
