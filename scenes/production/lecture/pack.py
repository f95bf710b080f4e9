"""The pack: a folder that can be copied anywhere, with all that a lecturer shows or embeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scenes.production.cache.files import require_writable
from scenes.production.delivery.videos import FILM
from scenes.production.lecture.companions import EVERYTHING, FOR_PAGES, companions, stems
from scenes.production.lecture.contents import AT_ONCE, Lecture
from scenes.production.lecture.inventory import write_inventory
from scenes.production.lecture.linking import is_linked, link
from scenes.production.lecture.makers import makers
from scenes.production.lecture.owned_files import LIST, listed, remove_stale, set_aside
from scenes.production.lecture.single_file import SINGLE, TooLargeError, write_single
from scenes.production.planning.settings import Settings

CAPTIONED, PLAIN = "captioned", "plain"


@dataclass(frozen=True)
class Slides:
    """What decks for presentations are to be like: when their clips play, and which they are."""

    start: str = AT_ONCE
    captions: bool = True


USUAL = Slides()


@dataclass(frozen=True)
class Pack:
    """A pack that was written.

    Attributes
    ----------
    files : tuple of str
        All that is in it, as paths below its folder, the list of it last.
    kept : tuple of Path
        Files that somebody had changed, under the names they now have.
    problem : str or None
        Why something that was asked for is not in it.
    """

    folder: Path
    lecture: Lecture
    files: tuple[str, ...]
    kept: tuple[Path, ...] = ()
    problem: str | None = None

    @property
    def size(self) -> int:
        """Return its size in bytes."""
        return sum((self.folder / name).stat().st_size for name in self.files)

    @property
    def seconds(self) -> float:
        """Return how long its chapters are together."""
        return sum(chapter.clip.seconds for chapter in self.lecture.chapters)

    @property
    def film_size(self) -> int:
        """Return the size of its chapters, once each, in bytes."""
        videos = (chapter.clip.video for chapter in self.lecture.chapters)
        return sum((self.folder / CAPTIONED / video).stat().st_size for video in videos)


def folder_of(settings: Settings) -> Path:
    """Return the folder of the pack.

    >>> folder_of(Settings(Path("tea.toml"), "zh", "paper")).as_posix()
    'out/tea/zh-paper-lecture'
    """
    return settings.folder.with_name(f"{settings.look}-lecture")


def plain(settings: Settings) -> Settings:
    """Return the same look without captions in the picture."""
    return replace(settings, captions=False)


def write_pack(
    settings: Settings,
    names: Sequence[str] | None,
    single: bool = False,
    slides: Slides = USUAL,
) -> Pack:
    """Make a pack of what was delivered for both looks, with captions in the picture and without.

    ``names`` are the chapters; none means all of the film, and then the film is in it too.
    ``single`` asks for the page that holds everything; where that would be too large, the rest of
    the pack is made all the same.
    """
    folder = folder_of(settings)
    require_writable(folder)
    before = listed(folder)
    sources = dict(_sources(settings, names))
    pages = [name for maker in makers() for name in maker.FILES] + [SINGLE] * single
    theirs = [name for name in sources if not is_linked(sources[name], folder / name)]
    kept = set_aside(folder, (*theirs, *pages), before)
    for name, source in sources.items():
        link(source, folder / name)
    lecture = replace(Lecture.load(settings.folder, names), folder=folder / CAPTIONED)
    decks = replace(_for_slides(settings, names, folder, lecture, slides), start=slides.start)
    written = [
        path
        for maker in makers()
        for path in maker.write(decks if hasattr(maker, "FOR_SLIDES") else lecture, folder)
    ]
    problem = None
    if single:
        try:
            written.append(write_single(lecture, folder))
        except TooLargeError as error:
            problem = str(error)
    files = (*sources, *(path.relative_to(folder).as_posix() for path in written))
    remove_stale(folder, before, files)
    write_inventory(folder, lecture, files)
    return Pack(folder, lecture, (*files, LIST), tuple(kept), problem)


def _for_slides(
    settings: Settings,
    names: Sequence[str] | None,
    folder: Path,
    lecture: Lecture,
    slides: Slides,
) -> Lecture:
    """Return what decks show: the clips with captions in the picture, or those without."""
    if slides.captions:
        return lecture
    return replace(Lecture.load(plain(settings).folder, names), folder=folder / PLAIN)


def _sources(settings: Settings, names: Sequence[str] | None) -> Iterator[tuple[str, Path]]:
    """Yield what each clip of the pack is called, and where it is taken from."""
    for part, look, endings in (
        (CAPTIONED, settings, EVERYTHING),
        (PLAIN, plain(settings), FOR_PAGES),
    ):
        wanted = list(stems(Lecture.load(look.folder, names)))
        if part == CAPTIONED and names is None:
            wanted.insert(0, FILM)
        for file in companions(look.folder, wanted, endings):
            yield f"{part}/{file}", look.folder / file
