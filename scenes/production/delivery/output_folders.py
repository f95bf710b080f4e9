"""Which folder a film goes to: two things of one name share none.

A hidden note says what a folder is made from.  What comes from another file of that name goes to a
folder of its own, with a tag behind the name that is the same on every day.  What was moved keeps
its folder; if that cannot be told from another file, what stands there is set aside, never lost.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

from scenes.production.cache.locks import one_at_a_time, shared
from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import say
from scenes.production.delivery.folder_origins import claim, read_origin, write_origin
from scenes.production.delivery.name_collisions import Films, Voices
from scenes.production.planning.settings import Settings

Namesakes = Films | Voices


@contextmanager
def at_home(looks: Iterable[Settings]) -> Iterator[list[Settings]]:
    """Offer settings that know their folders, which nobody renames while the block lasts.

    Where one has not the plain name, one line says so.
    """
    looks, tags = list(looks), dict[Any, dict[str, Any]]()
    with ExitStack() as stack:
        for look in looks:
            of = look.example, look.layers, look.voice, look.out
            if of not in tags:
                tags[of] = _tags(look, stack)
        yield [
            replace(look, **tags[look.example, look.layers, look.voice, look.out]) for look in looks
        ]


def _tags(look: Settings, stack: ExitStack) -> dict[str, Any]:
    """Return the tags of the folders of a look, and hold the outer one."""
    with one_at_a_time(look.out):
        tags: dict[str, Any] = {"material_tag": _tag(Films(look))}
        look = replace(look, **tags)
        stack.enter_context(shared(look.folder.parent))
        return {**tags, "voice_tag": _tag(Voices(look))} if look.voice else tags


def _tag(them: Namesakes) -> str:
    """Return the tag of what is ours; it has a note from now on."""
    while True:  # where locks are not known, somebody may come first
        tag = _known(them)
        if tag is None:
            tag = _new(them)
        if tag is not None:
            if tag:
                say(_sentence(them, tag))
            return tag


def _known(them: Namesakes) -> str | None:
    """Find what was made from the same files, or from those that they were before."""
    noted = {tag: read_origin(them.note(tag)) for tag in ("", *them.tags())}
    for is_ours in (them.origin.is_same, them.origin.was):
        for tag, origin in noted.items():
            if origin and is_ours(origin):
                if origin != them.origin:
                    write_origin(them.note(tag), them.origin)
                return tag
    return None


def _new(them: Namesakes) -> str | None:
    """Take the first tag that is free, or was before there were notes; None if another took it."""
    _make_room(them)
    for tag in ("", *them.origin.tags()):
        note = them.note(tag)
        if read_origin(note) or (them.there(tag) and them.is_of_others(tag)):
            continue
        if note.exists():  # it cannot be read
            write_origin(note, them.origin)
            return tag
        return tag if claim(note, them.origin) else None
    raise FileExistsError(errno.EEXIST, "every name is taken", str(them.folder("")))


def _make_room(them: Namesakes) -> None:
    """Set aside what has the plain name and is of files that are gone."""
    owner = read_origin(them.note(""))
    if owner.is_gone if owner else them.is_of_others(""):
        plain, aside = them.folder(""), them.set_aside(owner)
        if aside:
            whose = f"{owner}, which is gone" if owner else "another file of that name"
            say(f"{shown(plain)}/ held the {them.what} of {whose}; that is now in {shown(aside)}/.")


def _sentence(them: Namesakes, tag: str) -> str:
    plain, owner = them.there("") or them.folder(""), read_origin(them.note(""))
    whose = f"the {them.what} of {owner}" if owner else f"another {them.what}"
    return f"{shown(plain)}/ holds {whose}; this one goes to {shown(them.folder(tag))}/."
