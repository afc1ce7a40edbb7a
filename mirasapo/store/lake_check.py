"""The lake against its manifest: every object is read and hashed, what is too much or too little told.

It goes shard by shard (`lake.SHARDS`), so the memory it takes is that of one two-hundred-and-fifty-sixth
of the names. Where it stands is written down after each: a check of many millions of objects that was
stopped goes on there. Intake may go on meanwhile: what came or went while a shard was read is not
taken for a fault.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from mirasapo.errors import BadInput, NotFound
from mirasapo.store.lake import SHARDS, CorruptObject
from mirasapo.store.payloads import Slice, read_payload, slices_where
from mirasapo.store.tables import payload

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import ColumnElement

    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

Manifest = Callable[[str], Iterable[str]]
"""The hashes of the objects that the lake should hold and that begin with a shard's two digits."""
Within = Callable[[str], Mapping[str, Slice]]
"""What lies within those objects of the shard that are batches, by its own hash."""
Progress = Callable[[int, int | None], object]
"""Is told how much is done, and of how much; None where nobody knows."""
_READERS = 4


@dataclass(slots=True)
class LakeReport:
    """What a check of the lake found, as hashes; `strange` are names that are no hash.

    A filing of a batch is checked in its place in the batch's object, and counted like the others.

    `unfinished` names the shards that are left; empty when all was read.
    """

    checked: int = 0
    corrupt: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    unfinished: list[str] = field(default_factory=lambda: list(SHARDS))

    @property
    def sound(self) -> bool:
        """Nothing is corrupt or missing; an orphan is the remains of a refused transaction."""
        return not (self.corrupt or self.missing or self.strange or self.unfinished)


def check_lake(
    lake: Lake,
    manifest: Manifest | None = None,
    within: Within | None = None,
    *,
    notes: Path | None = None,
    resume: bool = False,
    progress: Progress | None = None,
    total: int | None = None,
) -> LakeReport:
    """Read and hash every object, and compare the names with those of the manifest.

    Without a manifest only the bytes are checked: nothing is missing or an orphan then. `notes` is
    the file where a check keeps how far it is; it is gone when all was read. With `resume` a check
    goes on from there, and begins anew where there is none. `total` is how many objects there
    should be. Raises NotReady when the lake does not answer; the notes then stay, and BadInput for
    notes that cannot be read.
    """
    report = _noted(notes) if resume and notes is not None else LakeReport()
    tell = progress or (lambda _done, _total: None)
    if len(report.unfinished) == len(SHARDS):
        report.strange += lake.strangers()
    tell(report.checked, total)
    with ThreadPoolExecutor(_READERS) as readers:
        for shard in list(report.unfinished):
            _check_shard(lake, manifest, shard, report, readers)
            if within is not None:
                _check_slices(lake, within, shard, report, readers)
            report.unfinished.remove(shard)
            if notes is not None:
                _note(notes, report)
            tell(report.checked, total)
    if notes is not None:
        notes.unlink(missing_ok=True)
    return report


def verify_lake(
    databases: Databases,
    lake: Lake,
    home: Path,
    *,
    resume: bool = False,
    progress: Progress | None = None,
) -> LakeReport:
    """`check_lake` against the manifest in the database, with its notes in `home`."""
    columns = payload.c

    def manifest(shard: str) -> list[str]:
        own = select(columns.sha256).where(columns.within_sha256.is_(None))
        with databases.intake.connect() as conn:
            return list(conn.scalars(own.where(_of_shard(columns.sha256, shard))))

    def within(shard: str) -> dict[str, Slice]:
        with databases.intake.connect() as conn:
            return slices_where(conn, _of_shard(columns.within_sha256, shard))

    with databases.intake.connect() as conn:
        total = conn.scalars(select(func.count()).select_from(payload)).one()
    notes = home / "lake_verify.json"
    asked: dict[str, Any] = {"notes": notes, "resume": resume, "progress": progress}
    return check_lake(lake, manifest, within, **asked, total=total)


def _of_shard(column: ColumnElement[str], shard: str) -> ColumnElement[bool]:
    return (column >= shard) & (column < f"{shard}g")  # after the last digit


def _check_shard(
    lake: Lake,
    manifest: Manifest | None,
    shard: str,
    report: LakeReport,
    readers: ThreadPoolExecutor,
) -> None:
    hashes, strange = lake.shard(shard)
    listed = sorted(hashes)
    states = dict(zip(listed, readers.map(lambda each: _state(lake, each), listed), strict=True))
    found = {digest for digest, state in states.items() if state != "gone"}
    report.checked += len(found)
    report.corrupt += [digest for digest, state in states.items() if state == "corrupt"]
    report.strange += sorted(strange)
    if manifest is None:
        return
    wanted = set(manifest(shard))  # after the names: what has come since is in the lake before
    absent = {digest for digest in wanted - found if not lake.exists(digest)}
    if absent:
        absent &= set(manifest(shard))  # what was erased meanwhile is gone from both
    report.missing += sorted(absent)
    report.orphans += sorted(found - wanted)


def _check_slices(
    lake: Lake, within: Within, shard: str, report: LakeReport, readers: ThreadPoolExecutor
) -> None:
    """Hash the filings of the shard's batches in their places."""
    found = within(shard)
    states = readers.map(lambda each: _state_within(lake, *each), found.items())
    bad = {digest: state for digest, state in zip(found, states, strict=True) if state != "sound"}
    if bad:  # of a batch of which a line was erased meanwhile the places are others now
        again = within(shard)
        still = {digest for digest in bad if again.get(digest) == found[digest]}
        report.corrupt += [digest for digest in bad if digest in still and bad[digest] == "corrupt"]
        report.missing += [digest for digest in bad if digest in still and bad[digest] == "gone"]
    report.checked += len(found)


def _state_within(lake: Lake, digest: str, place: Slice) -> str:
    try:
        read_payload(lake, digest, place)
    except CorruptObject:
        return "corrupt"
    except NotFound:
        return "gone"
    return "sound"


def _state(lake: Lake, digest: str) -> str:
    try:
        return "sound" if lake.intact(digest) else "corrupt"
    except NotFound:
        return "gone"


def _note(notes: Path, report: LakeReport) -> None:
    """Write how far the check is, whole or not at all."""
    scratch = notes.with_name(f"{notes.name}.new")
    with scratch.open("w", encoding="utf-8") as file:
        json.dump(asdict(report), file)
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(notes)


def _noted(notes: Path) -> LakeReport:
    try:
        kept: dict[str, Any] = json.loads(notes.read_text("utf-8"))
        return LakeReport(**kept)
    except FileNotFoundError:
        return LakeReport()
    except (ValueError, TypeError):
        raise BadInput(
            "検証の続きから始められません。",
            "どこまで確かめたかの記録を読めません。",
            "--resume を付けずに、初めから確かめてください。",
        ) from None
