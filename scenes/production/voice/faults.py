"""What is wrong with recordings, said in words.  Pure."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.kit.stage.choices import ChoiceError


class VoiceError(ChoiceError):
    """Recordings that cannot be used; the message has a line for every fault."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))

    def __reduce__(self) -> tuple[type[VoiceError], tuple[tuple[str, ...]]]:
        """Travel between processes with the faults, not with their joined text."""
        return type(self), (self.faults,)


class SoundError(ValueError):
    """One recording that cannot be used; the message says what is wrong with it, and the fix."""
