"""``index.html``: the player, one page that needs nothing but the clips beside it.

Its parts lie in ``player/``; here they become one file.  The page carries its styles, scripts,
words and letters itself, so that it works from a disk as from any server.
"""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from scenes.kit.ground.theme import NIGHT
from scenes.kit.stage.script import TAGS
from scenes.production.cache.files import write_text
from scenes.production.lecture.contents import Lecture
from scenes.production.lecture.page_data import film_data
from scenes.production.lecture.page_font import font_faces
from scenes.production.lecture.page_look import roles

FILES = ("index.html",)
PARTS = Path(__file__).with_name("player")
STYLES = ("base", "page", "stage", "controls", "panel", "dialog", "lecture", "notes_window")
SCRIPTS = (  # each may use what stands above it
    *("signal", "film", "asset", "preferences", "element", "words"),
    *("source", "frames", "screen", "player", "stage", "timeline"),
    *("lecture", "controls", "contents", "transcript", "tabs"),
    *("notes_window", "notes", "snippets", "embed", "link", "keys", "main"),
)


def write(lecture: Lecture, folder: Path) -> Iterable[Path]:
    """Write the player into the folder of a pack."""
    yield write_text(folder / FILES[0], page(lecture))


def page(lecture: Lecture, inside: str = "") -> str:
    """Return the player as HTML; ``inside`` are files that it carries in itself."""
    data = film_data(lecture)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    emblem = part("emblem.svg").strip()
    template, scripts = part("page.html"), "\n".join(part(f"{name}.js") for name in SCRIPTS)
    return filled(
        template,
        {
            "language": TAGS[lecture.language],
            "theme": lecture.theme,
            "title": html.escape(data["title"][lecture.language]),
            "icon": icon(emblem),
            "icons": part("icons.svg").strip(),
            "emblem": emblem,
            "styles": styles(template + text + scripts, STYLES),
            "files": inside,
            # nothing in it can end the element that it stands in
            "film": text.replace("<", "\\u003c"),
            "scripts": scripts,
        },
    )


def styles(text: str, names: Iterable[str]) -> str:
    """Return style sheets, with the colours of the film and the letters that ``text`` needs."""
    return "\n".join([font_faces(text), roles(), *(part(f"{name}.css") for name in names)])


def part(name: str) -> str:
    """Return a part of the page."""
    return (PARTS / name).read_text(encoding="utf-8")


def filled(template: str, parts: Mapping[str, str]) -> str:
    """Put the parts where the template names them: ``@styles@``.

    >>> filled("<p>@said@</p>", {"said": "17 @ 30"})
    '<p>17 @ 30</p>'
    """
    pieces = template.split("@")
    return "".join(parts.get(piece, piece) if n % 2 else piece for n, piece in enumerate(pieces))


def icon(emblem: str) -> str:
    """Return the emblem as the picture of the tab, in its own colours: no role reaches there."""
    own = emblem.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    data = base64.b64encode(own.replace("<path", f"{icon_colours()}<path", 1).encode())
    return f"data:image/svg+xml;base64,{data.decode()}"


def icon_colours() -> str:
    """Return the colours of the emblem where no page gives them."""
    fills = "".join(f".k{k}{{fill:{NIGHT.hue(k).fill}}}" for k in range(1, 5))
    return f"<style>{fills}.wall{{stroke:{NIGHT.muted}}}</style>"
