"""Every noun of the kit has an example, and every example passes the gate."""

from __future__ import annotations

import ast
from itertools import product

import manim
import pytest

from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.script import LANGUAGES
from scenes.production.catalogue.examples import EXAMPLES, examples
from scenes.production.gate.judging import all_rules, ask, judge
from scenes.production.gate.performance import rehearse
from scenes.production.gate.screening import screen
from tests.house import ACTS, KIT, SCENES, imported, name_of, tree

SHOWN = examples()
LOOKS = list(zip(LANGUAGES, THEMES, strict=True))
OURS = [path for path in sorted(KIT.rglob("*.py")) if EXAMPLES not in path.parents]
EXHIBITS = {example.path for example in SHOWN}
STORY = [*SCENES.glob("*.py"), *ACTS.rglob("*.py")]


def of(n, example, look):
    """Return one look at an example; on every push each is judged in one of the two, in turn."""
    marks = [] if LOOKS[n % len(LOOKS)] == look else [pytest.mark.long]
    return pytest.param(example, *look, id="-".join((example.name, *look)), marks=marks)


@pytest.mark.parametrize(
    ("example", "language", "theme"),
    [of(n, example, look) for n, example in enumerate(SHOWN) for look in LOOKS],
)
def test_an_example_passes_the_gate(example, language, theme):
    played = rehearse(example.scene, language=language, theme=theme)
    assert [(row.rule, row.finding.what) for row in judge(played)] == []


@pytest.mark.parametrize("example", SHOWN, ids=lambda example: example.name)
def test_an_example_can_be_seen(example):
    """The rules that look at pictures, few of them: an example hardly moves."""
    looks = list(product(LANGUAGES, THEMES))
    language, theme = looks[SHOWN.index(example) % len(looks)]
    film = screen(example.scene, language=language, theme=theme, fps=2)
    rows = ask(all_rules(pixels=True), film, example.name, film.exemptions)
    assert [(row.rule, row.finding.what) for row in rows] == []


def test_every_noun_has_an_example():
    """But for what only other nouns are made of: it is a part of those."""
    wanting = [
        name_of(path)
        for path in OURS
        if nouns_in(path) and not example_of(path).is_file() and not is_part(path)
    ]
    assert wanting == []


def test_every_noun_that_a_scene_names_is_named_in_an_example():
    """Or what makes it is."""
    shown = {name for example in SHOWN for name in imported(example.path)}
    shown |= {made for path in OURS for made in made_by(path, shown)}
    nouns = {f"{module(path)}.{noun}" for path in OURS for noun in nouns_in(path)}
    assert sorted(nouns & used_by(STORY) - shown) == []


def test_an_example_shows_what_it_is_called_after():
    for example in SHOWN:
        assert example.shown in OURS, example.name
        assert module(example.shown) in {each.rpartition(".")[0] for each in imported(example.path)}
        assert all(path.is_file() for path in example.files)


# The nouns, read from the source: the catalogue finds them by loading the kit.


def module(path):
    return name_of(path).removesuffix(".py").replace("/", ".")


def example_of(path):
    return EXAMPLES / path.relative_to(KIT)


def is_part(path):
    """Tell whether other files of the kit use a file, and no scene does."""
    others = (other for other in KIT.rglob("*.py") if other != path and other not in EXHIBITS)
    return not is_used(path, STORY) and is_used(path, others)


def is_used(path, others):
    return any(name.startswith(f"{module(path)}.") for name in used_by(others))


def used_by(paths):
    return {name for path in paths for name in imported(path)}


def made_by(path, shown):
    """Yield the classes of a file that functions return which are shown."""
    for each in tree(path).body:
        if isinstance(each, ast.FunctionDef) and f"{module(path)}.{each.name}" in shown:
            yield f"{module(path)}.{each.returns and ast.unparse(each.returns)}"


def drawn_classes():
    """The names of Manim's mobjects and of the kit's, whoever they derive from."""
    names = {name for name, each in vars(manim).items() if is_mobject(each)}
    classes = [each for path in OURS for each in tree(path).body if isinstance(each, ast.ClassDef)]
    while True:
        more = {each.name for each in classes if {ast.unparse(base) for base in each.bases} & names}
        if more <= names:
            return names
        names |= more


def is_mobject(each):
    return isinstance(each, type) and issubclass(each, manim.Mobject)


DRAWN = drawn_classes()


def nouns_in(path):
    """The public classes of a file that are drawn or have motions, and what returns such."""
    return [
        each.name
        for each in tree(path).body
        if isinstance(each, ast.ClassDef | ast.FunctionDef)
        and not each.name.startswith("_")
        and (is_drawn(each) if isinstance(each, ast.ClassDef) else returns(each, drawn_in(path)))
    ]


def drawn_in(path):
    """What a file means by a name: not every ``Polygon`` is Manim's."""
    return {name for name in DRAWN if name not in vars(manim) or f"manim.{name}" in imported(path)}


def is_drawn(each):
    methods = [part for part in each.body if isinstance(part, ast.FunctionDef)]
    moves = (returns(part, {"Animation"}) for part in methods if not part.name.startswith("_"))
    animated = any("Animation" in ast.unparse(base) for base in each.bases)
    return each.name in DRAWN or (any(moves) and not animated)


def returns(function, names):
    """Tell whether what a function is said to return names one of these."""
    said = ast.walk(function.returns) if function.returns else ()
    return any(isinstance(part, ast.Name) and part.id in names for part in said)
