"""What a key is made from: all that can change a picture, as this process runs it, and once."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scenes.kit.ground import frame
from scenes.kit.stage import choices
from scenes.production.drawing import running
from scenes.production.planning import environment, inputs
from scenes.production.planning import keys as fingerprints
from scenes.production.planning.compatibility import FILES, this_machine
from scenes.production.planning.environment import DRAWING
from scenes.production.planning.inputs import Inputs, InputsChangedError
from scenes.production.planning.settings import PROJECT, Quality, Settings
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.single_chapter import make_chapter

# what rendering loads and no pixel depends on, and why
NOT_DRAWING = {
    "mixing": "this project: its files are inputs one by one",
    "click": "reads the command line",
    "cloup": "reads the command line",
    "rich": "prints on the terminal",
    "markdown-it-py": "prints on the terminal",
    "mdurl": "prints on the terminal",
    "Pygments": "prints on the terminal",
    "tqdm": "prints on the terminal",
    "typing_extensions": "knows types",
    "setuptools": "installs",
    "beautifulsoup4": "shows code in Manim's documentation",
    "soupsieve": "shows code in Manim's documentation",
    "decorator": "wraps functions",
    "watchdog": "looks for saved files",
    "pydub": "mixes sounds",
    "srt": "writes captions, which we do ourselves",
    "screeninfo": "places a window of Manim's other renderer",
    "moderngl": "Manim's other renderer",
    "moderngl-window": "Manim's other renderer",
    "glcontext": "Manim's other renderer",
    "pyglet": "Manim's other renderer",
    "pyglm": "Manim's other renderer",
    "mapbox_earcut": "Manim's other renderer",
    "lxml": "writes slides",
    "ipython": "notebooks",
    "traitlets": "notebooks",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    example = tmp_path / "tea.toml"
    example.write_bytes((choices.EXAMPLES / "cocktails.toml").read_bytes())
    small = Quality(96, 54, 10)
    return Settings(example, quality=small, out=tmp_path / "out", cache=tmp_path / "cache")


def kept(settings: Settings) -> list[str]:
    return [path.suffix for path in settings.cache.rglob("*") if path.suffix in (".mp4", ".json")]


def test_data_count_by_their_contents_wherever_they_stand(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text("a = 1")
    other.write_text("a = 1")
    assert Inputs("tea").data([one]).key == Inputs("tea").data([other]).key
    other.write_text("a = 2")
    assert Inputs("tea").data([one]).key != Inputs("tea").data([other]).key


def test_words_do_not_run_into_each_other() -> None:
    assert Inputs("ab", "c").key != Inputs("a", "bc").key
    assert Inputs("ab").key != Inputs("a", "b").key


def test_what_was_saved_since_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tea.toml"
    path.write_text("a = 1")
    made_from = Inputs().data([path])
    made_from.require_unchanged()
    path.write_text("a = 2")
    with pytest.raises(InputsChangedError, match=rf"{path}: was saved during the work"):
        made_from.require_unchanged()


def test_what_is_gone_was_changed_too(tmp_path: Path) -> None:
    path = tmp_path / "tea.toml"
    path.write_text("a = 1")
    made_from = Inputs().data([path])
    path.unlink()
    with pytest.raises(InputsChangedError):
        made_from.require_unchanged()


def test_code_is_what_this_process_has_loaded(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the key made from the file as it is now, old code would draw under a new key."""
    source = Path(frame.__file__)
    monkeypatch.setitem(inputs._at_start, source, (0, 0, 0))
    outcome = make_chapter(settings, "blank", lambda advance: None)
    assert outcome.problem is not None
    assert "scenes/kit/ground/frame.py: was saved during the work" in outcome.problem.message
    assert kept(settings) == []


def test_code_that_is_saved_during_the_work_spoils_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp, source = inputs._stamp, Path(frame.__file__)
    saved = False

    def stamped(path: Path) -> inputs.Stamp:
        return (0, 0, 0) if saved and path == source else stamp(path)

    def save(_: object) -> None:
        nonlocal saved
        saved = len(kept(settings)) > 3  # its plan, and some plays

    monkeypatch.setattr(inputs, "_stamp", stamped)
    outcome = make_chapter(settings, "blank", save)
    assert outcome.problem is not None
    assert "scenes/kit/ground/frame.py: was saved" in outcome.problem.message
    before = kept(settings)
    assert not list(settings.cache.rglob("*.part"))
    saved = False
    assert make_chapter(settings, "blank", lambda advance: None).problem is None
    assert 3 < len(before) < len(kept(settings))


def test_an_example_that_is_saved_during_the_work_spoils_nothing(settings: Settings) -> None:
    def save(_: object) -> None:
        settings.example.write_text(settings.example.read_text("utf-8") + "\n# more\n", "utf-8")

    outcome = make_chapter(settings, "blank", save)
    assert outcome.problem is not None
    assert "was saved during the work" in outcome.problem.message
    assert kept(settings) == [".json"]  # the plan, which was finished before


def test_a_worker_that_started_later_draws_nothing_for_an_older_plan(settings: Settings) -> None:
    plan = running.plan_chapter(settings, "blank", lambda *_: None)
    stretch = Stretch("blank", dict(enumerate(plan.plays)), base="of other files")
    with pytest.raises(InputsChangedError):
        running.film_plays(settings, stretch)
    assert kept(settings) == [".json"]


def test_everything_that_draws_is_in_the_one_list() -> None:
    """Which both the keys here and the machines of a farm are made from."""
    assert set(environment.environment()) >= {"the system", "Python", "Cairo", "Pango", *DRAWING}
    assert {k: v for k, v in this_machine().items() if k != FILES} == environment.environment()
    code = (
        "import sys, scenes.production.drawing.running, scenes.row_by_column; print(*sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT)
    loaded = {name.partition(".")[0] for name in told.stdout.split()}
    found = {dist for name, dists in packages_distributions().items() if name in loaded
             for dist in dists}  # fmt: skip
    known = {name.lower() for name in (*DRAWING, *NOT_DRAWING)}
    assert {name for name in found if name.lower() not in known} == set()


def test_another_version_of_any_of_it_is_another_key(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene, before = choices.chapter_class("blank"), dict(environment.environment())

    def key(**versions: str) -> str:
        monkeypatch.setattr(fingerprints, "environment", lambda: before | versions)
        return fingerprints.base_inputs(settings, "blank", scene).key

    keys = [key(), *(key(**{name: "another"}) for name in before)]
    assert len(set(keys)) == len(keys)


def test_a_patch_release_of_python_draws_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    environment.environment.cache_clear()
    before = environment.environment()
    environment.environment.cache_clear()
    monkeypatch.setattr(sys, "version_info", (*sys.version_info[:2], 99, "final", 0))
    assert environment.environment() == before
    environment.environment.cache_clear()


@pytest.mark.parametrize(
    "change",
    [
        {"language": "zh"},
        {"theme": "paper"},
        {"captions": False},
        {"quality": Quality(96, 54, 12)},
        {"quality": Quality(98, 54, 10)},
        {"format": "webm"},
        {"transparent": True},
    ],
)
def test_every_option_of_a_picture_is_in_its_key(settings: Settings, change: dict) -> None:
    scene = choices.chapter_class("blank")
    looks = settings, replace(settings, **change)
    one, other = (fingerprints.base_inputs(look, "blank", scene).key for look in looks)
    assert one != other
