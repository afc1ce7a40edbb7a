"""A list goes in: the file into the lake, its lines as versions, and what disclosure decides by.

What an institution is now is a fold over all lists by their day and revision, never by arrival, so the
same lists in any order give the same directory, and so does reading them again from the lake.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, text

from mirasapo.acquisition.institutions.columns import CERTIFIED
from mirasapo.acquisition.institutions.grid import MAX_BYTES, media_type
from mirasapo.acquisition.institutions.reading import Institution, read_list
from mirasapo.catalog.workbook.opening import Unreadable
from mirasapo.errors import BadInput, Conflict, NotReady
from mirasapo.store.tables import institution_list, institution_version, support_institution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from mirasapo.acquisition.institutions.reading import List
    from mirasapo.catalog import Policy
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

SOURCE = "institution_list"
_JAPAN = ZoneInfo("Asia/Tokyo")
_MOST_FAULTS = 1000
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('open.support_institution'))")
_PAYLOAD = text(
    """
    INSERT INTO core.payload (sha256, size_bytes, media_type, kind, source, faults)
    VALUES (:sha256, :size_bytes, :media_type, :kind, :source, CAST(:faults AS jsonb))
    ON CONFLICT (sha256) DO UPDATE SET kind = excluded.kind, faults = excluded.faults
     WHERE payload.kind = 'refused_institutions'
    """
)
_FOLD = text(
    """
    WITH list AS (
        SELECT as_of_on, revision, lead(as_of_on) OVER (ORDER BY as_of_on, revision) AS next_on
          FROM open.institution_list
    ), newest AS (
        SELECT DISTINCT ON (number) version.*, list.next_on
          FROM open.institution_version AS version
          JOIN list USING (as_of_on, revision)
         ORDER BY number, as_of_on DESC, revision DESC
    )
    INSERT INTO open.support_institution AS known
           (institution_id, number, name, kind, region, certified_institution_number, certified_on,
            certified_until, as_of_on, valid_from, valid_until)
    SELECT institution_id, number, name, kind, region, certified_institution_number, certified_on,
           certified_until, as_of_on,
           CASE WHEN kind = :certified THEN certified_on END,
           least(CASE WHEN kind = :certified THEN certified_until END, next_on - 1)
      FROM newest
        ON CONFLICT (number) DO UPDATE
       SET name = excluded.name, kind = excluded.kind, region = excluded.region,
           certified_institution_number = excluded.certified_institution_number,
           certified_on = excluded.certified_on,
           certified_until = excluded.certified_until, as_of_on = excluded.as_of_on,
           valid_from = excluded.valid_from, valid_until = excluded.valid_until
     WHERE (known.name, known.kind, known.region, known.certified_institution_number, known.certified_on,
            known.certified_until, known.as_of_on, known.valid_from, known.valid_until)
           IS DISTINCT FROM
           (excluded.name, excluded.kind, excluded.region, excluded.certified_institution_number,
            excluded.certified_on, excluded.certified_until, excluded.as_of_on,
            excluded.valid_from, excluded.valid_until)
    """
)

State = dict[str, tuple[Any, ...]]
"""By number, everything that disclosure and people read of an institution."""


@dataclass(slots=True)
class Report:
    """What a list changed: `changed` in kind, term or words, `ended` valid before and not now."""

    as_of_on: date
    revision: int
    read: int = 0
    repeated: bool = False
    new: int = 0
    changed: int = 0
    ended: int = 0
    valid: int = 0
    ignored: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The report as one JSON object."""
        return {**asdict(self), "as_of_on": self.as_of_on.isoformat()}


def load_institutions(
    databases: Databases,
    lake: Lake,
    policy: Policy,
    content: bytes,
    *,
    as_of_on: date | None = None,
    revision: int = 1,
    today: date | None = None,
) -> Report:
    """Take in a list as it holds on `as_of_on` (None: today); all of it or nothing.

    Raises BadInput with every fault (`members["faults"]`) or for a day to come, Conflict for another
    list of the same day and revision. A refused file stays in the lake with its faults.
    """
    today = today or datetime.now(_JAPAN).date()
    report = Report(as_of_on or today, revision)
    if report.as_of_on > today:
        raise BadInput(
            "基準日がまだ来ていません。",
            "一覧は基準日から効くので、先の日の一覧は受け取りません。",
            "--as-of を確かめるか、その日に取り込んでください。",
        )
    read = _examined(databases, lake, policy, content)
    report.read, report.ignored = len(read.institutions), list(read.ignored)
    sha256 = lake.put(content)
    with databases.intake.begin() as conn:
        conn.execute(_LOCK)
        report.repeated = _is_known(conn, report, sha256)
        if not report.repeated:
            _note(conn, sha256, content, "institutions", None)
            _add(conn, report, sha256, read.institutions)
        before = _state(conn)
        conn.execute(_FOLD, {"certified": CERTIFIED})
        _compare(report, before, _state(conn), today)
    return report


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What reading all lists again from the lake gave; `same`: nothing was otherwise."""

    lists: int
    institutions: int
    same: bool


def rebuild_institutions(databases: Databases, lake: Lake, policy: Policy) -> Rebuilt:
    """Read every list again from the lake, and fold them anew.

    Raises NotReady for a list that cannot be read as it was, or whose versions are otherwise.
    """
    with databases.intake.begin() as conn:
        conn.execute(_LOCK)
        before = _state(conn)
        listed = conn.execute(select(institution_list)).all()
        for each in listed:
            _check_versions(conn, lake, policy, each)
        conn.execute(_FOLD, {"certified": CERTIFIED})
        after = _state(conn)
    return Rebuilt(len(listed), len(after), before == after)


def _examined(databases: Databases, lake: Lake, policy: Policy, content: bytes) -> List:
    """The list without faults; a faulty one is kept before this raises."""
    try:
        read = read_list(policy, content)
    except Unreadable as fault:
        if len(content) <= MAX_BYTES:
            said = {"item": "", "label": "", "what": "一覧として読めません。", "why": fault.why}
            _keep_refused(databases, lake, content, [said])
        raise BadInput("支援機関の一覧として読めません。", fault.why, fault.next_step) from fault
    if not read.faults:
        return read
    faults = [asdict(fault) for fault in read.faults[:_MOST_FAULTS]]
    said_of = [
        {
            "item": each["column"],
            "label": "" if each["line"] is None else f"{each['line']}行目",
            "what": each["what"],
            "why": each["why"],
        }
        for each in faults
    ]
    _keep_refused(databases, lake, content, said_of)
    raise BadInput(
        f"支援機関の一覧に誤りが {len(read.faults)} 件あります。",
        "一つでも誤りがあれば、何も取り込みません。",
        "挙がった行を直して、もう一度取り込んでください。",
        faults=faults,
    )


def _keep_refused(
    databases: Databases, lake: Lake, content: bytes, faults: list[dict[str, str]]
) -> None:
    sha256 = lake.put(content)
    with databases.intake.begin() as conn:
        _note(conn, sha256, content, "refused_institutions", json.dumps(faults, ensure_ascii=False))


def _note(conn: Connection, sha256: str, content: bytes, kind: str, faults: str | None) -> None:
    row = {"sha256": sha256, "size_bytes": len(content), "media_type": media_type(content)}
    conn.execute(_PAYLOAD, {**row, "kind": kind, "source": SOURCE, "faults": faults})


def _is_known(conn: Connection, report: Report, sha256: str) -> bool:
    columns = institution_list.c
    held = conn.scalar(
        select(columns.payload_sha256).where(
            columns.as_of_on == report.as_of_on, columns.revision == report.revision
        )
    )
    if held not in (None, sha256):
        raise Conflict(
            f"基準日 {report.as_of_on} の一覧(第{report.revision}版)は、別の内容ですでにあります。",
            "どちらが正しいかを、届いた順では決めません。",
            "訂正なら --revision に次の番号を、別の日の一覧なら --as-of にその日を指定してください。",
        )
    return held is not None


def _add(
    conn: Connection, report: Report, sha256: str, institutions: Iterable[Institution]
) -> None:
    day = {"as_of_on": report.as_of_on, "revision": report.revision}
    conn.execute(insert(institution_list), {**day, "payload_sha256": sha256})
    rows = [
        {**day, "institution_id": each.institution_id, **each._asdict()} for each in institutions
    ]
    conn.execute(insert(institution_version), rows)


def _state(conn: Connection) -> State:
    left_out = {"made_up"}
    read = [column for column in support_institution.c if column.name not in left_out]
    rows = conn.execute(select(*read).where(support_institution.c.number.is_not(None)))
    return {row.number: tuple(row) for row in rows}


def _compare(report: Report, before: State, after: State, today: date) -> None:
    names = [each.name for each in support_institution.c if each.name != "made_up"]
    first, last, day = (names.index(each) for each in ("valid_from", "valid_until", "as_of_on"))

    def counts(row: tuple[Any, ...]) -> bool:
        begun = row[first] is None or row[first] <= today
        return begun and (row[last] is None or row[last] >= today)

    def said(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*row[:day], *row[day + 1 :])

    report.new = len(after.keys() - before.keys())
    report.changed = sum(said(before[each]) != said(after[each]) for each in before)
    report.ended = sum(counts(before[each]) and not counts(after[each]) for each in before)
    report.valid = sum(map(counts, after.values()))


def _check_versions(conn: Connection, lake: Lake, policy: Policy, listed: Any) -> None:
    columns = institution_version.c
    asked = select(*(columns[name] for name in Institution._fields)).where(
        columns.as_of_on == listed.as_of_on, columns.revision == listed.revision
    )
    held = {Institution(*row) for row in conn.execute(asked)}
    try:
        read = read_list(policy, lake.get(listed.payload_sha256))
    except Unreadable as fault:
        raise _otherwise(listed) from fault
    if read.faults or set(read.institutions) != held:
        raise _otherwise(listed)


def _otherwise(listed: Any) -> NotReady:
    return NotReady(
        f"基準日 {listed.as_of_on} の一覧(第{listed.revision}版)が、取り込んだときと同じに読めません。",
        "ポリシーの種別が変わったか、データベースの版が書き換わっています。",
        "mirasapo lake verify と、ルールブックの変更を確かめてください。",
    )
