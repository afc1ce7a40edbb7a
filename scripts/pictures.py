"""Takes the README's pictures from a platform that runs with the sample: `scripts/pictures.py HOME`.

    business_1280.png  business_390.png    a request to answer, with what an approval would open
    supporter_1280.png supporter_390.png   what was approved, read
    dictionary.png                         the data dictionary, searched for 売上高
    event_study.png                        the figure of notebooks/03_event_study.ipynb

HOME is the `MIRASAPO_HOME` of the running platform (`make demo`): its accounts and its address are
read from there. Only made-up businesses are shown.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbclient import NotebookClient
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from mirasapo.app.supervisor import served_at  # noqa: E402
from mirasapo.client import MirasapoClient  # noqa: E402
from mirasapo.portal.words import end_of_day, months_later, today  # noqa: E402
from tests.browser.visit import FLAGS, Visit, chromium, lacking  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.client import DisclosureRequest

OUT = ROOT / "docs" / "pictures"
NOTEBOOK = ROOT / "notebooks" / "03_event_study.ipynb"
CONSULTATION = 6
ASKED, GRANTED = [6, 7, 8], [6]
WORDS = "資金繰りの相談にのるため、直近の売上と費用を確かめたいです。"
WIDTHS = {1280: 1, 390: 2}  # width → pixels per point


def main() -> int:
    """Take all pictures; 1 with a sentence when something needed is missing."""
    missing = lacking()
    if missing or len(sys.argv) != 2:  # noqa: PLR2004
        print(missing or __doc__, file=sys.stderr)
        return 1
    home = Path(sys.argv[1])
    base_url = served_at(home)
    accounts = json.loads((home / "demo_accounts.json").read_text("utf-8"))
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for width, sharpness in WIDTHS.items():
            with a_request(base_url, accounts) as request:
                with window(browser, base_url, width, sharpness) as visit:
                    business_picture(visit, request, accounts)
                with MirasapoClient(base_url) as client:
                    client.sign_in_business(accounts["business"]["persona"])
                    client.answer(request.request_id, GRANTED)
                with window(browser, base_url, width, sharpness) as visit:
                    supporter_picture(visit, accounts)
        dictionary_picture(browser)
        event_study_picture(browser, home)
        browser.close()
    for picture in sorted(OUT.glob("*.png")):
        print(f"{picture.relative_to(ROOT)} {picture.stat().st_size:,} bytes")
    return 0


@contextmanager
def window(browser: Browser, base_url: str, width: int, sharpness: int) -> Iterator[Visit]:
    """A browser window of this width."""
    visit = Visit(browser, base_url, width, sharpness)
    with closing(visit.context):
        yield visit


@contextmanager
def a_request(base_url: str, accounts: dict[str, Any]) -> Iterator[DisclosureRequest]:
    """A request of the first supporter to the persona's business; taken back at the end."""
    supporter, business = accounts["supporters"][0], accounts["business"]
    with MirasapoClient(base_url) as client:
        client.sign_in_own(supporter["name"], supporter["password"])
        until = end_of_day(months_later(today(), 3))
        request = client.request_disclosure(
            business["business_id"], CONSULTATION, WORDS, ASKED, until
        )
    try:
        yield request
    finally:
        with MirasapoClient(base_url) as client:
            client.sign_in_business(business["persona"])
            client.revoke(request.request_id)


def dictionary_picture(browser: Browser) -> None:
    """The dictionary as it is committed, one programme and one word chosen."""
    with closing(browser.new_page(viewport={"width": 1280, "height": 800})) as page:
        page.goto((ROOT / "data_model" / "generated" / "dictionary.html").as_uri())
        page.fill("#words", "売上高")
        page.select_option("select[data-field=programme]", "04")
        page.screenshot(path=OUT / "dictionary.png")


def business_picture(visit: Visit, request: DisclosureRequest, accounts: dict[str, Any]) -> None:
    """The business's screen with the request, one preview unfolded and one class chosen."""
    name, institution = accounts["business"]["name"], request.institution.name
    visit.sign_in_business(name)
    visit.screen(f"{name}の情報", first=True)
    visit.press("お願いに答える")
    visit.screen("開示のお願い")
    visit.press(f"{institution}のお願いを見る")
    visit.screen(f"{institution}のお願い")
    visit.check("財務情報 を承認する")
    take(visit.page, f"business_{visit.width}.png")


def supporter_picture(visit: Visit, accounts: dict[str, Any]) -> None:
    """The supporter's screen with a business: what is public, and what was approved."""
    supporter, name = accounts["supporters"][0], accounts["business"]["name"]
    visit.sign_in_own(supporter["name"], supporter["password"])
    visit.screen("事業者を探す", first=True)
    visit.write("事業者の名前", name)
    visit.press("この名前で探す")
    visit.press(f"{name}を見る")
    visit.screen(name)
    take(visit.page, f"supporter_{visit.width}.png")


def take(page: Page, name: str) -> None:
    """Save the whole page."""
    page.evaluate("document.fonts.ready")
    page.mouse.move(0, 0)
    page.screenshot(path=OUT / name, full_page=True)


def event_study_picture(browser: Browser, home: Path) -> None:
    """Run the notebook on a new cut of the platform's data and save its figure as it is drawn."""
    surroundings = {**os.environ, "MIRASAPO_HOME": str(home)}
    subprocess.run(
        [sys.executable, "-m", "mirasapo.cli", "ebpm", "cut", "--json"],
        env=surroundings,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    where = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(notebook, timeout=300, resources=where).execute(env=surroundings)
    (cell,) = [cell for cell in notebook.cells if "figure" in cell.metadata.get("tags", [])]
    (drawn,) = [output.data["text/html"] for output in cell.outputs if "data" in output]
    page = browser.new_page(viewport={"width": 960, "height": 600}, device_scale_factor=2)
    page.set_content(f'<meta charset="utf-8"><body style="margin:0">{drawn}</body>')
    page.locator(".plotly-graph-div").screenshot(path=OUT / "event_study.png")
    page.close()


if __name__ == "__main__":
    sys.exit(main())
