"""The letters of the pages: the film's own font, cut down to the characters that a page shows.

A page carries them itself, because browsers load no fonts from a disk, and a computer may lack
Chinese ones.
"""

from __future__ import annotations

import base64

import uharfbuzz

from scenes.kit.ground.lettering import FONTS

FAMILY = "Mixing Sans Page"
WEIGHTS = {"Regular": 400, "Bold": 700}
ALWAYS = "".join(map(chr, range(32, 127)))


def font_faces(text: str) -> str:
    """Return the rules that bring the characters of a text, and the name to call them by."""
    faces = "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url(data:font/otf;base64,{_subset(style, text)}) format("opentype"); }}'
        for style, weight in WEIGHTS.items()
    )
    fallback = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif'
    return f'{faces}\n:root {{ --letters: "{FAMILY}", {fallback}; }}'


def _subset(style: str, text: str) -> str:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"MixingSans-{style}.otf")))
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(sorted(map(ord, {*text, *ALWAYS})))
    return base64.b64encode(bytes(uharfbuzz.subset(face, wanted).blob.data)).decode()
