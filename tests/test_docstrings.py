"""What docstrings say of parameters is what functions and classes take."""

import ast

from tests.house import SOURCES, each, listed_parameters, taken, tree


@each(SOURCES)
def test_docstrings_list_parameters_that_there_are(path):
    """A name that was changed, or taken over with the text of another, misleads silently."""
    wrong = {
        f"{node.name}: {sorted(unknown)}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if (unknown := listed_parameters(node) - taken(node))
    }
    assert not wrong, ", ".join(sorted(wrong))
