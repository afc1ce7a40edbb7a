"""取下げ: a payload of its own that makes the next version of a filing, with status `withdrawn`.

{"programme": "04", "filing_number": "…", "version": 2, "withdrawn_on": "2026-04-01"}

The version has no items. What the versions before it said stays as it was; the master of the
business is folded without the filing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from mirasapo.business.document import MAX_BYTES, read_document
from mirasapo.business.projection import Projection
from mirasapo.catalog import Fault
from mirasapo.errors import BadInput, Conflict, Erased, KeyInFlight, NotAllowed, NotFound
from mirasapo.intake.placing import lock_numbers
from mirasapo.intake.receive import JAPAN, Delivery, Receipt, faulty, keep_refused
from mirasapo.intake.writing import JSON, PayloadRow, keep_payloads
from mirasapo.store.erasures import refuse_erased
from mirasapo.store.tables import filing as filing_table

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, RowMapping

    from mirasapo.catalog import Catalog
    from mirasapo.intake.idempotency import Once
    from mirasapo.store.databases import Databases
    from mirasapo.store.lake import Lake

WITHDRAWN = "withdrawn"
KIND = "withdrawal"
_LABELS = {
    "programme": "制度番号",
    "filing_number": "申請番号",
    "version": "申請の版",
    "withdrawn_on": "取下げ日",
}


@dataclass(frozen=True, slots=True)
class _Withdrawal:
    programme: str
    filing_number: str
    version: int
    withdrawn_on: date
    payload_sha256: str
    size_bytes: int


def withdraw(
    databases: Databases,
    lake: Lake,
    catalog: Catalog,
    *,
    client_id: str,
    programmes: Collection[str],
    filing_number: str,
    body: bytes,
    moment: datetime | None = None,
    once: Once | None = None,
) -> Receipt:
    """Withdraw the filing that `client_id` sent under `filing_number`; the receipt of the version.

    The same payload again gives the same receipt. `once` as in `receive`. Raises FaultyFiling with
    every fault, BadInput for a body that is no JSON object, NotAllowed for a programme of somebody
    else, NotFound for an unknown filing, Conflict for a version that does not follow or a filing
    that is withdrawn already. What was refused stays in the lake with its faults.
    """
    moment = moment or datetime.now(UTC)
    delivery = Delivery(client_id, programmes, body)
    try:
        asked = _read(body, filing_number, moment.astimezone(JAPAN).date())
        _require_permission(asked, programmes)
        with databases.intake.begin() as conn:
            refuse_erased(conn, delivery.digests)
        lake.put(body)
        with databases.intake.begin() as conn:
            if once is not None:
                once.claim(conn)
            receipt = _write(conn, catalog, client_id, asked, moment)
            if once is not None:
                once.remember(conn, receipt.as_dict())
            return receipt
    except (Erased, KeyInFlight, NotAllowed):
        raise  # nothing is wrong with the payload, or nothing of it is to be kept
    except (BadInput, NotFound, Conflict) as refusal:
        if len(body) <= MAX_BYTES:
            listed = refusal.members.get("faults")
            faults = [Fault(**each) for each in listed] if listed else []
            keep_refused(
                databases,
                lake,
                delivery,
                faults or [Fault("", "取下げ", refusal.what, refusal.why)],
            )
        raise


def _read(body: bytes, filing_number: str, today: date) -> _Withdrawal:
    document = read_document(body)
    faults = [
        _fault(name, "知らない見出しです。", f"{'・'.join(_LABELS)} だけを書きます。")
        for name in document.keys() - _LABELS.keys()
    ]
    programme, version = document.get("programme"), document.get("version")
    if not isinstance(programme, str):
        faults.append(_fault("programme", "読めません。", "01 から 16 までの2桁で書きます。"))
    if document.get("filing_number") != filing_number:
        why = "取り下げる申請の番号を、宛先と同じに書きます。"
        faults.append(_fault("filing_number", "宛先の申請番号と違います。", why))
    if not isinstance(version, int) or isinstance(version, bool) or version < 2:  # noqa: PLR2004
        why = "取り下げる申請の、いまの版の次の整数を書きます。"
        faults.append(_fault("version", "読めません。", why))
    withdrawn_on = _day(document.get("withdrawn_on"))
    if withdrawn_on is None or withdrawn_on > today:
        why = "取り下げた日を YYYY-MM-DD で、今日までの日付で書きます。"
        faults.append(_fault("withdrawn_on", "日付として受け取れません。", why))
    if faults or withdrawn_on is None:
        raise faulty(faults)
    return _Withdrawal(
        programme=str(programme),
        filing_number=filing_number,
        version=int(version or 0),
        withdrawn_on=withdrawn_on,
        payload_sha256=sha256(body).hexdigest(),
        size_bytes=len(body),
    )


def _require_permission(asked: _Withdrawal, programmes: Collection[str]) -> None:
    if asked.programme not in programmes:
        raise NotAllowed(
            "この制度の申請は取り下げられません。",
            "この接続には、その制度の申請を送る権限がありません。",
            "制度番号を確かめるか、事務局に権限を申し出てください。",
        )


def _day(written: Any) -> date | None:
    try:
        day = date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
    return day if day is not None and day.isoformat() == written else None


def _write(
    conn: Connection, catalog: Catalog, client_id: str, asked: _Withdrawal, moment: datetime
) -> Receipt:
    lock_numbers(conn, [(client_id, asked.filing_number)])
    newest, digest = _newest(conn, client_id, asked), asked.payload_sha256
    business_id = newest["business_id"]
    repeated = asked.version == newest["version_no"] and newest["payload_sha256"] == digest
    if not repeated:
        _require_next(newest, asked)
        keep_payloads(conn, [PayloadRow(digest, asked.size_bytes, JSON, KIND, client_id)])
        row = {
            **newest,
            "version_no": asked.version,
            "status": WITHDRAWN,
            "received_at": moment,
            "payload_sha256": digest,
            # No rows of items; but whoever may see that there was the filing must see that there
            # is none any more, a cut above all: the bits stay those of what is withdrawn.
            "tables": [],
        }
        conn.execute(insert(filing_table).values(row))
        Projection(catalog).project(conn, [business_id])
    return Receipt(newest["filing_id"], asked.version, business_id, digest, (), 0, repeated, ())


def _newest(conn: Connection, client_id: str, asked: _Withdrawal) -> RowMapping:
    columns = filing_table.c
    newest = conn.execute(
        select(filing_table)
        .where(columns.source == client_id, columns.filing_number == asked.filing_number)
        .order_by(columns.version_no.desc())
        .limit(1)
    )
    found = newest.mappings().one_or_none()
    if found is None or found["programme"] != asked.programme:
        raise NotFound(
            "取り下げる申請が見つかりません。",
            "この制度でこの接続から受け取った申請に、この番号のものはありません。",
            "申請番号と制度番号を確かめてください。",
        )
    return found


def _require_next(newest: RowMapping, asked: _Withdrawal) -> None:
    if newest["status"] == WITHDRAWN:
        why, next_step = "すでに取り下げられています。", "取下げは一度だけ送ります。"
    elif asked.version != newest["version_no"] + 1:
        why = "版は1から順に送る必要があります。"
        next_step = f"この申請の次の版は {newest['version_no'] + 1} です。"
    elif asked.withdrawn_on < newest["filed_on"]:
        why, next_step = "取下げ日が申請日より前です。", "取り下げた日を確かめてください。"
    else:
        return
    raise Conflict("この取下げは受け取れません。", why, next_step)


def _fault(name: str, what: str, why: str) -> Fault:
    return Fault(name, _LABELS.get(name, ""), what, why)
