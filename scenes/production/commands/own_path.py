"""Paths on the command line, as people write them."""

from __future__ import annotations

import os
from typing import Any

import click

from scenes.kit.stage.choices import own_path


class OwnPath(click.Path):
    """A file or a folder; ``~`` is the home of whoever types it, also where no shell saw it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; nothing is none, though it would lead to where one is."""
        if not value:
            self.fail("Nothing is named; name a file or a folder.", param, ctx)
        return own_path(os.fsdecode(super().convert(value, param, ctx)))
