"""A person at a browser: what they do, and what every screen must hold."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
# Without the background flags Chromium calls its maker at every start.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT_MS = 60_000  # a busy machine; what takes long is told by --durations


def chromium() -> str | None:
    """The path of an installed Chromium, or None."""
    return next((place for place in PLACES if Path(place).exists()), None)


def lacking() -> str | None:
    """Why this machine cannot run browser tests, or None when it can."""
    if chromium() is None:
        return "Chromium が入っていません(scripts/browser_setup.sh で入れられます)"
    listing = shutil.which("fc-list")
    fonts = (
        subprocess.run([listing, ":lang=ja"], capture_output=True, check=True) if listing else None
    )
    if fonts is None or not fonts.stdout.strip():
        return "日本語のフォントが入っていません(scripts/browser_setup.sh で入れられます)"
    return None


class Visit:
    """One browser window.

    `asked` is every address that its page asked for, `strangers` those of other hosts, `errors` what
    the console says, with the address that it is about.
    """

    def __init__(
        self, browser: Browser, base_url: str, width: int, pixels_per_point: int = 1
    ) -> None:
        self.base_url = base_url
        self.width = width
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            device_scale_factor=pixels_per_point,
            locale="ja-JP",
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.asked: list[str] = []
        self.strangers: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.on(
            "console",
            lambda said: (
                self.errors.append(f"{said.text} ({said.location['url']})")
                if said.type == "error"
                else None
            ),
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, url: str) -> None:
        self.asked.append(url)
        parts, own = urlsplit(url), urlsplit(self.base_url).netloc
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own:
            self.strangers.append(url)

    def sign_in_own(self, name: str, password: str) -> None:
        """Through the front page, with ミラサポconnect ID."""
        self.page.goto(self.base_url)
        self.page.get_by_role("link", name="ミラサポconnect IDでサインイン").click()
        self.page.get_by_label("サインイン名").fill(name)
        self.page.get_by_label("パスワード").fill(password)
        self.page.get_by_role("button", name="サインイン").click()

    def sign_in_business(self, business: str) -> None:
        """Through the front page and the stand-in for GビズID."""
        self.page.goto(self.base_url)
        self.page.get_by_role("link", name="GビズIDでサインイン").click()
        self.page.get_by_role("button", name=business).first.click()

    def screen(self, title: str, *, first: bool = False) -> None:
        """Wait for a screen and hold it against the rules for every screen."""
        heading = self.page.get_by_role("heading", level=1, name=title, exact=True)
        heading.wait_for()
        if not first:
            self.page.wait_for_function("document.activeElement.tagName === 'H1'")
        self.page.wait_for_function("title => document.title.startsWith(title)", arg=title)
        assert self.page.get_by_role("main").count() == 1
        assert self.page.get_by_role("banner").count() == 1
        assert self.page.evaluate("document.documentElement.lang") == "ja"
        order = "[...document.querySelectorAll('header, main, #main, footer')].map(e => e.tagName)"
        assert self.page.evaluate(order)[-1] == "FOOTER"  # read out after the content
        self.fits()

    def fits(self) -> None:
        """Nothing sticks out to the side."""
        beyond = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert beyond <= 0

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def check(self, label: str) -> None:
        self.page.get_by_role("checkbox", name=label, exact=True).check()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_role("textbox", name=label).fill(text)

    @property
    def text(self) -> str:
        """What the screen says, folded parts included."""
        return self.page.get_by_role("main").evaluate("main => main.textContent")

    def leave(self) -> None:
        """Close the window; nothing may have been asked of another host, no script have failed."""
        self.context.close()
        assert self.strangers == []
        assert self.errors == []
