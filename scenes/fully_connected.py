"""Chapter 4: a fully connected layer is the same product: every feature goes into every score."""

from __future__ import annotations

from typing import ClassVar

from mathcore.layer_file.classifier import PERCENT_PLACES
from scenes.acts.fully_connected.as_network import become_network, light_outputs
from scenes.acts.fully_connected.laying_over import LayingOver
from scenes.acts.fully_connected.learning_replay import learn
from scenes.acts.fully_connected.picture_unrolling import PictureUnrolling
from scenes.acts.fully_connected.recognition import OF, Recognition
from scenes.acts.fully_connected.scoring import Scoring
from scenes.acts.fully_connected.taking_away import TakingAway
from scenes.acts.fully_connected.taught_network import TaughtNetwork
from scenes.acts.fully_connected.wording import layout_of, named_as, signs_of
from scenes.kit.ground.motion import appear
from scenes.kit.network.class_name import spoken_name
from scenes.kit.product.shape_line import beside
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.ledgers import learning
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import Text


class FullyConnected(Chapter):
    """A real image becomes a row of features, and meets one column of weights for each class."""

    layer_kind: ClassVar[str | None] = "classifier"
    default_layer: ClassVar[str | None] = "digits"
    recipes_too: ClassVar[bool] = True

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        self.taught = TaughtNetwork(self.theme, self.book, self.lang, self.label)
        self.tell_the_network()
        self.tell_the_recognition()

    def tell_the_network(self) -> None:
        """Tell the first half: the product as a network, and how its weights are learned."""
        self.add(self.taught.product)
        self.beat("as_a_network", become_network(self.taught.opening))
        self.beat("one_output", light_outputs(self.taught.opening))
        away = TakingAway(self.taught, self.book)
        self.beat("takes_away", away.take(), weights="any" if self.taught.signed else "shares")
        run = away.leave(), learn(self.taught.replay)
        self.beat("weights_are_learned", *run, tastings=self.taught.tastings)

    def tell_the_recognition(self) -> None:
        """Tell the second half: a picture, its recipes, its scores, and what it is."""
        parts = Recognition(self.theme, self.layer, self.lang, self.label)
        unrolling = PictureUnrolling(parts)
        scoring = Scoring(parts, unrolling)
        said = self.said(parts.places)
        self.beat("a_real_image", self.taught.leave(), unrolling.show_image(), **said)
        self.beat("trained_recipes", unrolling.show_recipes(), **said)
        if parts.others:
            self.beat("votes", LayingOver(unrolling).lay(), **said)
        self.beat(
            "one_score", self.show_shape(), unrolling.make_room(), scoring.make_score(), **said
        )
        self.beat("all_scores", scoring.make_all(), **said)
        self.beat("the_answer", scoring.recognise(), **said)

    def show_shape(self) -> Motions:
        """Show the shape of the product beside the heading."""
        sizes = (1, *self.layer.weights.shape)
        yield appear(beside(self.heading, self.theme, sizes, OF))

    def ledger(self) -> Ledger:
        """Let claims name the run that learned the recipes, beside what the layer holds."""
        known = super().ledger()
        return known.joined(learning.sources(known.book))

    def said(self, places: int) -> dict[str, Text | str]:
        """Return the numbers that the spoken lines name; scores have so many ``places``."""
        (rows, columns), answer = self.layer.size, self.layer.label
        score, share = self.layer.scores.result[0, answer], self.layer.percentages[answer]
        of_share = Claim("entry", (answer,), "percentages")
        return {
            "rows": Numeral(rows, Claim("entry", (0,), "size")),
            "columns": Numeral(columns, Claim("entry", (1,), "size")),
            "pixels": Numeral(len(self.layer.weights), Claim("inner", (), OF)),
            "classes": Numeral(len(self.layer.classes), Claim("columns", (), OF)),
            "answer": spoken_name(self.layer, answer),
            "score": Numeral(score, Claim("result", (0, answer), OF), places=places),
            "share": Numeral(share, of_share, percent=True, places=PERCENT_PLACES),
            "named": named_as(self.layer),
            "layout": layout_of(self.layer),
            "source": "own" if self.layer.own else "sample",
            "signs": signs_of(self.layer),
        }
