"""What a change makes anew: a caption its own plays, a label the chapter, notes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scenes.blank import Blank
from scenes.kit.stage import choices
from scenes.production.drawing import running
from scenes.production.planning import keys
from scenes.production.planning.plan import ChapterPlan
from scenes.production.planning.settings import Quality, Settings

Edit = Callable[[str, str], ChapterPlan]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        choices.EXAMPLES / "cocktails.toml",
        quality=Quality(96, 54, 10),
        out=tmp_path / "out",
        cache=tmp_path / "cache",
    )


@pytest.fixture
def plan(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Plan the blank chapter with an edited script."""
    script = tmp_path / "blank.toml"
    shutil.copy(choices.SCENES / "blank.toml", script)
    original = script.read_text(encoding="utf-8")
    monkeypatch.setattr(Blank, "script_path", classmethod(lambda cls: script))

    def planned(before: str = "", after: str = "", **changes: object) -> ChapterPlan:
        script.write_text(original.replace(before, after), encoding="utf-8")
        shutil.rmtree(settings.cache, ignore_errors=True)
        return running.plan_chapter(replace(settings, **changes), "blank", lambda *_: None)

    return planned


def changed(before: ChapterPlan, after: ChapterPlan) -> dict[str, int]:
    """Return how many plays of each beat have another key."""
    pairs = zip(before.beats, after.beats, strict=True)
    counts = {
        old.name: len({p.key for p in new.plays} - {p.key for p in old.plays}) for old, new in pairs
    }
    return {name: count for name, count in counts.items() if count}


def test_nothing_changed_nothing_anew(plan: Edit) -> None:
    assert changed(plan(), plan()) == {}


def test_another_wording_is_its_own_plays_alone(plan: Edit) -> None:
    before, after = plan(), plan("The first one comes to", "The first amounts to")
    assert changed(before, after).keys() == {"the_recipes", "one_sum"}
    assert changed(before, after)["one_sum"] == 1  # it is seen to leave
    assert 0 < changed(before, after)["the_recipes"] < len(before.beats[1].plays)


def test_a_line_is_seen_to_leave_in_the_next_beat(plan: Edit) -> None:
    before, after = plan(), plan("is what we make.", "is what you make.")
    assert changed(before, after) == {"the_picture": len(before.beats[0].plays), "the_recipes": 1}


def test_the_other_language_is_not_in_the_picture(plan: Edit) -> None:
    assert changed(plan(), plan("就是做出来的", "就是调出来的")) == {}


def test_notes_are_not_in_the_picture(plan: Edit) -> None:
    assert changed(plan(), plan("Say here", "Tell here")) == {}


def test_a_title_is_in_every_picture(plan: Edit) -> None:
    before, after = plan(), plan("A title of your own", "A title of mine")
    assert sum(changed(before, after).values()) == len(before.plays)


def test_without_captions_only_another_length_is_another_picture(plan: Edit) -> None:
    silent = {"captions": False}
    before = plan(**silent)
    assert changed(before, plan("comes to", "tends to", **silent)) == {}
    longer = plan("is what we make.", "is what we make; and what a very long sentence.", **silent)
    assert changed(before, longer) == {"the_picture": 1}  # the dwell


def test_a_chapter_without_recipes_stands_when_a_share_changes(
    settings: Settings, tmp_path: Path
) -> None:
    """And it says nothing of the example but its words: its source has no ``book``."""
    copy = tmp_path / "cocktails.toml"
    text = settings.example.read_text("utf-8")
    copy.write_text(text.replace('gin = "20%"', 'gin = "25%"').replace("45%", "40%"), "utf-8")
    other, bases = replace(settings, example=copy), {}
    for name in choices.chapters():
        scene_class = choices.chapter_class(name)
        looks = (settings, other)
        same = [keys.base_inputs(look, name, scene_class).key for look in looks]
        bases[name] = same[0] == same[1]
    assert copy.read_text("utf-8") != text
    standing = [name for name, stands in bases.items() if stands]
    assert standing == ["the_question", "convolution", "attention"]
    sources = [(choices.SCENES / f"{name}.py").read_text("utf-8") for name in standing]
    assert not any("self.book" in source for source in sources)
