"""Settings of the encoder are tried on real plays, side by side."""

import pytest

from scenes.production.bench import encoders
from scenes.production.bench.encoders import DELIVERED, Tally, variant
from scenes.production.planning.settings import Settings
from tests.production.tiny import Tiny

pytestmark = pytest.mark.usefixtures("tiny_shots")


def test_an_encoder_is_tried_on_real_plays(settings: Settings) -> None:
    worse = variant("veryfast", 45)
    found = encoders.try_encoders(settings, "row_by_column", 3, [DELIVERED, worse])
    best, worst = found[DELIVERED.name], found[worse.name]
    assert best.frames == worst.frames == 20
    assert worst.bytes < best.bytes
    assert worst.mean < best.mean


def test_a_variant_changes_what_it_names_and_nothing_else() -> None:
    ours, other = DELIVERED.carrier.options(30), variant("medium", 19, "ref=1").carrier.options(30)
    assert (other["preset"], other["crf"]) == ("medium", "19")
    assert other["x264-params"] == f"{ours['x264-params']}:ref=1"
    assert ours.keys() == other.keys()


def test_fewer_keyframes_are_fewer_bytes(settings: Settings) -> None:
    seldom = encoders.sparser(DELIVERED, 4)
    found = encoders.try_encoders(settings, "row_by_column", 3, [DELIVERED, seldom])
    assert seldom.name == "as delivered, a keyframe in 4 s"
    assert found[seldom.name].frames == found[DELIVERED.name].frames
    assert found[seldom.name].bytes < found[DELIVERED.name].bytes


def test_a_dense_chapter_is_tried_as_it_is_delivered(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = encoders.try_encoders(settings, "row_by_column", 3, [DELIVERED])[DELIVERED.name]
    monkeypatch.setattr(Tiny, "dense", True, raising=False)
    dense = encoders.try_encoders(settings, "row_by_column", 3, [DELIVERED])[DELIVERED.name]
    assert dense.bytes < usual.bytes


def test_tallies_add_up() -> None:
    both = Tally(30, 10**6, 0.3, [0.9]) + Tally(30, 10**6, 0.9, [0.7])
    assert both.megabytes_a_minute(30) == pytest.approx(60)
    assert (both.milliseconds, both.mean) == (pytest.approx(20), pytest.approx(0.8))
