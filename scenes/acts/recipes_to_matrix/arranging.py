"""How the bar is arranged anew: the shelf makes room, the cards spread or draw aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manim import Animation, AnimationGroup, FadeOut, ReplacementTransform, Transform

from scenes.acts.recipes_to_matrix.bar_scene import Bar
from scenes.kit.bar.order_card_geometry import CardPlace
from scenes.kit.bar.pouring import carry
from scenes.kit.bar.refit import Refit
from scenes.kit.bar.stream import Vessel
from scenes.kit.ground.frame import Box, units
from scenes.kit.ground.motion import animate, together, vanish


def make_room(bar: Bar) -> Animation:
    """Move the shelf up to the right."""
    shelf, high = bar.shelf, bar.high_shelf
    moves: list[Animation] = []
    for k, bottle in enumerate(shelf.bottles):
        bottle.home = high.standing(k)
        moves.append(carry(bottle, bottle.home, arc=0, run_time=1.0))
    names: list[Animation] = [
        ReplacementTransform(old, new, run_time=1.0)  # they may break into other lines up there
        for old, new in zip(shelf.names, high.names, strict=False)
    ]
    if not high.names:
        names = [FadeOut(shelf.names, run_time=0.4)]
    plank = Transform(shelf.plank, high.plank, run_time=1.0)
    lamp = Transform(bar.lamp, bar.high_lamp, run_time=1.0)
    return AnimationGroup(lamp, plank, *names, *moves)


def clear_stage(bar: Bar) -> Iterator[Animation]:
    """Put the first glass back; the cards spread, each with a glass of one size."""
    yield together(vanish(bar.stage_tally, bar.stage_labels), *(card.plain() for card in bar.cards))
    yield together(*rearrange(bar, bar.place.spread, bar.place.served, glasses=bar.vessels))


def rearrange(
    bar: Bar, places: Sequence[CardPlace], boxes: Sequence[Box], glasses: Sequence[Vessel]
) -> list[Animation]:
    """Return how every card goes to its place, and each of these glasses to its box."""
    moves: list[Animation] = []
    for card, vessel, place, box in zip(bar.cards, bar.vessels, places, boxes, strict=True):
        way = card.at(place)
        moves.append(animate(card, run_time=0.8).shift((units(way.x), -units(way.y), 0)))
        if vessel in glasses:
            moves.append(Refit(vessel, box, lift=10, run_time=0.8))
    return moves
