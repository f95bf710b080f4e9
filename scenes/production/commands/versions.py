"""``--version``: what is at work, as a report of a fault should say."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import version

import click

from scenes.production.cache.terminal import tell

PACKAGES = {"mixing": "mixing", "Manim": "manim", "PyAV": "av"}  # as they are called, and installed


def versions() -> Iterator[str]:
    """Yield the versions of the project, of what draws and encodes, and of Python."""
    yield from (f"{name} {version(package)}" for name, package in PACKAGES.items())
    yield f"Python {platform.python_version()}"


def tell_versions(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the versions and end, if that was asked for."""
    if asked and not context.resilient_parsing:
        tell("\n".join(versions()))
        context.exit()
