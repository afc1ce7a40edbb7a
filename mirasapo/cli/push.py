"""`mirasapo push FILE…`: send filings as a programme's system does, over the API.

With a mapping the file is an export (CSV or Excel), and every row or group of rows is a filing. With
`--batch` it is an NDJSON of many filings, and the attachments are uploaded before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec
import typer

from mirasapo.cli.output import Json, answer, note, read_file, require_file
from mirasapo.errors import BadInput, Conflict, FaultyFiling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.client import Receipt, Rehearsal

Filings = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE…",
        help="申請の JSON 一つ、または記入様式の Excel(.xlsx)とそれを入れたフォルダー。"
        "--mapping があれば CSV か .xlsx の出力",
    ),
]
Programme = Annotated[
    str | None, typer.Option("--programme", help="制度番号。Excel がこの制度の様式かを確かめます。")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help="誤りに印をつけた Excel の写しの、ファイル名かフォルダー。省くと元の隣の …_確認.xlsx",
    ),
]
Attached = Annotated[
    list[Path] | None, typer.Option("--attach", help="添付ファイル。何度でも指定できます。")
]
Url = Annotated[
    str | None,
    typer.Option("--url", help="送り先。省くと設定の MIRASAPO_BASE_URL です。"),
]
ClientId = Annotated[
    str, typer.Option("--client-id", envvar="MIRASAPO_CLIENT_ID", help="制度システムの接続ID")
]
Secret = Annotated[
    str,
    typer.Option(
        "--secret", envvar="MIRASAPO_CLIENT_SECRET", help="接続の秘密。環境変数で渡せます。"
    ),
]
Key = Annotated[
    str | None,
    typer.Option("--key", help="Idempotency-Key。同じ鍵で送り直しても、二度は受け取られません。"),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", help="出力ファイルの対応表(mirasapo map で作り、確かめたもの)"),
]
SkipFaulty = Annotated[
    bool,
    typer.Option("--skip-faulty", help="誤りのある申請を除き、ほかを送ります(--mapping のとき)。"),
]
Batched = Annotated[
    bool, typer.Option("--batch", help="一行に一件の NDJSON をまとめて送り、済むまで待ちます。")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="検査だけを受けます。何も保存されません。")]


_TABLES = (".csv", ".tsv", ".txt")


def push(
    filings: Filings,
    client_id: ClientId,
    secret: Secret,
    attach: Attached = None,
    programme: Programme = None,
    out: Out = None,
    url: Url = None,
    key: Key = None,
    mapping: MappingFile = None,
    *,
    batch: Batched = False,
    dry_run: DryRun = False,
    skip_faulty: SkipFaulty = False,
    as_json: Json = False,
) -> None:
    """申請と添付ファイルを送り、受け取られたファイルとその識別値を表示します。

    Excel の申請は、誤りがあれば、その欄に印をつけた写しを作ります。
    """
    if batch:
        from mirasapo.cli.push_batch import push_batch

        if (
            mapping is not None
            or programme is not None
            or out is not None
            or skip_faulty
            or dry_run
        ):
            raise BadInput(
                "まとめて送る申請に使えない指定があります。",
                "--mapping・--programme・--out・--skip-faulty・--dry-run は、--batch とは使えません。",
                "--batch だけを指定してください。",
            )
        push_batch(_one(filings), attach or [], (client_id, secret), url, key, as_json=as_json)
        return
    if mapping is not None:
        from mirasapo.cli.push_export import push_export

        files = read_attachments(attach or [])
        only = {"dry_run": dry_run, "skip_faulty": skip_faulty}
        push_export(_one(filings), mapping, files, client_id, secret, url, as_json=as_json, **only)
        return
    for each in filings:
        if each.suffix.lower() in _TABLES:
            raise BadInput(
                f"{each} を送るには対応表が必要です。",
                "列がどの項目か、分かりません。",
                "mirasapo map で案を作り、確かめてから --mapping で指定してください。",
            )
    from mirasapo.cli.workbooks import ENDINGS
    from mirasapo.client import MirasapoClient
    from mirasapo.settings import Settings, require_web_address

    address = require_web_address("--url", url) if url else Settings.from_environment().base_url
    attachments = read_attachments(attach or [])
    if any(each.is_dir() or each.suffix.lower() in ENDINGS for each in filings):
        wanted = _Workbooks(programme, out, attachments, key, dry_run)
        _push_workbooks(address, (client_id, secret), filings, wanted, as_json=as_json)
        return
    body = read_file(_one(filings))
    with MirasapoClient(address) as client:
        system = client.sign_in_client(client_id, secret)
        try:
            if dry_run:
                found: Receipt | Rehearsal = system.rehearse(body, attachments)
            else:
                found = system.push(body, attachments, key=key)
        except FaultyFiling as refusal:
            for fault in refusal.members.get("faults", []):
                note(f"{fault['item']}「{fault['label']}」: {fault['what']}{fault['why']}")
            raise
    answer(msgspec.to_builtins(found), as_json, "\n".join(_lines(found)))


class _Workbooks(NamedTuple):
    """What was asked for besides the workbooks."""

    programme: str | None
    out: Path | None
    attachments: dict[str, bytes]
    key: str | None
    dry_run: bool


def _push_workbooks(
    address: str, system: tuple[str, str], given: list[Path], wanted: _Workbooks, *, as_json: bool
) -> None:
    """Send workbooks; exits with the code of the first refusal, after telling of all."""
    from mirasapo.catalog import load_catalog
    from mirasapo.cli.workbooks import ENDING, Sending, lines, send_all, workbooks
    from mirasapo.client import MirasapoClient

    files = workbooks(given)
    one_copy = wanted.out is not None and wanted.out.suffix.lower() == ENDING
    if len(files) > 1 and (one_copy or wanted.attachments or wanted.key):
        raise BadInput(
            "複数の Excel に、一つのものが指定されています。",
            "--attach と --key は一つの申請のもの、--out のファイル名は一つの写しのものです。",
            "添付ファイルは Excel と同じフォルダーに置き、--out にはフォルダーを指定してください。",
        )
    for file in files:
        require_file(file)
    _require_place(wanted.out, is_file=one_copy)
    catalog = load_catalog()
    if wanted.programme is not None:
        catalog.programme(wanted.programme)
    with MirasapoClient(address) as client:
        sending = Sending(
            catalog,
            client.sign_in_client(*system),
            wanted.programme,
            wanted.out,
            wanted.attachments,
            wanted.key,
            wanted.dry_run,
        )
        sent = send_all(sending, files)
    refused = [each.refusal for each in sent if each.refusal is not None]
    told = {
        "accepted": len(sent) - len(refused),
        "refused": len(refused),
        "files": [each.as_dict() for each in sent],
    }
    answer(told, as_json, "\n".join(lines(sent)))
    if refused:
        raise typer.Exit(refused[0].exit_code)


def _require_place(out: Path | None, *, is_file: bool) -> None:
    """Make the folder for the copies. Raises Conflict for a file that is there already."""
    if out is None:
        return
    if is_file and out.exists():
        raise Conflict(
            f"ファイル {out} がすでにあります。",
            "書き込んだものを失わないように、上書きしません。",
            "別の名前を --out で指定してください。",
        )
    folder = out.parent if is_file else out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise BadInput(
            f"{folder} をフォルダーとして使えません。",
            "同じ名前のファイルがあります。",
            "別の名前を --out で指定してください。",
        ) from None


def _one(filings: list[Path]) -> Path:
    if len(filings) > 1:
        raise BadInput(
            "JSON の申請と出力ファイルは、一度に一つだけ送れます。",
            f"ファイルが {len(filings)} 個指定されています。",
            "一つずつ送るか、Excel の様式(.xlsx)で送ってください。",
        )
    return filings[0]


def _lines(found: Receipt | Rehearsal) -> Iterator[str]:
    from mirasapo.client import Rehearsal

    if isinstance(found, Rehearsal):
        yield found.what
    else:
        yield f"受け取られました。申請 {found.filing_id} 第{found.version_no}版"
    for file in found.accepted:
        yield f"{file.name}  {file.sha256}"
    for warning in found.warnings:
        yield f"確かめてください: {warning.what}"
    for reading in found.readings:
        row = "" if reading.row is None else f"{reading.row}行目 "
        yield f"読み替え: {row}「{reading.label}」 {reading.what}"


def read_attachments(paths: list[Path]) -> dict[str, bytes]:
    """The files by name. Raises BadInput for one that cannot be read, or a name twice."""
    found: dict[str, bytes] = {}
    for path in paths:
        if path.name in found:
            raise BadInput(
                f"添付ファイル {path.name} が二つあります。",
                "添付は名前で区別されます。",
                "どちらかの名前を変えてください。",
            )
        found[path.name] = read_file(path)
    return found
