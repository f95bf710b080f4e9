"""Wordings: what a chapter says one way or another, as the data have it.

A line that is ``{steps}`` becomes what ``[wordings.steps]`` has for the number, or the word, that
the beat gives under the name of its ``by``: the case of that number, else the one called ``other``.
Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from scenes.kit.stage.templates import TemplateError, Text, Values

OTHER = "other"


@dataclass(frozen=True)
class Wording:
    """A clause with a text for each case.

    Attributes
    ----------
    by : str
        The name of the value that chooses.
    cases : mapping
        From a whole number, or a word, to what is said then.
    """

    by: str
    cases: Mapping[str, Text]

    def chosen(self, name: str, language: str, values: Values) -> str:
        """Return what is said, under this name, with what the values have for ``by``.

        Raises
        ------
        TemplateError
            If they have nothing there, or nothing is written for it.
        """
        if self.by not in values:
            raise TemplateError(f"{{{name}}} goes by {{{self.by}}}, which is not given", language)
        given: object = getattr(values[self.by], "value", values[self.by])
        for case, text in self.cases.items():
            if case == given or (is_whole(case) and given == int(case)):
                return text[language]
        if OTHER in self.cases:
            return self.cases[OTHER][language]
        listed = ", ".join(self.cases)
        raise TemplateError(
            f'{{{name}}} has nothing for {self.by} = "{given}", but for {listed}; add a case under '
            f"[wordings.{name}]",
            language,
        )


def worded(text: Text, wordings: Mapping[str, Wording], values: Values) -> Text:
    """Return a text with the clauses that it names in the place of their names.

    >>> steps = Wording("stride", {"1": {"en": "no step"}, "other": {"en": "steps of {stride}"}})
    >>> worded({"en": "So: {steps}."}, {"steps": steps}, {"stride": "two"})
    {'en': 'So: steps of {stride}.'}
    """
    told = {
        language: _worded(template, language, wordings, values)
        for language, template in text.items()
    }
    return text if told == text else worded(told, wordings, values)


def is_whole(case: str) -> bool:
    """Tell whether a case is a whole number, as ``1`` and ``-1`` are."""
    return case.isascii() and case.removeprefix("-").isdigit()


def _worded(template: str, language: str, wordings: Mapping[str, Wording], values: Values) -> str:
    parts = []
    for typed, name, spec, _ in Formatter().parse(template):
        parts.append(typed.replace("{", "{{").replace("}", "}}"))
        if name is not None:
            field = f"{{{name}:{spec}}}" if spec else f"{{{name}}}"
            clause = _clause(name, language, wordings, values)
            parts.append(field if clause is None else clause)
    return "".join(parts)


def _clause(
    name: str, language: str, wordings: Mapping[str, Wording], values: Values
) -> str | None:
    """Return a clause; one that is asked for with a capital begins with one."""
    small = name[:1].lower() + name[1:]
    if name in wordings:
        return wordings[name].chosen(name, language, values)
    if name in values or small not in wordings:
        return None
    clause = wordings[small].chosen(small, language, values)
    at = 1 if clause.startswith("{") else 0
    return clause[:at] + clause[at : at + 1].upper() + clause[at + 1 :]
