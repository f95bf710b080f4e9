"""What is wrong with recordings, said in words.  Pure."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.kit.stage.choices import ChoiceError


class VoiceError(ChoiceError):
    """Recordings that cannot be used; the message has a line for every fault."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("\n".join(faults))


class SoundError(ValueError):
    """One recording that cannot be used; the message says what is wrong with it, and the fix."""
