"""Ask the oracle: which number a claim must be, by the files alone."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cached_property
from pathlib import Path

from scenes.production.gate.oracle import kinds
from scenes.production.gate.oracle.characters import Number
from scenes.production.gate.oracle.learning import learning
from scenes.production.gate.oracle.own_numbers import own_numbers
from scenes.production.gate.oracle.reading import toml
from scenes.production.gate.oracle.recipes import recipes
from scenes.production.gate.oracle.sources import At, Product, Source, Sources, UnknownError


class Oracle:
    """The numbers of an example file and, if there are such, of a layer file and a scene's own."""

    def __init__(
        self, example: Path, layer: Path | None = None, script: Path | None = None
    ) -> None:
        self.example, self.layer, self.script = example, layer, script

    @cached_property
    def recipes(self) -> Product:
        """The product of the example."""
        return recipes(self.example)

    @cached_property
    def named(self) -> Sources:
        """All else: what layer and scene hold, and how the recipes are learned."""
        own = own_numbers(self.script) if self.script else {}
        return {**learning(self.recipes), **_of_layer(self.layer), **own}

    def source(self, of: str) -> Source:
        """Return what a claim is about."""
        if not of:
            return self.recipes
        if of not in self.named:
            raise UnknownError(f'no "{of}"; write it in {kinds.__name__.replace(".", "/")}')
        return self.named[of]

    def value(self, quantity: str, at: At, of: str = "") -> Number:
        """Return the number of a claim.

        Raises
        ------
        LookupError
            If nothing is known of it.
        """
        source = self.source(of)
        if isinstance(source, Product):
            return source.value(quantity, at)
        if quantity not in ("entry", "count", "scale"):
            raise UnknownError(f"{quantity} of a table")
        return source(*at)


def _of_layer(path: Path | None) -> Sources:
    if path is None:
        return {}
    file = toml(path)
    if file["kind"] not in {module.name for module in pkgutil.iter_modules(kinds.__path__)}:
        return {}
    module = importlib.import_module(f"{kinds.__name__}.{file['kind']}")
    found: Sources = module.sources(path, file)
    return found
