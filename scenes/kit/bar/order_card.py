"""An order card: what a guest wants, and how much of everything goes into it."""

from __future__ import annotations

from manim import Animation, AnimationGroup, VGroup

from mathcore import RecipeBook
from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.order_card_geometry import CardPlace
from scenes.kit.bar.silhouettes import height_beside
from scenes.kit.ground.frame import Box, stroke
from scenes.kit.ground.motion import animate
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.sizes import LEADING, SMALLEST
from scenes.kit.ground.text import Label, Number, cap_centred, paragraph
from scenes.kit.ground.theme import Hue, Theme, mix
from scenes.kit.stage.claims import Claim

PANEL, LIGHT, LETTERS = -4, -3, -2  # depths: the card, its lit row, what is written
DIM = 0.25
WAITING = "the edge of a card that is not meant now: its words tell it"


class OrderCard(VGroup):
    """A card: its ``header``; in row k ``leads[k]``, a name or a bottle, and ``shares[k]``.

    Parameters
    ----------
    book : RecipeBook
        Whose mixture ``place.j`` it orders.
    place : CardPlace
        Where its parts stand: see :func:`card_shape`.
    language : str
        ``"en"`` or ``"zh"``.
    """

    def __init__(self, theme: Theme, book: RecipeBook, place: CardPlace, language: str) -> None:
        self.theme, self.book, self.place, self.language = theme, book, place, language
        rows = range(place.shape.count)
        self.panel = rectangle(
            place.box, fill=theme.panel, edge=theme.line, edge_width=2.5, radius=12
        )
        self.rule = path([(place.left, place.rule), (place.right, place.rule)], theme.line, 2)
        for_the_eye(self.panel, WAITING)
        for_the_eye(self.rule, "a line between the name of a card and its rows")
        self.header = paragraph(
            place.header, place.shape.header_size, theme.ink, x=place.left,
            baseline=place.header_first, leading=LEADING, anchor="left", bold=True,
        )  # fmt: skip
        self.leads = VGroup(*(self._lead(k) for k in rows))
        self.shares = VGroup(*(self._share(k) for k in rows))
        super().__init__(
            self.panel.set_z_index(PANEL),
            self.rule.set_z_index(LETTERS),
            self.header.set_z_index(LETTERS),
            self.leads.set_z_index(LETTERS),
            self.shares.set_z_index(LETTERS),
        )

    def hue(self, k: int) -> Hue:
        """Return the hue of ingredient ``k``."""
        return self.theme.hue(self.book.ingredients[k].hue)

    def _lead(self, k: int) -> VGroup:
        row, ingredient = self.place.row(k), self.book.ingredients[k]
        if not self.place.shape.named:
            tallest = min(46.0, row.height)
            height = height_beside(ingredient.bottle, tallest)
            return VGroup(
                Bottle(
                    self.theme, self.hue(k), ingredient.bottle, height=height,
                    x=self.place.left + 11, floor=row.centre[1] + tallest / 2, icon=True,
                )
            )  # fmt: skip
        baseline = cap_centred(row.centre[1], SMALLEST)
        text = ingredient.name[self.language]
        return VGroup(Label(text, SMALLEST, self.hue(k).text, x=self.place.left, baseline=baseline))

    def _share(self, k: int) -> Number:
        baseline = cap_centred(self.place.row(k).centre[1], SMALLEST)
        return Number(
            self.book.shares[k, self.place.j], SMALLEST, self.theme.ink, percent=True,
            x=self.place.right, baseline=baseline, anchor="right", bold=True,
            claim=Claim("share", (k, self.place.j)),
        )  # fmt: skip

    def light(self, k: int) -> VGroup:
        """Return the light behind row ``k``."""
        hue = self.hue(k)
        fill = mix(self.theme.panel, hue.fill, self.theme.hue_tint)
        room = self.place.row(k).grown(1)  # its edge keeps clear of letters that reach down
        light = rectangle(room, fill=fill, edge=hue.text, edge_width=2.5, radius=8)
        return VGroup(light).set_z_index(LIGHT)

    def lit(self, k: int, on: bool, run_time: float = DIM) -> list[Animation]:
        """Write the name in row ``k`` in ink on the light behind it, or in its hue again."""
        if not self.place.shape.named:
            return []
        colour = self.theme.ink if on else self.hue(k).text
        return [animate(self.leads[k], run_time=run_time).set_fill(colour)]

    def outlined(self, run_time: float = DIM) -> Animation:
        """Put the card in focus."""
        for_the_eye(self.panel, "")
        target = self.panel.copy().set_stroke(self.theme.focus, stroke(4))
        return animate(self.panel, run_time=run_time).become(target)

    def plain(self, run_time: float = DIM) -> Animation:
        """Take the card out of focus, or back into play."""
        for_the_eye(self.panel, WAITING)
        return AnimationGroup(
            animate(self.panel, run_time=run_time).set_stroke(self.theme.line, stroke(2.5)),
            *self._recolour(True, run_time),
        )

    def dimmed(self, run_time: float = DIM) -> Animation:
        """Let the card wait."""
        return AnimationGroup(*self._recolour(False, run_time))

    def _recolour(self, alive: bool, run_time: float) -> list[Animation]:
        ink = self.theme.ink if alive else self.theme.muted
        changes: list[Animation] = [
            animate(part, run_time=run_time).set_fill(ink) for part in (self.header, self.shares)
        ]
        for k, lead in enumerate(self.leads):
            colour = self.hue(k).text if alive else self.theme.muted
            if self.place.shape.named:
                changes.append(animate(lead, run_time=run_time).set_fill(colour))
            else:
                changes.append(animate(lead[0], run_time=run_time).set_alive(alive))
        return changes

    def at(self, place: CardPlace) -> Box:
        """Return how far the card has to go to another place, and remember that place."""
        way = Box(place.box.x - self.place.box.x, place.box.y - self.place.box.y, 0, 0)
        self.place = place
        return way
