"""``deck.pptx``: read back with python-pptx, and looked at with LibreOffice where there is one."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import av
import numpy as np
import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from scenes.production.lecture import pptx_deck
from scenes.production.lecture.contents import AT_ONCE, ON_CLICK, Lecture
from tests.lecture import stand_in
from tests.lecture.stand_in import COLOURS, NOTES

SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"


@pytest.fixture(scope="module")
def path(lecture: Lecture, pack: Path) -> Path:
    (written,) = pptx_deck.write(lecture, pack)
    assert written == pack / "deck.pptx"
    return written


@pytest.fixture(scope="module")
def deck(path: Path):
    return Presentation(str(path))


def movie(slide):
    return next(
        shape for shape in slide.shapes if shape.shape_type and "MEDIA" in str(shape.shape_type)
    )


def beats(lecture: Lecture):
    return [beat for _, beat in lecture.beats]


def test_a_slide_a_beat_each_with_its_poster_over_all_of_it(lecture, deck):
    assert len(deck.slides) == len(beats(lecture)) == 3
    for slide, beat in zip(deck.slides, beats(lecture), strict=True):
        shown = movie(slide)
        assert shown.poster_frame.blob == (lecture.folder / beat.poster).read_bytes()
        place = (shown.left, shown.top, shown.width, shown.height)
        assert place == (0, 0, deck.slide_width, deck.slide_height)
        assert shown.width * 9 == shown.height * 16


def test_the_notes_hold_what_is_said_and_what_may_be_added_in_both_languages(lecture, deck):
    for slide, beat in zip(deck.slides, beats(lecture), strict=True):
        notes = slide.notes_slide.notes_text_frame
        assert "A <b> & \"c\" * d_e, not [f] $1 'g' `h` {i}." in notes.text
        assert '甲 < 乙，不是 {丙} & "丁"。' in notes.text
        assert (NOTES["en"] in notes.text) == (NOTES["zh"] in notes.text) == bool(beat.notes)
        tagged = {run.font._rPr.get("lang"): run.text for p in notes.paragraphs for run in p.runs}
        assert tagged.keys() == {"en-US", "zh-CN"}


def test_every_slide_has_a_title_of_its_own_beyond_its_edge_and_a_text_for_its_video(deck):
    titles = [slide.shapes.title for slide in deck.slides]
    assert [title.text for title in titles][:2] == [
        "row_by_column & co (1/2)",
        "row_by_column & co (2/2)",
    ]
    assert len({title.text for title in titles}) == len(titles)
    assert all(title.top + title.height < 0 for title in titles)
    for slide in deck.slides:
        assert "A <b> &" in movie(slide)._element.nvPicPr.cNvPr.get("descr")


def test_the_media_are_the_clips_once_each(lecture, path):
    with zipfile.ZipFile(path) as packed:
        media = {name: packed.read(name) for name in packed.namelist() if name.endswith(".mp4")}
    clips = [(lecture.folder / beat.video).read_bytes() for beat in beats(lecture)]
    assert sorted(media.values()) == sorted(clips)
    for clip in media.values():
        with av.open(BytesIO(clip)) as container:
            context = container.streams.video[0].codec_context
            assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")


@pytest.mark.parametrize(("start", "kind"), [(AT_ONCE, "afterEffect"), (ON_CLICK, "clickEffect")])
def test_a_clip_plays_at_once_or_on_a_click(lecture, tmp_path, start, kind):
    (path,) = pptx_deck.write(replace(lecture, start=start), tmp_path)
    for slide in Presentation(str(path)).slides:
        (timing,) = slide._element.findall(qn("p:timing"))
        play, pause = timing.iter(qn("p:cmd"))
        assert (play.get("cmd"), pause.get("cmd")) == ("playFrom(0.0)", "togglePause")
        assert next(play.iter(qn("p:cTn"))).get("dur") == "1200"
        step = play.getparent().getparent()
        assert (step.get("presetClass"), step.get("nodeType")) == ("mediacall", kind)
        targets = {each.get("spid") for each in timing.iter(qn("p:spTgt"))}
        assert targets == {str(movie(slide).shape_id)}
        ids = [node.get("id") for node in timing.iter(qn("p:cTn"))]
        assert ids == [str(number + 1) for number in range(len(ids))]


def test_what_waits_for_a_click_does_not_show_its_end(lecture, tmp_path):
    (path,) = pptx_deck.write(replace(lecture, start=ON_CLICK), tmp_path)
    colours = []
    for slide in Presentation(str(path)).slides:
        picture = Image.open(BytesIO(movie(slide).poster_frame.blob)).convert("RGB")
        assert picture.getpixel((5, 5)) == picture.getpixel((90, 50))  # the end has a white corner
        colours.append(picture.getpixel((5, 5)))
    assert np.abs(np.array(colours) - np.array(COLOURS)).max() <= 4


def test_chapters_are_sections(lecture, deck):
    sections = list(deck.part._element.iter(SECTION))
    assert [each.get("name") for each in sections] == ["row_by_column & co", "convolution & co"]
    members = [[int(each.get("id")) for each in section[0]] for section in sections]
    ids = [slide.slide_id for slide in deck.slides]
    assert members == [ids[:2], ids[2:]]


def test_it_says_what_it_is_and_nothing_of_a_template(deck, path):
    about = deck.core_properties
    assert (about.title, about.language) == ("Matrix multiplication is mixing", "en")
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
        assert not [name for name in names if "printer" in name or "thumbnail" in name]
        parts = [etree.fromstring(packed.read(name)) for name in names if name.endswith(".xml")]
    assert len(parts) > 10
    assert len(deck.slide_layouts) == 1


def test_the_same_lecture_gives_the_same_bytes_on_any_day(lecture, path, deck, tmp_path):
    (again,) = pptx_deck.write(lecture, tmp_path)
    assert again.read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {deck.core_properties.created.year, deck.core_properties.modified.year} == {2000}


def test_many_clips_are_made_smaller_and_keep_their_colours(lecture, tmp_path, monkeypatch):
    monkeypatch.setattr(pptx_deck, "MANY", 2)
    monkeypatch.setattr(pptx_deck, "LOW", 36)
    monkeypatch.setattr(pptx_deck, "CACHE", tmp_path / "cache")
    (path,) = pptx_deck.write(lecture, tmp_path)
    kept = {each: each.stat().st_mtime_ns for each in tmp_path.glob("cache/**/*.mp4")}
    pptx_deck.write(lecture, tmp_path)  # takes what is there
    assert kept == {each: each.stat().st_mtime_ns for each in tmp_path.glob("cache/**/*.mp4")}
    with zipfile.ZipFile(path) as packed:
        media = [packed.read(name) for name in packed.namelist() if name.endswith(".mp4")]
    assert len(media) == 3
    for data, beat in zip(media, beats(lecture), strict=True):
        with av.open(BytesIO(data)) as small, av.open(str(lecture.folder / beat.video)) as large:
            seen = small.streams.video[0].codec_context
            assert (seen.width, seen.height, seen.profile) == (64, 36, "High")
            tags = (seen.colorspace, seen.color_primaries, seen.color_trc, seen.color_range)
            assert tags == (1, 1, 1, 1)
            frames = [list(each.decode(video=0)) for each in (small, large)]
        assert len(frames[0]) == len(frames[1]) == 12
        middle = [each[0].to_ndarray()[10, 10] for each in frames]
        assert abs(int(middle[0]) - int(middle[1])) <= 1


def test_two_lectures_of_one_name_leave_each_other_their_smaller_clips(
    lecture, tmp_path, monkeypatch
):
    monkeypatch.setattr(pptx_deck, "MANY", 2)
    monkeypatch.setattr(pptx_deck, "LOW", 36)
    monkeypatch.setattr(pptx_deck, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(stand_in, "COLOURS", stand_in.COLOURS[::-1])
    pptx_deck.write(lecture, tmp_path)
    first = set(tmp_path.glob("cache/**/*.mp4"))
    pptx_deck.write(stand_in.lecture(tmp_path / "other"), tmp_path)
    assert first < set(tmp_path.glob("cache/**/*.mp4"))


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")),
    reason="needs LibreOffice and Poppler, which take longer to install than all tests to run",
)
def test_libreoffice_shows_the_poster_on_every_page(lecture, path, tmp_path):
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", "96", "-scale-to-y", "54", "deck.pdf", "page"],
        cwd=tmp_path,
        check=True,
    )
    pages = sorted(tmp_path.glob("page-*.png"))
    assert len(pages) == 3
    for page, beat in zip(pages, beats(lecture), strict=True):
        shown, poster = (
            np.asarray(Image.open(each).convert("RGB"), int)
            for each in (page, lecture.folder / beat.poster)
        )
        assert np.abs(shown - poster).mean() < 6
