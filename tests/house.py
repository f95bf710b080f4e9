"""Reading the source of the house, for its rules: who imports whom, what is written where."""

import ast
from functools import cache
from pathlib import Path

from mathcore.listing import files_in

ROOT = Path(__file__).parents[1]
SCENES, MATHCORE = ROOT / "scenes", ROOT / "mathcore"
KIT, ACTS = SCENES / "kit", SCENES / "acts"
SOURCES = files_in(ROOT, "mathcore/**/*.py", "scenes/**/*.py")
EVERY_FILE = [*SOURCES, *files_in(ROOT, "tests/**/*.py", "assets/**/*.py")]


def name_of(path):
    return str(path.relative_to(ROOT))


def each(paths):
    """One test for a rule: it looks at every file, and names all that break it."""

    def ruled(rule):
        def test():
            faults = [f"{name_of(path)}: {fault}" for path in paths for fault in broken(rule, path)]
            assert not faults, "\n".join(["", *faults])

        test.__name__, test.__doc__ = rule.__name__, rule.__doc__
        return test

    return ruled


def broken(rule, path):
    try:
        rule(path)
    except AssertionError as fault:
        yield str(fault) or "breaks it"


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path):
    """Every module or name that a file imports, in full: ``scenes.kit.ground.frame.Box``."""
    found, unread = set(), set()
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


def tops(path):
    return {name.partition(".")[0] for name in imported(path)}


def file_of(name):
    """The file of a module of ours, given its name or that of something in it."""
    for module in (name, name.rpartition(".")[0]):
        path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
        if path.is_file():
            return path
    return None


def reached(path, seen=()):
    """Every file of ours that importing a file brings along."""
    found = set(seen) | {path}
    for name in imported(path):
        other = file_of(name)
        if other is not None and other not in found:
            found |= reached(other, found)
    return found


def code(path):
    """Every node of a file's syntax but its docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    skipped = {
        id(node.body[0].value)
        for node in ast.walk(tree(path))
        if isinstance(node, documented) and ast.get_docstring(node) is not None
    }
    return [node for node in ast.walk(tree(path)) if id(node) not in skipped]


def constants(path, kind):
    return [
        node.value
        for node in code(path)
        if isinstance(node, ast.Constant) and type(node.value) in kind
    ]


def circles(files):
    """Return files that lead back to themselves, whether read at once, late or for types."""
    leads = {module_of(path): path for path in files}
    graph = {name: frozenset(_led_to(path, leads)) - {name} for name, path in leads.items()}
    while ends := [name for name, others in graph.items() if not others & graph.keys()]:
        graph = {name: others for name, others in graph.items() if name not in ends}
    while starts := graph.keys() - frozenset().union(*graph.values()):
        graph = {name: others for name, others in graph.items() if name not in starts}
    return sorted(graph)


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _led_to(path, known):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names} & known.keys()
            yield from names or {node.module} & known.keys()
