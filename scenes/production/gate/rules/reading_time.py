"""Every new text stays until it can have been read.

A word or a name needs a second, a longer text as long as a caption of its length; a numeral needs a
glance.  The time runs from the end of the motion that brings a text to the beginning of the one
that takes it away, wherever it travels meanwhile.  What has been read once may come again for
less; and a running sum, or a count, is in motion until it rests on its last value.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.script import AIM, length
from scenes.production.gate.finding import Finding
from scenes.production.gate.moment import Moment, SeenNumber, SeenText
from scenes.production.gate.performance import Performance

FIX = 'let the beat dwell ("seconds" in its table), or bring the text earlier'
GLANCE, WORD = 0.5, 1.0  # seconds: a numeral; the shortest text
ROUNDING = 1 / 30  # two motions, each of whole frames

Key = tuple[str, Claim | None]


def check(performance: Performance) -> Iterator[Finding]:
    """Find texts that are gone before they are read."""
    read = set[Key]()
    for key, first, text, last in _stays(performance.moments, performance.ledger):
        stays, needed = last.seconds - first.seconds, _needed(text, performance.language)
        if stays >= needed - ROUNDING:
            read.add(key)
        elif key not in read:
            what = f'"{text.text}" stays for {stays:.2f} s and takes {needed:.2f} s to read'
            yield Finding(first.beat, first.seconds, what, text.box, text.name)


def _needed(text: SeenText, language: str) -> float:
    if isinstance(text, SeenNumber):
        return GLANCE
    return max(WORD, length(text.text, language) / AIM[language])


def _stays(
    moments: tuple[Moment, ...], ledger: Ledger
) -> Iterator[tuple[Key, Moment, SeenText, Moment]]:
    """Go through the stays of every text, from the first to the last moment it is seen."""
    there: dict[Key, tuple[Moment, SeenText]] = {}
    before: Moment | None = None
    for moment in moments:
        seen = {
            _key(text): text
            for text in moment.texts
            if "/Caption" not in text.role and not _is_passing(text, ledger)
        }
        for key in [key for key in there if key not in seen]:
            assert before is not None
            yield key, *there.pop(key), before
        for key, text in seen.items():
            there.setdefault(key, (moment, text))
        before = moment
    for key, (first, text) in there.items():
        yield key, first, text, moments[-1]


def _key(text: SeenText) -> Key:
    """Return what makes a text the same one elsewhere: a factor in brackets is its entry."""
    if isinstance(text, SeenNumber):
        return text.text.strip("()"), text.claim
    return text.text, None


def _is_passing(text: SeenText, ledger: Ledger) -> bool:
    """Tell whether a numeral is on its way, as a counter is and a sum that still rises."""
    if not isinstance(text, SeenNumber):
        return False
    claim = text.claim
    if claim is None or text.counting:
        return text.counting
    if claim.quantity == "count":
        return claim.at[0] < ledger.last_count(claim.of)
    k = {"partial": claim.at[-1:], "share_sum": claim.at[:1]}.get(claim.quantity)
    return k is not None and k[0] < ledger.inner(claim.of) - 1
