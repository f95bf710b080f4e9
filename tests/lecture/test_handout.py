"""``deck.pdf``: read back as a program, a search or a screen reader would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from scenes.production.lecture import handout
from scenes.production.lecture.contents import Lecture


@pytest.fixture(scope="module")
def path(lecture: Lecture, pack: Path) -> Path:
    (written,) = handout.write(lecture, pack)
    assert written == pack / "deck.pdf"
    return written


@pytest.fixture(scope="module")
def pages(path: Path):
    return PdfReader(path).pages


def words(page) -> str:
    """The text of a page without its breaks: where a line ends is not what is looked at here."""
    return "".join(page.extract_text().split())


def heights(page) -> dict[str, float]:
    """The texts of a page, and how far above its foot they stand, in points."""
    found: dict[str, float] = {}

    def note(text, outer, inner, _font, _size):
        if text.strip():
            found[f"{len(found)} {text}"] = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]

    page.extract_text(visitor_text=note)
    return found


def test_a_page_a_beat_all_of_one_shape(lecture, pages):
    assert len(pages) == len(list(lecture.beats))
    assert {(page.mediabox.width, page.mediabox.height) for page in pages} == {(960, 540)}


def test_what_is_said_can_be_searched_in_both_languages(lecture, pages):
    for page, (_, beat) in zip(pages, lecture.beats, strict=True):
        text = words(page)
        for said in (*beat.captions[0].text.values(), *(beat.notes or {}).values()):
            assert "".join(said.split()) in text


def test_every_page_has_its_still(pages):
    for page in pages:
        (still,) = page.images
        assert still.image.size == (96, 54)
        assert still.image.getpixel((5, 5)) == (255, 255, 255)  # the last frame's corner
    colours = {page.images[0].image.getpixel((90, 50)) for page in pages}
    assert colours == {(200, 30, 30), (30, 160, 60), (40, 60, 200)}


def test_the_only_fonts_are_the_shipped_ones_and_they_are_inside(pages):
    for page in pages:
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        assert all("MixingSans1" in font["/BaseFont"] for font in fonts)
        kinds = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
        assert all("/FontFile3" in descriptor for descriptor in kinds)


def test_a_bookmark_a_chapter_and_below_it_one_a_beat(path):
    reader = PdfReader(path)
    first, beats, second, beat = reader.outline
    assert (first.title, second.title) == ("row_by_column & co", "convolution & co")
    assert [each.title for each in (*beats, *beat)] == [
        "row_by_column & co (1/2)",
        "row_by_column & co (2/2)",
        "convolution & co (1/1)",
    ]
    assert [reader.get_destination_page_number(each) for each in (*beats, *beat)] == [0, 1, 2]


def test_it_is_titled_tagged_and_says_its_language(path):
    reader = PdfReader(path)
    assert reader.metadata.title == "Matrix multiplication is mixing"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/Lang"] == "en"
    assert b"pdfuaid" in reader.root_object["/Metadata"].get_data()


def test_the_same_lecture_gives_the_same_bytes(lecture, path, tmp_path):
    (again,) = handout.write(lecture, tmp_path)
    assert again.read_bytes() == path.read_bytes()


def test_a_lot_of_text_stays_on_its_page(lecture, tmp_path):
    chapter, _ = lecture.chapters
    beat = chapter.beats[0]
    long = replace(
        beat, captions=beat.captions * 7, notes={k: v * 12 for k, v in beat.notes.items()}
    )
    crowded = replace(chapter, beats=(long, *chapter.beats[1:]))
    (path,) = handout.write(replace(lecture, chapters=(crowded,), language="zh"), tmp_path)
    pages = PdfReader(path).pages
    assert len(pages) == 2
    assert words(pages[0]).count("不是{丙}") == 7
    places = heights(pages[0])
    assert min(places.values()) > 15
    captions = [height for text, height in places.items() if "不是" in text]
    notes = [height for text, height in places.items() if "问" in text]
    assert min(captions) > max(notes)
