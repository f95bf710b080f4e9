"""Write what was filmed to the folder of the look: videos, stills, captions, contents."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.kit.stage.timeline import Cue
from scenes.production.cache.files import write_text
from scenes.production.cache.store import Cache
from scenes.production.cache.up_to_date import Record
from scenes.production.delivery import captions
from scenes.production.delivery.captions import Line
from scenes.production.delivery.chapter_marks import (
    Mark,
    beat_marks,
    chapters_vtt,
    film_marks,
    with_offsets,
    youtube_text,
)
from scenes.production.delivery.stills import write_still
from scenes.production.encoding.formats import Carrier
from scenes.production.encoding.gif import write_gif
from scenes.production.encoding.muxing import Imprint, join
from scenes.production.encoding.packets import Footage
from scenes.production.planning import film
from scenes.production.planning.film import FilmedChapter, Text, shifted
from scenes.production.planning.keys import delivery_inputs
from scenes.production.planning.settings import Settings
from scenes.production.voice.placement import Laid, Sound, laid_under, later, of_beat

FILM = "film"
OURS = re.compile(r"\d\d+-.*\.(mp4|webm|mov|gif|png|vtt|srt)")


@dataclass(frozen=True)
class Piece:
    """A part of the film that becomes one video with its companions: a beat, a chapter, the film.

    ``stem`` is its path without ending, inside the folder of the look; ``start`` is in seconds of
    the chapter.  ``whole`` are the segments of all of the chapter that it is of, or begins with:
    its header promises no lower rate than theirs.
    """

    stem: str
    title: Text
    segments: Sequence[Path]
    poster: Path
    seconds: float
    cues: Sequence[Cue]
    chapter: str | None = None
    beat: str | None = None
    start: float = 0.0
    notes: Text | None = None
    marks: Sequence[Mark] = ()
    whole: Sequence[Path] = ()
    voice: Sequence[Laid] = ()

    @property
    def name(self) -> str:
        """Return what its files are called, but for their endings."""
        return self.stem.rpartition("/")[2]


@dataclass(frozen=True)
class Delivered:
    """A piece, and the files that were made of it."""

    piece: Piece
    files: tuple[Path, ...] = field(default=())


def deliver_chapter(
    settings: Settings, chapter: FilmedChapter, footage: Footage | None = None
) -> tuple[Delivered, ...]:
    """Write a chapter and its beats; remove the clips of beats that are no more."""
    pieces = [_chapter_piece(settings, chapter), *_beat_pieces(settings, chapter)]
    delivered = tuple(_deliver(settings, pieces, footage or Footage()))
    _remove_stale(settings.folder / chapter.name, {Path(piece.stem).name for piece in pieces[1:]})
    return delivered


def _deliver(settings: Settings, pieces: Sequence[Piece], footage: Footage) -> Iterator[Delivered]:
    """Write what belongs together, or leave it as it stands if it is what would be written."""
    what = f"{settings.folder.absolute()} {pieces[0].stem}"
    record = Record(Cache(settings.cache), what, delivery_inputs(settings, pieces))
    if stands := record.files():
        for piece in pieces:
            names = [file.name for file in stands if file.name.startswith(f"{piece.name}.")]
            place = (settings.folder / piece.stem).parent
            yield Delivered(piece, tuple(place / name for name in names))
        return
    made = [Delivered(piece, tuple(_write(settings, piece, footage))) for piece in pieces]
    record.keep(file for each in made for file in each.files)
    yield from made


def deliver_film(
    settings: Settings, chapters: Sequence[FilmedChapter], footage: Footage | None = None
) -> Delivered:
    """Write the whole film."""
    piece = _film_piece(settings, chapters)
    (delivered,) = _deliver(settings, [piece], footage or Footage())
    text = youtube_text(piece.title[settings.language], chapters, settings.language)
    described = write_text(settings.folder / f"{piece.stem}.youtube.txt", text)
    return Delivered(piece, (*delivered.files, described))


def _film_piece(settings: Settings, chapters: Sequence[FilmedChapter]) -> Piece:
    cues = [cue for start, each in with_offsets(chapters) for cue in shifted(each.cues, start)]
    laid = [later(laid_under(settings, each), start) for start, each in with_offsets(chapters)]
    return Piece(
        stem=FILM + settings.tail,
        title=film_title(),
        segments=[segment for chapter in chapters for segment in chapter.segments],
        poster=chapters[0].segments[-1],
        seconds=sum(chapter.seconds for chapter in chapters),
        cues=cues,
        marks=film_marks(chapters),
        whole=chapters[0].segments,
        voice=[each for chapter in laid for each in chapter],
    )


def _chapter_piece(settings: Settings, chapter: FilmedChapter) -> Piece:
    return Piece(
        stem=chapter.name + settings.tail,
        title=chapter.title,
        segments=chapter.segments,
        poster=chapter.segments[-1],
        seconds=chapter.seconds,
        cues=chapter.cues,
        chapter=chapter.name,
        marks=beat_marks(chapter),
        voice=laid_under(settings, chapter),
    )


def _beat_pieces(settings: Settings, chapter: FilmedChapter) -> Iterator[Piece]:
    laid = laid_under(settings, chapter)
    for number, beat in enumerate(chapter.beats, 1):
        yield Piece(
            stem=f"{chapter.name}/{beat.clip_name(number)}{settings.tail}",
            title=beat.title or chapter.title,
            segments=beat.segments,
            poster=beat.segments[-1],
            seconds=beat.end - beat.start,
            cues=shifted(beat.cues, -beat.start),
            chapter=chapter.name,
            beat=beat.name,
            start=beat.start,
            notes=beat.notes,
            whole=chapter.segments,
            voice=of_beat(laid, beat.name),
        )


def film_title() -> Text:
    """Return the name of the film in every language."""
    path = Path(film.__file__).with_suffix(".toml")
    title: Text = tomllib.loads(path.read_text(encoding="utf-8"))["title"]
    return title


def _write(settings: Settings, piece: Piece, footage: Footage) -> Iterator[Path]:
    """Write a piece's video, its poster and its companions."""
    spoken = captions.tidy(piece.cues, settings.quality.fps, piece.seconds)
    for carrier in settings.carriers:
        yield _write_video(settings, piece, footage, carrier, spoken)
    stem = settings.folder / piece.stem
    yield write_still(_with(stem, ".png"), piece.poster, settings.carriers[0])
    for language in LANGUAGES:
        lines, tag = captions.lines(spoken, language), TAGS[language]
        yield write_text(_with(stem, f".{tag}.vtt"), captions.webvtt(lines, language))
        yield write_text(_with(stem, f".{tag}.srt"), captions.subrip(lines))
    if piece.marks:
        text = chapters_vtt(piece.marks, settings.language)
        yield write_text(_with(stem, ".chapters.vtt"), text)


def _write_video(
    settings: Settings, piece: Piece, footage: Footage, carrier: Carrier, spoken: Sequence[Cue]
) -> Path:
    stem, fps = settings.folder / piece.stem, settings.quality.fps
    if settings.format == "gif":
        return write_gif(_with(stem, ".gif"), piece.segments, fps)
    imprint = Imprint(
        piece.title[settings.language],
        settings.language,
        piece.marks,
        {} if piece.beat else _soft(settings, spoken),
        shown=not settings.captions,
        rate=footage.rate(map(carrier.segment, piece.whole), fps) if piece.whole else None,
    )
    videos = [carrier.segment(segment) for segment in piece.segments]
    sound = Sound(piece.voice, piece.seconds) if piece.voice else None
    target = _with(stem, f".{carrier.container}")
    return join(target, videos, footage, carrier, fps, imprint, sound)


def _soft(settings: Settings, spoken: Sequence[Cue]) -> dict[str, tuple[Line, ...]]:
    """Return subtitles in every language, the film's own first."""
    ordered = sorted(LANGUAGES, key=lambda language: language != settings.language)
    return {language: captions.lines(spoken, language) for language in ordered}


def _with(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)


def _remove_stale(folder: Path, stems: set[str]) -> None:
    """Remove the clips of beats that were renamed or left out, and nothing else."""
    stems |= {f"{stem}-alpha" for stem in stems} | {stem.removesuffix("-alpha") for stem in stems}
    for path in folder.iterdir():
        if OURS.fullmatch(path.name) and path.name.partition(".")[0] not in stems:
            path.unlink(missing_ok=True)  # another run may have done it
