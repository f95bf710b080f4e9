"""The closing: one picture in four costumes, and the opening's question is answered by it."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.the_answer.answering import Answering
from scenes.acts.the_answer.costumes import Bar
from scenes.acts.the_answer.end_card import EndCard
from scenes.acts.the_answer.four_times import KINDS, FourTimes
from scenes.kit.network.model_tower import ModelTower
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral

PHRASES = "takes", "mixes", "creates"


class TheAnswer(Chapter):
    """Bar, layer, convolution and attention are one picture; a large model is made of it."""

    layer_kind: ClassVar[str | None] = "transformer"
    default_layer: ClassVar[str | None] = "gpt2_small"
    recipes_too: ClassVar[bool] = True

    def construct(self) -> None:
        """Tell the closing, beat by beat."""
        names = {kind: self.label(kind) for kind in KINDS}
        sources = {kind: self.label(f"{kind}_recipe") for kind in KINDS}
        bar = Bar(self.theme, self.book)
        four = FourTimes(self.theme, bar, names, sources)
        answer = [self.label(phrase) for phrase in PHRASES]
        answering = Answering(self.theme, four, self.model(), answer)
        end_card = EndCard(self.theme, bar, answering, self.credits())
        self.beat("four_times", four.tell())
        self.beat("combine_and_create", answering.tell(), share=self.share())
        self.beat("end_card", end_card.close())

    def model(self) -> ModelTower:
        """Return the tower of the opening."""
        blocks = Numeral(self.layer.sizes.blocks, Claim("entry", (0,), "sizes"))
        return ModelTower(self.theme, self.layer, self.label("times", blocks=blocks), self.lang)

    def share(self) -> Numeral:
        """Return how much of all multiplications stands in matrix products, as in the opening."""
        claim = Claim("entry", (0,), "in_products")
        return Numeral(self.layer.share, claim, percent=True, places=1)

    def credits(self) -> list[str]:
        """Return what the example and the layer say of their material, and whose the font is."""
        told = [self.book.note, *self.layer.credits]
        return [*(text[self.lang] for text in told if text), self.label("font")]
