"""Filings written in Excel, sent one by one; what is at fault comes back as a marked copy.

A workbook is sent in earnest only when every cell of it could be read. One with faults is only
checked, so that the copy shows what the intake says of the rest, too.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import chain, count
from typing import TYPE_CHECKING, Any

import msgspec

from mirasapo.catalog import Fault
from mirasapo.catalog.workbook import CellFault, mark, place, read_workbook
from mirasapo.cli.output import read_file
from mirasapo.client import Rehearsal
from mirasapo.errors import BadInput, Conflict, FaultyFiling, MirasapoError, NotAllowed, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from mirasapo.catalog import Catalog
    from mirasapo.catalog.workbook import Reading
    from mirasapo.client import MirasapoClient, Receipt

ENDING = ".xlsx"
ENDINGS = (ENDING, ".xlsm", ".xlsb", ".xls", ".ods")  # those that are not read are told why
_LISTED = 20
_COPY = re.compile(r"(.+)_確認([0-9]*)")
_OF_THE_FILE = (BadInput, Conflict, NotAllowed, NotFound)  # the next file may fare better


@dataclass(slots=True)
class Sent:
    """What became of a workbook: its receipt, or why it was refused; `copy` is the marked one."""

    file: Path
    receipt: Receipt | Rehearsal | None = None
    refusal: MirasapoError | None = None
    faults: Sequence[CellFault] = ()
    copy: Path | None = None

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        refusal = self.refusal and {
            name: self.refusal.document[name] for name in ("code", "what", "why", "next_step")
        }
        return {
            "file": self.file,
            "accepted": self.receipt is not None,
            "receipt": msgspec.to_builtins(self.receipt),
            "refusal": refusal,
            "faults": [asdict(fault) for fault in self.faults],
            "copy": self.copy,
        }


def workbooks(given: Sequence[Path]) -> list[Path]:
    """The workbooks: each as given, of each folder all in it, a marked copy in place of its original.

    Raises BadInput for a folder without any, and for one that cannot be read.
    """
    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        inside: dict[str, tuple[int, Path]] = {}
        for file in sorted(path.glob(f"*{ENDING}")):
            if not file.name.startswith("~$"):  # which Excel makes while one is open
                name, number = _copied(file)
                inside[name] = max(inside.get(name, (-1, file)), (number, file))
        if not inside:
            raise BadInput(
                f"フォルダー {path} に Excel のブックがありません。",
                f"名前が {ENDING} で終わるファイルを探しました。",
                "フォルダーを確かめてください。",
            )
        found += [file for _, file in inside.values()]
    return list(dict.fromkeys(found))


def _copied(file: Path) -> tuple[str, int]:
    """The name of the original, and which copy of it this is; 0 for the original itself."""
    copied = _COPY.fullmatch(file.stem)
    return (copied[1], int(copied[2] or 1)) if copied else (file.stem, 0)


@dataclass(slots=True)
class Sending:
    """One run: who sends, of which programme (None: any), where copies go (None: beside)."""

    catalog: Catalog
    system: MirasapoClient
    programme: str | None = None
    out: Path | None = None
    attached: Mapping[str, bytes] = field(default_factory=dict)
    key: str | None = None
    dry_run: bool = False

    def send(self, file: Path, content: bytes) -> Sent:
        """Send one workbook. Raises what concerns the others as well: no sign-in, no platform."""
        sent = Sent(file)
        try:
            reading = read_workbook(self.catalog, content)
            self._check_programme(reading)
        except BadInput as refusal:
            sent.refusal = refusal
            return sent
        try:
            sent.receipt = self._push(file, reading)
        except _OF_THE_FILE as refusal:
            sent.refusal = refusal
            sent.faults = place(reading, _faults(refusal))
        if reading.faults:  # whatever the intake would say of the rest
            sent.receipt = None
            sent.faults = sent.faults or reading.faults
            sent.refusal = _faulty(len(sent.faults))
        if sent.faults:
            sent.copy = self._keep_copy(file, mark(content, sent.faults))
        return sent

    def _check_programme(self, reading: Reading) -> None:
        if self.programme not in (None, reading.programme):
            raise BadInput(
                f"制度 {self.programme} の記入様式ではありません。",
                f"制度 {reading.programme} の様式に書かれています。",
                "ファイルか --programme を確かめてください。",
            )

    def _push(self, file: Path, reading: Reading) -> Receipt | Rehearsal:
        named = [str(each["name"]) for each in reading.payload["attachments"]]
        files = {**_beside(file, named), **self.attached}
        if self.dry_run or reading.faults:
            return self.system.rehearse(reading.payload, files)
        return self.system.push(reading.payload, files, key=self.key)

    def _keep_copy(self, file: Path, content: bytes) -> Path:
        """Write the copy under a name that is free: somebody may have written in an earlier one."""
        name, newest = _copied(file)
        folder = self.out or file.parent
        asked = []
        if folder.suffix.lower() == ENDING:
            asked, folder = [folder], folder.parent
        numbered = (
            folder / f"{name}_確認{number if number > 1 else ''}{ENDING}"
            for number in count(newest + 1)
        )
        for path in chain(asked, numbered):
            with suppress(FileExistsError), path.open("xb") as stream:
                stream.write(content)
                break
        return path


def _beside(file: Path, names: Sequence[str]) -> dict[str, bytes]:
    """The attachments that lie beside the workbook; a name that leads elsewhere is none."""
    paths = {name: file.parent / name for name in names if name and "\0" not in name}
    return {
        name: path.read_bytes()
        for name, path in paths.items()
        if path.name == name and path.is_file()
    }


def _faults(refusal: MirasapoError) -> list[Fault]:
    """What the intake found, and a version that does not follow; nothing for anything else."""
    if isinstance(refusal, FaultyFiling):
        return [Fault(**fault) for fault in refusal.members.get("faults", [])]
    if isinstance(refusal, Conflict):
        return [Fault("version", "申請の版", refusal.why, refusal.next_step)]
    return []


def _faulty(count: int) -> FaultyFiling:
    return FaultyFiling(
        f"申請に誤りが {count} 件あります。",
        "読めない欄があるので、送っていません。",
        "印をつけた写しを直して、送り直してください。",
    )


def send_all(sending: Sending, files: Sequence[Path]) -> list[Sent]:
    """Send them in order. What stops the whole run is the refusal of all that are left."""
    sent: list[Sent] = []
    stopped: MirasapoError | None = None
    for file in files:
        if stopped is None:
            try:
                sent.append(sending.send(file, read_file(file)))
            except MirasapoError as refusal:
                stopped = refusal
                sent.append(Sent(file, refusal=refusal))
        else:
            sent.append(Sent(file, refusal=_not_sent(stopped)))
    return sent


def _not_sent(stopped: MirasapoError) -> MirasapoError:
    return type(stopped)("送っていません。", stopped.what, stopped.next_step)


def lines(sent: Sequence[Sent]) -> Iterator[str]:
    """What a person reads of it."""
    for each in sent:
        if isinstance(each.receipt, Rehearsal):
            yield f"{each.file}: {each.receipt.what}"
        elif each.receipt is not None:
            receipt = each.receipt
            yield f"{each.file}: 受け取られました。申請 {receipt.filing_id} 第{receipt.version_no}版"
            yield from (f"  {file.name}  {file.sha256}" for file in receipt.accepted)
        elif each.refusal is not None:
            yield f"{each.file}: {each.refusal.sentence}"
        if each.receipt is not None:
            yield from (f"  確かめてください: {warning.what}" for warning in each.receipt.warnings)
        for fault in each.faults[:_LISTED]:
            where = " ".join(filter(None, (fault.sheet, fault.cell, f"「{fault.label}」")))
            yield f"  {where}: {fault.what}{fault.why}"
        if len(each.faults) > _LISTED:
            yield f"  ほか{len(each.faults) - _LISTED:,}件。"
        if each.copy is not None:
            yield f"  印をつけた写し: {each.copy}"
    accepted = sum(each.receipt is not None for each in sent)
    if len(sent) > 1:
        yield f"{len(sent)}件のうち {accepted}件が受け取られ、{len(sent) - accepted}件は断られました。"
