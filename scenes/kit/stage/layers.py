"""Layer files: which there are, which a chapter takes, and what they lend to it.  Pure."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathcore import given_once, kind_of, load_layer, named_files
from mathcore.layer_file.reading import is_file
from mathcore.listing import files_in
from scenes.kit.ground import lettering
from scenes.kit.stage import ledgers
from scenes.kit.stage.choices import SCENES, ChoiceError, all_chapters, choose, is_path, own_path
from scenes.kit.stage.claims import Sources
from scenes.kit.stage.script import LANGUAGES, Text

LAYERS = SCENES.parent / "assets" / "layers"


@dataclass(frozen=True)
class Need:
    """What a chapter takes its material from: a layer file of a kind, by default this one.

    One that shows the example's ``recipes`` too has to be looked at with every example.
    """

    kind: str
    default: Path
    recipes: bool = False


def layers() -> dict[str, Path]:
    """Return the layer files by name."""
    return {path.stem: path for path in files_in(LAYERS, "*.toml")}


def find_layer(name_or_path: str) -> Path:
    """Return a layer file, given its name or its path."""
    if is_path(name_or_path):
        return own_path(name_or_path)
    return layers()[choose("layer", name_or_path, layers())]


def chosen_layers(names: Iterable[str] = ()) -> dict[str, Path]:
    """Return the layer files that are asked for, or those of ``SCENE_LAYER``, by their kinds."""
    asked = [each for text in names for each in apart(text)]
    asked = asked or apart(os.environ.get("SCENE_LAYER", ""))
    found: dict[str, Path] = {}
    for path in dict.fromkeys(map(find_layer, asked)):
        kind = kind_of(path)
        if kind in found:
            raise ChoiceError(
                f"{found[kind]} and {path} are both of the kind {kind}, and one film shows one; "
                "leave one out"
            )
        found[kind] = path
    return found


def apart(text: str) -> list[str]:
    """Split names at commas, but for a file that has one in its path.

    >>> apart("coffee,digits"), apart("")
    (['coffee', 'digits'], [])
    """
    return [text] if is_file(own_path(text)) else [each for each in text.split(",") if each]


def need_of(chapter: str) -> Need | None:
    """Return what a chapter of ours needs, read off its source: to import it would load Manim."""
    path = SCENES / f"{chapter}.py"
    told = _constants_of_classes(path) if path.is_file() else {}
    if "layer_kind" not in told or "default_layer" not in told:
        return None
    default = find_layer(told["default_layer"])
    return Need(told["layer_kind"], default, bool(told.get("recipes_too")))


def needs() -> dict[str, Need]:
    """Return what the chapters need, by their names; those of recipes are not among them."""
    found = {chapter: need_of(chapter) for chapter in all_chapters()}
    return {chapter: need for chapter, need in found.items() if need}


def unusual(asked: Mapping[str, Path]) -> tuple[Path, ...]:
    """Return the layer files, of those asked for, that some chapter does not take by default."""
    usual = {kind: [n.default for n in needs().values() if n.kind == kind] for kind in asked}
    return tuple(
        path
        for kind, path in sorted(asked.items())
        if not usual[kind] or not all(is_same(path, other) for other in usual[kind])
    )


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    return path.resolve() == other.resolve()


def layer_path(kind: str | None, asked: str | Path | None, default: str | None) -> Path | None:
    """Return the layer file that a scene takes; ``None`` where it takes none."""
    if kind is None:
        return None
    path = find_layer(str(asked)) if asked else chosen_layers().get(kind)
    path = path or find_layer(default or "")
    if kind_of(path) != kind:
        raise ChoiceError(f"{path}: is of the kind {kind_of(path)}; this chapter takes a {kind}")
    return path


def read_layer(path: Path | None) -> Any:
    """Return what a layer file holds; ``None`` where there is none."""
    return None if path is None else load_layer(path, lettering.has_character)


def said_of(path: Path) -> Iterator[str]:
    """Yield what is not in a layer file as one might expect: what was done to its numbers."""
    layer = read_layer(path)
    yield from (f"{path}: {sentence}" for sentence in given_once(layer))
    yield from getattr(layer, "sentences", ())


def strangers(path: Path) -> dict[str, Path]:
    """Return the files that a layer file names outside of its folder and of the project, by key."""
    homes = path.parent.resolve(), SCENES.parent.resolve()
    named = {key: file.resolve() for key, file in named_files(path).items()}
    return {
        key: file
        for key, file in named.items()
        if not any(file.is_relative_to(home) for home in homes)
    }


def sources(path: Path | None) -> Sources:
    """Return the true numbers of a layer file, by the names that claims give them."""
    if path is None or kind_of(path) not in _ledgers():
        return {}
    module = importlib.import_module(f"{ledgers.__name__}.{kind_of(path)}")
    told: Sources = module.sources(load_layer(path))
    return told


def lent(layer: Any) -> Mapping[str, Text | str]:
    """Return what spoken lines may name of a layer: ``{layer}``, its name."""
    name = getattr(layer, "name", None)
    return {"layer": name} if name is not None and is_text(name) else {}


def is_text(raw: Any) -> bool:
    """Tell whether something is a text in every language."""
    return isinstance(raw, Mapping) and set(raw) == set(LANGUAGES)


def _ledgers() -> set[str]:
    return {module.name for module in pkgutil.iter_modules(ledgers.__path__)}


def _constants_of_classes(path: Path) -> dict[str, Any]:
    """Return the attributes of a file's classes that are plain texts, or true or false."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    found: dict[str, Any] = {}
    for node in (node for each in classes for node in each.body):
        targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        value = getattr(node, "value", None)
        if isinstance(value, ast.Constant) and isinstance(value.value, str | bool):
            found |= {target.id: value.value for target in targets if isinstance(target, ast.Name)}
    return found
