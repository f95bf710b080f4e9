"""``probe``: read what was delivered back, and see that it is what was promised.

Not listed in the help: it is for those who work on the encoding.
"""

from __future__ import annotations

from pathlib import Path

import cloup

from scenes.production.cache.terminal import say, tell
from scenes.production.commands.own_path import OwnPath
from scenes.production.planning.settings import DEFAULT_EXAMPLE


@cloup.command("probe", hidden=True)
@cloup.argument("folder", type=OwnPath(), default=Path("out", DEFAULT_EXAMPLE, "en"))
def probe_command(folder: Path) -> None:
    """Read every MP4 of FOLDER back: codec, colours, frames, chapters, subtitles, size."""
    # the encoders take a moment to load, which the other commands can do without
    from scenes.production.probe.promises import broken_promises

    faults = list(broken_promises(folder))
    for fault in faults:
        say(fault)
    if faults:
        raise SystemExit(1)
    tell(f"{folder}: every MP4 is what it should be")
