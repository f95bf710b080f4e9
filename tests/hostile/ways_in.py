"""The ways in that a file takes: what writes it, and what is typed to bring it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HUGE = 5 * 10**9  # bytes, of which the disk holds none
Writer = Callable[[Path], None]
PICTURE = 'kind = "picture"\nname = "x"\nimage = {named}\n'
CLASSES = """kind = "classifier"
name = "x"
classes = ["0", "1"]
rows = 1
columns = 2
brightest = 9
weights = {named}
samples = "samples.csv"
shown = 0
"""
WINDOW = """kind = "convolution"
name = "x"
[picture]
name = "x"
kernel_name = "x"
image = {named}
kernel = [[1, 0], [0, 1]]
[stack]
name = "x"
kernels = [{{ name = "x", weights = [[[1, 0], [0, 1]]] }}]
channels = [{{ name = "x", image = [[1, 0, 1], [0, 1, 0], [1, 1, 1]] }}]
"""
OF_KIND = {PICTURE: "feature_fusion", CLASSES: "fully_connected", WINDOW: "convolution"}
DEEP = 3000


@dataclass(frozen=True)
class Case:
    """A bad file: what it is called, how it comes to be, and what is typed to bring it.

    Attributes
    ----------
    file : str
        Its name, which has to be said.
    write : callable
        Writes it into a folder.
    words : tuple of str
        The command.
    """

    file: str
    write: Writer
    words: tuple[str, ...]


def put(raw: bytes, size: int = 0) -> Callable[[Path], None]:
    """Return what writes a file of these bytes, and then as many of nothing."""

    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(raw)
            file.truncate(max(size, len(raw)))

    return write


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def astray(path: Path) -> None:
    path.symlink_to("nowhere")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


NO_FILES: dict[str, Writer] = {
    "loop": loop, "astray": astray, "pipe": pipe, "device": device, "folder": Path.mkdir,
}  # fmt: skip


def example(name: str, raw: bytes, size: int = 0) -> Case:
    """An example file."""
    return of_path(f"{name}.toml", put(raw, size), "row_by_column", "--example")


def layer(name: str, raw: bytes, chapter: str = "feature_fusion") -> Case:
    """A layer file that is bad itself."""
    return of_path(f"{name}.toml", put(raw), chapter, "--layer")


def table(file: str, raw: bytes, size: int = 0) -> Case:
    """A table of recipes."""
    return of_path(file, put(raw, size), "new", "tea", "--from")


def of_path(file: str, write: Writer, *words: str) -> Case:
    """A file that is named in the command."""
    return Case(file, lambda folder: write(folder / file), (*words, file))


def no_files(ending: str, *words: str) -> tuple[Case, ...]:
    """What is no file at all, named in the command."""
    return tuple(of_path(f"{name}.{ending}", write, *words) for name, write in NO_FILES.items())


def named(kind: str, file: str, write: Writer | None, *, written: str = "") -> Case:
    """A file that a layer file names."""
    text = kind.format(named=written or f'"{file}"')

    def both(folder: Path) -> None:
        (folder / "x.toml").write_text(text, encoding="utf-8")
        (folder / "samples.csv").write_text("0,2,1\n1,3,4\n", encoding="utf-8")
        if write:
            write(folder / file)

    return Case(file, both, (OF_KIND[kind], "--layer", "x.toml"))


def picture(file: str, raw: bytes, size: int = 0) -> Case:
    """A picture that a layer file names."""
    return named(PICTURE, file, put(raw, size))


def weights(file: str, raw: bytes, size: int = 0) -> Case:
    """Weights that a layer file names."""
    return named(CLASSES, file, put(raw, size))


def voice(file: str, raw: bytes) -> Case:
    """A recording."""

    def write(folder: Path) -> None:
        place = folder / "voice" / "row_by_column"
        place.mkdir(parents=True)
        (place / file).write_bytes(raw)

    return Case(file, write, ("row_by_column", "--voice", "voice"))
