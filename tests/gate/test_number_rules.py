"""The rules about numbers: for each, a small scene that breaks it, and one that just passes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from mathcore import RecipeBook, trace_matmul
from scenes.acts.recipes_to_matrix.share_labels import ShareLabel
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear, become, travel, vanish
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import THEMES
from scenes.kit.product.cell import Cell
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.choices import find_example
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.sums.term_line import Factors
from tests.gate.shown import INK, broken_rules, factors, number, showing, terms

__all__ = ["broken_rules"]


def test_what_is_true_passes_all(broken_rules):
    assert broken_rules(showing(*factors()), showing(*terms(8, 9, 0, 0))) == set()


def test_a_numeral_needs_a_source(broken_rules):
    assert broken_rules(showing(Label("42", 44, INK, x=500, baseline=500))) == {
        "numeral_has_source"
    }
    assert broken_rules(showing(number(42))) == {"numeral_has_source"}
    assert broken_rules(showing(number(40, Claim("value", (0, 0))))) == set()


def test_a_numeral_is_what_it_claims(broken_rules):
    assert broken_rules(showing(number(41, Claim("value", (0, 0))))) == {"numeral_is_true"}
    assert broken_rules(showing(number(40, Claim("value", (9, 0))))) == {"numeral_is_true"}


def test_a_numeral_has_the_characters_of_its_value(broken_rules):
    claim = Claim("share", (0, 0))
    assert broken_rules(showing(number(Fraction(1, 5), claim, percent=True))) == set()
    typed = number(Fraction(1, 5), claim)
    typed.set_text("0.20").place(500, 500)
    assert broken_rules(showing(typed)) == {"numeral_is_true"}


def test_a_text_is_not_bent_into_another(broken_rules):
    forty, twenty = number(40, Claim("value", (0, 0))), number(20, Claim("value", (0, 1)))
    bent = broken_rules(showing(forty), lambda scene: [become(forty, twenty)])
    assert bent == {"drawn_as_said"}
    forty, twenty = number(40, Claim("value", (0, 0))), number(20, Claim("value", (0, 1)))
    assert broken_rules(showing(forty), lambda scene: [travel(forty, twenty)]) == set()


@pytest.mark.parametrize(
    "line",
    [
        terms(8, 9, 0, 0, total=18),
        terms(8, 9, 0),
        terms(9, 8, 0, 0, claims=((0, 0, 1), (0, 0, 0), (0, 0, 2), (0, 0, 3))),
        terms(8, 9, 9, 0, 0, claims=((0, 0, 0), (0, 0, 1), (0, 0, 1), (0, 0, 2), (0, 0, 3))),
    ],
    ids=["wrong total", "a term too few", "out of order", "a term too many"],
)
def test_a_line_of_terms_adds_up(broken_rules, line):
    assert "equation_adds_up" in broken_rules(showing(*factors()), showing(*line))


def grid(values):
    place = GridPlace(400, 200, *values.shape, 120, 84)
    return lambda scene: [appear(MatrixGrid(scene.theme, place, values=values, quantity="share"))]


def test_entries_stand_in_their_places(broken_rules):
    shares = np.array([[Fraction(1, 5), Fraction(3, 5)], [Fraction(9, 20), Fraction(3, 10)]])
    assert broken_rules(grid(shares)) == set()

    def swapped(scene):
        picture = MatrixGrid(
            scene.theme, GridPlace(400, 200, 2, 2, 120, 84), values=shares, quantity="share"
        )
        first, second = picture.cell(0, 0), picture.cell(0, 1)
        apart = second.get_center() - first.get_center()
        first.shift(apart)
        second.shift(-apart)
        return [appear(picture)]

    assert broken_rules(swapped) == {"entries_in_place"}


def test_two_matrices_may_be_level(broken_rules):
    def level(scene):
        """A line that is still to become a column lies level with a row of the matrix."""
        cells = [
            Cell(
                scene.theme,
                Box(x, 400, 90, 60),
                value=scene.book.shares[3, j],
                claim=Claim("share", (3, j)),
            )
            for x, j in ((300, 2), (900, 0))
        ]
        return [appear(*cells)]

    assert broken_rules(level) == set()


def test_a_result_comes_after_its_factors(broken_rules):
    result = number(17, Claim("result", (0, 0)))
    assert broken_rules(showing(result)) == {"result_after_its_sum"}
    result = number(17, Claim("result", (0, 0)))
    assert broken_rules(showing(*factors()), showing(result)) == set()


@pytest.mark.parametrize("swapped", ["nothing", "a share", "two pairs"])
def test_factors_stand_above_their_term(broken_rules, swapped):
    book = RecipeBook.load(find_example("cocktails"))
    steps = trace_matmul(book.values, book.shares).entry(0, 0)[:2]
    order = steps[::-1] if swapped == "two pairs" else steps
    pairs = [
        Factors(THEMES["night"], step, (0, 0), INK, 44, x=500 + 300 * n, baseline=500)
        for n, step in enumerate(order)
    ]
    if swapped == "a share":
        first, second = (pair.right for pair in pairs)
        first.claim, second.claim = second.claim, first.claim
        first.set_value(steps[1].right)
        second.set_value(steps[0].right)
    expected = set() if swapped == "nothing" else {"equation_adds_up"}
    assert broken_rules(showing(*pairs)) == expected


def test_shares_beside_a_glass_are_in_the_order_of_its_layers(broken_rules):
    claims = [Claim("share", (0, 0)), Claim("share", (1, 0))]
    values = Fraction(1, 5), Fraction(9, 20)
    for rows, expected in (((700, 500), set()), ((500, 700), {"entries_in_place"})):
        labels = [
            ShareLabel(number(value, claim, baseline=row, percent=True))
            for value, claim, row in zip(values, claims, rows, strict=True)
        ]
        assert broken_rules(showing(*labels)) == expected


def test_a_result_comes_after_its_sum(broken_rules):
    partial = number(8, Claim("partial", (0, 0, 0)), baseline=700)
    result = number(17, Claim("result", (0, 0)))
    early = broken_rules(showing(*factors(), partial), showing(result))
    assert early == {"result_after_its_sum"}
    partial, result = number(17, Claim("partial", (0, 0, 3)), baseline=700), result.copy()
    assert broken_rules(showing(*factors(), partial), showing(result)) == set()


def test_the_caption_is_what_is_said(broken_rules):
    def muttered(scene):
        for line in scene._caption:
            line.set_text("Something else.").place(*line.at)
        return [appear(number(40, Claim("value", (0, 0))))]

    assert broken_rules(muttered) == {"caption_as_written"}


def test_numbers_that_have_left_are_not_judged(broken_rules):
    wrong = Label("42", 44, INK, x=500, baseline=500)

    def gone(scene):
        return [vanish(wrong)]

    assert broken_rules(showing(*factors()), gone) == set()


def test_the_ledger_knows_the_whole_trace():
    book = RecipeBook.load(find_example("cocktails"))
    ledger, trace = Ledger(book), trace_matmul(book.values, book.shares)
    for i, j in np.ndindex(trace.result.shape):
        assert ledger.value(Claim("result", (i, j))) == trace.result[i, j]
        assert ledger.value(Claim("partial", (i, j, 3))) == trace.result[i, j]
    assert ledger.value(Claim("share_sum", (3, 0))) == 1
    assert ledger.formula(Claim("result", (0, 0))) == "8 + 9 + 0 + 0"
    assert ledger.formula(Claim("product", (0, 0, 1))) == "20 × 0.45"
