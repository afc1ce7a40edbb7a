"""`mirasapo load jgrants|programmes`: the catalogue of support."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

import typer

from mirasapo.cli.load.parts import note_issues
from mirasapo.cli.output import Json, answer, note

Keywords = Annotated[
    list[str] | None,
    typer.Option(help="検索の言葉(2文字以上)。何度でも。省くと、決まった13の言葉で探します。"),
]
Recording = Annotated[
    Path | None, typer.Option(help="jGrants の代わりに使う記録済みの応答のフォルダー。")
]


def load_subsidies(
    keyword: Keywords = None,
    area: Annotated[
        str | None, typer.Option(help="都道府県。全国を対象とする補助金も取り込みます。")
    ] = None,
    open_only: Annotated[bool, typer.Option("--open-only", help="募集中のものだけ。")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="20時間以内に確かめたものも、もう一度確かめます。")
    ] = False,
    recording: Recording = None,
    as_json: Json = False,
) -> None:
    """Load what the keywords find in jGrants, from the service or from a recording of it."""
    from mirasapo.acquisition.jgrants.client import JGrants
    from mirasapo.acquisition.jgrants.config import KEYWORDS
    from mirasapo.acquisition.jgrants.load import FRESH_FOR, load_jgrants
    from mirasapo.acquisition.jgrants.replay import replaying
    from mirasapo.app.root import build

    platform = build()
    with ExitStack() as stack:
        if recording is not None:
            client = JGrants(stack.enter_context(replaying(recording)), rate=0)
        else:
            settings = platform.settings
            client = JGrants(settings.jgrants_url, rate=settings.jgrants_rate)
        report = load_jgrants(
            platform.databases,
            platform.lake,
            platform.catalog,
            stack.enter_context(client),
            keyword or KEYWORDS,
            area=area,
            open_only=open_only,
            fresh_for=timedelta() if again else FRESH_FOR,
        )
    for each in report.incomplete:
        note(f"「{each['keyword']}」の一覧: {each['why']}")
    if report.none:
        note(f"一覧にあって詳細のない補助金: {'、'.join(report.none)}")
    note_issues(report.issues)
    if report.unknown:
        note(f"対応表にない項目: {'、'.join(report.unknown)}")
    answer(
        report.as_dict(),
        as_json,
        f"{report.found:,}件が見つかり、新しい{report.new:,}件と変わった{report.changed:,}件を"
        f"取り込みました(同じ {report.same:,}、さきほど確かめた {report.recent:,})。"
        f"ファイルは{report.attachments:,}個です。",
    )


def load_programmes(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV か JSON のファイル")],
    source: Annotated[Literal["mirasapo_navi", "jnet21"], typer.Option(help="一覧の出所。")],
    as_json: Json = False,
) -> None:
    """Load a list of support as its publisher made it."""
    from mirasapo.acquisition import jnet21, mirasapo_navi
    from mirasapo.acquisition.programmes.files import load_file
    from mirasapo.app.root import build

    complete = {each.SOURCE: each.complete for each in (jnet21, mirasapo_navi)}[source]
    platform = build()
    report = load_file(platform.databases, platform.lake, platform.catalog, file, source, complete)
    note_issues(report.issues)
    answer(
        report.as_dict(),
        as_json,
        f"{report.rows_read:,}行を読み、新しい{report.new:,}件と変わった{report.changed:,}件を"
        f"取り込みました(同じ {report.same:,}、前の版 {report.older:,})。"
        f"16制度に結び付くものは{report.linked:,}件です。",
    )
