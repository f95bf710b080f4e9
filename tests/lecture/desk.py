"""The lecturer's desk: the player in a browser, with the words that the tests speak."""

from __future__ import annotations

import io
from types import TracebackType
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

PATIENCE = 10_000  # milliseconds: a busy machine is no fault
NEAR = ("file:", "data:", "blob:", "about:", "http://127.0.0.1:")
HEARD = """link => new Promise(done => {
  if (decodeURIComponent(location.hash.slice(1)) === link) return done();
  addEventListener("hashchange", done, { once: true });
  location.hash = link;
})"""
REST = "() => !document.querySelector('#toggle use').href.baseVal.includes('pause')"


class Desk:
    """A page, and all that it asked for and complained of."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.address = address
        self.complaints: list[str] = []
        self.forgiven = ""  # what a test provokes
        self.requests: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("console", self._hear)
        self.page: Page = self.context.new_page()

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.context.close()
        if kind is None:
            told = [
                each for each in self.complaints if not self.forgiven or self.forgiven not in each
            ]
            assert not told, told
            far = [url for url in self.requests if not url.startswith(NEAR)]
            assert not far, far

    def open(self, link: str = "", query: str = "") -> Desk:
        """Open the player, at a link, and wait until it shows what it should."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{query}" + (f"#{link}" if link else ""))
        return self.settle()

    def follow(self, link: str) -> Desk:
        """Go to a link while the page is open, and wait until the page has heard of it."""
        self.page.evaluate(HEARD, link)
        return self.settle()

    def settle(self) -> Desk:
        """Wait until the picture stands that is meant."""
        self.page.wait_for_selector("#waiting", state="hidden")
        self.page.wait_for_function(REST)
        self.page.wait_for_selector("#waiting", state="hidden")
        return self

    def lecture(self) -> Desk:
        """Begin lecture mode."""
        self.page.keyboard.press("l")
        return self

    def press(self, key: str) -> Desk:
        """Press a key, and wait until the film stands still again."""
        self.page.keyboard.press(key)
        return self.settle()

    def wait_for_caption(self, text: str) -> None:
        """Wait until a caption stands below the picture."""
        self.page.wait_for_function(
            "text => document.querySelector('#caption').textContent === text", arg=text
        )

    @property
    def frame(self) -> int:
        """Which frame of the chapter the player says it shows."""
        return int(self.page.eval_on_selector("#scrub", "range => range.value"))

    @property
    def link(self) -> str:
        """What the address bar names."""
        return self.page.url.partition("#")[2]

    @property
    def caption(self) -> str:
        """What stands below the picture."""
        return self.page.inner_text("#caption")

    def picture(self) -> Image.Image:
        """Photograph the picture, without what lies over it."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        shot = self.page.locator("#frame").screenshot(animations="disabled")
        return Image.open(io.BytesIO(shot))

    def wait(self, seconds: float) -> None:
        """Let time pass, while the browser goes on."""
        self.page.wait_for_timeout(seconds * 1000)
