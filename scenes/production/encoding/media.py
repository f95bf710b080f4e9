"""Video and sound files are opened here, by their whole paths.

FFmpeg takes ``data:x/film.mp4`` or ``http:y/film.mp4`` for an address, though it is a file in a
folder that somebody called so; what begins at the root is a file to it, whatever is in its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
from av.container import InputContainer, OutputContainer


def read_media(path: Path, **options: Any) -> InputContainer:
    """Open a file to be read."""
    container: InputContainer = av.open(str(path.absolute()), **options)
    return container


def write_media(path: Path, **options: Any) -> OutputContainer:
    """Open a file to be written."""
    container: OutputContainer = av.open(str(path.absolute()), "w", **options)
    return container
