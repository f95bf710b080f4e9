"""``deck.qmd``: its structure, read by Pandoc, which is what Quarto reads with; and by Quarto."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scenes.production.lecture import quarto_deck
from tests.lecture.slides import Slide, slides


@pytest.fixture(scope="module")
def path(lecture, pack) -> Path:
    (written,) = quarto_deck.write(lecture, pack)
    assert written == pack / "deck.qmd"
    return written


def test_a_heading_a_chapter_and_below_it_one_a_beat_with_its_clip(lecture, path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^# .*\{#(\w+)", text, re.MULTILINE) == ["row_by_column", "convolution"]
    beats = re.findall(r"^## .*\{#([\w-]+) \.mixing-clip", text, re.MULTILINE)
    assert beats == [f"{chapter.clip.name}-{beat.name}" for chapter, beat in lecture.beats]
    videos = re.findall(r'data-src="([^"]+)" poster="([^"]+)"', text)
    assert videos == [
        (f"captioned/{beat.video}", f"captioned/{beat.poster}") for _, beat in lecture.beats
    ]
    assert all((path.parent / name).is_file() for pair in videos for name in pair)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs Pandoc")
def test_pandoc_makes_the_slides_of_it_with_every_text_as_it_is(lecture, path):
    page = run("pandoc", "--from", "markdown", "--to", "revealjs", "--standalone", path)
    made = [slide for slide in slides(page) if "level2" in slide.classes]
    check(lecture, made)
    head = page.partition("<body>")[0]
    assert ".mixing-clip > video" in head
    assert '<section id="title-slide" data-background-color="#10131A">' in page
    assert {slide.element["data-background-color"] for slide in made} == {"#10131A"}


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs Pandoc")
def test_its_head_is_what_quarto_expects(path):
    read = json.loads(run("pandoc", "--from", "markdown", "--to", "json", path))["meta"]
    options = read["format"]["c"]["revealjs"]["c"]
    assert {"width", "height", "margin", "slide-level", "navigation-mode"} <= options.keys()
    assert read["lang"]["c"][0]["c"] == "en"


@pytest.mark.skipif(not shutil.which("quarto"), reason="needs Quarto")
def test_quarto_renders_it(lecture, path, tmp_path):
    shutil.copytree(path.parent, tmp_path / "pack")
    subprocess.run(["quarto", "render", "deck.qmd"], cwd=tmp_path / "pack", check=True, timeout=120)
    page = (tmp_path / "pack" / "deck.html").read_text(encoding="utf-8")
    check(lecture, [slide for slide in slides(page) if "level2" in slide.classes])


def check(lecture, made: list[Slide]) -> None:
    assert [slide.video for slide in made] == [
        f"captioned/{beat.video}" for _, beat in lecture.beats
    ]
    for slide in made:
        assert slide.title.endswith(("/2)", "/1)"))
        assert 'A <b> & "c" * d_e, not [f] $1 ' in straight(slide.notes)
        assert '甲 < 乙，不是 {丙} & "丁"。' in straight(slide.notes)
    assert "1. Ask: is <x> > 2 & *y*?" in straight(made[0].notes)


def straight(text: str) -> str:
    """Undo what typography does to quotation marks."""
    return re.sub("[“”]", '"', text)


def run(*command: object) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
