"""``render``: the whole film, or the chapters that are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cloup

from mathcore import RecipeBook, given_once
from scenes.kit.ground import lettering
from scenes.kit.stage.choices import chapters
from scenes.kit.stage.layers import said_of
from scenes.production.cache.eviction import in_use, limit, prune
from scenes.production.cache.files import require_writable
from scenes.production.cache.locks import held
from scenes.production.cache.partial_files import remove_halves
from scenes.production.cache.store import Cache
from scenes.production.cache.terminal import say
from scenes.production.cache.up_to_date import Record
from scenes.production.commands.display import Display, print_summary
from scenes.production.commands.options import (
    is_whole,
    read_chapters,
    read_settings,
    rendering_options,
)
from scenes.production.delivery.manifest import NAME as MANIFEST
from scenes.production.delivery.manifest import write_manifest
from scenes.production.delivery.output_folders import at_home
from scenes.production.delivery.videos import Delivered, deliver_film
from scenes.production.encoding.packets import Footage
from scenes.production.gate.receipts import write_receipts
from scenes.production.planning.keys import whole_inputs
from scenes.production.planning.material import stranger_sentences
from scenes.production.planning.settings import Settings
from scenes.production.voice.telling import voice_sentences
from scenes.production.workers.executors import TaskExecutor, executor_for
from scenes.production.workers.outcome import Outcome
from scenes.production.workers.pipeline import make_film


@cloup.command("render")
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: the film; all: all told.")
@rendering_options
@cloup.option(
    "--farm",
    metavar="tcp://HOST:8786",
    help="Let the workers of a Dask scheduler draw, on other machines; --jobs does not count then.",
)
def render_command(chapters: Sequence[str], jobs: int, farm: str | None, **options: Any) -> None:
    """Render the whole film, the chapters that are named, or all: film and episodes."""
    names, settings = read_chapters(chapters), read_settings(**options)
    require_faultless(settings, names, farm)
    with at_home([settings]) as (at_work,), held([at_work.folder]):
        render(at_work, names, whole=is_whole(chapters), executor=executor_for(jobs, farm))


def render(
    settings: Settings, names: Sequence[str], *, whole: bool, executor: TaskExecutor
) -> None:
    """Make what is not there as it should be; whoever calls this holds the folder."""
    most = limit()
    require_writable(settings.folder)
    require_writable(settings.cache)
    remove_halves(settings.folder.parent)
    remove_halves(settings.cache)
    record = _record(settings, names, whole=whole)
    if record.files():
        say("Nothing has changed since the last time; everything stands as it is.")
        print_summary(settings, names, whole=whole)
        return
    with in_use(settings.cache), Display(names) as display:
        footage = Footage()
        try:
            outcomes = _make(settings, names, executor, display, footage)
        finally:
            remove_halves(settings.cache)  # of a worker that was ended from outside
        delivered = [each for outcome in outcomes for each in outcome.delivered]
        problems = [outcome.problem for outcome in outcomes if outcome.problem]
        if whole and not problems:
            display.note("Joining the film")
            delivered.insert(0, _film(settings, outcomes, footage))
        if delivered:
            _keep_receipts(settings, outcomes)
            write_manifest(settings, delivered)
    prune(settings.cache, most)
    if delivered:
        print_summary(settings, names, whole=whole and not problems)
    if not problems:
        files = (file for each in delivered for file in each.files)
        record.keep([*files, settings.folder / MANIFEST])
    for problem in problems:
        say(problem.message)
    if problems:
        raise SystemExit(max(problem.status for problem in problems))


def _record(settings: Settings, names: Sequence[str], *, whole: bool) -> Record:
    what = f"{settings.folder.absolute()} {settings.format} {settings.tail} {names} {whole}"
    return Record(Cache(settings.cache), what, whole_inputs(settings))


def require_faultless(settings: Settings, names: Sequence[str], farm: str | None = None) -> None:
    """Refuse what has faults before anything is made; say what is not as one might expect."""
    limit()
    for sentence in stranger_sentences(settings.layers, farm):
        say(sentence)
    for path in settings.layers:
        for sentence in said_of(path):
            say(sentence)
    book = RecipeBook.load(settings.example, lettering.has_character)
    for sentence in (*book.rounded, *given_once(book), *voice_sentences(settings, names)):
        say(sentence)


def _make(
    settings: Settings,
    names: Sequence[str],
    executor: TaskExecutor,
    display: Display,
    footage: Footage,
) -> list[Outcome]:
    """Make the chapters, in whatever order they are ready; return them in that of the film."""
    outcomes: dict[str, Outcome] = {}
    for outcome in make_film(settings, names, executor, display, footage=footage):
        outcomes[outcome.chapter] = outcome
        display.note(str(outcome.news or f"{outcome.chapter}: failed"))
    return [outcomes[name] for name in names]


def _film(settings: Settings, outcomes: Sequence[Outcome], footage: Footage) -> Delivered:
    """Join the chapters of the film; episodes stand alone."""
    of_the_film = (outcome for outcome in outcomes if outcome.chapter in chapters())
    filmed = [outcome.filmed for outcome in of_the_film if outcome.filmed]
    return deliver_film(settings, filmed, footage)


def _keep_receipts(settings: Settings, outcomes: Sequence[Outcome]) -> None:
    filmed = {outcome.chapter: outcome.filmed for outcome in outcomes if outcome.filmed}
    receipts = {chapter: each.receipts for chapter, each in filmed.items() if each.receipts}
    if receipts:
        write_receipts(settings, receipts)
