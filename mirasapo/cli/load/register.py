"""`mirasapo load nta`: the corporate-number register, from files or its Web-API."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mirasapo.cli.load.parts import LISTED, read_days
from mirasapo.cli.output import Json, answer, note
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

    from mirasapo.settings import Settings


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

    days = read_days(from_day, to_day)
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
    for row in report["refused"][:LISTED]:
        note(f"{row['file']} {row['line']}行目: {row['why']}")
    if len(report["refused"]) > LISTED:
        note(f"ほか{len(report['refused']) - LISTED:,}行。--json で全部を出します。")
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
