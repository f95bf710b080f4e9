"""The shipped fonts draw every character that the film can show."""

import tomllib
from pathlib import Path

import pytest
import uharfbuzz as hb

from mathcore.listing import files_in

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "assets" / "fonts"
STYLES = ("Regular", "Bold")
FAMILY = "Mixing Sans 1"
TEXTS = sorted([*files_in(ROOT, "scenes/**/*.toml"), *files_in(ROOT, "assets/examples/**/*.toml")])


def face(style):
    return hb.Face(hb.Blob.from_file_path(str(FONTS / f"MixingSans-{style}.otf")))


def advances(text, style="Regular", **features):
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face(style)), buffer, features)
    return [place.x_advance for place in buffer.glyph_positions]


def strings(value):
    """Every string of a parsed TOML file, keys too: a key may be shown when it has no name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_there_are_texts_to_look_at():
    assert any(path.is_relative_to(ROOT / "scenes") for path in TEXTS)
    assert any(path.is_relative_to(ROOT / "assets" / "examples") for path in TEXTS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
@pytest.mark.parametrize("style", STYLES)
def test_every_character_of_every_text_is_in_the_font(path, style):
    shown = set("".join(strings(tomllib.loads(path.read_text("utf-8")))))
    missing = {c for c in shown - {"\n"} if ord(c) not in face(style).unicodes}
    assert not missing


@pytest.mark.parametrize("style", STYLES)
def test_gb_2312_and_the_signs_of_both_languages_are_there(style):
    places = [bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95)]
    hanzi = "".join(place.decode("gb2312", "ignore") for place in places)
    assert len(hanzi) == 6763
    signs = "、。，：；？！《》（）“”‘’–—…−×·÷±→←↑↓≤≥≠≈√Σ∑°%‰€£¥\u00a0\u2009\u202f"
    latin = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
    assert not set(map(ord, hanzi + signs + latin)) - set(face(style).unicodes)


@pytest.mark.parametrize("style", STYLES)
def test_the_name_is_ours_in_every_place_where_it_is_shown(style):
    name = face(style).get_name
    full = FAMILY if style == "Regular" else f"{FAMILY} Bold"
    assert [name(hb.OTNameIdPredefined(n)) for n in (1, 2, 4, 6)] == [
        FAMILY,
        style,
        full,
        f"MixingSans1-{style}",
    ]


@pytest.mark.parametrize("style", STYLES)
def test_the_fonts_are_small_and_say_whose_they_are(style):
    assert (FONTS / f"MixingSans-{style}.otf").stat().st_size < 4_000_000
    assert "Adobe" in face(style).get_name(hb.OTNameIdPredefined.COPYRIGHT)
    assert "SIL Open Font License" in face(style).get_name(hb.OTNameIdPredefined.LICENSE)


def test_the_licence_stands_beside_the_fonts():
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright 2014-2021 Adobe" in licence


@pytest.mark.parametrize("style", STYLES)
def test_digits_are_all_equally_wide(style):
    assert len(set(advances("0123456789", style))) == 1


def test_quotation_marks_are_narrow_in_english_and_wide_in_chinese():
    assert advances("don’t")[3] < 400
    assert advances("好’")[1] == 1000
    assert advances("’", pwid=True)[0] < 400
