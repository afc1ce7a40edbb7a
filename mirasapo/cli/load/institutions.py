"""`mirasapo load institutions`: the directory of support institutions."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mirasapo.cli.load.parts import LISTED
from mirasapo.cli.output import Json, answer, note, read_file, write_new
from mirasapo.errors import BadInput


def load_directory(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="一覧。見出しは --template の様式のとおり"),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="基準日(2026-04-01)。省くと今日")
    ] = None,
    revision: Annotated[
        int, typer.Option(min=1, help="同じ基準日の一覧を訂正するときの番号。")
    ] = 1,
    template: Annotated[
        bool, typer.Option("--template", help="書き込む様式(Excel)を作ります。")
    ] = False,
    out: Annotated[Path, typer.Option("--out", help="様式を書き出すファイル。")] = Path(
        "institutions.xlsx"
    ),
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="受信データの一覧をすべて読み直します。")
    ] = False,
    as_json: Json = False,
) -> None:
    """Load a list, make the form for one, or read all lists again."""
    if template + rebuild + (file is not None) != 1:
        raise BadInput(
            "することを一つに決められません。",
            "一覧のファイル、--template、--rebuild のどれか一つを指定します。",
            "書き方は mirasapo load institutions --help で確かめられます。",
        )
    if template:
        _write_template(out, as_json=as_json)
    elif rebuild:
        _rebuild_directory(as_json=as_json)
    elif file is not None:
        _load_directory(file, _day(as_of), revision, as_json=as_json)


def _write_template(out: Path, *, as_json: bool) -> None:
    from mirasapo.acquisition.institutions.template import template
    from mirasapo.catalog import load_policy

    write_new(out, template(load_policy()))
    answer({"file": out}, as_json, f"{out}\n一行に一つの支援機関を書きます。")


def _rebuild_directory(*, as_json: bool) -> None:
    from mirasapo.acquisition.institutions.load import rebuild_institutions
    from mirasapo.app.root import build

    platform = build()
    done = rebuild_institutions(platform.databases, platform.lake, platform.policy)
    text = (
        f"{done.lists:,}個の一覧を読み直しました。支援機関 {done.institutions:,}。"
        f"内容は読み直す前と{'同じです' if done.same else '違います'}。"
    )
    answer(asdict(done), as_json, text)


def _load_directory(file: Path, as_of: date | None, revision: int, *, as_json: bool) -> None:
    from mirasapo.acquisition.institutions.load import load_institutions
    from mirasapo.app.root import build

    content = read_file(file)
    platform = build()
    try:
        report = load_institutions(
            platform.databases,
            platform.lake,
            platform.policy,
            content,
            as_of_on=as_of,
            revision=revision,
        )
    except BadInput as refusal:
        faults = refusal.members.get("faults", [])
        for each in faults[:LISTED]:
            line = "" if each["line"] is None else f" {each['line']}行目"
            note(f"{file}{line} {each['column']}: {each['what']}{each['why']}")
        if len(faults) > LISTED:
            note(f"ほか{len(faults) - LISTED:,}件。--json で全部を出します。")
        raise
    if report.ignored:
        note(f"読まなかった列: {'、'.join(report.ignored)}")
    again = "(同じ一覧をすでに取り込んでいます)" if report.repeated else ""
    text = (
        f"基準日 {report.as_of_on} の一覧から {report.read:,}機関を読みました{again}。"
        f"新しい {report.new:,}、変わった {report.changed:,}、うち終了 {report.ended:,}。"
        f"今日有効な支援機関は {report.valid:,}です。"
    )
    answer(report.as_dict(), as_json, text)


def _day(said: str | None) -> date | None:
    try:
        return None if said is None else date.fromisoformat(said)
    except ValueError:
        raise BadInput(
            "基準日を読めません。",
            "--as-of は「2026-04-01」の形の日付です。",
            "--as-of 2026-04-01 のように指定してください。",
        ) from None
