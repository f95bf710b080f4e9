"""What a worker answers arrives as it was sent, or is refused: names, contents, plans."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.production.cache.store import Cache
from scenes.production.drawing import running
from scenes.production.planning.settings import Settings
from scenes.production.workers.outcome import Problem
from scenes.production.workers.payload import PayloadError, pack, unpack
from scenes.production.workers.plan_schema import read_plan
from scenes.production.workers.progress import Filmed
from scenes.production.workers.result import PLANNED, answered, read_answer
from tests.production.tiny import EXAMPLE, TINY, Tiny
from tests.strategies import plain_data

frames = st.integers(0, 10**6)
files = st.dictionaries(st.text(max_size=20), st.binary(max_size=50), max_size=4)
told = st.lists(frames.map(lambda count: Filmed("a", count)), max_size=3)
came = st.none() | st.builds(
    Problem, st.text(st.characters(categories=("L", "P"))), st.sampled_from([1, 2, 130])
)


@given(came, told, files)
def test_an_answer_arrives_as_it_was_sent(came: Any, told: list[Filmed], files: Any) -> None:
    answer = read_answer(answered(came, told, files).packed(), "a", files, None)
    assert (answer.came, list(answer.told), answer.files) == (came, told, files)


@given(files.filter(lambda sent: any(sent.values())), st.data())
def test_a_file_of_another_name_or_content_is_refused(files: dict[str, bytes], data: Any) -> None:
    sent = pack({}, files)
    assert unpack(sent, files) == ({}, files)
    missing = data.draw(st.sampled_from(list(files)))
    with pytest.raises(PayloadError, match="which was not asked for"):
        unpack(sent, files.keys() - {missing})
    bit = data.draw(st.integers(0, 8 * sum(map(len, files.values())) - 1))
    place, flipped = len(sent) - 1 - bit // 8, 1 << bit % 8
    spoilt = sent[:place] + bytes([sent[place] ^ flipped]) + sent[place + 1 :]
    with pytest.raises(PayloadError, match="not as its checksum says"):
        unpack(spoilt, files)
    with pytest.raises(PayloadError):
        unpack(sent[: data.draw(st.integers(0, len(sent) - 1))], files)


@given(st.one_of(plain_data, st.binary(max_size=60).map(lambda raw: len(raw).to_bytes(8) + raw)))
def test_what_is_no_answer_is_refused(raw: Any) -> None:
    with pytest.raises(PayloadError, match=r"^sent "):
        read_answer(raw, "a", (), None)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The plan of the tiny chapter, as it travels."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", lambda name: Tiny)
        cache = tmp_path_factory.mktemp("plan")
        settings = Settings(EXAMPLE, quality=TINY, cache=cache)
        plan = running.plan_chapter(settings, "row_by_column", lambda *_: None)
        sent = replace(plan, receipts=({"beat": "all_red", "value": "1"},)).table()
        return unpack(answered(plan, (), {}).packed(), ())[0]["plan"] | {
            "receipts": list(sent["receipts"])
        }


def test_a_plan_arrives_as_it_was_sent(table: dict[str, Any]) -> None:
    whole = copy.deepcopy(table)
    assert read_plan(whole, "row_by_column", TINY.fps, table["base"]).table() == table
    for wrong in ({"chapter": "convolution"}, {"fps": 11}, {"base": "0" * 32}):
        with pytest.raises(PayloadError, match="sent another plan than that of row_by_column"):
            read_plan(table | wrong, "row_by_column", TINY.fps, table["base"])


odd = st.sampled_from(
    [
        None,
        True,
        -1,
        0,
        1.5,
        float("inf"),
        "",
        "../x",
        "a/b",
        "a\\b",
        "\x1b[2J",
        "x" * 20_000,
        [],
        {},
    ]
)


@given(data=st.data())
def test_whatever_is_changed_in_a_plan_no_name_leads_elsewhere(
    table: dict[str, Any], data: Any
) -> None:
    """Its names become those of files, so a plan with another kind of value is none."""
    changed = _changed(table, data)
    try:
        plan = read_plan(changed, "row_by_column", TINY.fps, table["base"])
    except PayloadError:
        return
    cache = Cache(Path("/cache"))
    for beat in plan.beats:
        assert Path("/out", f"01-{beat.name}.mp4").resolve().parent == Path("/out")
        for play in beat.plays:
            assert cache.stem(play.key).resolve().is_relative_to("/cache/segments")
            assert isinstance(play.frames, int)
            assert play.frames > 0
    plan.filmed(cache.stem)


FORGED = (
    "x\n\n9\n00:00:00.000 --> 00:09:00.000\nforged",
    "\ud800",
    "\u202e",
    "\x9b2J",
    '"><script>',
)


def test_no_text_of_a_plan_is_more_than_a_line_and_no_name_is_markup(table: dict[str, Any]) -> None:
    """They become captions, places in pages, and the names of files."""
    names = [(beat, "name") for beat in range(len(table["beats"]))]
    cues = [
        (b, "cues", c, 2, "zh")
        for b, beat in enumerate(table["beats"])
        for c in range(len(beat["cues"]))
    ]
    assert cues
    for forged in FORGED:
        for path in (*(("beats", *each) for each in names + cues), ("title", "en")):
            spoilt = copy.deepcopy(table)
            *ways, last = path
            reduce(lambda part, way: part[way], ways, spoilt)[last] = forged
            if forged == FORGED[-1] and last != "name":
                read_plan(spoilt, "row_by_column", TINY.fps, table["base"])
                continue
            with pytest.raises(PayloadError, match="sent what is no plan"):
                read_plan(spoilt, "row_by_column", TINY.fps, table["base"])


def _changed(value: Any, data: Any) -> Any:
    """Return a value with another one somewhere in it."""
    if not value or not isinstance(value, dict | list) or data.draw(st.integers(0, 9)) == 0:
        return data.draw(odd)
    copied = value.copy()
    place = data.draw(
        st.sampled_from(list(value) if isinstance(value, dict) else range(len(value)))
    )
    copied[place] = _changed(value[place], data)
    return copied


def test_a_plan_is_no_answer_to_a_stretch_nor_the_other_way(table: dict[str, Any]) -> None:
    planned = pack({"kind": PLANNED, "told": [], "plan": table}, {})
    with pytest.raises(PayloadError, match="to what it was not asked"):
        read_answer(planned, "row_by_column", (), None)
    with pytest.raises(PayloadError, match="to what it was not asked"):
        read_answer(answered(None, (), {}).packed(), "row_by_column", (), lambda table: table)
