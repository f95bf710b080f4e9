"""The pages of the catalogue: all of the kit is in them, and nothing of them is elsewhere."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser

from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.script import LANGUAGES, TAGS
from scenes.production.catalogue.docstrings import docs_of, inline, paragraph
from scenes.production.catalogue.examples import EXAMPLES, examples
from scenes.production.catalogue.looks import PICTURES, looks_of
from scenes.production.catalogue.pages import NAMES, PARTS, WORDS, write_pages
from scenes.production.catalogue.signatures import parameters_of, signature_of
from scenes.production.catalogue.subjects import subjects
from scenes.production.catalogue.things import things
from tests.catalogue.pages import Reader
from tests.catalogue.test_examples import OURS, nouns_in
from tests.house import KIT
from tests.lecture.desk import Desk

AXE = Axe()
SCHEMES = dict(zip(NAMES, ("dark", "light"), strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue, with one picture for all of them."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / PICTURES).mkdir()
    picture = Image.new("RGB", (2, 2))
    for look in (look for example in examples() for look in looks_of(example)):
        picture.save(folder / PICTURES / look.file)
    assert [path.name for path in write_pages(folder)] == list(NAMES.values())
    return folder


@pytest.fixture(scope="module", params=LANGUAGES)
def read(request: pytest.FixtureRequest, folder: Path) -> tuple[str, Reader]:
    """A page, and what is in it."""
    return request.param, Reader((folder / NAMES[request.param]).read_text("utf-8"))


def test_every_noun_is_in_the_pages(read: tuple[str, Reader], folder: Path) -> None:
    """Those that are read from the source, with what they take; the pages load the kit."""
    language, _ = read
    page = (folder / NAMES[language]).read_text("utf-8")
    text = unescape(re.sub(r"</?(a|code)[^>]*>", "", page))
    assert [noun for path in OURS for noun in nouns_in(path) if f">{noun}(" not in text] == []


def test_every_part_says_what_it_is_a_part_of() -> None:
    parts = [each for each in subjects() if each.example is None]
    assert all(subject.owners and not subject.is_wanted for subject in parts)


def test_every_room_has_a_name_in_both_languages() -> None:
    rooms = {path.parent.name for path in KIT.glob("*/__init__.py") if path.parent != EXAMPLES}
    assert {subject.room for subject in subjects()} <= rooms
    assert {subject.room for subject in subjects()} == set(WORDS["room"])
    for texts in (*WORDS["room"].values(), *(room["about"] for room in WORDS["room"].values())):
        assert all(texts[language].strip() for language in LANGUAGES)


def test_every_word_is_used() -> None:
    files = (path for path in PARTS.parent.rglob("*.*") if path.suffix in {".py", ".html"})
    source = "".join(path.read_text("utf-8") for path in files)
    keys = set(WORDS) - {"room", *THEMES}
    assert [key for key in keys if not re.search(rf"[\"'@]{key}[\"'@]", source)] == []


def test_a_page_is_well_formed(read: tuple[str, Reader]) -> None:
    language, reader = read
    assert reader.faults == []
    names = reader.values("id")
    assert len(names) == len(set(names))
    assert reader.all("html") == [{"lang": TAGS[language]}]
    assert len(reader.all("h1")) == len(reader.all("main")) == len(reader.all("title")) == 1


def test_every_link_leads_somewhere(read: tuple[str, Reader], folder: Path) -> None:
    _, reader = read
    names = set(reader.values("id"))
    for target in (*reader.values("href"), *reader.values("src")):
        if target.startswith("#"):
            assert target[1:] in names, target
        elif not target.startswith("data:"):
            assert (folder / target).is_file(), target


def test_every_picture_is_there_in_both_themes_and_described(read: tuple[str, Reader]) -> None:
    language, reader = read
    pictures = {each["src"]: each["alt"] for each in reader.all("img")}
    looks = [look for example in examples() for look in looks_of(example)]
    wanted = {f"{PICTURES}/{look.file}" for look in looks if look.language == language}
    assert pictures.keys() == wanted
    assert len(set(pictures.values())) == len(pictures), "no two are described alike"


def test_nothing_leaves_the_machine(read: tuple[str, Reader], folder: Path) -> None:
    language, _ = read
    text = (folder / NAMES[language]).read_text("utf-8")
    assert not re.search(r"https?://", text.replace("http://www.w3.org/2000/svg", ""))
    assert "@import" not in text
    assert not re.search(r"url\((?!data:)", text)


def test_what_is_copied_is_the_example(folder: Path) -> None:
    text = (folder / NAMES["en"]).read_text("utf-8")
    for path in (path for example in examples() for path in example.files):
        assert f"<code>{escape(path.read_text('utf-8'))}</code>" in text


def test_a_noun_is_found_by_names_motions_and_words_in_both_languages(
    read: tuple[str, Reader],
) -> None:
    _, reader = read
    words = {each["id"]: each["data-words"] for each in reader.all("article")}
    for word in ("bottle", "瓶子", "carry", "stands on the pixel row", "虚线"):
        assert word in words["bar-bottle"], word
    assert "grow" in words["network-softmax_bars"]


def test_docstrings_say_what_everything_takes() -> None:
    """Of what has an example: each parameter is listed, or named in a sentence.

    But the theme: it is the scene's, which the page says once.
    """
    shown = [thing for each in subjects() if each.example for thing in each.things]
    wanting = [
        f"{thing.file}: {thing.name}: {name}"
        for thing in shown
        for name in parameters_of(thing.what)
        if name not in {"theme", *docs_of(thing.what).names}
    ]
    assert wanting == []


def test_a_docstring_becomes_text_that_breaks_no_page() -> None:
    assert inline("a ``<b>`` & :class:`Box`") == ("a <code>&lt;b&gt;</code> &amp; <code>Box</code>")
    assert paragraph(">>> 1 < 2\nTrue").startswith("<pre")
    assert "&lt;" in paragraph("less: <")


def test_a_signature_keeps_its_stars_and_defaults() -> None:
    def of(left: int, *, right: str = "x", **rest: float) -> None: ...

    assert signature_of(of, "of") == "of(left: int, *, right: str = 'x', **rest: float) -> None"
    bottle = next(thing for thing in things() if thing.name == "Bottle")
    assert parameters_of(bottle.what)[:3] == ["theme", "hue", "silhouette"]


def desk_of(browser: Browser, folder: Path, language: str, **options: object) -> Desk:
    address = (folder / NAMES[language]).as_uri()
    return Desk(browser, address, color_scheme=SCHEMES[language], **options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, folder: Path, language: str) -> None:
    with desk_of(browser, folder, language) as desk:
        desk.page.goto(desk.address)
        part = None if language == "en" else {"include": [["header"], ["form"], ["#bar"]]}
        found = AXE.run(desk.page, context=part).response["violations"]
        assert [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found] == []


def test_the_search_and_the_buttons_work_from_the_disk(browser: Browser, folder: Path) -> None:
    with desk_of(browser, folder, "en") as desk:
        page = desk.page
        page.goto(desk.address)
        page.keyboard.press("/")
        page.keyboard.type("瓶子")
        shown = page.eval_on_selector_all(
            "article", "all => all.filter(e => e.checkVisibility()).map(e => e.id)"
        )
        assert "bar-bottle" in shown
        assert len(shown) < 5
        assert page.inner_text("#found").startswith(f"{len(shown)} of ")
        page.evaluate("() => { location.hash = 'ground-text' }")
        page.wait_for_selector("#ground-text", state="visible")
        assert page.input_value("#wanted") == ""
        page.evaluate("() => { navigator.clipboard.writeText = (text) => { window.taken = text } }")
        page.press("#bar-glass .snippet button >> nth=0", "Enter")  # pictures may move it
        example = EXAMPLES / "bar" / "glass.py"
        page.wait_for_function("() => window.taken")  # and not .told, which names an element
        assert page.evaluate("() => window.taken") == example.read_text("utf-8")
        assert page.inner_text("#told") == WORDS["copied"]["en"]


def test_without_scripts_all_of_it_can_be_read(browser: Browser, folder: Path) -> None:
    with desk_of(browser, folder, "zh", java_script_enabled=False) as desk:
        desk.page.goto(desk.address)
        assert desk.page.locator("article").count() == len(examples())
        assert desk.page.locator("#search").is_hidden()
        assert "class Example(Chapter)" in desk.page.inner_text("#bar-bottle")
