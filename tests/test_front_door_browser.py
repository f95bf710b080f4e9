"""The tests of the lecture pack need a browser: ./render.sh test sees to it."""

import pytest

from tests.clones import knock, make_bare, make_ready, put, run


@pytest.fixture
def outdated_clone(tmp_path):
    """A front door whose tools for tests have to be set up anew, on top of what is there."""
    ready_clone = make_ready(make_bare(tmp_path))
    put(ready_clone, "python3", "exit 0")
    rm = run(["bash", "-c", "command -v rm"]).stdout.strip()
    (ready_clone / "bin" / "rm").symlink_to(rm)
    (ready_clone / ".venv" / ".ready-dev").unlink()
    put(ready_clone, "id", "echo 0")
    return ready_clone


@pytest.mark.parametrize(
    ("manager", "package"),
    [
        ("apt-get", "chromium"),
        ("dnf", "chromium"),
        ("brew", "google-chrome"),
    ],
)
def test_the_tests_bring_their_browser(outdated_clone, manager, package):
    put(outdated_clone, "grep", "exit 0")  # yes, it is Debian
    put(outdated_clone, manager, f"echo {manager} $* >>{outdated_clone}/asked")
    put(outdated_clone, "env", f'while [ "$1" != {manager} ]; do shift; done; "$@"')
    done = knock(outdated_clone, "test")
    assert f"Installing with {manager}: {package}\n" in done.stderr
    assert (outdated_clone / "asked").read_text("utf-8").endswith(f" {package}\n")
    assert "Ready after" in done.stderr


def test_a_browser_that_is_there_is_taken(outdated_clone):
    put(outdated_clone, "apt-get", "echo must not be called >&2; exit 9")
    put(outdated_clone, "google-chrome", "exit 0")
    done = knock(outdated_clone, "test")
    assert "Ready after" in done.stderr
    assert "Installing with" not in done.stderr


def test_where_chromium_is_a_snap_the_way_out_is_told_and_the_rest_goes_on(outdated_clone):
    put(outdated_clone, "grep", "exit 1")  # no, it is not Debian
    put(outdated_clone, "apt-get", "echo must not be called >&2; exit 9")
    done = knock(outdated_clone, "test")
    assert "Please install Google Chrome" in done.stderr
    assert "Ready after" in done.stderr


def test_rendering_needs_no_browser(outdated_clone):
    (outdated_clone / ".venv" / ".ready-run").unlink()
    done = knock(outdated_clone, "list")
    assert "Installing with" not in done.stderr
    assert "browser" not in done.stderr
