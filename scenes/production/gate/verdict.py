"""What is looked at, and what the gate says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scenes.production.gate.finding import Exemption, Row
from scenes.production.gate.receipts import Receipt
from scenes.production.planning.settings import Settings

STILLS = "check"  # the folder of the stills, in that of everything that is made


@dataclass(frozen=True)
class Task:
    """One chapter in one look."""

    settings: Settings
    chapter: str
    pixels: bool = True

    @property
    def look(self) -> str:
        """Name the look, as in ``cocktails en night``."""
        return f"{self.settings.material} {self.settings.language} {self.settings.theme}"

    @property
    def stills(self) -> Path:
        """The folder of the stills of what falls short."""
        settings = self.settings
        look = f"{settings.language}-{settings.theme}"
        return settings.out / STILLS / settings.material / look / self.chapter


@dataclass(frozen=True)
class Figures:
    """How much was looked at."""

    numerals: int = 0
    moments: int = 0
    stills: int = 0
    files: int = 0  # frames and segments of what was delivered

    def __add__(self, other: Figures) -> Figures:
        """Add what was looked at elsewhere."""
        return Figures(
            self.numerals + other.numerals,
            self.moments + other.moments,
            self.stills + other.stills,
            self.files + other.files,
        )


@dataclass(frozen=True)
class Verdict:
    """What the gate says of one chapter in one look.

    ``stills`` has a picture for each of the ``rows``, or nothing where a row has no place.
    """

    task: Task
    rows: tuple[Row, ...] = ()
    stills: tuple[Path | None, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    figures: Figures = field(default_factory=Figures)
    seconds: float = 0.0
    receipts: tuple[Receipt, ...] = ()
