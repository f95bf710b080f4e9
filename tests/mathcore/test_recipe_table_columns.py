"""No column and no row of a table is left out where it may be meant for numbers."""

import pytest

from tests.mathcore.tables import faults_of, read


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tea.csv"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("€1.20", "€0.80"),
        ("1.20 €", "0.80 €"),
        ("EUR 1.20", "EUR 0.80"),
        ("40 ml", "60 ml"),
        ("1,234.5", "2,345.6"),
        ("1 234,5", "2 345,6"),
        ("(5)", "~6"),
        ("1-Mar", "2-Mar"),
    ],
)
def test_a_column_of_numbers_with_their_units_is_not_left_out_as_words(path, one, other):
    text = f"\tA\tPrice\tSalt (g)\ntea\t40%\t{one}\t1\nmilk\t60%\t{other}\t2\n"
    assert faults_of(path, text) == [
        f'C{row}: is "{cell}", no number; write 40, 0.4 or 1/3; a unit belongs to the '
        'heading, as in "Price (g)"'
        for row, cell in ((2, one), (3, other))
    ]


def test_a_column_that_only_has_a_number_in_its_words_is_left_out(path):
    table = read(path, ";A;Notes;Salt (g)\ntea;40%;3 spoons;1\nmilk;60%;warm, not hot;2\n")
    assert table.said[-1] == 'left out, as they hold words: "Notes" (C)'
