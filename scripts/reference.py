"""Writes docs/reference/: commands and settings from the code, programmes from the data model."""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from typer.main import get_command

from mirasapo.acquisition.gbizinfo import coverage as gbizinfo
from mirasapo.acquisition.programmes.fields import coverage_page
from mirasapo.catalog import load_catalog
from mirasapo.catalog.documents.programmes import programme_page
from mirasapo.cli.main import GROUPS, app, attach
from mirasapo.errors import refusals
from mirasapo.settings import MEANINGS, Settings
from mirasapo_api import app as _all_of_it  # noqa: F401 - every kind of refusal is known then

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[str]:
    """One row per command that does something: its words, options, and what it does."""
    children = getattr(command, "commands", {})
    for name, child in sorted(children.items()):
        yield from commands(child, (*words, name))
    runs_alone = not children or getattr(command, "invoke_without_command", False)
    if words and runs_alone:
        shown = [_parameter(p) for p in command.params if p.name not in ("help", "version")]
        said = (command.help or command.short_help or "").strip().splitlines()
        yield f"| `mirasapo {' '.join([*words, *shown])}` | {said[0] if said else ''} |"


def _parameter(parameter: click.Parameter) -> str:
    if parameter.param_type_name == "argument":
        return (parameter.name or "").upper() + ("…" if parameter.nargs == -1 else "")
    return f"[{parameter.opts[0]}]"


def cli_page() -> str:
    """docs/reference/cli.md"""
    attach(sorted(GROUPS))
    rows = "\n".join(commands(get_command(app)))
    return (
        "# Commands\n\nEvery command has `--help`. With `--json` the answer is one JSON document\n"
        "on standard output; everything else goes to standard error. Exit codes: 0 done,\n"
        "1 something does not hold, 2 the input cannot be read, 3 not signed in, 4 not allowed,\n"
        "5 not found, 6 conflict, 7 an outside service, 8 not ready.\n\n"
        f"| command | what it does |\n|---|---|\n{rows}\n"
    )


def settings_page() -> str:
    """docs/reference/settings.md"""
    rows = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in sorted(MEANINGS.items()))
    assert len(MEANINGS) >= len(fields(Settings))
    head = "# Settings\n\nRead from the environment once, at the start.\n\n"
    return f"{head}| name | meaning |\n|---|---|\n{rows}\n"


def programmes_page() -> str:
    """docs/reference/programmes.md"""
    return programme_page(load_catalog())


def jgrants_page() -> str:
    """docs/reference/jgrants_fields.md"""
    return coverage_page(
        "jgrants",
        "jGrants の項目",
        "公開API の一覧 (v1) と詳細 (v1・v2) の項目が、制度カタログ (`open.subsidy`、"
        "`open.subsidy_call`、\n`open.subsidy_attachment`) のどの列に入るか。"
        "`data_model/mappings/jgrants.csv` から作られます。手で直しません。",
    )


def problems_page() -> str:
    """docs/reference/problems.md"""
    rows = "\n".join(
        f"| {each.status} | `{each.code}` | `{each.urn()}` | {each.exit_code} | {each.meaning_ja} |"
        for each in refusals()
    )
    return (
        "# Refusals\n\nThe API refuses with `application/problem+json` (RFC 9457): `type`, `title`,\n"
        "`status`, `detail`, and `code`, `what`, `why`, `next_step`; some carry members of their own.\n"
        "A command with `--json` gives the same document without the first four, and the exit code.\n"
        "A code, once published, stays what it is.\n\n"
        f"| status | code | type | exit | meaning |\n|---|---|---|---|---|\n{rows}\n"
    )


def gbizinfo_page() -> str:
    """docs/reference/gbizinfo_fields.md"""
    return gbizinfo.coverage_page(load_catalog())


PAGES = {
    "cli.md": cli_page,
    "gbizinfo_fields.md": gbizinfo_page,
    "jgrants_fields.md": jgrants_page,
    "problems.md": problems_page,
    "programmes.md": programmes_page,
    "settings.md": settings_page,
}


def main() -> None:
    """Write all pages."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        text = re.sub(r"[ \t]+$", "", page(), flags=re.MULTILINE)
        (REFERENCE / name).write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
