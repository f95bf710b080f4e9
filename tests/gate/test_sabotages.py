"""A reader, formatter, loader or trace that is wrong for scene and ledger alike is caught.

Scene and ledger agree on what is wrong; only the oracle, which shares nothing with them, does not.
A chapter is rehearsed once: under a sabotage each of its numerals is given what the ledger then
says, in the characters that are then printed, as the rehearsals of `blank` show that it would be.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mathcore import RecipeBook, numerals, rounding
from mathcore.recipe_file import printing
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.numeral import Numeral
from scenes.production.gate.judging import all_rules
from scenes.production.gate.numerals import expected
from scenes.production.gate.performance import rehearse
from tests.gate.sabotage import after, instead, value
from tests.gate.sabotages import RECIPES, SABOTAGES
from tests.rehearsal import chapters, of_one_look, performed

ORACLE = "ledger_agrees_with_oracle"
SMALL = [  # such as a scene shows that has shares and one sum, and that contradict nothing in it
    "reader: each ingredient has its neighbour's value",
    "reader: the last ingredient is forgotten",
    "product: each term is its neighbour's",
    "printing: a comma for the point",
]


def test_there_are_enough_of_them():
    assert sum(map(len, SABOTAGES.values())) >= 50


def claimed(performance):
    """Return the numerals of a performance that claim something, each once in each manner."""
    once = {}
    for number in (number for moment in performance.moments for number in moment.numbers):
        if number.claim and not number.counting:
            manner = number.claim, number.percent, number.signed, number.enclosed, number.places
            once.setdefault(manner, number)
    return once


def as_told(performance, ledger):
    """Return a performance whose numerals are what a ledger says, as they are printed now."""
    told = [(number, ledger.value(number.claim)) for number in claimed(performance).values()]
    shown = tuple(replace(each, value=now, text=expected(each, now)) for each, now in told)
    sayings = tuple(
        replace(saying, values={key: revalued(v, ledger) for key, v in saying.values.items()})
        for saying in performance.sayings
    )
    moment = replace(performance.moments[-1], texts=shown)
    return replace(performance, moments=(moment,), sayings=sayings, ledger=ledger)


def revalued(filled, ledger):
    if not isinstance(filled, Numeral):
        return filled
    return replace(filled, value=ledger.value(filled.claim))


def broken(performance):
    """Return which of the rules about what numbers are worth are broken."""
    rules = (ORACLE, "numeral_is_true")
    return {rule for rule in rules if list(all_rules()[rule].check(performance))}


@pytest.mark.parametrize("chapter", [pytest.param(n, marks=of_one_look(n)) for n in SABOTAGES])
def test_every_sabotage_is_caught(chapter):
    scene, performance = performed(chapter)
    found = {}
    for name, sabotage in SABOTAGES[chapter].items():
        with pytest.MonkeyPatch.context() as patch:
            sabotage(patch)
            found[name] = broken(as_told(performance, scene.ledger()))
    assert found == {name: {ORACLE} for name in SABOTAGES[chapter]}
    assert not broken(as_told(performance, scene.ledger()))


@pytest.mark.parametrize("name", SMALL)
def test_a_rehearsal_under_a_sabotage_shows_what_the_ledger_says(name):
    _, plain = performed("blank")
    with pytest.MonkeyPatch.context() as patch:
        RECIPES[name](patch)
        played = rehearse(chapters()["blank"], example="cocktails")
        told = as_told(plain, played.ledger)
        assert broken(played) == broken(told) == {ORACLE}
    shown, said = (
        {manner: number.text for manner, number in claimed(each).items()} for each in (played, told)
    )
    assert shown == said


THIRDS = """
name = { en = "Thirds", zh = "三分" }
ingredients = [
  { id = "tea", name = { en = "Tea", zh = "茶" } },
  { id = "milk", name = { en = "Milk", zh = "奶" } },
  { id = "honey", name = { en = "Honey", zh = "蜜" } },
]
mixtures = [
  { name = { en = "Chai", zh = "奶茶" }, shares = { SHARES } },
]
properties = [
  { name = { en = "Price", zh = "价格" }, values = { VALUES } },
]
"""
LATE = "tea = 0.3335, milk = 0.3335, honey = 0.333", "tea = 1, milk = 2, honey = 7"
NEVER = 'tea = "1/3", milk = "1/3", honey = "1/3"', "tea = 0.0625, milk = 1.0067, honey = 7"
"""Shares and values of which some end too late to be printed, or never."""


def unrounded(shares, values):
    return replace(right_fit(shares, values), shares=shares)


def nearest(column, places):
    return [Fraction(round(share * 10**places), 10**places) for share in column]


def last_first(column, places):
    return right_column(column[::-1], places)[::-1]


right_fit, right_column = printing.fit, rounding.round_column
ROUNDING = {
    "shares are multiplied before they are rounded": (LATE, instead(right_fit, unrounded)),
    "each share to its nearest, and their sum is lost": (LATE, instead(right_column, nearest)),
    "what is missing goes to the last of equals": (LATE, instead(right_column, last_first)),
    "shares to two places at once": (LATE, value(printing, "SHARE_PLACES", (2,))),
    "values to one place at once": (NEVER, value(printing, "VALUE_PLACES", (1, 0))),
    "values are cut": (NEVER, value(printing, "round", int)),
    "what never ends is rounded": (NEVER, instead(numerals.never_ends, lambda number: False)),
    "its last digit is rounded up": (NEVER, after(numerals._cut, lambda cut: cut[:-2] + "4…")),
}


def test_rounding_is_reckoned_anew(tmp_path):
    path, found = tmp_path / "thirds.toml", {}
    for numbers in (LATE, NEVER):
        shares, values = numbers
        path.write_text(THIRDS.replace("SHARES", shares).replace("VALUES", values), "utf-8")
        plain = rehearse(chapters()["row_by_column"], example=path)
        assert not broken(plain)
        for name, (needed, sabotage) in ROUNDING.items():
            if needed is numbers:
                with pytest.MonkeyPatch.context() as patch:
                    sabotage(patch)
                    found[name] = broken(as_told(plain, Ledger(RecipeBook.load(path))))
    assert found == {name: {ORACLE} for name in ROUNDING}
