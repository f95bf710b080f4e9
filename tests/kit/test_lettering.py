"""Letters: how wide they are, and where a line may break."""

from hypothesis import assume, given
from hypothesis import strategies as st

from scenes.kit.ground import lettering
from scenes.kit.ground.lettering import NO_START, pieces, shape, width, wrap

LATIN = "abcdefghij klmnop qrstuvwxyz ABC 0123 "
CHINESE = "行列矩阵乘法就是调酒配方杯子里有多少"
SIGNS = "，。、；：？！）」…,.;:?!)%"
texts = st.text(LATIN + CHINESE + SIGNS, min_size=1, max_size=60).map(
    lambda text: " ".join(text.split()) or "x"
)
rooms = st.floats(120, 900)


def bare(text):
    """What is left of a text when its breaks are forgotten."""
    return "".join(text).replace(" ", "").replace("-", "")


def test_widths_written_out():
    assert width("酒", 40) == 40, "a Chinese character is as wide as it is high"
    assert width("1", 40) == width("0", 40), "digits stand under digits"
    assert width("", 40) == 0


@given(st.text(CHINESE + "0123456789", max_size=20), st.text(CHINESE, max_size=20))
def test_widths_add_up(first, second):
    assert abs(width(first + second, 33) - width(first, 33) - width(second, 33)) < 1e-6


@given(texts, st.floats(10, 100))
def test_width_is_in_proportion_to_size(text, size):
    assert abs(width(text, size) - size * width(text, 1)) < 1e-6


@given(texts)
def test_letters_go_from_left_to_right(text):
    glyphs, advance = shape(text)
    starts = [glyph.x for glyph in glyphs]
    assert starts == sorted(starts)
    assert starts[-1] <= advance


def test_a_capital_is_as_high_as_the_layout_believes():
    (glyph,), _ = shape("H")
    heights = [y for curve in lettering.outline(glyph.index) for _, y in curve]
    assert (min(heights), max(heights)) == (0, lettering.CAP_HEIGHT)


def test_wrap_written_out():
    assert wrap("Long Island Iced Tea", 34, 200) == ("Long Island", "Iced Tea")
    assert wrap("相遇之处，就是结果。", 30, 180) == ("相遇之处，", "就是结果。")
    assert wrap("Elderflower", 34, 120) == ("Elderfl-", "ower")


@given(texts, rooms, st.booleans())
def test_no_line_is_wider_than_its_room(text, room, bold):
    assert all(
        width(line, 33, bold) <= room for line in wrap(text, 33, room, bold) if len(line) > 3
    )


@given(texts, rooms)
def test_no_character_is_lost(text, room):
    assert bare(wrap(text, 33, room)) == bare(text)


@given(texts, rooms)
def test_no_line_begins_with_a_closing_sign(text, room):
    assume(all(width(piece.strip(), 33) <= room for piece in pieces(text)))  # else it is divided
    assert not [line for line in wrap(text, 33, room)[1:] if line[0] in NO_START]


@given(texts, rooms)
def test_lines_are_as_few_as_can_be(text, room):
    """Filling line after line is known to need the fewest."""
    parts = [part for piece in pieces(text) for part in lettering._divide(piece, 33, room, False)]
    lines, line = 1, ""
    for part in parts:
        if line and width((line + part).rstrip(), 33) > room:
            lines, line = lines + 1, ""
        line += part
    assert len(wrap(text, 33, room)) == lines


@given(texts)
def test_pieces_are_the_whole_text(text):
    assert "".join(pieces(text)) == text
