"""The rules of the gate: one small function in one small file, discovered by being there.

A rule's file has a function ``check(performance) -> Iterable[Finding]`` (or ``check(film)`` for a
rule that needs the pictures, with ``PIXELS = True``) and a sentence ``FIX`` that says how to mend
what it finds.  The rule's name is that of its file.
"""
