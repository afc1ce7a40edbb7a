"""`mirasapo push FILE`: send a filing as a programme's system does, over the API.

With a mapping the file is an export (CSV or Excel), and every row or group of rows is a filing.
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

    from mirasapo.client import Receipt, Rehearsal

Filing = Annotated[
    Path, typer.Argument(metavar="FILE", help="申請の JSON。--mapping があれば CSV か .xlsx")
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
DryRun = Annotated[bool, typer.Option("--dry-run", help="検査だけを受けます。何も保存されません。")]


_TABLES = (".csv", ".tsv", ".txt", ".xlsx")


def push(
    filing: Filing,
    client_id: ClientId,
    secret: Secret,
    attach: Attached = None,
    url: Url = None,
    key: Key = None,
    mapping: MappingFile = None,
    *,
    dry_run: DryRun = False,
    skip_faulty: SkipFaulty = False,
    as_json: Json = False,
) -> None:
    """申請と添付ファイルを送り、受け取られたファイルとその識別値を表示します。"""
    if mapping is not None:
        from mirasapo.cli.push_export import push_export

        files = read_attachments(attach or [])
        only = {"dry_run": dry_run, "skip_faulty": skip_faulty}
        push_export(filing, mapping, files, client_id, secret, url, as_json=as_json, **only)
        return
    if filing.suffix.lower() in _TABLES:
        raise BadInput(
            f"{filing} を送るには対応表が必要です。",
            "CSV や Excel の列がどの項目か、分かりません。",
            "mirasapo map で案を作り、確かめてから --mapping で指定してください。",
        )
    from mirasapo.client import MirasapoClient
    from mirasapo.settings import Settings, require_web_address

    body = read_file(filing)
    attachments = read_attachments(attach or [])
    address = require_web_address("--url", url) if url else Settings.from_environment().base_url
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


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises BadInput."""
    try:
        return path.read_bytes()
    except OSError:
        raise BadInput(
            f"ファイル {path} を読めません。",
            "ないか、フォルダーか、読む権限がありません。",
            "場所と名前を確かめてください。",
        ) from None


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
