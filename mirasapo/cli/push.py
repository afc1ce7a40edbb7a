"""`mirasapo push FILE.json`: send a filing as a programme's system does, over the API.

With `--batch` the file is an NDJSON of many filings, and the attachments are uploaded before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from mirasapo.cli.output import Json, answer, note
from mirasapo.errors import BadInput, FaultyFiling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.client import MirasapoClient, Receipt, Rehearsal

Filing = Annotated[Path, typer.Argument(metavar="FILE.json", help="申請の JSON")]
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
Batched = Annotated[
    bool, typer.Option("--batch", help="一行に一件の NDJSON をまとめて送り、済むまで待ちます。")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="検査だけを受けます。何も保存されません。")]


def push(
    filing: Filing,
    client_id: ClientId,
    secret: Secret,
    attach: Attached = None,
    url: Url = None,
    key: Key = None,
    *,
    batch: Batched = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """申請と添付ファイルを送り、受け取られたファイルとその識別値を表示します。"""
    from mirasapo.client import MirasapoClient
    from mirasapo.settings import Settings, require_web_address

    if batch and dry_run:
        raise BadInput(
            "まとめて送る申請の検査だけはできません。",
            "--dry-run は一件ずつの申請のものです。",
            "--batch か --dry-run の、どちらかだけを指定してください。",
        )
    body = b"" if batch else read_file(filing)
    attachments = {} if batch else read_attachments(attach or [])
    address = require_web_address("--url", url) if url else Settings.from_environment().base_url
    with MirasapoClient(address) as client:
        system = client.sign_in_client(client_id, secret)
        if batch:
            _push_batch(system, filing, attach or [], key, as_json)
            return
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


def _push_batch(
    system: MirasapoClient, path: Path, attach: list[Path], key: str | None, as_json: bool
) -> None:
    for each in [path, *attach]:
        _require_file(each)
    for each in attach:
        system.upload(each)
    sent = system.push_batch(path, key=key)
    note(f"{sent.received} 件を送りました。一括送信 {sent.batch_id}")
    found = system.wait_for(sent)
    lines = list(system.refused_lines(found.batch_id)) if found.refused else []
    for line in lines:
        note(f"{line.line_no}行目: {line.what}{line.why}{line.next_step}")
        for fault in line.faults:
            note(f"  {fault['item']}「{fault['label']}」: {fault['what']}{fault['why']}")
    told = {**msgspec.to_builtins(found), "refused_lines": msgspec.to_builtins(lines)}
    ending = "済みました。" if found.finished_at else "まだ処理しています。"
    answer(
        told,
        as_json,
        f"{ending}受け取り {found.accepted} 件、受け取り済み {found.repeated} 件、"
        f"断り {found.refused} 件(全 {found.received} 件)",
    )
    if lines:
        raise typer.Exit(BadInput.exit_code)


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


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises BadInput."""
    try:
        return path.read_bytes()
    except OSError:
        raise _cannot_read(path) from None


def _require_file(path: Path) -> None:
    try:
        path.open("rb").close()
    except OSError:
        raise _cannot_read(path) from None


def _cannot_read(path: Path) -> BadInput:
    return BadInput(
        f"ファイル {path} を読めません。",
        "ないか、フォルダーか、読む権限がありません。",
        "場所と名前を確かめてください。",
    )


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
