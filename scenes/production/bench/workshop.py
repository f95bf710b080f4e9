"""A copy of the project to measure in: with its own cache, and files that may be changed."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from scenes.production.bench.memory import Peak, Watch
from scenes.production.planning.settings import PROJECT

COPIED = ("scenes", "mathcore", "assets", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "*.part")
TOLD = 12  # lines of a command that failed


class BenchError(click.ClickException):
    """Something could not be measured; the message says what, and what to do."""


@dataclass(frozen=True)
class Run:
    """How long a command took, and the memory it needed; None where that cannot be seen."""

    seconds: float
    peak: Peak | None


@dataclass(frozen=True)
class Workshop:
    """The copy, in a folder of its own; every command is a process of its own, as at a terminal."""

    folder: Path
    options: Sequence[str] = field(default=())

    def film(self, *options: str) -> Run:
        """Run ``./render.sh`` with the chapters and options that are being measured."""
        return self.run("-m", "scenes", "render", *self.options, *options)

    def run(self, *arguments: str) -> Run:
        """Run Python on the copy, and watch it."""
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("SCENE_")},
            "PYTHONPATH": str(self.folder),
        }
        log = self.folder / "bench.log"
        began = time.perf_counter()
        with (
            log.open("w") as output,
            _ended(
                subprocess.Popen(
                    [sys.executable, "-P", *arguments],
                    cwd=self.folder,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            ) as process,
            Watch(process.pid) as watch,
        ):
            status = process.wait()
            seconds = time.perf_counter() - began
        if status:
            said = "\n".join(log.read_text(errors="replace").splitlines()[-TOLD:])
            raise BenchError(f"{' '.join(arguments)}: ended with status {status}:\n{said}")
        return Run(seconds, watch.peak)

    def empty(self) -> None:
        """Forget everything that was made."""
        for name in (".cache", "out", "plain"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    @contextmanager
    def changed(self, name: str, text: str) -> Iterator[None]:
        """Let a file have another text for a while."""
        path = self.folder / name
        before = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(before, encoding="utf-8")


@contextmanager
def workshop(options: Sequence[str]) -> Iterator[Workshop]:
    """Copy the project; take the copy away in the end."""
    with TemporaryDirectory(prefix="mixing-bench-") as name:
        folder = Path(name)
        for each in COPIED:
            source = PROJECT / each
            if source.is_dir():
                shutil.copytree(source, folder / each, ignore=LEFT_OUT)
            else:
                shutil.copy2(source, folder / each)
        compileall.compile_dir(folder, quiet=2)  # as where it has been run before
        yield Workshop(folder, options)


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Leave no process behind, whatever happens."""
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
