"""A layer as a network: input nodes, output nodes, and an edge for every weight."""

from __future__ import annotations

from typing import Literal

import numpy as np
from manim import Animation, AnimationGroup, Transform, VGroup, VMobject

from mathcore import RecipeBook
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.mixture_icon import mixture_icon
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import SHORT
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.network.edge import Edge
from scenes.kit.network.network_geometry import NetworkPlace, Point

BEHIND, UNDER = -2, -1  # the edges, behind the nodes; a node's circle, under its icon
NodeState = Literal["plain", "meant"]


class Node(VGroup):
    """A circle with its icon; ``meant`` it has the focus's ring."""

    def __init__(self, theme: Theme, box: Box, colour: str, icon: VMobject) -> None:
        self.theme, self.box, self.colour, self.icon = theme, box, colour, icon
        self.circle = self._circle("plain")
        super().__init__(self.circle, icon)

    def _circle(self, state: NodeState) -> VMobject:
        edge, width = (self.theme.focus, 6.0) if state == "meant" else (self.colour, 3.0)
        ring = rectangle(
            self.box, fill=self.theme.panel, edge=edge, edge_width=width, radius=self.box.width / 2
        )
        return ring.set_z_index(UNDER)

    def to(self, state: NodeState, run_time: float = SHORT) -> Animation:
        """Return the change of its ring."""
        return Transform(self.circle, self._circle(state), run_time=run_time)


class Network(VGroup):
    """``inputs[k]``, ``outputs[j]`` and ``edges[k][j]``, at a place, with these weights."""

    def __init__(
        self,
        theme: Theme,
        book: RecipeBook,
        place: NetworkPlace,
        weights: np.ndarray,
        heaviest: float,
    ) -> None:
        self.theme, self.book, self.place = theme, book, place
        self.hues = [theme.hue(ingredient.hue) for ingredient in book.ingredients]
        rows, columns = range(weights.shape[0]), range(weights.shape[1])
        self.inputs = [self._input(k, place.inputs[k]) for k in rows]
        self.outputs = [self._output(j, place.outputs[j]) for j in columns]
        self.edges = [
            [self._edge(k, j, self.hues[k], float(weights[k, j]), heaviest) for j in columns]
            for k in rows
        ]
        super().__init__(VGroup(*self.all_edges()), *self.inputs, *self.outputs)

    def _edge(self, k: int, j: int, hue: Hue, weight: float, heaviest: float) -> Edge:
        edge = Edge(self.theme, hue, self.place.edge(k, j), weight, heaviest)
        edge.set_z_index(BEHIND)
        return edge

    def _input(self, k: int, middle: Point) -> Node:
        radius = self.place.input_radius
        height, (x, y) = 1.34 * radius, middle
        bottle = Bottle(
            self.theme, self.hues[k], self.book.ingredients[k].bottle,
            height=height, x=x, floor=y + height / 2, icon=True,
        )  # fmt: skip
        return Node(self.theme, self.place.node_box(middle, radius), self.hues[k].text, bottle)

    def _output(self, j: int, middle: Point) -> Node:
        radius, (x, y) = self.place.output_radius, middle
        width = radius * (1.2 if self.book.free_weights else 0.72)
        icon = mixture_icon(
            self.theme, self.book, j, Box(x - width / 2, y - 0.6 * radius, width, 1.2 * radius)
        )
        return Node(self.theme, self.place.node_box(middle, radius), self.theme.ink, icon)

    def all_edges(self) -> list[Edge]:
        """Return the edges, input by input."""
        return [edge for row in self.edges for edge in row]

    def light(self, j: int | None, run_time: float = SHORT) -> Animation:
        """Light the edges into output ``j`` alone; or all of them."""
        changes: list[Animation] = []
        for row in self.edges:
            for n, edge in enumerate(row):
                lit = j is None or n == j
                if lit != edge.lit:
                    changes.append(_to(edge, edge.copy_as(lit=lit), run_time))
        for n, node in enumerate(self.outputs):
            changes.append(node.to("meant" if n == j else "plain", run_time))
        return AnimationGroup(*changes)

    def weigh(self, weights: np.ndarray, run_time: float) -> Animation:
        """Let every edge take another weight."""
        return AnimationGroup(
            *(
                _to(edge, edge.copy_as(float(weights[k, j])), run_time)
                for k, row in enumerate(self.edges)
                for j, edge in enumerate(row)
            )
        )

    def show_weights(self, weights: np.ndarray) -> Network:
        """Take other weights at once."""
        for k, row in enumerate(self.edges):
            for j, edge in enumerate(row):
                edge.weigh(weights[k, j], edge.lit)
        return self


def _to(edge: Edge, goal: Edge, run_time: float) -> Animation:
    edge.weight, edge.lit = goal.weight, goal.lit
    edge.ornament = goal.ornament
    return Transform(edge, goal, run_time=run_time)
