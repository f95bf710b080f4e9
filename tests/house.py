"""Reading the source of the house, for its rules: who imports whom, what is written where."""

import ast
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mathcore.listing import files_in

ROOT = Path(__file__).parents[1]
SCENES, MATHCORE = ROOT / "scenes", ROOT / "mathcore"
KIT, ACTS = SCENES / "kit", SCENES / "acts"
SOURCES = files_in(ROOT, "mathcore/**/*.py", "scenes/**/*.py")
EVERY_FILE = [*SOURCES, *files_in(ROOT, "tests/**/*.py", "assets/**/*.py")]

Rule = Callable[[Path], object]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def each(paths: Collection[Path]) -> Callable[[Rule], Callable[[], None]]:
    """One test for a rule: it looks at every file, and names all that break it."""

    def ruled(rule: Rule) -> Callable[[], None]:
        def test() -> None:
            faults = [f"{name_of(path)}: {fault}" for path in paths for fault in broken(rule, path)]
            assert not faults, "\n".join(["", *faults])

        test.__name__, test.__doc__ = rule.__name__, rule.__doc__
        return test

    return ruled


def broken(rule: Rule, path: Path) -> Iterator[str]:
    try:
        rule(path)
    except AssertionError as fault:
        yield str(fault) or "breaks it"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> set[str]:
    """Every module or name that a file imports, in full: ``scenes.kit.ground.frame.Box``."""
    found, unread = set[str](), set[int]()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            unread |= {id(part) for part in ast.walk(node)}
        if id(node) in unread:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def tops(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def tops_at_once(path: Path) -> set[str]:
    """What a file imports as soon as it is read, and not in a function."""
    nodes = [each for each in tree(path).body if isinstance(each, ast.Import | ast.ImportFrom)]
    return {
        (getattr(node, "module", "") or alias.name).partition(".")[0]
        for node in nodes
        for alias in node.names
    }


def file_of(name: str) -> Path | None:
    """The file of a module of ours, given its name or that of something in it."""
    for module in (name, name.rpartition(".")[0]):
        path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
        if path.is_file():
            return path
    return None


def reached(path: Path, seen: Iterable[Path] = ()) -> set[Path]:
    """Every file of ours that importing a file brings along."""
    found = set(seen) | {path}
    for name in imported(path):
        other = file_of(name)
        if other is not None and other not in found:
            found |= reached(other, found)
    return found


def code(path: Path) -> list[ast.AST]:
    """Every node of a file's syntax but its docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    skipped = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
        if ast.get_docstring(node) is not None
    }
    return [node for node in ast.walk(tree(path)) if id(node) not in skipped]


def constants(path: Path, kind: Collection[type]) -> list[Any]:
    return [
        node.value
        for node in code(path)
        if isinstance(node, ast.Constant) and type(node.value) in kind
    ]


def circles(files: Iterable[Path]) -> list[str]:
    """Return files that lead back to themselves, whether read at once, late or for types."""
    leads = {module_of(path): path for path in files}
    graph = {name: frozenset(_led_to(path, leads)) - {name} for name, path in leads.items()}
    while ends := [name for name, others in graph.items() if not others & graph.keys()]:
        graph = {name: others for name, others in graph.items() if name not in ends}
    while starts := graph.keys() - frozenset().union(*graph.values()):
        graph = {name: others for name, others in graph.items() if name not in starts}
    return sorted(graph)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _led_to(path: Path, known: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names} & known.keys()
            yield from names or {str(node.module)} & known.keys()


def listed_parameters(node: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """Return the names under ``Parameters`` in the docstring of a function or a class."""
    found = re.search(
        r"^Parameters\n-+\n((?:.+\n?|\n(?!\w.*\n---))*)", ast.get_docstring(node) or "", re.M
    )
    items = re.findall(r"^([*\w][^:\n]*)(?: : .*)?$", found[1], re.M) if found else []
    return {name.strip(" *") for item in items for name in item.split(",")}


def taken(node: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """Return the names that a function takes, or those that make one of a class."""
    if isinstance(node, ast.FunctionDef):
        every = ast.walk(node.args)
        return {each.arg for each in every if isinstance(each, ast.arg)}
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name in ("__init__", "__new__"):
            return taken(part)
    return {
        each.target.id
        for each in node.body
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    }
