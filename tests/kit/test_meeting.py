"""Row meets column: motions are made here, and played elsewhere."""

from functools import cache

import pytest
from manim import Animation, Scene, tempconfig
from manim.animation.composition import AnimationGroup, Succession

from mathcore import RecipeBook
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.entries import LATER_TERMS, brisk_entry, first_entry, pace_of
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.meeting import Meeting
from scenes.kit.product.rule import Rule, walk
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.sums.running_sum import running_sum
from tests.rehearsal import EXTREMES, pixel_box

PARTIALS = {0: ["8", "17", "17", "17"], 1: ["24", "30", "30", "30"], 2: ["12", "14", "14", "14"]}


def meetings(path="assets/examples/cocktails.toml"):
    """Return what makes each entry of the first row."""
    view = FalkView(NIGHT, book_product(RecipeBook.load(path)), "en", rows=1)
    chart = running_sum(view, 0)
    return [Meeting(view, chart, 0, j) for j in range(view.place.matrix.columns)]


@cache
def bare_stage() -> Scene:
    with tempconfig({"dry_run": True}):
        return Scene()


def play(animation: Animation) -> None:
    """Go through an animation, as a scene would."""
    animation._setup_scene(bare_stage())
    animation.begin()
    animation.interpolate(1)
    animation.finish()


def seen_sums(meeting, motions):
    """Play motions; return the running sums on the way, and when the cell was filled."""
    sums, filled = [], []
    for motion in motions:
        filled.append(meeting.cell.number is not None)
        if isinstance(motion, Animation):
            play(motion)
            sums.append(meeting.chart.total.text)
    return sums, filled


def test_the_first_entry_written_out():
    first, *_ = meetings()
    sums, filled = seen_sums(first, first_entry(first))
    shown = iter(sums)
    assert all(partial in shown for partial in PARTIALS[0])
    assert not any(filled), "the cell is filled by the last motion of all"
    assert first.cell.number.text == "17"


def test_what_is_asked_for_stands_in_its_cell_until_it_is_found():
    first, *_ = meetings()
    for motion in first.ask():
        play(motion)
    assert (first.asked.text, pixel_box(first.asked).centre) == (
        "?",
        pytest.approx(first.cell.box.centre, abs=4),
    )
    assert {cell.state for cell in first.view.matrix.column(0)} == {"on"}, "to be worked out"
    seen = []
    for motion in first_entry(first):
        if isinstance(motion, Animation):
            play(motion)
            seen.append(first.asked.get_fill_opacity())
    assert seen == [1] * (len(seen) - 1) + [0]


@pytest.mark.parametrize("swept", [0, 2])
def test_a_brisk_entry_needs_the_whole_sum_before_its_cell(swept):
    first, second, _ = meetings()
    play(first.light())
    sums, filled = seen_sums(second, brisk_entry(second, first, swept=swept))
    assert "30" in sums
    assert not any(filled)
    assert second.cell.number.text == "30"


@pytest.mark.parametrize("path", ["assets/examples/cocktails.toml", EXTREMES / "smallest.toml"])
def test_a_new_line_is_said_after_the_first_term_and_at_the_sum(path):
    first, *_ = meetings(path)
    motions = []
    for motion in first_entry(first):
        if isinstance(motion, Animation):
            play(motion)
        motions.append(motion)
    assert motions.count(NEXT_LINE) == 2
    *_, last_line = (n for n, motion in enumerate(motions) if motion == NEXT_LINE)
    assert len(motions) - last_line > 2, "the sum travels while it is said"


def test_in_a_sweep_number_and_stack_still_go_up_together():
    *_, third = meetings()
    sweep = third.all_terms(1.0)
    sweep._setup_scene(bare_stage())
    sweep.begin()
    shown = []
    for step in range(41):
        sweep.interpolate(step / 40)
        layers = [amount for _, amount in third.chart.vessel.layers]
        assert sum(layers) == pytest.approx(float(third.chart.total.value), abs=1e-9)
        shown.append(third.chart.total.value)
    assert shown == sorted(shown)
    assert {0, 14} <= set(shown)
    assert any(0 < number < 12 for number in shown), "it counts, and does not jump"


def test_a_term_takes_its_factors_from_the_matrices():
    first, *_ = meetings()
    met = first.meeting_point(1)
    assert (met.left.text, met.right.text) == ("20", "0.45")
    assert [str(part.claim) for part in (met.left, met.right)] == ["value[0, 1]", "share[1, 0]"]


def test_the_originals_stay_when_their_copies_travel():
    first, *_ = meetings()
    left = first.view.left.cell(0, 0)
    for motion in first.term(0):
        play(motion)
    assert pixel_box(left.number).centre == pytest.approx(left.box.centre, abs=1)
    assert left.number in left.get_family()


def test_only_the_cell_that_is_made_is_in_focus():
    first, second, _ = meetings()
    play(first.light())
    assert [cell.state for cell in first.view.result.row(0)] == ["focus", "empty", "empty"]
    assert [cell.state for cell in first.view.matrix.column(0)] == ["soft"] * 4
    assert [cell.state for cell in first.view.matrix.column(1)] == ["idle"] * 4
    play(second.move_from(first, 0.3))
    assert [cell.state for cell in first.view.result.row(0)] == ["filled", "focus", "empty"]


def test_one_pair_of_factors_is_marked_at_a_time():
    first, *_ = meetings()
    play(first.light())
    for k in range(4):
        play(first.act(k, 0.2))
        marked = [n for n, cell in enumerate(first.view.left.row(0)) if cell.state == "act"]
        assert marked == [k]


def test_the_rule_walks_along_the_pairs_in_their_hues_and_is_plain_again():
    first, *_ = meetings()
    rule, shown, marked = Rule(NIGHT, {}), [], []
    for motion in walk(rule, first):
        play(motion)
        drawn = rule.formula.select("x"), rule.formula.select("w")
        parts = [part for each in drawn for part in each.family_members_with_points()]
        shown.append({part.get_fill_color().to_hex() for part in parts})
        marked.append([k for k, cell in enumerate(first.view.left.row(0)) if cell.state == "act"])
    hues = [hue.text for hue in first.view.hues]
    assert shown == [*({hue} for hue in hues), {NIGHT.ink}]
    assert marked == [[0], [1], [2], [3], []]


@pytest.mark.parametrize("count", range(2, 9))
def test_the_first_term_is_the_slowest_and_the_others_share_their_time(count):
    first, *others = (pace_of(k, count) for k in range(count))
    assert first == 1
    assert max(others) <= 0.7
    assert sum(others) <= LATER_TERMS


def run_times(animation):
    parts = animation.animations if isinstance(animation, AnimationGroup) else []
    together = max if not isinstance(animation, Succession) else sum
    return together(map(run_times, parts)) if parts else animation.run_time


def test_a_sweep_is_faster_than_a_glance_and_a_glance_than_the_first():
    first, second, third = meetings()
    slow = sum(run_times(motion) for k in range(4) for motion in first.term(k))
    glance = sum(run_times(second.glance(k, 0.7)) for k in range(4))
    swept = run_times(third.all_terms(0.7))
    assert slow > glance > swept
