"""A batch of filings: its attachments are uploaded, then the NDJSON is sent, and waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import typer

from mirasapo.cli.output import answer, note, require_file
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 20


def push_batch(
    path: Path,
    attach: list[Path],
    system: tuple[str, str],
    url: str | None,
    key: str | None,
    *,
    as_json: bool,
) -> None:
    """Send a batch and say what became of it; exits as BadInput where a line was refused.

    Raises BadInput for a file that cannot be read: nothing is sent then.
    """
    from mirasapo.client import MirasapoClient
    from mirasapo.settings import Settings, require_web_address

    address = require_web_address("--url", url) if url else Settings.from_environment().base_url
    for each in [path, *attach]:
        require_file(each)
    with MirasapoClient(address) as client:
        sender = client.sign_in_client(*system)
        for each in attach:
            sender.upload(each)
        sent = sender.push_batch(path, key=key)
        note(f"{sent.received} 件を送りました。一括送信 {sent.batch_id}")
        found = sender.wait_for(sent)
        lines = list(sender.refused_lines(found.batch_id)) if found.refused else []
    for line in lines[:_SHOWN]:
        note(f"{line.line_no}行目: {line.what}{line.why}{line.next_step}")
        for fault in line.faults:
            if fault["item"]:  # else it says of the line what was said
                note(f"  {fault['item']}「{fault['label']}」: {fault['what']}{fault['why']}")
    if len(lines) > _SHOWN:
        note(f"ほか {len(lines) - _SHOWN} 行が断られました。--json で全ての行を表示します。")
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
