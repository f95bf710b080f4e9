"""Texts with ``{placeholders}``: what is wrong with one, and what it becomes.  Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import Formatter

Text = Mapping[str, str]
Values = Mapping[str, Text | str]
BRACES = "write {{ and }} for braces that are to be seen"


class TemplateError(ValueError):
    """A text cannot be filled; ``language`` says in which language."""

    def __init__(self, message: str, language: str) -> None:
        super().__init__(message, language)
        self.language = language

    def __str__(self) -> str:
        """Return the message; the language travels with it from process to process."""
        return str(self.args[0])


def faults(template: str) -> Iterator[str]:
    """Yield what is wrong with a text, whatever its placeholders stand for.

    >>> list(faults("{total!r}"))
    ['{total!r}: leave !r out, a placeholder is a text']
    """
    try:
        fields = list(Formatter().parse(template))
    except ValueError as error:
        yield f'{str(error).lower()} in "{template}"; {BRACES}'
        return
    for _, name, spec, conversion in fields:
        if name is not None:
            yield from _faults_of_field(name, spec or "", conversion)


def names(template: str) -> tuple[str, ...]:
    """Return the placeholders of a text without faults, in their order."""
    return tuple(name for _, name, *_ in Formatter().parse(template) if name is not None)


def fill(text: Text, values: Values) -> Text:
    """Fill the placeholders of a text, each in its language.

    ``{Bottles}`` is ``{bottles}`` with a capital, for the beginning of a sentence.

    Raises
    ------
    TemplateError
        If it has a fault, or nothing is known of a placeholder in some language.
    """
    return {language: _filled(template, language, values) for language, template in text.items()}


def _filled(template: str, language: str, values: Values) -> str:
    for fault in faults(template):
        raise TemplateError(fault, language)
    words = {name: _word(name, language, values) for name in names(template)}
    return template.format_map(words)


def _word(name: str, language: str, values: Values) -> str:
    small = name[:1].lower() + name[1:]
    if name in values:
        return _in(language, name, values[name])
    if small in values:
        word = _in(language, small, values[small])
        return word[:1].upper() + word[1:]
    known = list(values)
    capitals = [each[:1].upper() + each[1:] for each in known]
    near = get_close_matches(name, [*known, *capitals], n=1, cutoff=0.5)
    hint = f"; did you mean {{{near[0]}}}?" if near else "."
    listed = ", ".join(f"{{{each}}}" for each in sorted(known, key=str.lower))
    raise TemplateError(f"unknown placeholder {{{name}}}{hint} Known here: {listed}", language)


def _in(language: str, name: str, value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get(language)
    if isinstance(value, str):
        return value
    raise TemplateError(
        f"what {{{name}}} stands for is {value!r} and no text; let the scene make one of it in "
        "every language, as measured() does",
        language,
    )


def _faults_of_field(name: str, spec: str, conversion: str | None) -> Iterator[str]:
    shown = (
        "{" + name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"
    )
    if not name.isidentifier():
        yield f'{shown}: "{name}" is no name of a placeholder; {BRACES}'
    if conversion:
        yield f"{shown}: leave !{conversion} out, a placeholder is a text"
    if not _fits(spec):
        yield (
            f'{shown}: the format "{spec}" is none for a text; leave it out, the scene formats its '
            "numbers"
        )


def _fits(spec: str) -> bool:
    try:
        format("", spec)
    except ValueError:
        return False
    return True
