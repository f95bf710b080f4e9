"""The pages of the pack: what they say, and that nothing of them is left over."""

from __future__ import annotations

from itertools import product

from scenes.kit.stage.script import LANGUAGES
from scenes.production.lecture.makers import makers
from scenes.production.lecture.pack import Pack
from scenes.production.lecture.page import PARTS, SCRIPTS, STYLES
from scenes.production.lecture.page_data import words
from tests.lecture.clockwork import CHAPTERS, LENGTHS, NOTES


def test_the_guide_says_in_both_languages_what_to_put_where(packed: Pack) -> None:
    text = (packed.folder / "README.txt").read_text("utf-8")
    hosts = "PowerPoint Keynote Google reveal.js Quarto MyST Jupyter Moodle YouTube Bilibili"
    for part, host in product(text.split("=" * 72), hosts.split()):
        assert host in part
    assert "$" not in text
    assert text.count("captioned/recipes_to_matrix/01-rise.mp4") > 4


def test_the_transcripts_say_all_that_is_said(packed: Pack) -> None:
    english = (packed.folder / "transcript.en.html").read_text("utf-8")
    chinese = (packed.folder / "transcript.zh-CN.html").read_text("utf-8")
    for name in LENGTHS:
        link = f'href="index.html#{CHAPTERS[1]}/{name}"'
        assert link in english
        assert link in chinese
    assert "It falls &amp; rests." in english
    assert NOTES["zh"] in chinese


def test_pages_reach_for_nothing_outside(packed: Pack) -> None:
    for page in packed.folder.glob("*.html"):
        text = page.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text
        assert "https://" not in text
        assert "@import" not in text


def test_every_word_of_the_player_is_there_in_both_languages() -> None:
    for key, text in words().items():
        assert text.keys() == set(LANGUAGES), key
        assert all(text.values()), key
    source = "".join(path.read_text("utf-8") for path in PARTS.glob("*.[jh]*"))
    unused = [key for key in words() if key not in source and not key.startswith("embed_")]
    assert unused == []


def test_every_part_of_the_page_is_used() -> None:
    assert {path.stem for path in PARTS.glob("*.js")} == set(SCRIPTS)
    assert {path.stem for path in PARTS.glob("*.css")} == {*STYLES, "transcript"}


def test_makers_are_found_by_what_they_have() -> None:
    found = {name for maker in makers() for name in maker.FILES}
    assert found >= {"index.html", "README.txt", "transcript.en.html", "transcript.zh-CN.html"}
