"""Whatever is run, edited, moved and deleted: no film replaces that of another file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
from hypothesis import strategies as st

from scenes.production.delivery.output_folders import at_home
from scenes.production.planning.settings import Settings

PATHS = [f"{folder}/{name}.toml" for folder in "abc" for name in ("tea", "Tea")]
RUN, EDIT, DELETE, MOVE, COPY = "run", "edit", "delete", "move", "copy"
STEPS = st.tuples(
    st.sampled_from([RUN, RUN, RUN, EDIT, DELETE, MOVE, COPY]),
    st.sampled_from(PATHS),
    st.sampled_from("abc"),
)


class World:
    """Files that are the same one wherever they are moved, and the films that runs left of them."""

    def __init__(self, place: Path) -> None:
        self.place, self.out, self.new = place, place / "out", count()
        self.files: dict[str, int] = {}  # by path; the number goes along when one is moved
        self.films: dict[str, str] = {}  # by the path of the file, while that stays there

    def folder(self, path: str) -> Path:
        with at_home([Settings(self.place / path, out=self.out)]) as (known,):
            return known.folder

    def texts(self) -> list[str]:
        return sorted(film.read_text() for film in self.out.rglob("film.mp4"))

    def write(self, path: str) -> None:
        (self.place / path).parent.mkdir(exist_ok=True)
        (self.place / path).write_text(f"version {next(self.new)}")

    def run(self, path: str) -> None:
        if path not in self.files:
            self.edit(path)
        before = self.texts()
        film = self.folder(path) / "film.mp4"
        assert self.texts() == before  # what is set aside is not lost
        if film.exists():
            whose, number, _ = film.read_text().split()
            assert whose == path or int(number) == self.files[path]
        film.parent.mkdir(exist_ok=True)
        self.films[path] = f"{path} {self.files[path]} {next(self.new)}"
        film.write_text(self.films[path])

    def edit(self, path: str) -> None:
        self.files.setdefault(path, next(self.new))
        self.write(path)

    def delete(self, path: str) -> None:
        (self.place / path).unlink(missing_ok=True)
        self.files.pop(path, None)
        self.films.pop(path, None)

    def move(self, path: str, to: str) -> None:
        target = f"{to}/{Path(path).name}"
        if path in self.files and target not in self.files:
            (self.place / to).mkdir(exist_ok=True)
            (self.place / path).rename(self.place / target)
            self.files[target] = self.files.pop(path)
            self.films.pop(path, None)
            self.films.pop(target, None)

    def copy(self, path: str, to: str) -> None:
        target = f"{to}/{Path(path).name}"
        if path in self.files and target not in self.files:
            (self.place / to).mkdir(exist_ok=True)
            (self.place / target).write_bytes((self.place / path).read_bytes())
            self.files[target] = self.files[path]

    def check(self) -> None:
        """Each file that stayed finds its film, and no two have one folder."""
        folders = {path: self.folder(path) for path in self.films}
        names = [str(folder).casefold() for folder in folders.values()]
        assert len(set(names)) == len(names)
        for path, text in self.films.items():
            assert (folders[path] / "film.mp4").read_text() == text


@hypothesis.given(st.lists(STEPS, max_size=30))
@hypothesis.settings(max_examples=60, deadline=None)
def test_no_film_replaces_that_of_another_file(steps: Sequence[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as place:
        world = World(Path(place))
        for kind, path, to in steps:
            if kind in (MOVE, COPY):
                {MOVE: world.move, COPY: world.copy}[kind](path, to)
            else:
                {RUN: world.run, EDIT: world.edit, DELETE: world.delete}[kind](path)
        world.check()
