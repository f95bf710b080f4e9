"""The numbers of the cocktails, as a viewer sees them: read off the stage, not out of the code."""

import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from mathcore import format_number, format_percent
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.order_card import OrderCard
from scenes.kit.ground.frame import FLOOR, WIDTH, Box
from scenes.kit.product.product_geometry import product_place
from scenes.kit.sums.term_line_geometry import terms_place
from scenes.recipes_to_matrix import RecipesToMatrix
from scenes.row_by_column import RowByColumn
from tests.rehearsal import is_seen, numbers, pixel_box, rehearse, texts_in

ROOT = Path(__file__).parents[1]
RESULT = [
    ["17", "30", "14"],
    ["16.2", "9.6", "6.6"],
    ["2.1", "0.9", "3.7"],
    ["2.35", "3.37", "1.92"],
]
# the first row of results: its products, and the running sum after each
TERMS = [("8", "9", "0", "0"), ("24", "6", "0", "0"), ("12", "2", "0", "0")]
SUMS = [("8", "17", "17", "17"), ("24", "30", "30", "30"), ("12", "14", "14", "14")]


class Glance(NamedTuple):
    """What stands on the stage after one play: all as texts, from left to right."""

    beat: str
    cells: list[list[str]]  # of the result's rows
    layers: int  # of the running sum
    total: str  # of the running sum, empty while it is not seen
    line: list[str]  # the terms and their sum


class Watched(RowByColumn):
    """Chapter 2, and someone who looks at the stage after every single play."""

    def __init__(self, **kwargs):
        self.falks, self.glances, self.present, self.sums = [], [], "", []
        super().__init__(**kwargs)

    def falk(self, rows):
        self.falks.append(super().falk(rows))
        return self.falks[-1]

    def meetings(self, falk):
        meetings = super().meetings(falk)
        self.chart, show = meetings[0].chart, meetings[0].chart.show_terms
        self.chart.show_terms = lambda *shown: (
            show(*shown),
            self.sums.append(self.chart.total.text),
        )
        return meetings

    def beat(self, name, *motions, **values):
        self.present = name
        super().beat(name, *motions, **values)
        if name == "a_number_each":
            self.row = texts_in(self, product_place(self.recipes, self.lang, icons=True).row.box)

    def play(self, *animations, **kwargs):
        super().play(*animations, **kwargs)
        if self.present not in ("", "a_number_each", "the_meeting_place"):
            self.glances.append(self.look())

    def look(self):
        everything, (one_row, all_rows) = self.get_mobject_family_members(), self.falks
        more = all_rows.matrix.cell(0, 0) in everything
        result = (all_rows if more else one_row).place.result
        cells = [
            [" ".join(texts_in(self, result.cell(i, j))) for j in range(result.columns)]
            for i in range(result.rows)
        ]
        chart = self.chart
        shown = chart in everything and is_seen(chart.total)
        layers = [share for _, share in chart.vessel.layers]
        return Glance(
            self.present, cells, len(layers), chart.total.text if shown else "", self.read_line()
        )

    def read_line(self):
        place = terms_place(self.falks[0].place, self.recipes.trace, 0, 0)
        return texts_in(self, Box(0, place.baseline - place.size, WIDTH, place.size + 20))


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return rehearse(Watched, tmp_path_factory.mktemp("media"), example="cocktails")


def after(told, beat):
    """Return the last glance at a beat."""
    return [glance for glance in told.glances if glance.beat == beat][-1]


def test_the_row_becomes_the_strengths(told):
    assert told.row == ["40", "20", "0", "0"]


def test_the_first_entry_is_made_term_by_term(told):
    steps = [(g.layers, g.total) for g in told.glances if g.beat == "first_cell" and g.total]
    assert [step for step, _ in groupby(steps)] == list(enumerate(SUMS[0], 1))
    assert after(told, "first_cell").line == [*TERMS[0], "17"]
    assert after(told, "first_cell").cells == [["17", "", ""]]


@pytest.mark.parametrize("j", range(3))
def test_every_entry_of_the_first_row_shows_its_terms_and_sums(told, j):
    assert [*TERMS[j], RESULT[0][j]] in [glance.line for glance in told.glances]
    shown = iter(told.sums)
    assert all(partial in shown for partial in SUMS[j]), "each sum comes, one after the other"


def test_no_cell_of_the_first_row_is_filled_before_its_sum_was_shown(told):
    summed = [False] * 3
    for glance in (glance for glance in told.glances if glance.beat != "more_rows"):
        for j, cell in enumerate(glance.cells[0]):
            whole = glance.layers == len(TERMS[j])
            summed[j] = summed[j] or (whole and glance.total == SUMS[j][-1])
            assert cell == "" or (summed[j] and cell == RESULT[0][j]), (j, glance)
    assert all(summed)


def test_no_cell_is_filled_before_the_cell_to_its_left(told):
    filled = [sum(map(bool, g.cells[0])) for g in told.glances if g.beat != "more_rows"]
    assert filled == sorted(filled)
    assert set(filled) == {0, 1, 2, 3}


def test_no_result_is_ever_wrong(told):
    for glance in told.glances:
        for cells, right in zip(glance.cells, RESULT, strict=False):
            assert all(cell in ("", entry) for cell, entry in zip(cells, right, strict=True)), (
                glance
            )


def test_in_the_end_all_twelve_results_stand(told):
    assert after(told, "more_rows").cells == RESULT
    assert [[format_number(entry) for entry in row] for row in told.recipes.trace.result] == RESULT


class Shown(RecipesToMatrix):
    """Chapter 1, with what its cards and its matrix show at the end of their beats."""

    def beat(self, name, *motions, **values):
        super().beat(name, *motions, **values)
        if name == "the_order":
            self.cards = [self.read(card) for card in self.on_stage(OrderCard)]
        if name == "the_product":
            place = product_place(book_product(self.book), self.lang, icons=True).matrix
            at = [[place.cell(k, j) for k in range(place.rows)] for j in range(place.columns)]
            self.columns = [[" ".join(texts_in(self, box)) for box in column] for column in at]

    def on_stage(self, kind):
        return [each for each in self.get_mobject_family_members() if isinstance(each, kind)]

    def read(self, card):
        box = pixel_box(card.panel)
        found = [(y, n.text) for x, y, n in numbers(self) if box.x < x < box.right and y < FLOOR]
        return [text for _, text in sorted(found)]


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    return rehearse(Shown, tmp_path_factory.mktemp("media"), example="cocktails")


def test_the_cards_show_the_shares(opened):
    cuba_libre, *_ = opened.cards
    assert cuba_libre == [
        "20%",
        *(f"{n}%" for n in (45, 10, 25)),
    ]
    assert opened.cards == [list(map(format_percent, column)) for column in opened.book.shares.T]


def test_the_percentages_have_become_the_matrix(opened):
    assert opened.columns[0] == ["0.2", "0.45", "0.1", "0.25"]
    assert opened.columns == [list(map(format_number, column)) for column in opened.book.shares.T]


PRINT = """
import hashlib, pathlib, sys
from scenes.blank import Blank
from scenes.row_by_column import RowByColumn
from tests.rehearsal import EXTREMES, rehearse

media, prints = pathlib.Path(sys.argv[1]), hashlib.sha256()

class Printed:
    def play(self, *animations, **kwargs):
        super().play(*animations, **kwargs)
        prints.update(self.camera.pixel_array.tobytes())

for chapter, example in ((Blank, "cocktails"), (RowByColumn, EXTREMES / "smallest.toml")):
    printed = type("Printed", (Printed, chapter), {})
    scene = rehearse(printed, media, seen=True, example=example, language="zh")
    print(prints.hexdigest(), [(beat.name, beat.start, beat.end) for beat in scene.timeline])
"""


def test_the_same_inputs_give_the_same_frames_at_the_same_times(monkeypatch, tmp_path):
    runs = []
    for seed in ("1", "2"):  # of Python's hashes: the order of a set must not show
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        command = [sys.executable, "-c", PRINT, str(tmp_path / seed)]
        runs.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
    first, second = (run.communicate()[0] for run in runs)
    assert first.count("the_rule") == 1
    assert first == second
