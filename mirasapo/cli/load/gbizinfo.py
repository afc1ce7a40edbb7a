"""`mirasapo load gbizinfo`: what was published about corporations."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mirasapo.cli.load.parts import LISTED, read_days
from mirasapo.cli.output import Json, answer, note
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

    from mirasapo.acquisition.gbizinfo.client import GbizInfo
    from mirasapo.acquisition.gbizinfo.question import Question
    from mirasapo.acquisition.gbizinfo.run import RunReport
    from mirasapo.settings import Settings

_TOLD_EVERY = 100


Numbers = Annotated[list[str] | None, typer.Argument(metavar="[NUMBER…]", help="法人番号")]
Recording = Annotated[
    Path | None,
    typer.Option(
        help="gBizINFO の代わりに使う記録済みの応答(JSON ファイルかフォルダー)。"
        "番号を省くと記録にあるすべてを取り込みます。"
    ),
]
Search = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=VALUE",
        help="gBizINFO の検索条件(prefecture=31 など、API の名前のまま)。何度でも。"
        "5万件を超える検索は、分けて問い合わせます。",
    ),
]
UpdatedFrom = Annotated[
    str | None, typer.Option(help="この日から更新のあった法人を取り込みます(2021-07-01)")
]
UpdatedTo = Annotated[str | None, typer.Option(help="この日まで。省くと今日まで(2021-07-31)")]
NumbersFile = Annotated[
    Path | None, typer.Option(help="法人番号を1行に一つ書いたファイル(CSV なら最初の列)")
]
Resume = Annotated[bool, typer.Option("--resume", help="途中で止まった取得の続きをします。")]


def load_published(
    numbers: Numbers = None,
    recording: Recording = None,
    search: Search = None,
    updated_from: UpdatedFrom = None,
    updated_to: UpdatedTo = None,
    numbers_file: NumbersFile = None,
    resume: Resume = False,
    as_json: Json = False,
) -> None:
    """Load what gBizINFO has published, from the service or from a recording of it."""
    from mirasapo.acquisition.gbizinfo import run as runs
    from mirasapo.acquisition.gbizinfo.load import load_gbizinfo
    from mirasapo.acquisition.gbizinfo.numbers import read_numbers
    from mirasapo.app.root import build

    days = read_days(updated_from, updated_to, "--updated-from", "--updated-to")
    _require_one(numbers, search, days, numbers_file, resume)
    platform = build()
    questions, version = _questions(search, days)
    listed = read_numbers(numbers_file) if numbers_file is not None else []
    run = None
    if resume:
        run, version = runs.unfinished(platform.databases)
    gathers = bool(questions or listed or run)
    with ExitStack() as stack:
        if recording is None and not gathers:
            _require_numbers(numbers)
        client, recorded = _connect(stack, platform.settings, recording, version)
        parts = (platform.databases, platform.lake, platform.catalog, client)
        if gathers:
            run = run or runs.start(
                platform.databases, client.version, questions=questions, numbers=listed
            )
            _tell_run(runs.carry_on(*parts, run, _progress), as_json)
            return
        report = load_gbizinfo(*parts, numbers or recorded)
    if report.none:
        note(f"gBizINFO に情報のない法人番号: {'、'.join(report.none)}")
    _note_unread(report.issues, report.unknown)
    answer(
        report.as_dict(),
        as_json,
        f"{report.found}法人の{report.rows_read:,}行を読み、{report.rows_applied:,}行を反映しました。",
    )


def _require_one(*ways: object) -> None:
    if sum(map(bool, ways)) > 1:
        raise BadInput(
            "取り込むものを一つに決められません。",
            "法人番号・--search・--updated-from・--numbers-file・--resume は一緒に使えません。",
            "どれか一つだけを指定してください。",
        )


def _questions(
    search: list[str] | None, days: tuple[date, date] | None
) -> tuple[list[Question], str | None]:
    """What is to be asked, and the version of the API that it takes; None where either does."""
    from mirasapo.acquisition.gbizinfo.question import search_question, update_questions

    if search:
        question, version = search_question(search)
        return [question], version
    return (update_questions(*days) if days is not None else []), None


def _connect(
    stack: ExitStack, settings: Settings, recording: Path | None, version: str | None
) -> tuple[GbizInfo, list[str]]:
    """The service, or a recording in its place with the numbers that it holds."""
    from mirasapo.acquisition.gbizinfo.client import GbizInfo
    from mirasapo.acquisition.gbizinfo.config import VERSIONS
    from mirasapo.acquisition.gbizinfo.replay import replaying
    from mirasapo.acquisition.http import Rest

    if recording is not None:
        replay = stack.enter_context(replaying(recording))
        version = version or replay.version
        client = GbizInfo(replay.base_url, replay.token, rate=0, version=version)
        return stack.enter_context(client), list(replay.numbers)
    _require_token(settings.gbizinfo_token)
    client = GbizInfo(
        settings.gbizinfo_url,
        settings.gbizinfo_token,
        rate=settings.gbizinfo_rate,
        rest=Rest(settings.gbizinfo_rest_after, settings.gbizinfo_rest_minutes * 60),
        version=version or VERSIONS[0],
    )
    return stack.enter_context(client), []


def _tell_run(report: RunReport, as_json: bool) -> None:
    for each in (*report.incomplete, *report.refused)[:LISTED]:
        note(f"{each.get('question', each.get('number'))}: {each['why']}")
    _note_unread(report.issues, report.unknown)
    ended = report.outcomes
    answer(
        report.as_dict(),
        as_json,
        f"{report.questions:,}回の問い合わせで{report.numbers:,}法人が見つかり、"
        f"{ended.get('applied', 0):,}法人を反映しました(同じ {ended.get('same', 0):,}、"
        f"情報のない法人 {ended.get('none', 0):,}、取り込めない法人 {ended.get('refused', 0):,})。",
    )


def _note_unread(issues: int, unknown: list[str]) -> None:
    if issues:
        note(f"確定できず取り込まなかった値が{issues:,}あります(受信データの記録に理由)。")
    if unknown:
        note(f"対応表にない項目: {'、'.join(unknown)}")


def _progress(done: int, total: int | None) -> None:
    """A line every hundred steps, and at the end."""
    if done % _TOLD_EVERY == 0 or done == total:
        note(f"{done:,}回問い合わせました。" if total is None else f"{done:,}/{total:,}法人")


def _require_numbers(numbers: list[str] | None) -> None:
    from mirasapo.acquisition.gbizinfo.client import require_corporate_number

    if not numbers:
        raise BadInput(
            "取り込む法人番号がありません。",
            "gBizINFO には法人番号か、検索か、期間を指定して問い合わせます。",
            "法人番号を並べるか、--search か --updated-from か --recording を指定してください。",
        )
    for number in numbers:
        require_corporate_number(number)


def _require_token(token: str) -> None:
    if not token:
        raise BadInput(
            "gBizINFO の API トークンがありません。",
            "発行されたトークンがないと問い合わせられません。",
            "MIRASAPO_GBIZINFO_TOKEN に設定するか、--recording で記録を指定してください。",
        )
