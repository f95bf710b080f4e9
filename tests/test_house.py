"""The rules of the house, read off the source: who imports whom, and what a chapter may hold."""

import ast
import re
import sys

import pytest
from manim.utils.color import manim_colors

from mathcore.listing import files_in
from scenes.kit.stage.choices import all_chapters
from tests.house import (
    ACTS,
    EVERY_FILE,
    KIT,
    MATHCORE,
    SCENES,
    SOURCES,
    circles,
    code,
    constants,
    each,
    imported,
    name_of,
    reached,
    tops,
    tree,
)

CHAPTERS = [SCENES / f"{name}.py" for name in all_chapters()]
LONGEST = 250  # lines
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
COLOUR_NAMES = {name for name in dir(manim_colors) if name.isupper()}
IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
NEEDS_LATEX = {
    *("Tex", "MathTex", "SingleStringMathTex", "BulletedList", "Title", "BraceLabel", "Variable"),
    *("Matrix", "IntegerMatrix", "DecimalMatrix", "DecimalNumber", "Integer", "MathTable"),
}
MANIMS_OWN = {"_original_skipping_status", "_setup_scene", "_original__init__", "_AnimationBuilder"}
OTHER_FONTS = {"Text", "MarkupText", "Paragraph"}  # of whatever machine this is


def test_a_rule_names_every_file_that_breaks_it():
    two = [SCENES / "blank.py", SCENES / "row_by_column.py"]

    @each([*two, SCENES / "__init__.py"])
    def rule(path):
        assert path not in two, "so it is"

    with pytest.raises(AssertionError, match=r"blank.py: so it is[^$]*row_by_column.py: so it is"):
        rule()


def says_it_is_pure(path):
    return "Pure" in (ast.get_docstring(tree(path)) or "")


PURE = [
    path
    for path in files_in(KIT, "**/*.py")
    if path.stem.endswith("_geometry") or says_it_is_pure(path)
]


def test_imports_are_read_from_the_source():
    found = imported(SCENES / "mix_and_create.py")
    assert {"manim.FadeOut", "scenes.kit.stage.chapter.Chapter"} <= found
    assert KIT / "ground" / "lettering.py" in reached(SCENES / "mix_and_create.py")


def test_what_needs_no_picture_is_pure():
    pure = "theme frame lettering script phrases timeline sizes cell_style silhouettes pose claims"
    assert {*pure.split(), "falk_geometry", "grid_geometry", "term_line_geometry"} <= {
        path.stem for path in PURE
    }


@each(PURE)
def test_a_pure_file_never_reaches_manim(path):
    assert not [name_of(other) for other in reached(path) if "manim" in tops(other)]


@each(files_in(KIT, "**/*.py"))
def test_the_kit_knows_no_chapter_and_no_production(path):
    ours = {name for name in imported(path) if name.startswith("scenes.")}
    assert not [name for name in ours if not name.startswith("scenes.kit.")]


@each(CHAPTERS)
def test_a_chapter_knows_no_other_chapter(path):
    known = ("scenes.kit.", f"scenes.acts.{path.stem}.")
    ours = {name for name in imported(path) if name.startswith("scenes.")}
    assert not [name for name in ours if not name.startswith(known)]


@each(files_in(ACTS, "**/*.py"))
def test_an_act_knows_no_other_chapter(path):
    known = ("scenes.kit.", f"scenes.acts.{path.relative_to(ACTS).parts[0]}.")
    ours = {name for name in imported(path) if name.startswith("scenes.")}
    assert not [name for name in ours if not name.startswith(known)]


INTERNALS = KIT / "stage" / "manim_internals.py"
STAGE = {KIT / "stage" / "chapter.py", INTERNALS}


@each(
    [path for path in SOURCES if KIT in path.parents or ACTS in path.parents if path not in STAGE]
)
def test_only_the_stage_plays(path):
    called = [node.func for node in code(path) if isinstance(node, ast.Call)]
    assert "play" not in [func.attr for func in called if isinstance(func, ast.Attribute)]
    assert "manim.Scene" not in imported(path)
    arguments = [node.arg for node in code(path) if isinstance(node, ast.arg)]
    assert "scene" not in arguments


@each([path for path in SOURCES if path != INTERNALS])
def test_one_file_alone_reaches_into_manim(path):
    """What Manim promises nothing of is in one place, which a test compares with its Manim."""
    inside = [name for name in imported(path) if name.startswith("manim.") and name.count(".") > 1]
    assert not inside
    private = {node.attr for node in code(path) if isinstance(node, ast.Attribute)} & MANIMS_OWN
    assert not private


@each(SOURCES)
def test_nothing_needs_latex_or_a_font_of_the_machine(path):
    drawn = {name.partition(".")[2] for name in imported(path) if name.startswith("manim.")}
    drawn |= {node.attr for node in code(path) if isinstance(node, ast.Attribute)}
    assert not drawn & NEEDS_LATEX
    assert not drawn & (OTHER_FONTS | {"*"})


ALONE = {  # what takes names and paths for orders, and the one file that sees to it
    "rich.console.Console": "cache/terminal.py",
    "rich.print": "cache/terminal.py",
    "rich.markup.escape": "cache/terminal.py",
    "av.open": "encoding/media.py",
}


@each([path for path in SOURCES if path.is_relative_to(SCENES)])
def test_what_takes_a_name_for_an_order_is_called_in_one_place(path):
    where = path.relative_to(SCENES).as_posix().removeprefix("production/")
    called = {ast.unparse(node.func) for node in code(path) if isinstance(node, ast.Call)}
    used = called | imported(path)
    assert not [name for name, home in ALONE.items() if name in used and where != home]
    assert "print" not in called or where == ALONE["rich.print"], "say or tell it"


@each(EVERY_FILE)
def test_no_file_is_too_long_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@each([path for path in SOURCES if path.is_relative_to(SCENES)])
def test_no_scene_hides_a_module_of_python(path):
    """``manim render scenes/x.py`` puts ``scenes/`` before the standard library."""
    assert path.relative_to(SCENES).parts[0].removesuffix(".py") not in sys.stdlib_module_names


@each(CHAPTERS)
def test_a_chapter_has_no_colour(path):
    assert not [text for text in constants(path, {str}) if COLOUR.search(text)]
    names = {node.id for node in code(path) if isinstance(node, ast.Name)}
    assert not (names | {name.rpartition(".")[2] for name in imported(path)}) & COLOUR_NAMES


@each(CHAPTERS)
def test_a_chapter_has_no_size_and_no_number_of_a_recipe(path):
    assert set(constants(path, {int, float, complex})) <= {0, 1}


@each(CHAPTERS)
def test_a_chapter_does_no_arithmetic(path):
    """A bar between types is no arithmetic."""
    done = [node.op for node in code(path) if isinstance(node, ast.BinOp | ast.AugAssign)]
    assert all(isinstance(operator, ast.BitOr) for operator in done)


@each(CHAPTERS)
def test_a_chapter_has_no_sentence(path):
    assert not [text for text in constants(path, {str}) if " " in text]


@each([path for path in SOURCES if path != MATHCORE / "recipe_file" / "words.py"])
def test_no_chinese_stands_in_the_code(path):
    """But for the words of an example that brings none, all of it is in .toml files."""
    assert not [text for text in constants(path, {str}) if IDEOGRAPH.search(text)]


def test_files_do_not_lead_back_to_themselves():
    """A circle of imports is one thing in several files, or several that do not know who leads."""
    assert circles(SOURCES) == []


def test_rooms_are_small():
    """Whoever looks for a noun opens a room, and reads the names in it."""
    rooms = {path.parent for path in SOURCES if KIT in path.parents or ACTS in path.parents}
    crowded = {name_of(room) for room in rooms if len(list(room.glob("*.py"))) > 26}
    loose = [path.name for path in (*files_in(KIT, "*.py"), *files_in(ACTS, "*.py"))]
    assert (crowded, loose) == (set(), ["__init__.py"] * 2)
