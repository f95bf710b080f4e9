"""A clip as HTML in a slide of reveal.js, which Quarto's slides are made of.

Pure: text in, text out.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from scenes.kit.ground.theme import Theme
from scenes.kit.stage.script import TAGS
from scenes.production.lecture.contents import AT_ONCE, Clip, Lecture
from scenes.production.lecture.wording import description, own_first, said, word

CLASS = "mixing-clip"


def page_style(theme: Theme) -> str:
    """Return the rules that let a clip fill its slide, and keep its title for menus and readers."""
    return f"""\
<style>
.reveal .slides section.{CLASS} {{ padding: 0; width: 100%; height: 100%; }}
.reveal .slides section.{CLASS} > video {{
  position: absolute; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none;
  margin: 0; object-fit: contain; background: {theme.background};
}}
.reveal .slides section.{CLASS} > :is(h1, h2, h3) {{
  position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%);
}}
</style>
"""


def calm_script() -> str:
    """Return what spares people who asked their system for less motion: the stills, and a button.

    It has to stand after the slides and before reveal.js begins.
    """
    return f"""\
<script>
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {{
  for (const clip of document.querySelectorAll(".{CLASS} > video")) {{
    clip.removeAttribute("data-autoplay");
    clip.controls = true;
  }}
}}
</script>
"""


def video_element(lecture: Lecture, clip: Clip, folder: Path) -> str:
    """Return the video of a beat.

    reveal.js loads it when its slide is near (``data-src``) and plays it when its slide comes, if
    it is to play at once; a click plays and pauses it.  It is muted only where nothing is heard:
    browsers start such a video unasked, and one with a voice once somebody has pressed a key.  The
    captions beside it are there to be chosen.
    """
    base = lecture.folder.relative_to(folder).as_posix()
    tracks = "".join(
        f'<track kind="captions" srclang="{TAGS[language]}" label="{word("language", language)}" '
        f'src="{escape(f"{base}/{clip.stem}.{TAGS[language]}.vtt")}">'
        for language in own_first(lecture.language)
    )
    unasked = "data-autoplay " if lecture.start == AT_ONCE else ""
    return (
        f'<video {unasked}{"" if clip.voice else "muted "}playsinline preload="auto" '
        f'data-src="{escape(f"{base}/{clip.video}")}" poster="{escape(f"{base}/{clip.poster}")}" '
        f'aria-label="{escape(description(clip, lecture.language))}" '
        f'onclick="this.paused ? this.play() : this.pause()">{tracks}</video>'
    )


def notes_html(lecture: Lecture, clip: Clip) -> str:
    """Return the notes of a beat, in every language: what is said, what the speaker may add."""
    return "\n".join(_notes(clip, language) for language in own_first(lecture.language))


def _notes(clip: Clip, language: str) -> str:
    lines = "".join(f"<li>{escape(line, quote=False)}</li>" for line in said(clip, language))
    added = f"<p>{escape(clip.notes[language], quote=False)}</p>" if clip.notes else ""
    heading = escape(word("on_screen", language))
    return f'<div lang="{TAGS[language]}"><p>{heading}</p><ul>{lines}</ul>{added}</div>'
