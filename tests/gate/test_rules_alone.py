"""The rules that are of no beat: for each what it alone catches.

For all others it is a beat of the bad chapter: see each_rule.py.
"""

from __future__ import annotations

from dataclasses import replace

import scenes
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.production.gate.judging import all_rules, ask, film_rules, judge
from scenes.production.gate.performance import rehearse
from scenes.production.gate.rules import chapter_length, palette_distance
from scenes.production.gate.screening import screen

WORDS = 'title = { en = "Try", zh = "试" }\n' + "\n".join(
    f'[{name}]\nen = ["One.", "Two."]\nzh = ["一。", "二。"]'
    for name in ("first", "second", "third")
)


class Slow(Chapter):
    """Three beats, each of two lines that stand for as long as it says."""

    stands = 1.5

    def construct(self) -> None:
        for name in self.script.beats:
            self.beat(name, [NEXT_LINE])

    def _dwell(self, still, until=0.0):
        self.wait(self._cues[-1].start + self.stands - self.seconds)
        self._close_cue()


def broken(scene):
    """Return all rules about a chapter that it breaks."""
    rows = [*judge(rehearse(scene))]
    film = screen(scene, size=(320, 180), fps=5)
    return {row.rule for row in (*rows, *ask(all_rules(pixels=True), film, "tried_scene"))}


def test_only_the_length_of_the_chapter(tried, monkeypatch):
    scene = tried(WORDS, Slow)
    assert broken(scene) == set()
    monkeypatch.setattr(scenes, "FILM", ("tried_scene",))
    assert broken(scene) == {"chapter_length"}


def test_only_the_length_of_an_episode(tried, monkeypatch):
    monkeypatch.setattr(scenes, "EPISODES", ("tried_scene",))
    long, short = 100 / 6, chapter_length.LONGEST / 6 - 5
    for stands, breaks in ((70 / 6 + 0.1, False), (short - 0.1, True), (long + 0.5, True)):
        played = rehearse(tried(WORDS, Slow, stands=stands))
        told = [row for row in judge(played) if row.rule == "chapter_length"]
        assert bool(told) == breaks, stands


def test_only_the_length_of_the_film(tried, monkeypatch):
    scene = tried(WORDS, Slow, stands=6.0)
    monkeypatch.setattr(scenes, "FILM", ("tried_scene",))
    assert broken(scene) == set()
    lasts = rehearse(scene).timeline[-1].end
    assert chapter_length.SHORTEST < lasts < 390 / 9
    film = {f"chapter_{n}": lasts for n in range(9)}
    assert {row.rule for row in ask(film_rules(), film, "film")} == {"film_length"}


def test_only_the_distance_of_two_hues(tried, monkeypatch):
    night = THEMES["night"]
    first, *others = night.hues
    alike = replace(night, hues=(first, first, *others[1:]))
    monkeypatch.setattr(palette_distance, "THEMES", {"night": alike})
    assert broken(tried(WORDS, Slow)) == {"palette_distance"}
