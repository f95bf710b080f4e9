"""The front door called through links, and a .venv that is somebody else's."""

import os

import pytest

from tests.clones import knock, make_bare, make_ready, run

FOREIGN = "was not made by this; it is left as it is"


@pytest.fixture
def ready_clone(tmp_path):
    home = tmp_path / "我的 film, a"
    home.mkdir()
    return make_ready(make_bare(home))


def with_readlink(clone):
    place = run(["bash", "-c", "command -v readlink"]).stdout.strip()
    (clone / "bin" / "readlink").symlink_to(place)
    return {"PATH": str(clone / "bin"), "CDPATH": str(clone.parent)}


@pytest.mark.parametrize("style", ["absolute", "relative", "twice", "folder"])
def test_a_link_to_the_front_door_finds_its_folder(ready_clone, tmp_path, style):
    shelf = tmp_path / "bin"
    shelf.mkdir()
    door, link = ready_clone / "render.sh", shelf / "mixing"
    if style == "absolute":
        link.symlink_to(door)
    elif style == "relative":
        link.symlink_to(os.path.relpath(door, shelf))
    elif style == "twice":
        (tmp_path / "first").symlink_to(door)
        link.symlink_to("../first")
    else:
        shelf.joinpath("film").symlink_to(ready_clone)
        link = shelf / "film" / "render.sh"
    done = run(["bash", link, "list"], cwd=shelf, env=with_readlink(ready_clone))
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout == f"{shelf}|{ready_clone}|-P -m scenes list\n"
    assert not (shelf / ".venv").exists()


def test_a_venv_that_is_somebody_elses_is_not_touched(ready_clone):
    for kind in ("run", "dev"):
        (ready_clone / ".venv" / f".ready-{kind}").unlink()
    python = ready_clone / ".venv" / "bin" / "python"
    before = python.stat().st_mtime_ns
    done = knock(ready_clone, "list")
    assert (done.returncode, done.stdout) == (1, "")
    assert FOREIGN in done.stderr
    assert python.stat().st_mtime_ns == before
    assert os.listdir(ready_clone / ".venv") == ["bin"]


@pytest.mark.parametrize("what", ["file", "link"])
def test_what_is_no_folder_is_not_replaced(tmp_path, what):
    clone = make_bare(tmp_path)
    if what == "file":
        (clone / ".venv").write_text("mine")
    else:
        (clone / ".venv").symlink_to("nowhere")
    assert FOREIGN in knock(clone, "list").stderr
    assert os.path.lexists(clone / ".venv")


@pytest.mark.parametrize("sign", [".unfinished", ".ready-run", "setup.log"])
def test_one_that_was_made_here_is_built_on(ready_clone, sign):
    for kind in ("run", "dev"):
        (ready_clone / ".venv" / f".ready-{kind}").unlink()
    (ready_clone / ".venv" / sign).touch()
    done = knock(ready_clone, "list")
    assert "Setting up" in done.stderr
    assert FOREIGN not in done.stderr
