"""`mirasapo load`: the register, gBizINFO, the catalogue of support, the support institutions."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo

import typer

from mirasapo.cli.output import Json, answer, note, read_file, write_new
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from mirasapo.acquisition.gbizinfo.client import GbizInfo
    from mirasapo.acquisition.gbizinfo.question import Question
    from mirasapo.acquisition.gbizinfo.run import RunReport
    from mirasapo.settings import Settings

app = typer.Typer(
    help="国税庁・gBizINFO・制度カタログ・支援機関のデータを取り込みます。", no_args_is_help=True
)

_LISTED = 20
_TOLD_EVERY = 100

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE…]",
        help="国税庁法人番号の CSV か zip(全件・差分・Web-API)、またはそれらを入れたフォルダー",
    ),
]
AskedNumbers = Annotated[
    list[str] | None,
    typer.Option("--number", help="法人番号。国税庁の Web-API から取得します(何度でも)"),
]
FromDay = Annotated[
    str | None,
    typer.Option("--from", help="この日からの変更を Web-API から取得します(2021-07-01)"),
]
ToDay = Annotated[
    str | None, typer.Option("--to", help="この日までの変更。省くと今日まで(2021-07-31)")
]
History = Annotated[bool, typer.Option("--history", help="--number の変更履歴も取得します")]
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
Keywords = Annotated[
    list[str] | None,
    typer.Option(help="検索の言葉(2文字以上)。何度でも。省くと、決まった13の言葉で探します。"),
]


@app.command(
    "nta",
    help="国税庁法人番号のファイル、または Web-API の応答を取り込みます。全部で一つの処理です: "
    "一つでも取り込めないファイルがあれば、何も取り込みません。",
)
def load_register(
    files: Files = None,
    number: AskedNumbers = None,
    from_day: FromDay = None,
    to_day: ToDay = None,
    history: History = False,
    as_json: Json = False,
) -> None:
    """Load register files; a refusal carries the same report, with every file refused."""
    from mirasapo.acquisition.nta.load import load_nta
    from mirasapo.app.root import build

    days = _days(from_day, to_day)
    if not files and not number and days is None:
        raise BadInput(
            "取り込むものがありません。",
            "ファイルも、法人番号も、期間も指定されていません。",
            "CSV か zip を並べるか、--number か --from で Web-API に問い合わせてください。",
        )
    platform = build()
    with TemporaryDirectory(prefix="mirasapo-nta-") as folder:
        fetched = _fetch(platform.settings, Path(folder), number or [], days, history=history)
        report = load_nta(
            platform.databases, platform.lake, platform.catalog, [*(files or []), *fetched]
        ).as_dict()
    for row in report["refused"][:_LISTED]:
        note(f"{row['file']} {row['line']}行目: {row['why']}")
    if len(report["refused"]) > _LISTED:
        note(f"ほか{len(report['refused']) - _LISTED:,}行。--json で全部を出します。")
    lost = {end: report["absorbed"].get(end, 0) for end in ("unknown", "cycle")}
    if any(lost.values()):
        note(
            f"承継先をたどれない法人: 承継先が登記の情報にない {lost['unknown']:,}、"
            f"承継先が輪になっている {lost['cycle']:,}。ほかの日のファイルも取り込んでください。"
        )
    answer(
        report,
        as_json,
        f"{_by_day(report['per_file'])}"
        f"{report['files']}個のファイルから{report['rows_read']:,}行を読み、"
        f"{report['rows_applied']:,}行を反映しました"
        f"(読み取れなかった行 {len(report['refused']):,})。"
        f"登記の法人は{report['businesses']:,}になりました。",
    )


def _by_day(files: list[dict[str, Any]]) -> str:
    """A line a file: its days, its rows, how many changed a body; nothing for a single file."""
    if len(files) == 1:
        return ""
    lines = []
    for file in files:
        days = list(file["days"])
        span = "日付なし" if not days else days[0] if len(days) == 1 else f"{days[0]}〜{days[-1]}"
        lines.append(
            f"{Path(file['file']).name}\t{span}\t{file['rows_read']:,}行"
            f"\t反映 {file['rows_applied']:,}\t読めない行 {file['rows_refused']:,}\n"
        )
    return "".join(lines)


def _days(
    first: str | None, last: str | None, begins: str = "--from", ends: str = "--to"
) -> tuple[date, date] | None:
    """The asked days; the last alone is refused, the first alone is until today."""
    if first is None and last is None:
        return None
    try:
        today = datetime.now(ZoneInfo("Asia/Tokyo")).date()
        return date.fromisoformat(first or ""), date.fromisoformat(last) if last else today
    except ValueError:
        raise BadInput(
            "取得する期間を読めません。",
            f"{begins} と {ends} は「2021-07-01」の形の日付です。",
            f"{begins} 2021-07-01 {ends} 2021-07-31 のように指定してください。",
        ) from None


def _fetch(
    settings: Settings,
    folder: Path,
    numbers: list[str],
    days: tuple[date, date] | None,
    *,
    history: bool,
) -> list[Path]:
    """What the Web-API answers for the numbers and the days, as files in `folder`."""
    from mirasapo.acquisition.nta.client import RegisterApi

    if not numbers and days is None:
        return []
    if not settings.nta_id:
        raise BadInput(
            "法人番号 Web-API のアプリケーション ID がありません。",
            "国税庁が発行した ID がないと問い合わせられません。",
            "MIRASAPO_NTA_ID に設定するか、公表サイトのファイルを指定してください。",
        )
    with RegisterApi(settings.nta_url, settings.nta_id, rate=settings.nta_rate) as service:
        files = service.numbers(folder, numbers, history=history) if numbers else []
        return files + (service.changes(folder, *days) if days else [])


@app.command(
    "gbizinfo",
    help="gBizINFO から法人の公表情報を取り込みます。法人番号を並べるか、検索・更新のあった期間・"
    "番号のファイルで指定します。途中で止まった取得は --resume で続けられます。",
)
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

    days = _days(updated_from, updated_to, "--updated-from", "--updated-to")
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
    for each in (*report.incomplete, *report.refused)[:_LISTED]:
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


@app.command("jgrants", help="jGrants の公開API から補助金の情報を取り込みます。")
def load_subsidies(
    keyword: Keywords = None,
    area: Annotated[
        str | None, typer.Option(help="都道府県。全国を対象とする補助金も取り込みます。")
    ] = None,
    open_only: Annotated[bool, typer.Option("--open-only", help="募集中のものだけ。")] = False,
    again: Annotated[
        bool, typer.Option("--again", help="20時間以内に確かめたものも、もう一度確かめます。")
    ] = False,
    recording: Annotated[
        Path | None, typer.Option(help="jGrants の代わりに使う記録済みの応答のフォルダー。")
    ] = None,
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
    _note_issues(report.issues)
    if report.unknown:
        note(f"対応表にない項目: {'、'.join(report.unknown)}")
    answer(
        report.as_dict(),
        as_json,
        f"{report.found:,}件が見つかり、新しい{report.new:,}件と変わった{report.changed:,}件を"
        f"取り込みました(同じ {report.same:,}、さきほど確かめた {report.recent:,})。"
        f"ファイルは{report.attachments:,}個です。",
    )


@app.command(
    "programmes", help="ミラサポplus 制度ナビや J-Net21 の一覧を制度カタログに取り込みます。"
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
    _note_issues(report.issues)
    answer(
        report.as_dict(),
        as_json,
        f"{report.rows_read:,}行を読み、新しい{report.new:,}件と変わった{report.changed:,}件を"
        f"取り込みました(同じ {report.same:,}、前の版 {report.older:,})。"
        f"16制度に結び付くものは{report.linked:,}件です。",
    )


@app.command(
    "institutions",
    help="支援機関の一覧(CSV か Excel)を取り込みます。誤りが一つでもあれば、何も取り込みません。",
)
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
        for each in faults[:_LISTED]:
            line = "" if each["line"] is None else f" {each['line']}行目"
            note(f"{file}{line} {each['column']}: {each['what']}{each['why']}")
        if len(faults) > _LISTED:
            note(f"ほか{len(faults) - _LISTED:,}件。--json で全部を出します。")
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


def _note_issues(issues: list[dict[str, str]]) -> None:
    for each in issues[:_LISTED]:
        note(f"{each['what']}: {each['why']}")
    if len(issues) > _LISTED:
        note(f"ほか{len(issues) - _LISTED:,}件。--json で全部を出します。")


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
