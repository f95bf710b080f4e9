"""Motions in the bar: bottles settle, orders come in, glasses are filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from manim import (
    DOWN,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    VGroup,
    linear,
    smooth,
)

from scenes.acts.recipes_to_matrix.arranging import clear_stage, make_room, rearrange
from scenes.acts.recipes_to_matrix.bar_scene import Bar
from scenes.acts.recipes_to_matrix.share_tally import TallyUp
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.glass import SignedBars
from scenes.kit.bar.order_card import OrderCard
from scenes.kit.bar.pouring import (
    FALL,
    LayerRise,
    Window,
    carry,
    fill_together,
    pour,
    pouring_pose,
    put_back,
)
from scenes.kit.bar.refit import Refit
from scenes.kit.ground.frame import units
from scenes.kit.ground.motion import animate, together
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim

STAGGER, SETTLE = 0.12, 0.7
OVERSHOOT = 1.0  # 4 %


def overshoot(t: float) -> float:
    """Arrive a little too far and settle: a rate function."""
    back = t - 1
    return 1 + (OVERSHOOT + 1) * back**3 + OVERSHOOT * back**2


def settle(bar: Bar) -> Iterator[Animation | str]:
    """Light the shelf; the bottles settle on it, one after another, each with its name."""
    shelf = bar.shelf
    yield together(
        FadeIn(bar.lamp, run_time=0.6), FadeIn(shelf.plank, shift=UP * 0.2, run_time=0.6)
    )
    drop = DOWN * units(70)
    bottles = [FadeIn(b, shift=drop, run_time=SETTLE, rate_func=overshoot) for b in shelf.bottles]
    yield LaggedStart(*bottles, lag_ratio=2 * STAGGER / SETTLE)
    yield LaggedStart(*(FadeIn(name, run_time=0.4) for name in shelf.names), lag_ratio=0.3)


def bring_orders(bar: Bar) -> Iterator[Animation | str]:
    """Make room, raise the counter, bring in the cards with an empty glass each."""
    yield make_room(bar)
    bar.shelf.place, bar.shelf.names = bar.high_shelf.place, bar.high_shelf.names
    yield FadeIn(bar.counter, shift=UP * 0.4, run_time=0.4)
    yield NEXT_LINE
    arrivals = [
        AnimationGroup(
            FadeIn(card, shift=UP * 0.5, run_time=0.6, rate_func=overshoot),
            FadeIn(vessel, shift=UP * 0.5, run_time=0.6, rate_func=overshoot),
        )
        for card, vessel in zip(bar.cards, bar.vessels, strict=True)
    ]
    yield LaggedStart(*arrivals, lag_ratio=0.45)


def pour_first(bar: Bar) -> Iterator[Animation | str]:
    """Let the first glass step out and grow; every bottle in turn pours its share into it."""
    card, vessel = bar.cards[0], bar.vessels[0]
    yield together(
        *rearrange(bar, bar.place.cards, bar.place.waiting, glasses=bar.vessels[1:]),
        Refit(vessel, bar.place.glass, icon=False, marked=True, lift=20, run_time=0.8),
    )
    yield together(
        card.outlined(),
        *(other.dimmed() for other in bar.others),
        FadeIn(bar.stage_labels.full, run_time=0.3),
        FadeIn(bar.stage_tally, run_time=0.3),
    )
    light = _Light()
    seconds = _pace(len(bar.pours(0)))
    turns = zip(bar.pours(0), seconds, strict=True)
    turn = _bars_turn if isinstance(vessel, SignedBars) else _bottles_turn
    for n, (k, time) in enumerate(turns):
        if n == (len(seconds) + 1) // 2:
            yield NEXT_LINE
        yield from turn(bar, light, k, time)
    if len(seconds) < 2:
        yield NEXT_LINE
    yield together(*light.off(bar))


class _Light:
    """What the bottle before has left behind: its ghost and the light on its row."""

    def __init__(self) -> None:
        self.k: int | None = None
        self.ghost: VGroup | None = None

    def on(self, bar: Bar, k: int) -> list[Animation]:
        """Light row ``k`` of the first card."""
        self.k, self.row = k, bar.cards[0].light(k)
        return [FadeIn(self.row, run_time=0.25), *bar.cards[0].lit(k, True)]

    def off(self, bar: Bar, run_time: float = 0.55) -> list[Animation]:
        """Put the last bottle back and its light out."""
        if self.k is None:
            return []
        changes: list[Animation] = [FadeOut(self.row, run_time=0.25)]
        changes += bar.cards[0].lit(self.k, False)
        bottle = bar.shelf.bottles[self.k]
        if bottle.stance != bottle.home:
            changes.append(put_back(bottle, arc=20, run_time=run_time))
        if self.ghost is not None:
            changes.append(FadeOut(self.ghost, run_time=run_time))
        return changes


def _pace(count: int) -> list[float]:
    """Return how long each pour takes: slow once, then faster, all of them within nine seconds."""
    rest = max(0.3, min(0.6, 1.9 / max(1, count - 1)))
    return [0.9, *[rest] * (count - 1)][:count]


def _bottles_turn(bar: Bar, light: _Light, k: int, seconds: float) -> Iterator[Animation]:
    bottle, vessel = bar.shelf.bottles[k], bar.vessels[0]
    ghost = bar.shelf.ghost(k)
    way = 0.7 if seconds > 0.6 else max(0.36, min(0.6, seconds))
    back = light.off(bar, way)
    light.ghost = ghost
    carried = carry(bottle, pouring_pose(bottle, vessel), arc=90, run_time=way)
    away = AnimationGroup(FadeIn(ghost, run_time=0.2), *light.on(bar, k), carried)
    yield LaggedStart(AnimationGroup(*back), away, lag_ratio=0.35) if back else away
    yield AnimationGroup(
        pour(bottle, vessel, k, bar.book.shares[k, 0], run_time=seconds, fall=_fall(seconds)),
        *_said(bar, k, seconds, _fall(seconds)),
    )


def _fall(seconds: float) -> float:
    return min(FALL, seconds / 4)


def _bars_turn(bar: Bar, light: _Light, k: int, seconds: float) -> Iterator[Animation]:
    bottle, vessel = bar.shelf.bottles[k], bar.vessels[0]
    lifted = replace(bottle.home, floor=bottle.home.floor - 22, tilt=0.0)
    back = light.off(bar)
    yield together(*back, *light.on(bar, k), carry(bottle, lifted, run_time=0.4, arc=0))
    share, hue = bar.book.shares[k, 0], bar.shelf.hue(k)
    yield AnimationGroup(
        LayerRise(vessel, k, hue, float(share), run_time=seconds, rate_func=linear),
        *_said(bar, k, seconds, 0.0),
    )


def _said(bar: Bar, k: int, seconds: float, fall: float) -> list[Animation]:
    """Count the total on in step with the layer; then the share stands beside it."""
    whole = seconds + 2 * fall
    window = Window(fall / whole, 1 - fall / whole)
    before = bar.sums[0, k - 1] if k else Fraction(0)
    reached = Claim("share_sum", (k, 0))
    tally = bar.stage_tally, before, bar.sums[0, k], reached
    count = TallyUp(*tally, run_time=whole, rate_func=window)
    label = FadeIn(bar.stage_labels[k], run_time=whole, rate_func=Window(0.5, 0.9))
    return [count, label]


def fill_others(bar: Bar) -> Iterator[Animation | str]:
    """Fill the other glasses at once, ingredient by ingredient."""
    yield from clear_stage(bar)
    yield NEXT_LINE
    vessels = bar.vessels[1:]
    seconds = min(0.55, 3.2 / len(bar.shelf.bottles))
    for k, bottle in enumerate(bar.shelf.bottles):
        shares = [float(share) for share in bar.book.shares[k, 1:]]
        if any(shares) or bar.book.free_weights:
            yield AnimationGroup(
                _nod(bottle, seconds),
                *_glimpse(bar.cards[1:], k, seconds),
                fill_together(vessels, k, bar.shelf.hue(k), shares, run_time=seconds),
            )


def _nod(bottle: Bottle, seconds: float) -> Animation:
    """Lift a bottle a little and put it down again."""
    return carry(bottle, bottle.home, arc=34, run_time=seconds)


def _glimpse(cards: list[OrderCard], k: int, seconds: float) -> list[Animation]:
    """Light the row of an ingredient in every card for a moment."""
    lit = [card for card in cards if card.book.shares[k, card.place.j]]
    flash: dict[str, Any] = {"run_time": seconds, "rate_func": _flash}
    lights = [FadeIn(card.light(k), **flash, remover=True) for card in lit]
    ink = cards[0].theme.ink
    names = [card.leads[k] for card in lit if card.place.shape.named]
    return [*lights, *(animate(name, **flash).set_fill(ink) for name in names)]


def _flash(t: float) -> float:
    return smooth(min(1.0, 4 * t)) - smooth(max(0.0, 4 * t - 3))
