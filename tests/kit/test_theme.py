"""Colours: everything that is written can be read on what it stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.kit.ground.theme import NIGHT, PAPER, THEMES, mix
from scenes.kit.product.cell_style import cell_style

AA = 4.5  # contrast of text, WCAG 2.2, 1.4.3
GRAPHICS = 3.0  # of what must be told apart, 1.4.11
themes = pytest.mark.parametrize("theme", [NIGHT, PAPER], ids=list(THEMES))
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def luminance(colour):
    """0.2126 R + 0.7152 G + 0.0722 B, of linear light."""
    values = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """(lighter + 0.05) / (darker + 0.05)"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(theme, pairs, least):
    """Return which of the named pairs of text and ground cannot be told apart."""
    return [
        f"{theme.name}: {name} {text} on {ground}: {contrast(text, ground):.2f}"
        for name, text, ground in pairs
        if contrast(text, ground) < least
    ]


def hues(theme):
    return [(f"hue {n}", theme.hue(n)) for n in range(1, len(theme.hues) + 1)]


def test_contrast_written_out():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01), "the famous grey"


@given(colours, colours)
def test_contrast_does_not_ask_which_is_on_top(one, other):
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


def test_mix_written_out():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


@given(colours, colours, st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(under, over, share):
    assert mix(under, over, 0) == under
    assert mix(under, over, 1) == over
    for n in (1, 3, 5):
        ends = sorted(int(colour[n : n + 2], 16) for colour in (under, over))
        assert ends[0] <= int(mix(under, over, share)[n : n + 2], 16) <= ends[1]


@themes
def test_eight_ingredients_have_eight_hues(theme):
    assert len(theme.hues) == 8
    assert len({hue.text for hue in theme.hues}) == 8
    assert len({hue.fill for hue in theme.hues}) == 8
    assert theme.hue(1) is theme.hues[0]


@themes
@pytest.mark.parametrize("role", ["ink", "muted", "focus", "plus", "minus"])
def test_roles_of_text_can_be_read(theme, role):
    grounds = [("background", theme.background), ("panel", theme.panel)]
    pairs = [(f"{role} on {name}", getattr(theme, role), ground) for name, ground in grounds]
    assert not faint(theme, pairs, AA)


@themes
def test_every_hue_can_be_read(theme):
    pairs = [
        (name, hue.text, ground)
        for name, hue in hues(theme)
        for ground in (theme.background, theme.panel)
    ]
    assert not faint(theme, pairs, AA)


@themes
def test_numerals_can_be_read_on_every_liquid(theme):
    assert not faint(theme, [(name, theme.on_liquid, hue.fill) for name, hue in hues(theme)], AA)


@themes
@pytest.mark.parametrize("state", ["on", "act", "soft"])
def test_numerals_can_be_read_in_a_cell_of_every_hue(theme, state):
    styles = [(name, cell_style(theme, state, hue)) for name, hue in hues(theme)]
    assert not faint(theme, [(name, style.text, style.fill) for name, style in styles], AA)


@themes
@pytest.mark.parametrize("state", ["idle", "focus", "filled"])
def test_numerals_can_be_read_in_a_cell_without_hue(theme, state):
    style = cell_style(theme, state)
    assert not faint(theme, [(state, style.text, style.fill)], AA)


@themes
def test_areas_and_edges_can_be_told_from_their_ground(theme):
    pairs = [(f"{name} fill", hue.fill, theme.background) for name, hue in hues(theme)]
    edges = [(name, cell_style(theme, "act", hue).edge) for name, hue in hues(theme)]
    assert not faint(theme, [(n, edge, theme.background) for n, edge in edges], GRAPHICS)
    if theme is NIGHT:  # on paper an area is told by the edge around it
        assert not faint(theme, pairs, GRAPHICS)
