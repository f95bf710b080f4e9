"""A project that can only be read: what is made goes elsewhere, the cache with it."""

import os
from pathlib import Path

import pytest

from scenes.kit.stage.choices import own_path
from scenes.kit.stage.layers import apart, chosen_layers
from scenes.production.commands import options
from scenes.production.planning.settings import cache_for


@pytest.fixture
def read_only(monkeypatch, tmp_path):
    """A folder that nobody may write in; an administrator may, so the system is asked to lie."""
    may = os.access
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.setattr(
        os, "access", lambda path, mode: not Path(path).is_relative_to(folder) and may(path, mode)
    )
    return folder


def test_the_cache_goes_to_where_the_film_goes(read_only, tmp_path):
    assert cache_for(tmp_path / "out", read_only / ".cache") == tmp_path / "out" / ".cache"
    assert cache_for(tmp_path / "out", tmp_path / ".cache") == tmp_path / ".cache"


def test_the_command_line_asks_for_it(read_only, tmp_path, monkeypatch):
    monkeypatch.setattr(options, "CACHE", read_only / ".cache")
    usual = {"example": "cocktails", "layers": (), "lang": "en", "theme": "night", "voice": None}
    rest = {"captions": "on", "quality": "l", "fps": None, "format": None, "transparent": False}
    settings = options.read_settings(**usual, **rest, out=tmp_path / "out")
    assert settings.cache == tmp_path / "out" / ".cache"


def test_a_comma_in_a_path_parts_nothing(tmp_path, monkeypatch):
    layer = tmp_path / "glass, straw.toml"
    layer.write_bytes(Path(options.__file__).parents[3].joinpath(
        "assets", "layers", "straw_and_ice.toml").read_bytes())  # fmt: skip
    assert chosen_layers([str(layer)]) == {"convolution": layer}
    monkeypatch.setenv("SCENE_LAYER", str(layer))
    assert chosen_layers() == {"convolution": layer}
    assert apart("coffee,digits") == ["coffee", "digits"]


def test_a_tilde_is_a_home_where_there_is_one(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert own_path("~/tea.toml") == tmp_path / "tea.toml"
    assert own_path("tea~.toml") == Path("tea~.toml")
    assert own_path("~nobody-of-this-name/tea.toml") == Path("~nobody-of-this-name/tea.toml")
