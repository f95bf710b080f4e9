"""``check``: the gate, on what would be rendered."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import cloup

from mathcore import RecipeBook, given_once
from scenes.kit.ground import lettering
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage import choices
from scenes.kit.stage.layers import apart, find_layer, said_of
from scenes.kit.stage.layers import layers as every_layer
from scenes.production.cache.files import remove_empty, require_writable
from scenes.production.cache.locks import held
from scenes.production.cache.partial_files import remove_halves
from scenes.production.cache.terminal import say, tell
from scenes.production.commands.display import Display
from scenes.production.commands.numbers import Whole
from scenes.production.commands.options import ALL, read_chapters
from scenes.production.commands.own_path import OwnPath
from scenes.production.delivery.output_folders import at_home
from scenes.production.gate.receipts import write_receipts
from scenes.production.gate.report import document, print_report
from scenes.production.gate.runner import judge_all, tasks
from scenes.production.gate.verdict import Task, Verdict
from scenes.production.planning.material import stranger_sentences
from scenes.production.planning.settings import DEFAULT_EXAMPLE, DEFAULT_THEME, Settings
from scenes.production.workers.processes import cores

SEVERAL = 'Several: one after another with ",", or the option again; or "all".'


HELP = """\
Prove every number, and see to it that everything can be read.

\b
./render.sh check                                  what ./render.sh all would render
./render.sh check --example all --lang all         all examples, in both languages
./render.sh check row_by_column --example tea.toml --no-pixels

What falls short is listed with its rule, its place and its remedy, and a still in out/check/ shows
where.  The exit status is then 1.
"""


@cloup.command("check", help=HELP)
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: film and episodes.")
@cloup.option_group(
    "What is checked",
    cloup.option(
        "--example",
        "examples",
        multiple=True,
        metavar="NAME|FILE.toml|all",
        help=f"The data. [cocktails] {SEVERAL}",
    ),
    cloup.option(
        "--layer",
        "layers",
        multiple=True,
        metavar="NAME|FILE.toml|all",
        help=f"The layer files. [each chapter's own] {SEVERAL}",
    ),
    cloup.option(
        "--lang", "languages", multiple=True, metavar="en|zh|all", help="The languages. [en]"
    ),
    cloup.option(
        "--theme", "themes", multiple=True, metavar="night|paper|all", help="The themes. [night]"
    ),
    cloup.option(
        "--pixels/--no-pixels",
        default=True,
        help="Look at rendered pictures too: contrast, flashes. [--pixels]",
    ),
)
@cloup.option_group(
    "How it is told",
    cloup.option("--json", "as_json", is_flag=True, help="One JSON document on standard output."),
    cloup.option(
        "--jobs", type=Whole(1), default=cores, help="Chapters side by side. [processors]"
    ),
    cloup.option(
        "--out",
        type=OwnPath(),
        default=Path("out"),
        help="The folder for receipts.json, and for the stills: out/check/. [out]",
    ),
)
def check_command(
    chapters: Sequence[str],
    examples: Sequence[str],
    layers: Sequence[str],
    languages: Sequence[str],
    themes: Sequence[str],
    pixels: bool,
    as_json: bool,
    jobs: int,
    out: Path,
) -> None:
    """Judge everything, then say what falls short."""
    looks = tuple(_looks(examples, languages, themes, out))
    names = _chapters(chapters)
    files = _layers(layers)
    _check_files(looks, files)
    require_writable(out)
    asked = tasks(looks, names, pixels=pixels, layers=files)
    with at_home(task.settings for task in asked) as settings:
        work = [replace(task, settings=each) for task, each in zip(asked, settings, strict=True)]
        verdicts = _judge(work, jobs, out)
        _keep_receipts(verdicts)
    if as_json:
        tell(json.dumps(document(verdicts), ensure_ascii=False, indent=2))
    else:
        print_report(verdicts)
    if any(verdict.rows for verdict in verdicts):
        raise SystemExit(1)


def _judge(work: Sequence[Task], jobs: int, out: Path) -> list[Verdict]:
    """Return the verdicts, in the order of the work; those on whole films come last."""
    folders = {task.stills.parent for task in work}
    with held(folders):
        for folder in folders:
            remove_halves(folder)
        with Display([task.look for task in work], "Checking") as display:
            verdicts = list(judge_all(work, jobs, display))
        for folder in folders:
            remove_empty(folder, out)
    place = {(task.look, task.chapter): n for n, task in enumerate(work)}
    return sorted(
        verdicts, key=lambda each: place.get((each.task.look, each.task.chapter), len(place))
    )


def _chapters(names: Sequence[str]) -> tuple[str, ...]:
    """Return the chapters to check: film and episodes, or any scene that is named."""
    return read_chapters(names or [ALL])


def _looks(
    examples: Sequence[str], languages: Sequence[str], themes: Sequence[str], out: Path
) -> Iterator[Settings]:
    """Yield every example in every language and theme that was asked for."""
    asked = (
        _several(examples, "SCENE_EXAMPLE", DEFAULT_EXAMPLE, choices.examples()),
        _several(languages, "SCENE_LANG", choices.LANGUAGES[0], choices.LANGUAGES),
        _several(themes, "SCENE_THEME", DEFAULT_THEME, THEMES),
    )
    for example, language, theme in product(*asked):
        yield Settings(
            example=choices.find_example(example),
            language=choices.choose("language", language, choices.LANGUAGES),
            theme=choices.find_theme(theme).name,
            out=out,
        )


def _several(
    asked: Sequence[str], variable: str, default: str, every: Iterable[str]
) -> tuple[str, ...]:
    """Return the values of an option, each once."""
    given = [each for text in asked for each in apart(text)]
    given = given or apart(os.environ.get(variable, default))
    return tuple(dict.fromkeys(every if ALL in given else given))


def _layers(asked: Sequence[str]) -> tuple[Path, ...]:
    """Return the layer files to check; none, if each chapter is to be shown with its own."""
    return tuple(map(find_layer, _several(asked, "SCENE_LAYER", "", every_layer())))


def _check_files(looks: Iterable[Settings], layers: Iterable[Path]) -> None:
    """Refuse an example or a layer with faults; say what an example had to round."""
    for path in layers:
        for sentence in stranger_sentences([path]):
            say(sentence)
        for sentence in said_of(path):
            say(sentence)
    for path in dict.fromkeys(look.example for look in looks):
        book = RecipeBook.load(path, lettering.has_character)
        for sentence in (*book.rounded, *given_once(book)):
            say(sentence)


def _keep_receipts(verdicts: Sequence[Verdict]) -> None:
    for look in dict.fromkeys(verdict.task.settings for verdict in verdicts):
        receipts = {
            verdict.task.chapter: verdict.receipts
            for verdict in verdicts
            if verdict.task.settings == look and verdict.receipts
        }
        if receipts:
            with held([look.folder]):
                write_receipts(look, receipts)
