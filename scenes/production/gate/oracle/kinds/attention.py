"""The numbers of attention: what is asked scores what there is, and the shares mix the values.

A recipe is the softmax of scores over √d, rounded to whole percents by largest remainder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, exp, factorial, isqrt, sqrt
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.characters import Number
from scenes.production.gate.oracle.reading import number, toml
from scenes.production.gate.oracle.rounding import apportioned
from scenes.production.gate.oracle.sources import Product, Source, Sources, Table, table
from scenes.production.gate.oracle.tables import rows_of

LENGTHS, PLACES = (1, 4, 16, 64), 2
HEADS = (("everyone_", "locked_"), ("other_", "other_locked_"))
Rows = list[list[Any]]
Look = Callable[[int, int], bool]


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    asking = Asking(path, file)
    first, then = (asking.orders.index(each) for each in file["asked"])
    last_first = [asking.shelf[-1], *asking.shelf[1:-1], asking.shelf[0]]
    width = file["width"]
    told: dict[str, Source] = {
        "query_weights": table(asking.asks),
        "key_weights": table(asking.answers),
        "query": Product(_picks([first], len(asking.asks)), table(asking.asks)),
        "keys": Product(table(_turned(asking.answers)), asking.picked(asking.shelf)),
        "root": table([width, sqrt(width)]),
        "spread": table([[length, sqrt(length)] for length in LENGTHS]),
        "errors": Table((len(asking.heads), 2), lambda head, n: asking.error(head, mixed=n == 1)),
        "cases": Table((3,), lambda n: asking.cases()[n]),
        **{
            f"chances_{n}": table([Fraction(comb(n, t), 2**n) for t in range(n + 1)])
            for n in LENGTHS
        },
    }
    if "model" in file:
        model = toml(path.parent / file["model"])
        each_wide = model["width"] // model["heads"]
        told["model"] = table([model["blocks"], model["heads"], each_wide])
    told |= attention("", *asking.ask(first, asking.shelf))
    told |= attention("again_", *asking.ask(then, asking.shelf))
    told |= attention("changed_", *asking.ask(then, last_first))
    told |= attention("unasked_", *asking.unasked(), look=_earlier)
    for head, (plain, locked) in zip(range(len(asking.heads)), HEADS, strict=False):
        told |= attention(plain, *asking.everyone(head))
        told |= attention(locked, *asking.everyone(head), look=_earlier)
    return told


class Asking:
    """What a file of this kind says: who asks, what answers, and what there is."""

    def __init__(self, path: Path, file: dict[str, Any]) -> None:
        self.orders = [order["id"] for order in file["orders"]]
        things = [thing["id"] for thing in file["ingredients"]]
        self.finds = [things.index(order["finds"]) for order in file["orders"]]
        self.shelf = [things.index(each) for each in file["shelf"]]
        self.values = [
            [number(each["values"].get(id_, 0)) for id_ in things] for each in file["properties"]
        ]
        everyone = file["everyone"]
        kinds = [kind["id"] for kind in everyone["kinds"]]
        self.truth = [number(kind["value"]) for kind in everyone["kinds"]]
        self.glasses = [kinds.index(glass["kind"]) for glass in everyone["glasses"]]
        self.tasted = [number(glass["tasted"]) for glass in everyone["glasses"]]
        self.aims = [head["aim"] for head in everyone["heads"]]
        weights = iter(rows_of(path.parent, file["weights"], "weights"))
        self.asks, self.answers = _take(weights, len(self.orders)), _take(weights, len(things))
        self.heads = [(_take(weights, len(kinds)), _take(weights, len(kinds))) for _ in self.aims]
        self.cases = cache(self._cases)

    def ask(self, order: int, shelf: Sequence[int]) -> tuple[Rows, Rows, Rows]:
        """Return the query of an order, the keys and the values of what is on a shelf."""
        values = [[row[thing] for thing in shelf] for row in self.values]
        return [self.asks[order]], [self.answers[thing] for thing in shelf], values

    def everyone(self, head: int) -> tuple[Rows, Rows, Rows]:
        """Return the queries, the keys and the values of all glasses."""
        asks, answers = self.heads[head]
        return [asks[g] for g in self.glasses], [answers[g] for g in self.glasses], [self.tasted]

    def unasked(self) -> tuple[Rows, Rows, Rows]:
        """Return those of glasses that have learned nothing."""
        nothing = [[0] * len(self.asks[0]) for _ in self.glasses]
        return nothing, nothing, [self.tasted]

    def picked(self, shelf: Sequence[int]) -> Table:
        """Return the columns that pick what is on a shelf."""
        return Table((len(self.answers), len(shelf)), lambda thing, n: int(shelf[n] == thing))

    def error(self, head: int, *, mixed: bool) -> float:
        """Return the mean squared distance from what a head wants to find."""
        found = self.tasted
        if mixed:
            mix = attention("", *self.everyone(head))["mix"]
            assert isinstance(mix, Product)
            found = [Fraction(mix.value("result", (0, n))) for n in range(len(self.glasses))]
        wanted = [self._wanted(head, own) for own in self.glasses]
        squares = [float((f - w) ** 2) for f, w in zip(found, wanted, strict=True)]
        return sum(squares) / len(squares)

    def _wanted(self, head: int, own: int) -> Fraction:
        if self.aims[head] == "own":
            return self.truth[own]
        others = [self.truth[glass] for glass in self.glasses if glass != own]
        return sum(others, Fraction(0)) / len(others)

    def _cases(self) -> tuple[int, int, float]:
        """Return how many shelves there are, orders on them, and the least share on the right."""
        sets = list(combinations(range(len(self.answers)), len(self.shelf)))
        told = [(s, o) for s in sets for o, thing in enumerate(self.finds) if thing in s]
        ways = factorial(len(self.shelf))
        least = min(
            attention("", *self.ask(order, things))["shares"](things.index(self.finds[order]), 0)
            for things, order in told
        )
        return len(sets) * ways, len(told) * ways, float(least)


def _everywhere(query: int, key: int) -> bool:
    return True


def _earlier(query: int, key: int) -> bool:
    return key <= query


def attention(
    name: str, queries: Rows, keys: Rows, values: Rows, look: Look = _everywhere
) -> dict[str, Any]:
    """Return scores, scaled, shares and mix, under names that begin alike."""
    scores = Product(table(queries), table(_turned(keys)))
    width, shape = len(queries[0]), (len(queries), len(keys))
    root = isqrt(width) if isqrt(width) ** 2 == width else sqrt(width)

    @cache
    def scaled(query: int, key: int) -> Number:
        return scores.value("result", (query, key)) / root

    @cache
    def shares(query: int) -> list[float]:
        seen = [key for key in range(len(keys)) if look(query, key)]
        most = max(scaled(query, key) for key in seen)
        powers = {key: exp(scaled(query, key) - most) for key in seen}
        return [powers.get(key, 0.0) / sum(powers.values()) for key in range(len(keys))]

    @cache
    def recipe(query: int) -> list[Fraction]:
        exact = [Fraction(share) for share in shares(query)]
        return apportioned([share / sum(exact) for share in exact], PLACES)

    upright = (len(keys), len(queries))
    return {
        f"{name}scores": scores,
        f"{name}scaled": Table(shape, scaled),
        f"{name}shares": Table(upright, lambda key, query: shares(query)[key]),
        f"{name}mix": Product(table(values), Table(upright, lambda key, query: recipe(query)[key])),
    }


def _take(rows: Iterator[list[Fraction]], count: int) -> Rows:
    return [next(rows) for _ in range(count)]


def _turned(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


def _picks(rows: Sequence[int], count: int) -> Table:
    return Table((len(rows), count), lambda row, at: int(rows[row] == at))
