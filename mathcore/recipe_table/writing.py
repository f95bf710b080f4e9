"""An example file, written from what a table holds."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction

from mathcore.lines import printable
from mathcore.numerals import never_ends
from mathcore.recipe_table.example import TableExample

SECTION = "# ----"
"""How the template begins what it says of ingredients, mixtures and properties."""


def write_example(table: TableExample, template: str, name: str, source: str) -> str:
    """Write an example file: the remarks of a template, and below them what the table holds.

    Parameters
    ----------
    table : TableExample
        What it holds.
    template : str
        An example with its remarks: a head, then a section for the ingredients, the mixtures and
        the properties.
    name : str
        What the file is to be called, without its ending.
    source : str
        What the table is called, for a remark.

    Returns
    -------
    str
        TOML.
    """
    head, *sections = template.replace("NAME", name).split(f"\n{SECTION}")
    rows = _ingredients(table), _mixtures(table), _properties(table)
    parts = [_head(head, table, name, source)]
    for section, tables in zip(sections, rows, strict=True):
        remarks = [line for line in f"{SECTION}{section}".splitlines() if line.startswith("#")]
        parts.append("\n".join([*remarks, "", *tables]))
    return "\n".join(parts)


def ids_of(names: Sequence[str]) -> list[str]:
    """Give each name an id of small letters, digits and _, none twice.

    Examples
    --------
    >>> ids_of(["Lemon juice", "Crème", "creme", "№ 5"])
    ['lemon_juice', 'creme', 'creme_3', 'no_5']
    """
    ids: list[str] = []
    for number, name in enumerate(names, 1):
        letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        plain = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
        plain = plain if plain[:1].isalpha() else f"ingredient_{number}"
        ids.append(plain if plain not in ids else f"{plain}_{number}")
    return ids


def exact_text(number: Fraction) -> str:
    """Write a number exactly, as TOML has it: a decimal, or else a text with a fraction.

    Examples
    --------
    >>> exact_text(Fraction(-3, 20)), exact_text(Fraction(40)), exact_text(Fraction(1, 3))
    ('-0.15', '40', '"1/3"')
    """
    if never_ends(number):
        return f'"{number}"'
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    digits = f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return ("-" if number < 0 else "") + whole + (f".{decimals}" if decimals else "")


def _share_text(share: Fraction) -> str:
    written = exact_text(share * 100)
    return f'"{share}"' if written.startswith('"') else f'"{written}%"'


def _head(head: str, table: TableExample, name: str, source: str) -> str:
    """Take the head of the template: its title gives way, its words become remarks."""
    before, _, after = head.partition("\nname = ")
    _, *rest = after.splitlines()
    words = [f"# {line}" if line and not line.startswith("#") else line for line in rest]
    lines = [f"# Made from {printable(source)}, which is no longer looked at.", "#", before]
    lines.append(f"name = {_quoted(name.replace('_', ' ').capitalize())}")
    if table.free_weights:
        lines += ["", "# A share in the table lies below zero, so weights may be any numbers."]
        lines.append("free_weights = true")
    return "\n".join([*lines, *words, ""])


def _ingredients(table: TableExample) -> Iterator[str]:
    for id_, name in zip(ids_of(table.ingredients), table.ingredients, strict=True):
        yield from ("[[ingredients]]", f'id = "{id_}"', f"name = {_quoted(name)}", "")


def _mixtures(table: TableExample) -> Iterator[str]:
    ids = ids_of(table.ingredients)
    for mixture in table.mixtures:
        given = [(id_, share) for id_, share in zip(ids, mixture.numbers, strict=True) if share]
        shares = ", ".join(f"{id_} = {_share_text(share)}" for id_, share in given)
        yield from ("[[mixtures]]", f"name = {_quoted(mixture.name)}")
        yield from (f"shares = {{ {shares} }}", "")


def _properties(table: TableExample) -> Iterator[str]:
    ids = ids_of(table.ingredients)
    for each in table.properties:
        pairs = zip(ids, each.numbers, strict=True)
        values = ", ".join(f"{id_} = {exact_text(value)}" for id_, value in pairs)
        yield from ("[[properties]]", f"name = {_quoted(each.name)}")
        if each.unit:
            yield f"unit = {_quoted(each.unit)}"
        yield from (f"values = {{ {values} }}", "")


def _quoted(text: str) -> str:
    """Write a text in quotes; what JSON escapes TOML reads alike."""
    return json.dumps(text, ensure_ascii=False)
