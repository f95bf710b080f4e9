"""A chapter of the film lasts 30 to 90 seconds, an episode 70 to 100; some have their own limits.

Where an example leaves beats out, because it has nothing to show in them, the least is less in
proportion to the beats that are told.
"""

from __future__ import annotations

from collections.abc import Iterator

import scenes
from scenes.production.gate.finding import Finding
from scenes.production.gate.performance import Performance

FIX = "tell less, or divide the chapter; or let its stills stand longer"
SHORTEST, LONGEST = 30.0, 90.0  # seconds
EPISODE = 70.0, 100.0
OWN = {"the_question": (10.0, 20.0), "attention": (60.0, 80.0), "the_answer": (20.0, 40.0)}


def check(performance: Performance) -> Iterator[Finding]:
    """Find a chapter that is too short or too long; another scene may be either."""
    name = performance.chapter
    if not performance.timeline or name not in (*scenes.FILM, *scenes.EPISODES):
        return
    usual = EPISODE if name in scenes.EPISODES else (SHORTEST, LONGEST)
    shortest, longest = OWN.get(name, usual)
    if not performance.usual:  # other data may want the time that any chapter has
        longest = max(longest, LONGEST)
    last = performance.timeline[-1]
    least = shortest * len(performance.timeline) / len(performance.script.beats)
    if not least <= last.end <= longest:
        what = f"the chapter lasts {last.end:.1f} s, not {least:g} to {longest:g} s"
        yield Finding(last.name, last.end, what)
