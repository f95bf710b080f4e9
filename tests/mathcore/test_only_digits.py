"""Only digits are digits: the mark of a footnote is none, wherever a number is read."""

import sys
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mathcore import ExampleError, RecipeBook
from mathcore.digits import in_ascii, read_decimal
from mathcore.readers.table_file import read_entry
from mathcore.recipe_file.numbers import read_share, read_value
from tests.mathcore.faulty import GOOD, faults_of

NUMERIC = [each for each in map(chr, range(sys.maxunicode + 1)) if each.isnumeric()]
LOOKALIKES = [each for each in NUMERIC if not each.isdecimal()]
READERS = (
    read_decimal,
    read_value,
    read_share,
    lambda text: read_share(f"{text}%"),
    lambda text: read_value(f"{text}/7"),
    lambda text: read_value(f"7/{text}"),
    read_entry,
)


def test_digits_of_any_script_are_what_python_says_they_are():
    digits = [each for each in NUMERIC if each.isdecimal()]
    assert len(digits) > 600
    assert [in_ascii(each) for each in digits] == [str(int(each)) for each in digits]


def test_a_number_by_hand():
    assert read_decimal(" −１２.5 ") == -(1 * 10 + 2 * 1 + Fraction(5, 10))
    assert read_share("４０％") == Fraction(4, 10)
    assert [read_decimal(text) for text in ("", "1_0", "1e3", "0x1", "inf", "1" * 31)] == [None] * 6


@given(
    st.sampled_from(LOOKALIKES),
    st.text("0123456789", max_size=3),
    st.text("0123456789.", max_size=3),
    st.sampled_from(READERS),
)
@example("¹", "12", "", read_value)
@example("½", "", "", read_share)
def test_what_only_looks_like_a_digit_is_refused_by_name(mark, before, after, read):
    with pytest.raises(ValueError, match=r" is no digit; write 0 to 9") as caught:
        read(before + mark + after)
    assert f"({unicodedata.name(mark).lower()})" in str(caught.value)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("tea = 2", 'tea = "12¹"', 'value of "tea" is "12¹": "¹" (superscript one)'),
        ('"40%"', '"4¹%"', 'share of "tea" is "4¹%": "¹" (superscript one)'),
        ('"40%"', '"②%"', 'share of "tea" is "②%": "②" (circled digit two)'),
        ("tea = 2", 'tea = "½"', 'value of "tea" is "½": "½" (vulgar fraction one half)'),
    ],
)
def test_a_footnote_in_an_example_is_told_with_its_place(tmp_path, before, after, said):
    (fault,) = faults_of(tmp_path / "tea.toml", GOOD.replace(before, after))
    assert fault.endswith(f"{said} is no digit; write 0 to 9")


def test_the_table_of_a_cookbook_is_not_read_with_its_footnotes(tmp_path):
    """``12¹`` and ``3²`` stand in a table of nutrients: 12 and 3, with two remarks below."""
    text = GOOD.replace("tea = 2, milk = 1", 'tea = "12¹", milk = "3²"')
    (tmp_path / "energy.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ExampleError) as caught:
        RecipeBook.load(tmp_path / "energy.toml")
    assert len(caught.value.faults) == 2
