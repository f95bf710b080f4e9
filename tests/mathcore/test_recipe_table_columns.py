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
        'heading, as in "Price (g)", or "Price (parts)" of a mixture'
        for row, cell in ((2, one), (3, other))
    ]


def test_a_column_that_only_has_a_number_in_its_words_is_left_out(path):
    table = read(path, ";A;Notes;Salt (g)\ntea;40%;3 spoons;1\nmilk;60%;warm, not hot;2\n")
    assert table.said[-1] == 'left out, as they hold words: "Notes" (C)'


def test_a_row_that_begins_like_a_remark_is_a_row(path):
    table = read(path, "# from the bar, 2024\n;A;Salt (g)\ntea;40%;1\n#5 syrup;;2\nmilk;60%;3\n")
    assert table.ingredients == ("tea", "#5 syrup", "milk")


@pytest.mark.parametrize(
    "text",
    [
        "{};name;A;Salt (g)\n0;tea;40%;1\n1;milk;60%;2\n",  # as pandas writes a table
        "{};name;A;Salt (g)\n1;tea;40%;1\n2;milk;60%;2\n;total;100%;3\n",
    ],
)
@pytest.mark.parametrize("heading", ["", "#", "No."])
def test_a_column_that_numbers_the_rows_names_no_ingredients(path, text, heading):
    table = read(path, text.format(heading))
    assert table.ingredients == ("tea", "milk")
    assert "column A numbers the rows, and is left out" in table.said


def test_ingredients_may_be_called_by_numbers_where_nothing_else_names_them(path):
    assert read(path, ";A;Salt (g)\n1;40%;1\n2;60%;2\n").ingredients == ("1", "2")


def test_columns_that_are_empty_left_of_the_names_are_not_looked_at(path):
    table = read(path, ";;;A;Salt (g)\n;;tea;40%;1\n;;milk;60%;2\n")
    assert (table.ingredients, table.mixtures[0].name) == (("tea", "milk"), "A")


def test_a_column_of_totals_is_no_property(path):
    table = read(path, ";A;B;Total;Salt (g)\ntea;40%;50%;90%;1\nmilk;60%;50%;110%;2\n")
    assert [each.name for each in table.properties] == ["Salt"]
    assert table.said[-1] == 'left out, as they are called totals: "Total" (D)'
    with_a_unit = read(path, ";A;Total (g)\ntea;40%;90\nmilk;60%;110\n")
    assert [each.name for each in with_a_unit.properties] == ["Total"]
