"""``./render.sh kit``: what it writes and keeps, and what it says of a fault."""

from __future__ import annotations

import pytest
from PIL import Image

from scenes.__main__ import main
from scenes.production.catalogue import examples as catalogue_examples
from scenes.production.catalogue import pictures, writing
from scenes.production.catalogue.examples import EXAMPLES, Example
from scenes.production.catalogue.looks import SIZE, Look, looks_of
from scenes.production.planning import keys
from scenes.production.workers.outcome import SceneError

BOTTLE = Example(EXAMPLES / "bar" / "bottle.py")


@pytest.fixture
def one_example(monkeypatch, tmp_path):
    """A catalogue with the pictures of one example, and an empty cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(writing, "examples", lambda: (BOTTLE,))
    monkeypatch.setattr(writing, "CACHE", tmp_path / "cache")


def test_it_writes_and_names_the_pages(one_example, tmp_path, capsys):
    assert main(["kit", "--jobs", "1"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == ["4 pictures in out/kit/pictures", "out/kit/index.html", told[-1]]
    assert all((tmp_path / path).is_file() for path in told[1:])
    sizes = {Image.open(path).size for path in tmp_path.glob("out/kit/pictures/*.png")}
    assert sizes == {SIZE}


def test_a_picture_is_drawn_once(monkeypatch, tmp_path):
    look = Look(BOTTLE, "en", "night", tmp_path)
    drawn = pictures.picture(look)
    monkeypatch.setattr(pictures, "_draw", lambda *_: pytest.fail("drawn again"))
    assert pictures.picture(look) == drawn


def test_languages_and_themes_are_told_apart(tmp_path):
    files = [look.file for look in looks_of(BOTTLE, tmp_path)]
    assert files[0] == "bar-bottle.en.night.png"
    assert len(set(files)) == len(files) == 4


def test_a_fault_names_the_file(tmp_path, monkeypatch):
    def construct(scene):
        raise ValueError("no such hue")

    monkeypatch.setattr(BOTTLE.scene, "construct", construct)
    with pytest.raises(SceneError, match=r"examples/bar/bottle.py: ValueError: no such hue"):
        pictures.picture(Look(BOTTLE, "en", "night", tmp_path))


def test_an_example_is_in_no_key_of_the_film():
    sources = set(keys._picture_sources({"row_by_column"}))
    assert BOTTLE.shown in sources
    assert not [path for path in sources if EXAMPLES in path.parents]


def test_what_programs_leave_beside_files_is_no_example(monkeypatch, tmp_path):
    (tmp_path / "bar").mkdir()
    for name in ("bottle.py", "._bottle.py", "__init__.py"):
        (tmp_path / "bar" / name).touch()
    monkeypatch.setattr(catalogue_examples, "EXAMPLES", tmp_path)
    assert [example.name for example in catalogue_examples.examples()] == ["bar/bottle"]
