"""The filings of an export through its mapping: all checked first, then sent one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from mirasapo.cli.output import answer, note
from mirasapo.errors import BadInput, Conflict, FaultyFiling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from mirasapo.client import MirasapoClient
    from mirasapo.intake.export.filings import CellFault, Export, ExportedFiling

_SHOWN = 20


def push_export(
    path: Path,
    mapping: Path,
    attachments: Mapping[str, bytes],
    client_id: str,
    secret: str,
    url: str | None,
    *,
    dry_run: bool,
    skip_faulty: bool,
    as_json: bool,
) -> None:
    """Check every row, then send the filings; nothing is sent while any row is at fault.

    `skip_faulty` leaves out the filings at fault. To send the same file again is safe: a filing that
    was taken in answers with the same receipt. Raises BadInput with every fault by row and column,
    and where the platform refused a filing, with what became of each.
    """
    from mirasapo.catalog import load_catalog
    from mirasapo.cli.output import read_file
    from mirasapo.client import MirasapoClient
    from mirasapo.intake.export.filings import read_export
    from mirasapo.intake.export.mapping import load_mapping
    from mirasapo.settings import Settings, require_web_address

    catalog = load_catalog()
    content = read_file(path)
    export = read_export(catalog, load_mapping(catalog, mapping), content, attachments)
    faults = export.all_faults
    _tell(faults)
    if faults and not skip_faulty:
        raise BadInput(
            f"{path.name} に誤りが {len(faults)} 件あります。何も送っていません。",
            "行と列ごとに示しました。",
            "直して送り直すか、--skip-faulty で誤りのない申請だけを送ってください。",
            faults=[fault.as_dict() for fault in faults],
        )
    good = [each for each in export.filings if not each.faults]
    address = require_web_address("--url", url) if url else Settings.from_environment().base_url
    with MirasapoClient(address) as client:
        system = client.sign_in_client(client_id, secret)
        sent = [_send(system, each, attachments, dry_run=dry_run) for each in good]
    refused = [each for each in sent if "refusal" in each]
    told: dict[str, Any] = {
        "dry_run": dry_run,
        "filings": len(export.filings),
        "accepted": len(sent) - len(refused),
        "refused": len(refused),
        "skipped": len(export.filings) - len(good),
        "faults": [fault.as_dict() for fault in faults],
        "sent": sent,
    }
    if refused:
        for each in refused:
            note(_refused(each))
        raise BadInput(
            f"{len(sent)} 件のうち {len(refused)} 件の申請が受け取られませんでした。",
            "理由は行ごとに示しました。",
            "直して同じファイルをもう一度送ってください。受け取られた申請は二度は受け取られません。",
            **told,
        )
    answer(told, as_json, "\n".join(_lines(told, export)))


def _send(
    system: MirasapoClient,
    filing: ExportedFiling,
    attachments: Mapping[str, bytes],
    *,
    dry_run: bool,
) -> dict[str, Any]:
    """What became of one filing; a refusal of one does not stop the others."""
    named = {name: attachments[name] for name in sorted(filing.files & attachments.keys())}
    told: dict[str, Any] = {"rows": filing.rows, "readings": filing.readings}
    try:
        found: Any = (
            system.rehearse(filing.body, named) if dry_run else system.push(filing.body, named)
        )
    except (FaultyFiling, Conflict) as refusal:
        return told | {"refusal": refusal.document}
    return told | {"receipt": msgspec.to_builtins(found)}


def _tell(faults: Sequence[CellFault]) -> None:
    for fault in faults[:_SHOWN]:
        column = f"「{fault.column}」" if fault.column else ""
        note(f"{fault.row}行目{column}: {fault.what}{fault.why}")
    if len(faults) > _SHOWN:
        note(f"ほか {len(faults) - _SHOWN} 件。--json で全件が出ます。")


def _refused(sent: Mapping[str, Any]) -> str:
    rows = "・".join(map(str, sent["rows"]))
    return f"{rows}行目の申請: {sent['refusal']['what']}{sent['refusal']['why']}"


def _lines(told: Mapping[str, Any], export: Export) -> Iterator[str]:
    done = "受け取られます(試し送り)" if told["dry_run"] else "受け取られました"
    yield f"{told['filings']} 件のうち {told['accepted']} 件が{done}。"
    if told["skipped"]:
        yield f"誤りのある {told['skipped']} 件は送っていません。"
    read = sum(len(each.readings) for each in export.filings)
    if read:
        yield f"人の書き方の値を {read} か所で読み替えました(--json で一つずつ出ます)。"
