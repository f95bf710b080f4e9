"""Numbers in captions, titles, labels and names: each says what it is, and is that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenes.kit.ground.text import paragraph
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.production.gate.judging import all_rules
from tests.gate.shown import INK, SCRIPT, TOTAL, broken_rules, factors, showing
from tests.rehearsal import of_one_look, performed

__all__ = ["broken_rules"]


@pytest.mark.parametrize("number", ["17", {"en": "seventeen", "zh": "17"}])
def test_a_number_in_a_caption_says_what_it_is_even_if_it_is_true(broken_rules, number):
    assert broken_rules(showing(*factors()), number=number) == {"numeral_has_source"}


@pytest.mark.parametrize(
    "number",
    [
        Numeral(71, TOTAL),
        Numeral(17, Claim("result", (0, 1))),
        Numeral(17, Claim("result", (9, 0))),
        Numeral(4, TOTAL, words=True),
    ],
    ids=["transposed", "of the next drink", "of nothing", "in words"],
)
def test_a_number_in_a_caption_is_what_it_claims(broken_rules, number):
    assert broken_rules(showing(*factors()), number=number) == {"numeral_is_true"}


@pytest.mark.parametrize(
    ("head", "zh"), [("Try", "这 4 种：{number}。"), ("2 by 2", "一行：{number}。")]
)
def test_no_number_is_typed(broken_rules, head, zh):
    words = SCRIPT.replace("一行：{number}。", zh).replace('en = "Try"', f'en = "{head}"')
    assert broken_rules(showing(*factors()), words=words) == {"numeral_has_source"}


def test_notes_are_the_speakers_own(broken_rules):
    words = SCRIPT.replace("[second]", 'notes = { en = "In 3 s.", zh = "三秒。" }\n[second]')
    assert broken_rules(showing(*factors()), words=words) == set()


def filled(performance):
    """Return the placeholders that a number fills, each once: its text, its name, the number."""
    return {
        (saying.beat, saying.kind, name): (saying, name, value)
        for saying in performance.sayings
        for name, value in saying.values.items()
        if isinstance(value, Numeral) and f"{{{name}}}" in saying.written["en"]
    }.values()


@of_one_look("fully_connected")
def test_no_caption_may_say_any_number_but_its_own():
    """Of all from 0 to 100, also of the ten digits, which are the names of classes here."""
    _, performance = performed("fully_connected")
    silent = replace(performance, moments=(), timeline=())
    rules = [all_rules()[name] for name in ("numeral_has_source", "numeral_is_true")]
    for saying, name, true in filled(performance):
        for make in (str, lambda n, true=true: replace(true, value=n)):
            said = tuple(
                replace(saying, beat=str(n), values={**saying.values, name: make(n)})
                for n in range(101)
            )
            film = replace(silent, sayings=said)
            caught = {int(finding.beat) for rule in rules for finding in rule.check(film)}
            right = {n for n in range(101) if make(n) == true}
            assert caught == set(range(101)) - right, (name, saying.written["en"])


SODA = """
name = { en = "Soda", zh = "汽水" }
ingredients = [
  { id = "up", name = { en = "7 Up Free 0.5", zh = "七喜" } },
  { id = "ice", name = { en = "Ice", zh = "冰" } },
]
mixtures = [{ name = { en = "Mix", zh = "混" }, shares = { up = 1 } }]
properties = [{ name = { en = "Sugar", zh = "糖" }, values = { up = 1, ice = 0 } }]
"""


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (["7 Up Free 0.5"], True),
        (["7 Up", "Free 0.5"], True),
        (["7", "Up Free", "0.5"], True),
        (["7 Up Fr-", "ee 0.5"], True),
        (["7"], False),
        (["7 Up"], False),
        (["0.5", "7 Up Free"], False),
        (["7 Up", "Free 0.6"], False),
    ],
)
def test_digits_stand_in_a_name_only_if_all_of_it_does(broken_rules, tmp_path, lines, known):
    path = tmp_path / "soda.toml"
    path.write_text(SODA, encoding="utf-8")
    text = paragraph(tuple(lines), 44, INK, x=600, baseline=400, leading=60)
    one, nothing = Numeral(1, Claim("value", (0, 0))), set()
    broken = broken_rules(showing(text), number=one, example=path)
    assert broken == (nothing if known else {"numeral_has_source"})
