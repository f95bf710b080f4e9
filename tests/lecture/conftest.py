"""A lecture to make decks of; a pack that is made once; a browser, and what decks are seen with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from scenes.production.lecture.contents import Lecture
from scenes.production.lecture.pack import Pack
from scenes.production.planning.settings import Settings
from tests.lecture import stand_in
from tests.lecture.clockwork import make_pack
from tests.lecture.desk import Desk
from tests.lecture.servers import served

MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
BROWSERS = (
    *("chromium", "google-chrome", "google-chrome-stable", "chrome"),
    *(MAC.format("Google Chrome"), MAC.format("Chromium")),
)
OWN = Path(sys.executable).parent  # npm comes with the tools of the tests
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def find_browser() -> str | None:
    """Return a browser that runs, as ``render.sh`` looks for it."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path and not path.startswith("/snap/"):
            done = subprocess.run([path, "--version"], capture_output=True)
            if done.returncode == 0:
                return path
    return None


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Pack]:
    """The pack, and what it was made with."""
    return make_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="session")
def packed(made: tuple[Settings, Pack]) -> Pack:
    """The pack; no test changes it."""
    return made[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser, without a window.

    Not for the whole session: its driver keeps an event loop, beside which no notebook can run.
    """
    path = find_browser()
    if path is None:
        missing = "no chromium here, so the player cannot be tested; ./render.sh test installs it"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def desk(browser: Browser, packed: Pack) -> Iterator[Desk]:
    """The player, opened from the disk; no error, and no request that leaves the machine."""
    with Desk(browser, (packed.folder / "index.html").as_uri()) as desk:
        yield desk


@pytest.fixture(scope="session", params=[True, False], ids=["with ranges", "without ranges"])
def server(request: pytest.FixtureRequest, packed: Pack) -> Iterator[str]:
    """The pack on a web server: one that sends parts of files, and one that cannot."""
    with served(packed.folder, ranges=request.param) as address:
        yield address


@pytest.fixture
def server_desk(browser: Browser, server: str) -> Iterator[Desk]:
    """The player, opened from a web server."""
    with Desk(browser, f"{server}/index.html") as desk:
        yield desk


@pytest.fixture
def elsewhere(tmp_path: Path, packed: Pack) -> Path:
    """A copy of the pack, in another place, to be changed."""
    return Path(shutil.copytree(packed.folder, tmp_path / "copied"))


@pytest.fixture(scope="session")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    """A lecture of two chapters and three beats; nothing may be written into it."""
    return stand_in.lecture(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="session")
def pack(lecture: Lecture) -> Path:
    """The folder that decks are written to."""
    return lecture.folder.parent


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Find a program that a test needs; without it the test is skipped, but fails in CI."""

    def find(name: str) -> str:
        path = shutil.which(name) or shutil.which(name, path=OWN)
        if path is None and os.environ.get("CI"):
            pytest.fail(f"{name} is not installed, and in CI this test has to run")
        if path is None:
            pytest.skip(f"needs {name}")
        return path

    return find
