"""What stands for all that a picture depends on: code, fonts, words, example, layer, settings.

The spoken lines of a chapter are left out of its fingerprint, because each play knows which of
them are in its pictures: another wording of one line is another key for the plays that show it,
and for no others.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mathcore import RecipeBook, files_of
from scenes.kit.stage.choices import SCENES, all_chapters
from scenes.kit.stage.phrases import placeholders
from scenes.kit.stage.script import LANGUAGES, Text
from scenes.kit.stage.script_faults import NUMBERS
from scenes.production.planning.environment import environment
from scenes.production.planning.inputs import SOURCES, Inputs, in_project
from scenes.production.planning.material import layer_of
from scenes.production.planning.settings import Settings
from scenes.production.voice.naming import find

PRODUCTION = Path(__file__).parents[1]
ACTS = SCENES / "acts"
EXAMPLES = SCENES / "kit" / "examples"  # each is in the keys of its own pictures
PICTURE_MAKERS = ("drawing/*.py", "encoding/*.py", "planning/keys.py")
PLANNERS = ("scenes/production/planning/plan.py", "scenes/production/gate/*.py")
DELIVERERS = (
    "scenes/production/delivery/*.py",
    "scenes/production/encoding/*.py",
    "scenes/production/planning/*.py",
    "scenes/production/planning/*.toml",
    "scenes/production/voice/*.py",
    "scenes/kit/stage/script.py",
)
SAID = (*LANGUAGES, "notes", "seconds")  # what the base leaves out of a beat's table


def base_inputs(settings: Settings, chapter: str, scene_class: type) -> Inputs:
    """Return what all of a chapter's pictures are made from, but for the lines and the lengths."""
    inputs = _begun(settings, chapter)
    inputs.code(_picture_sources(_own_modules(chapter, scene_class)))
    inputs.data(_script(scene_class), _silent)
    layer = layer_of(settings, scene_class)
    shows_recipes = layer is None or getattr(scene_class, "recipes_too", False)
    inputs.data([settings.example], Path.read_bytes if shows_recipes else _words)
    return inputs.data(files_of(layer) if layer else ())


def plan_inputs(
    chapter: str, scene_class: type, base: Inputs, least: Mapping[str, float] | None = None
) -> Inputs:
    """Return what a chapter's plan is made from: its pictures, what it says, and the receipts.

    ``least`` are the seconds that its beats must last for a voice.
    """
    inputs = Inputs(chapter, json.dumps(least, sort_keys=True) if least else "").also(base)
    return inputs.data(_script(scene_class)).code(in_project(*PLANNERS))


def play_key(base: str, beat: str, step: Iterable[str], frames: int, lines: Iterable[str]) -> str:
    """Return the key of a play: a step of a beat, with its length and the captions it shows."""
    told = json.dumps([base, beat, list(step), frames, list(lines)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def delivery_inputs(settings: Settings, *made_from: object) -> Inputs:
    """Return what delivered files are made from, and how."""
    return _begun(settings, f"{settings} {made_from}").code(in_project(*DELIVERERS))


def whole_inputs(settings: Settings) -> Inputs:
    """Return everything that a run can depend on."""
    inputs = _begun(settings, str(settings)).code(in_project(*SOURCES))
    inputs.data([settings.example, *map(Path, _layer_files(settings))])
    for recording in find(settings.voice) if settings.voice else ():
        inputs.tell(recording.name).data([recording.path])
    return inputs


def _layer_files(settings: Settings) -> Iterator[Path]:
    for path in (*in_project("assets/layers/*.toml"), *settings.layers):
        yield from files_of(path)


def _begun(settings: Settings, name: str) -> Inputs:
    quality = settings.quality
    inputs = Inputs(name, *(f"{what} {which}" for what, which in environment().items()))
    inputs.tell(f"{settings.language} {settings.theme} {settings.captions}")
    inputs.tell(f"{quality} {quality.width} {settings.transparent}")
    for carrier in settings.carriers:
        inputs.tell(f"{carrier.codec} {carrier.pixel_format} {carrier.options(quality.fps)}")
    return inputs


def _own_modules(chapter: str, scene_class: type) -> set[str]:
    return {cls.__module__.rpartition(".")[2] for cls in scene_class.__mro__} | {chapter}


def _picture_sources(own: set[str]) -> Iterator[Path]:
    """Yield every file that can change the picture: not the other chapters, commands, checks."""
    others, acts = set(all_chapters()) - own, _own_acts(own)
    for path in in_project(*SOURCES):
        if PRODUCTION in path.parents:
            inside = path.relative_to(PRODUCTION)
            needed = any(inside.match(pattern) for pattern in PICTURE_MAKERS)
        elif ACTS in path.parents:
            needed = path.parent == ACTS or path.relative_to(ACTS).parts[0] in acts
        elif EXAMPLES in path.parents:
            needed = False
        elif path.parent == SCENES:
            needed = path.suffix == ".py" and path.stem not in others
        else:
            needed = True
        if needed:
            yield path


def _own_acts(own: set[str]) -> set[str]:
    """Return the acts that some chapters name in their files."""
    files = [SCENES / f"{name}.py" for name in own]
    texts = [path.read_text(encoding="utf-8") for path in files if path.is_file()]
    return {act for text in texts for act in re.findall(r"scenes\.acts\.(\w+)", text)}


def _script(scene_class: type) -> list[Path]:
    """Return the file of what a scene says; plain scenes have none."""
    path = getattr(scene_class, "script_path", None)
    return [path()] if path else []


def _silent(path: Path) -> bytes:
    """Return a script without what is said: beats with so many lines, titles, labels, numbers.

    Wordings are a part of it where one is shown: in a title, or in a label.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str)
    drawn = {name: table.pop(name, None) for name in ("title", "labels", *NUMBERS)}
    wordings = table.pop("wordings", {})
    beats = {name: _without_lines(beat) for name, beat in table.items()}
    told = json.dumps([drawn, beats], sort_keys=True, default=str)
    shown = any(f"{{{name}}}" in told.lower() for name in wordings)  # in a title or a label
    return (told + (json.dumps(wordings, sort_keys=True) if shown else "")).encode()


def _without_lines(beat: dict[str, Any]) -> dict[str, Any]:
    said = beat.get(LANGUAGES[0])
    count = len(said) if isinstance(said, list) else 1
    return {"lines": count, **{name: each for name, each in beat.items() if name not in SAID}}


def _words(example: Path) -> bytes:
    """Return of an example only its words, for a chapter that shows no recipes."""
    words = placeholders(RecipeBook.load(example))
    return json.dumps({name: _plain(word) for name, word in words.items()}).encode()


def _plain(word: Text | str) -> Text | str:
    return word if isinstance(word, str) else dict(word)
