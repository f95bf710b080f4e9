"""What stands between a fresh clone and the first film: render.sh, the pinned packages, CI."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from tests.clones import LOCKS, ROOT, knock, make_bare, make_ready, put, run

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIN = re.compile(r'([\w.-]+)==(\d[\w.]*)( ; (sys_platform|python_version) .. "[\w.]+")?')


def entries(lock):
    """The lines of a lock that name a package."""
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def plain(name):
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock):
    return {plain(PIN.fullmatch(line)[1]): PIN.fullmatch(line)[2] for line in entries(lock)}


def name_of(requirement):
    return plain(re.match(r"[A-Za-z0-9._-]+", requirement)[0])


@pytest.mark.parametrize("script", ["render.sh", ".ci/run"])
def test_the_scripts_are_executable_bash(script):
    assert os.access(ROOT / script, os.X_OK)
    assert run(["bash", "-n", ROOT / script]).stderr == ""


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_exact_versions_and_no_address(lock):
    assert entries(lock)
    assert [line for line in entries(lock) if not PIN.fullmatch(line)] == []
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert "@" not in text
    assert not re.search(r"^--|--(extra-)?index-url|--find-links", text, re.MULTILINE)


def test_every_dependency_is_pinned():
    assert {name_of(line) for line in PROJECT["dependencies"]} <= pinned(LOCKS[0]).keys()
    tools = {name_of(line) for line in PROJECT["optional-dependencies"]["dev"]}
    assert tools <= pinned(LOCKS[1]).keys()
    assert "setuptools" in pinned(LOCKS[0])  # so that the editable install needs no network


def test_the_two_locks_do_not_overlap():
    assert not pinned(LOCKS[0]).keys() & pinned(LOCKS[1]).keys()
    assert "-r requirements.lock" in (ROOT / LOCKS[1]).read_text("utf-8").splitlines()


def test_the_pins_meet_what_the_project_asks_for():
    pins = pinned(LOCKS[0])
    assert "manim[typst]==0.22.*" in PROJECT["dependencies"]
    assert pins["manim"].startswith("0.22.")
    assert "pillow<13" in PROJECT["dependencies"]
    assert int(pins["pillow"].split(".")[0]) < 13
    assert "typst" in pins


def test_ci_runs_the_test_command_of_the_readme():
    command = "./render.sh test"
    assert f"exec {command}" in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert command in (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def bare_clone(tmp_path):
    return make_bare(tmp_path)


def test_a_python_that_is_too_old_gets_a_sentence(bare_clone):
    put(bare_clone, "python3", '[ "$1" = -V ] && echo Python 3.9.2 && exit; exit 1')
    done = knock(bare_clone, "list")
    assert done.returncode == 1
    assert "needs Python 3.11 to 3.14; python3 here: Python 3.9.2" in done.stderr
    assert not (bare_clone / ".venv").exists()


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        (
            "apt-get",
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3",
        ),
        ("dnf", "sudo dnf install -y python3"),
    ],
)
def test_who_may_not_install_is_told_the_command(bare_clone, manager, command):
    put(bare_clone, "id", "echo 1000")
    put(bare_clone, manager, "echo must not be called >&2; exit 9")
    done = knock(bare_clone, "list")
    assert done.returncode == 1
    assert f"  {command}\n" in done.stderr
    assert "must not be called" not in done.stderr
    assert not (bare_clone / ".venv").exists()


def test_a_failed_installation_shows_the_last_lines_and_where_the_rest_is(bare_clone):
    put(bare_clone, "id", "echo 0")
    put(bare_clone, "dnf", "echo no such mirror; exit 9")
    done = knock(bare_clone, "list")
    assert done.returncode == 1
    assert "Installing with dnf: python3\nno such mirror\nThat did not work: " in done.stderr
    Path(re.search(r"all of it: (.+)\)", done.stderr)[1]).unlink()


def test_without_a_known_package_manager_the_missing_is_named(bare_clone):
    done = knock(bare_clone, "list")
    assert done.returncode == 1
    assert "Please install python3 with your system's package manager" in done.stderr


@pytest.fixture
def ready_clone(bare_clone):
    return make_ready(bare_clone)


def test_the_callers_folder_stays_the_current_one(ready_clone, tmp_path_factory):
    """A path that a person gives means their folder; -P keeps their files out of our modules."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run(
        ["bash", ready_clone / "render.sh", "row_by_column", "--example", "my tea.toml"],
        cwd=elsewhere,
        env={"PATH": str(ready_clone / "bin")},
    )
    assert done.stdout == (
        f"{elsewhere}|{ready_clone}|-P -m scenes row_by_column --example my tea.toml\n"
    )


def test_the_exit_status_is_the_command_lines(ready_clone):
    environment = {"PATH": str(ready_clone / "bin"), "BROKEN": "-m"}
    assert run(["bash", ready_clone / "render.sh"], env=environment).returncode == 1
    environment["BROKEN"] = ""
    assert run(["bash", ready_clone / "render.sh"], env=environment).returncode == 0


@pytest.mark.parametrize("broken", ["", "ruff", "mypy", "pytest"])
def test_every_tool_runs_and_any_failure_counts(ready_clone, broken):
    environment = {"PATH": str(ready_clone / "bin"), "BROKEN": broken}
    done = run(["bash", ready_clone / "render.sh", "test", "-k", "a b"], env=environment)
    ran = [line.split("|")[2] for line in done.stdout.splitlines()]
    assert ran == ["-m ruff check .", "-m mypy", "-m pytest -n auto --dist loadgroup -k a b"]
    assert done.returncode == (1 if broken else 0)
    assert all(f"── {tool}\n" in done.stderr for tool in ("ruff", "mypy", "pytest"))
    assert (f"Not passed: {broken}\n" in done.stderr) == bool(broken)


def test_all_tests_are_run_and_those_of_mathcore_measured(ready_clone):
    done = run(["bash", ready_clone / "render.sh", "test"], env={"PATH": str(ready_clone / "bin")})
    ran = [line.split("|")[2] for line in done.stdout.splitlines()]
    assert ran[2:] == [
        "-m pytest -n auto --dist loadgroup tests/mathcore --cov=mathcore --cov-fail-under=100",
        "-m pytest -n auto --dist loadgroup --ignore=tests/mathcore",
    ]


LONGER = " -m '' --hypothesis-profile=explore"


@pytest.mark.parametrize("absent", ["", "import torch, scipy"])
def test_the_longer_run_has_all_tests_and_what_they_compare_with(ready_clone, absent):
    python = ready_clone / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\necho "$PYTEST_ADDOPTS|$*" >>told\n[ "$2" != "{absent}" ]\n')
    done = knock(ready_clone, "test", "--long", "tests/gate")
    assert done.returncode == 0
    told = (ready_clone / "told").read_text().splitlines()
    assert told[-1] == f"{LONGER}|-m pytest -n auto --dist loadgroup tests/gate"
    assert ("Installing PyTorch and SciPy" in done.stderr) is bool(absent)
    packages = [each for each in told if each.endswith(f" -e {ready_clone}[compare]")]
    assert len(packages) == bool(absent)


def test_what_the_longer_run_has_is_marked():
    """An option that replaces the usual choice: of all markers, none is left out."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]
    usual = options["ini_options"]["addopts"]
    names = [marker.partition(":")[0] for marker in options["ini_options"]["markers"]]
    assert usual[usual.index("-m") + 1] == " and ".join(f"not {name}" for name in names)


def test_the_tests_of_one_scene_are_its_rules_its_material_and_its_acts(ready_clone):
    acts = ready_clone / "tests" / "kit"
    acts.mkdir(parents=True)
    (ready_clone / "scenes").mkdir()
    (ready_clone / "scenes" / "tea.py").touch()
    (acts / "test_cup.py").write_text("from scenes.acts.tea.cup import Cup\n")
    (acts / "test_pot.py").write_text("from scenes.acts.teapot.pot import Pot\n")
    for program in ("grep", "basename"):
        place = run(["bash", "-c", f"command -v {program}"]).stdout.strip()
        (ready_clone / "bin" / program).symlink_to(place)
    told = knock(ready_clone, "test", "scene", "tea", "-x").stdout.splitlines()[-1].split("|")[2]
    files = "tests/test_house.py tests/test_both_languages.py"
    files += " tests/test_scenes.py tests/kit/test_cup.py"
    chosen = "-k test_house or both_languages or [tea- or test_cup"
    assert told.startswith("-m pytest ")
    assert told.endswith(f" {files} {chosen} -x")
    for name in (["coffee"], []):
        done = knock(ready_clone, "test", "scene", *name)
        assert (done.returncode, done.stdout) == (1, "")
        assert f"There is no scenes/{''.join(name)}.py. ./render.sh list shows" in done.stderr


def test_a_setup_that_was_cut_short_is_not_taken_for_ready(ready_clone):
    (ready_clone / ".venv" / ".unfinished").touch()
    done = run(["bash", ready_clone / "render.sh"], env={"PATH": str(ready_clone / "bin")})
    assert "Setting up" in done.stderr


def test_a_changed_lock_is_noticed(ready_clone):
    with (ready_clone / "requirements.lock").open("a") as lock:
        lock.write("one-more==1.0\n")
    done = run(["bash", ready_clone / "render.sh"], env={"PATH": str(ready_clone / "bin")})
    assert "Setting up" in done.stderr
