"""Chapter 7: attention. The data write the recipe, and it mixes like any other."""

from __future__ import annotations

from typing import ClassVar

from manim import Animation, FadeOut

from scenes.acts.attention.asked import Asked
from scenes.acts.attention.asking_again import AskingAgain
from scenes.acts.attention.comparing import Comparing
from scenes.acts.attention.everyone import EveryoneAsks
from scenes.acts.attention.likenesses import RecipeLikenesses
from scenes.acts.attention.locking import Locking
from scenes.acts.attention.mixing import Mixing
from scenes.acts.attention.opening import Opening
from scenes.acts.attention.root import Root
from scenes.acts.attention.sharing import Sharing
from scenes.acts.attention.table import Table
from scenes.kit.ground.motion import SHORT, appear, together
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.shape_line import ShapeLine, beside
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.phrases import measured
from scenes.kit.stage.script import Text

LETTERS = ("Q", "K", "V")


class Attention(Chapter):
    """A word meets the labels of bottles; the scores become shares, and the shares a recipe."""

    layer_kind: ClassVar[str | None] = "attention"
    default_layer: ClassVar[str | None] = "order_finds_bottle"
    shape: ShapeLine | None = None

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        task = self.layer.task
        self.words = {**self.words, **task.words}
        self.asked = Asked(self.layer, task.asked[0], task.shelf)
        self.tell_the_shares()
        self.tell_the_mix()

    def tell_the_shares(self) -> None:
        """Tell how a word becomes a recipe."""
        said = self.said()
        labels = {name: self.label(name) for name in ("recipe", "unknown")}
        opening = Opening(self.theme, self.asked, self.lang, **labels)
        compared = Comparing(self.theme, opening, self.asked, self.lang)
        root = Root(self.theme, self.asked, compared.view, self.label)
        drawn = RecipeLikenesses(self.theme, self.asked)
        view = FalkView(self.theme, self.asked.mix, self.lang, rows=1, likenesses=drawn)
        parts = self.asked, compared, root, view, self.label("softmax")
        self.sharing = Sharing(self.theme, *parts)

        self.add(opening.shelf)
        self.beat("who_wrote_it", opening.ask(), **said)
        self.beat("orders_and_labels", compared.compare(), **said)
        self.beat("scores", self.score(compared), **said)
        self.beat("the_root", compared.let_go(), root.divide(), **said)
        self.beat("shares", self.sharing.share(), **said)

    def tell_the_mix(self) -> None:
        """Tell what the recipe does: what every recipe does."""
        mixing, task = Mixing(self.sharing), self.layer.task
        again = Asked(self.layer, task.asked[1], task.shelf, "again_")
        changed = Asked(self.layer, task.asked[1], self.layer.changed_shelf, "changed_")
        asking = AskingAgain(self.theme, mixing, again, changed, self.lang)
        self.beat("the_mix", self.show_shape(), mixing.mix(), **self.said())
        self.beat("ask_again", asking.ask(), **self.said())
        self.tell_the_table(asking)

    def tell_the_table(self, asking: AskingAgain) -> None:
        """Tell of many who ask at once, with locks, and with several heads."""
        glosses = {letter: self.label(letter) for letter in LETTERS}
        everyone = EveryoneAsks(self.theme, Table(self.layer), self.lang, glosses)
        heads = range(len(self.layer.head_weights))
        tables = [Table(self.layer, head, locked=True) for head in heads]
        locking = Locking(self.theme, everyone, tables, self.lang)
        self.beat("everyone_asks", everyone.ask(asking.leave, self.shape_of), **self.said())
        self.beat("locked_bottles", locking.lock(), NEXT_LINE, **self.said())

    def score(self, compared: Comparing) -> Motions:
        """Make a score for every bottle, one row times all columns."""
        come = appear(compared.view.result, *self.shape_of(self.asked.scores))
        yield together(compared.leave_the_plane(), come)
        yield from compared.stage.make_quickly(j=self.asked.best)
        yield NEXT_LINE
        yield from compared.stage.settle()
        yield from compared.stage.fill()
        yield NEXT_LINE
        yield compared.find()

    def follow(self, heading: Heading) -> list[Animation]:
        """Take the shape of a product away with the heading that it stands beside."""
        gone, self.shape = self.shape, None
        return [] if gone is None else [FadeOut(gone, run_time=SHORT)]

    def show_shape(self) -> Motions:
        """Show the shape of one row of values times the recipe."""
        yield appear(*self.shape_of(self.asked.mix))

    def shape_of(self, product: LabelledProduct) -> list[ShapeLine]:
        """Return the shape of one row times all of a matrix, which goes with the heading."""
        sizes = (1, *product.trace.right.shape)
        self.shape = beside(self.heading, self.theme, sizes, product.of)
        return [self.shape]

    def said(self) -> dict[str, Text | str]:
        """Return what the spoken lines name."""
        asked, first = self.asked, self.layer.task.properties[0]
        mix, best = asked.mix, asked.best
        result, total = mix.trace.result[0, 0], asked.total
        score = asked.trace.scores.result[0, best]
        return {
            "word": asked.word,
            "found": asked.names[best],
            "width": Numeral(asked.trace.width, Claim("entry", (0,), "root")),
            "score": measured(score, asked.scores.claim("result", 0, best)),
            "whole": Numeral(total, asked.whole, percent=True),
            "property": first.name,
            "total": measured(result, mix.claim("result", 0, 0), first),
            **self.counted(),
        }

    def counted(self) -> dict[str, Text | str]:
        """Return what the spoken lines name of a large model, where one is named."""
        model = self.layer.model
        if model is None:
            return {"model_named": "no"}
        blocks, heads = model.sizes.blocks, model.sizes.heads
        return {
            "model_named": "yes",
            "model": model.name,
            "blocks": Numeral(blocks, Claim("entry", (0,), "model")),
            "heads": Numeral(heads, Claim("entry", (1,), "model")),
        }
