"""The gate with a layer file: what it knows of one, and with which layers a chapter is judged."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from scenes.kit.ground.frame import Box
from scenes.kit.stage import choices, layers
from scenes.kit.stage.claims import Claim
from scenes.production.gate import runner
from scenes.production.gate.judging import all_rules, judge
from scenes.production.gate.oracle import kinds
from scenes.production.gate.performance import rehearse
from scenes.production.gate.receipts import receipts_of
from scenes.production.gate.runner import _films, tasks
from scenes.production.gate.verdict import Verdict
from scenes.production.planning.keys import base_inputs
from scenes.production.planning.settings import Settings
from tests.gate.layered_chapter import LayeredChapter
from tests.layers import GOOD, tiny, write

__all__ = ["tiny"]


@pytest.fixture
def played(tiny):
    return rehearse(LayeredChapter, example="cocktails")


def test_a_chapter_of_a_layer_passes(played):
    assert [row for row in judge(played) if row.rule != "chapter_length"] == []
    assert {number.claim.of for number in played.moments[-1].numbers} == {"mix"}


def changed(played, quantity, **changes):
    """Return the rules that the chapter breaks once its numerals of a quantity are changed."""
    moments = []
    for moment in played.moments:
        texts = [
            replace(text, **{k: v(text) for k, v in changes.items()})
            if getattr(text, "claim", None) and text.claim.quantity == quantity
            else text
            for text in moment.texts
        ]
        moments.append(replace(moment, texts=tuple(texts)))
    return {row.rule for row in judge(replace(played, moments=tuple(moments)))}


def test_floats_are_compared_as_they_are_printed(played):
    assert "numeral_is_true" not in changed(played, "result", value=lambda text: text.value + 1e-9)
    assert "numeral_is_true" in changed(played, "result", text=lambda text: "4.397")
    assert {"numeral_is_true", "equation_adds_up"} <= changed(
        played, "result", text=lambda text: "4.4"
    )


def test_a_claim_on_a_source_that_is_not_there(played):
    gone = changed(played, "result", claim=lambda text: replace(text.claim, of="gone"))
    assert gone - {"chapter_length"} == {"numeral_is_true"}


def test_a_sum_that_has_begun_is_complete_before_its_result(played):
    begun = changed(played, "share", claim=lambda text: Claim("partial", (0, 0, 0), "mix"))
    assert "result_after_its_sum" in begun


def test_with_another_layer_a_chapter_may_leave_out_a_beat(played):
    rule = all_rules()["every_line_said"]
    short = replace(played, timeline=played.timeline[:1])
    assert [finding.beat for finding in rule.check(short)] == ["terms"]
    assert not list(rule.check(replace(short, usual=False)))


def misplaced(*entries):
    """Return what is found of entries in cells, each given by its place and its index."""
    numbers = []
    for x, y, at in entries:
        box = Box(x, y, 50, 50)
        claim = Claim("entry", at, "picture")
        cell = {"box": box, "cell": box, "baseline": y, "role": "/Cell", "name": ""}
        numbers.append(SimpleNamespace(claim=claim, **cell))
    moment = SimpleNamespace(numbers=numbers, shapes=(), beat="first", seconds=0.0)
    return list(
        all_rules()["entries_in_place"].check(SimpleNamespace(moments=[moment], ledger=None))
    )


def test_cells_of_a_layer_stand_in_their_order_where_they_stand_together():
    assert not misplaced((0, 0, (0, 0)), (50, 0, (0, 1)), (100, 0, (1, 0)))  # a window, unrolled
    assert misplaced((0, 0, (0, 1)), (50, 0, (0, 0)))
    assert not misplaced((0, 0, (0, 1)), (900, 0, (0, 0)))  # two pictures


def test_receipts_name_the_source_and_the_file(played):
    *_, last = receipts_of(played.ledger, played.moments, played.timeline)
    (total,) = (each for each in last["first_shown"] if each["claim"] == "mix.result[0, 0]")
    assert (total["shown"], total["formula"]) == ("4.396", "0.333 + 4 + 0.062")
    first = receipts_of(played.ledger, played.moments, played.timeline)[0]["first_shown"][0]
    assert first["formula"] == "stripes.toml: mix.value[0, 0]"


def test_a_caption_names_what_its_beat_was_given(played):
    line = next(saying for saying in played.sayings if "{terms}" in saying.written["en"])
    (part,) = line.filled("en")
    assert (part.characters, str(part.value.claim)) == ("3", "mix.inner")
    assert line.told("en") == played.timeline[-1].cues[0].text["en"]


def test_what_no_oracle_knows_is_not_proven(played, monkeypatch):
    monkeypatch.setattr(kinds, "__path__", [])
    rows = list(judge(played))
    assert {row.rule for row in rows} - {"chapter_length"} == {"ledger_agrees_with_oracle"}
    assert 'the oracle cannot tell: no "mix"' in rows[-1].finding.what


@pytest.fixture
def film(tiny, monkeypatch):
    """A film of a chapter about recipes and one of a layer; there are two layers for it."""
    write(tiny, "dots", GOOD.replace("Stripes", "Dots"))
    need = layers.Need("tiny", tiny / "stripes.toml")
    known = {"layer": need}.get
    monkeypatch.setattr(runner, "need_of", known)
    monkeypatch.setattr(layers, "needs", lambda: {"layer": need})
    monkeypatch.setattr("scenes.FILM", ("recipe", "layer"))
    return tiny


def looks(*names):
    return [Settings(choices.EXAMPLES / f"{name}.toml") for name in names]


def test_a_chapter_of_a_layer_is_judged_with_one_example_and_every_layer(film):
    files = sorted(film.glob("*.toml"))
    work = tasks(looks("paint", "cocktails"), ("recipe", "layer"), pixels=False, layers=files)
    assert [(task.chapter, task.look) for task in work] == [
        ("recipe", "paint en night"),
        ("recipe", "cocktails en night"),
        ("layer", "cocktails-dots en night"),
        ("layer", "cocktails en night"),
    ]
    (_, alone) = tasks(looks("paint"), ("recipe", "layer"), pixels=False)
    assert alone.look == "paint en night"


def test_one_that_shows_recipes_too_is_judged_with_every_example(film, monkeypatch):
    need = layers.Need("tiny", film / "stripes.toml", recipes=True)
    monkeypatch.setattr(runner, "need_of", {"layer": need}.get)
    work = tasks(
        looks("paint", "cocktails"), ("layer",), pixels=False, layers=sorted(film.glob("*.toml"))
    )
    seen = [task.look for task in work]
    assert seen == ["paint en night", "cocktails-dots en night", "cocktails en night"]


def test_every_film_is_judged_although_its_layers_were_looked_at_once(film):
    work = tasks(looks("paint", "cocktails"), ("recipe", "layer"), pixels=False)
    verdicts = [Verdict(task, seconds=9.0) for task in work]
    judged = [verdict.task.look for verdict in _films(verdicts)]
    assert judged == ["paint en night", "cocktails en night"]


def test_folders_and_fingerprints_know_the_layer(film, tmp_path):
    dots, stripes = film / "dots.toml", film / "stripes.toml"
    plain = Settings(choices.EXAMPLES / "paint.toml", cache=tmp_path)
    other = replace(plain, layers=(dots,))
    assert (plain.material, other.material) == ("paint", "paint-dots")
    assert layers.unusual({"tiny": stripes}) == ()
    assert layers.unusual({"tiny": dots}) == (dots,)
    before = [base_inputs(each, "blank", LayeredChapter).key for each in (plain, other)]
    assert before[0] != before[1]
    write(film, "dots", GOOD.replace("Stripes", "More"))
    after = [base_inputs(each, "blank", LayeredChapter).key for each in (plain, other)]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)
