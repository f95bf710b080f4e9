"""Motions that turn order cards into formulas, and formulas into bare numbers."""

from __future__ import annotations

from collections.abc import Iterator

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    Mobject,
    ReplacementTransform,
    Transform,
    VGroup,
    smooth,
)

from scenes.acts.recipes_to_matrix.arranging import clear_stage
from scenes.acts.recipes_to_matrix.bar_scene import Bar
from scenes.acts.recipes_to_matrix.formula_line import FormulaLine
from scenes.acts.recipes_to_matrix.formula_sheet import FormulaSheet
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.order_card import OrderCard
from scenes.kit.bar.pouring import carry
from scenes.kit.bar.refit import Refit
from scenes.kit.bar.stream import Vessel
from scenes.kit.ground.frame import to_point
from scenes.kit.ground.motion import ARC, animate, appear, together, vanish
from scenes.kit.ground.text import Number
from scenes.kit.product.cell import Cell
from scenes.kit.stage.chapter import NEXT_LINE

ARRIVE = 0.9  # seconds that a number of the first line is on its way


def write_formulas(bar: Bar, sheet: FormulaSheet) -> Iterator[Animation | str]:
    """Every card becomes a line: the first slowly, all the others in one sweep."""
    if not bar.others:
        yield from clear_stage(bar)
    first, *rest = sheet.lines
    percents = [[line.percent(k) for k in range(len(line.cells))] for line in sheet.lines]
    cards = bar.cards[0].place.box
    in_the_way = sheet.place.foot(0) > cards.y
    leave, travels = leave_the_bar(bar, sheet), _first_travels(bar, sheet, percents[0])
    if in_the_way:
        travels = together(travels, _rest_travels(bar, rest, percents[1:]))
    yield from [together(leave, travels)] if sheet.place.floor > cards.y else [leave, travels]
    yield NEXT_LINE
    yield LaggedStart(
        *turn_decimal(first, percents[0]), lag_ratio=min(0.45, 1.6 / len(first.cells))
    )
    yield write_signs(first)
    if not in_the_way:
        yield _rest_travels(bar, rest, percents[1:])
    yield NEXT_LINE
    if rest:
        yield from write_rest(rest, percents[1:])


def _first_travels(bar: Bar, sheet: FormulaSheet, percents: list[Number]) -> Animation:
    return travel_to_line(bar, 0, sheet.lines[0], percents, min(0.18, 0.8 / len(percents)))


def _rest_travels(bar: Bar, lines: list[FormulaLine], percents: list[list[Number]]) -> Animation:
    """Take the counter away; what stands on all other cards travels to its line."""
    leave = FadeOut(bar.counter, shift=DOWN * 0.4, run_time=0.4)
    moves = [
        travel_to_line(bar, line.j, line, numbers, 0.04)
        for line, numbers in zip(lines, percents, strict=True)
    ]
    return AnimationGroup(leave, *([LaggedStart(*moves, lag_ratio=0.1)] if moves else []))


def write_rest(lines: list[FormulaLine], percents: list[list[Number]]) -> Iterator[Animation]:
    """Turn the percentages of the other lines into decimals in one sweep."""
    turns = [
        LaggedStart(*turn_decimal(line, numbers, 0.5), lag_ratio=0.1)
        for line, numbers in zip(lines, percents, strict=True)
    ]
    yield LaggedStart(*turns, lag_ratio=0.15)
    yield LaggedStart(*(write_signs(line, 0.4) for line in lines), lag_ratio=0.12)


def leave_the_bar(bar: Bar, sheet: FormulaSheet) -> Animation:
    """Send the bottles to stand over their columns; the shelf is taken away."""
    moves: list[Animation] = []
    for k, bottle in enumerate(bar.shelf.bottles):
        bottle.home = sheet.standing(k)
        moves.append(carry(bottle, bottle.home, arc=0, run_time=1.0))
    gone = [bar.shelf.plank, bar.lamp, *([bar.shelf.names] if bar.shelf.names else [])]
    tints = FadeIn(sheet.tints, run_time=1.0)
    return AnimationGroup(*moves, vanish(*gone, run_time=0.4), tints)


def travel_to_line(
    bar: Bar, j: int, line: FormulaLine, percents: list[Number], lag: float
) -> Animation:
    """Glass, name and every percentage of a card travel to their places in its line."""
    card, vessel = bar.cards[j], bar.vessels[j]
    line.shown_glass = vessel if isinstance(vessel, Glass) else line.glass
    return AnimationGroup(
        vanish(card.panel, card.rule, card.leads, run_time=0.4),
        to_icon(vessel, line.glass),
        ReplacementTransform(card.header, line.title, path_arc=-ARC, run_time=ARRIVE),
        LaggedStart(*_shares_travel(card, percents), lag_ratio=lag),
    )


def _shares_travel(card: OrderCard, percents: list[Number]) -> list[Animation]:
    return [
        ReplacementTransform(share, percent, path_arc=-ARC, run_time=ARRIVE, rate_func=smooth)
        for share, percent in zip(card.shares, percents, strict=True)
    ]


def to_icon(vessel: Vessel, icon: Vessel, run_time: float = ARRIVE) -> Animation:
    """Send a glass to the place of its icon, which takes over from it."""
    if isinstance(vessel, Glass):
        return Refit(vessel, icon.box, run_time=run_time)
    return ReplacementTransform(vessel, icon, run_time=run_time)


def turn_decimal(
    line: FormulaLine, percents: list[Number], run_time: float = 0.8
) -> list[Animation]:
    """Every percentage turns, where it stands, into the decimal of the same worth."""
    turns: list[Animation] = []
    for cell, percent in zip(line.cells, percents, strict=True):
        number = cell.written
        frame = VGroup(cell.halo, cell.frame)
        frame.set_z_index(-1)
        turns.append(
            AnimationGroup(
                FadeIn(frame, run_time=run_time, rate_func=lambda t: smooth(min(1.0, 2 * t))),
                ReplacementTransform(percent, number, run_time=run_time),
            )
        )
    return turns


def write_signs(line: FormulaLine, run_time: float = 0.6) -> Animation:
    """Between the numbers appear the signs, and behind them the names of what they share out."""
    parts: list[VGroup] = [line.equals]
    for k, (dot, term) in enumerate(zip(line.dots, line.terms, strict=True)):
        parts.append(VGroup(*([line.pluses[k - 1]] if k else []), dot, term))
    lag = min(0.25, 1.2 / len(parts))
    return LaggedStart(*(FadeIn(part, run_time=run_time) for part in parts), lag_ratio=lag)


def merge_names(sheet: FormulaSheet, strong: str, plain: str) -> Iterator[Animation | str]:
    """All names of a column become one below its bottle; a bracket closes round the row."""
    columns = range(len(sheet.place.columns))
    yield LaggedStart(*(_column_merges(sheet, k) for k in columns), lag_ratio=0.3)
    signs = [part for line in sheet.lines for part in (line.dots, line.pluses, line.equals)]
    centred = [_to_middle(sheet, line.cells[k], line.j, k) for line in sheet.lines for k in columns]
    yield AnimationGroup(vanish(*signs, run_time=0.3), *centred)
    yield NEXT_LINE
    left, right = sheet.bracket
    remark = sheet.note(strong, plain)
    yield together(
        FadeIn(left, shift=RIGHT * 0.5, run_time=0.5),
        FadeIn(right, shift=LEFT * 0.5, run_time=0.5),
        appear(remark, run_time=0.5),
    )


def _column_merges(sheet: FormulaSheet, k: int) -> Animation:
    terms = [line.terms[k] for line in sheet.lines]
    if sheet.place.terms is None or not sheet.names:
        above = sheet.standing(k)
        target = (above.x, above.floor - above.height / 3)
        rise = [_into(term, target) for term in terms]
        return AnimationGroup(
            *rise, *([FadeIn(sheet.names[k], run_time=0.7)] if sheet.names else [])
        )
    copies = [sheet.names[k], *(sheet.names[k].copy() for _ in terms[1:])]
    moves = [
        ReplacementTransform(term, copy, run_time=0.9, path_arc=-0.3)
        for term, copy in zip(terms, copies, strict=True)
    ]
    sheet.spare += copies[1:]
    return LaggedStart(*moves, lag_ratio=0.12)


def _into(term: Mobject, pixel: tuple[float, float]) -> Animation:
    gone = animate(term, run_time=0.8, remover=True)
    return gone.scale(0.5).move_to(to_point(*pixel)).set_opacity(0)


def _to_middle(sheet: FormulaSheet, cell: Cell, j: int, k: int) -> Animation:
    box = sheet.place.lone_cell(j, k)
    target = Cell(
        sheet.theme, box, hue=cell.hue, value=cell.written.value, size=cell.size, claim=cell.claim
    )
    cell.box = box
    return Transform(cell, target, run_time=0.6)
