"""What `make demo` shows: the story on real and sample data, then who may sign in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mirasapo.app import story
from mirasapo.app.sample.accounts import FILE
from mirasapo.catalog import load_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mirasapo.settings import Settings

DONE = "demo_done"  # in the home: the story has been played here, the next start is a plain start


def show(settings: Settings, tell: Callable[[str], None]) -> int:
    """Play the story where it has not been played yet, then say who may sign in; 1 if a step fails."""
    done = settings.home / DONE
    status = 0
    if done.exists():
        tell(f"物語は、この場所では実行済みです({done.read_text('utf-8').strip()})。")
        tell("もう一度確かめるには mirasapo story を実行してください。")
    else:
        outcomes = play(settings, tell)
        holding = sum(outcome.holds for outcome in outcomes)
        last = f"story: {holding} of {len(outcomes)} steps hold"
        tell(last)
        status = int(holding < len(outcomes))
        if status == 0:
            done.write_text(f"{datetime.now(UTC):%Y-%m-%d}: {last}\n", "utf-8")
    tell(who_may_sign_in(settings.home, settings.base_url))
    return status


def play(settings: Settings, tell: Callable[[str], None]) -> list[story.Outcome]:
    """Play the story against the platform that serves the settings' home, a line a step."""
    inputs = story.Inputs.at_hand()
    tell(inputs.said)
    stage = story.Stage(
        base_url=settings.base_url,
        home=settings.home,
        catalog=load_catalog(),
        invoke=story.command(settings.home),
        inputs=inputs,
    )
    return story.run(stage, story.STEPS, lambda outcome: tell(outcome.line()))


def who_may_sign_in(home: Path, base_url: str) -> str:
    """The sign-in names of the demo, for the terminal of the person who started it."""
    people = story.people(home)
    supporters = "\n".join(
        f"  支援者   {one['name']} / {one['password']}  ({one['institution']})"
        for one in people["supporters"]
    )
    return (
        f"\nサインインの案内 ({base_url})\n"
        f"  事業者   「GビズID(代役)でサインイン」→ {people['business']['name']}\n"
        f"{supporters}\n"
        f"  行政     {people['officer']['name']} / {people['officer']['password']}\n"
        f"  制度     接続ID {people['client']['client_id']} / 秘密 {people['client']['secret']}"
        f" (API、mirasapo push)\n"
        "  分析     make lab (サインインは要りません)\n"
        f"いずれも見本です。{home / FILE} にもあります。\n"
    )
