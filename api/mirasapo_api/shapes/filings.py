"""Filings: what is known beforehand, what is sent, what is answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from mirasapo_api.shapes.base import Fault, Metadata, Shape


class FilingHead(Shape):
    """申請の見出し"""

    filing_id: UUID
    version_no: int
    programme: str
    fiscal_year: int
    filed_on: date
    status: str
    procedure: str
    basis: str


class Filings(Shape):
    """申請の一覧"""

    results: list[FilingHead]
    metadata: Metadata
    ledger_entry: int | None


class PrefilledValue(Shape):
    """知られている値"""

    row_key: str = Field(description="一覧の行の見分け。一つだけの項目では空")
    value: Any
    value_ja: str | None = Field(description="コードの値の日本語。コードでない値では null")
    source: str
    as_of_on: date | None = Field(description="時点。開示されていないときは null")
    programme: str | None
    fiscal_year: int | None
    locked: bool = Field(description="登記など公の情報で、書き換えられない")
    stale: bool | None = Field(
        description="項目の種類ごとの期限より古い。時点が分からなければ null"
    )


class PrefilledField(Shape):
    """様式の項目一つ"""

    item_key: str
    label_ja: str
    table: str
    unit: str | None
    data_class: int
    values: list[PrefilledValue]
    why_not: Literal["filing_only", "no_basis", "closed", "not_held"] | None = Field(
        description="値がない理由: 申請ごとの項目、根拠がない、開示されない、持っていない"
    )
    reason: str | None = Field(description="その理由の日本語")


class Prefilled(Shape):
    """様式に、すでに知られている値を入れたもの"""

    business_id: UUID
    programme: str
    purpose: int
    moment: datetime
    fields: list[PrefilledField]
    filled: int = Field(description="値のある項目の数")
    ledger_entry: int | None = Field(description="閲覧記録の番号")


class Correction(Shape):
    """訂正の受領"""

    business_id: UUID
    item_key: str
    payload_sha256: str
    stated_at: datetime
    applied: bool = Field(description="最新情報の値になったか。より新しい事実があれば、ならない")


class AcceptedFile(Shape):
    """受け取ったファイル"""

    name: str
    sha256: str
    size_bytes: int
    media_type: str
    scan: Literal["clean", "quarantined"] = Field(
        description="ウイルス検査: clean (異常なし), quarantined (検査が済むまで誰にも渡さない)"
    )


class Discrepancy(Shape):
    """申請の中の食い違い: 書かれた値と、ほかの項目から計算した値の差が許す差を超えた"""

    rule: str = Field(description="計算式の名前", examples=["total_assets_by_financing"])
    item: str = Field(description="結果のデータ項目のキー", examples=["finance.total_assets_yen"])
    label: str = Field(description="その項目の名称", examples=["資産合計"])
    items: list[str] = Field(
        description="計算に使う項目のキー",
        examples=[["finance.total_liabilities_yen", "finance.net_assets_yen"]],
    )
    row: int | None = Field(description="繰り返す項目の何行目か (1 から)。一度だけの項目では null")
    filed: float = Field(description="申請に書かれた値", examples=[100_000])
    computed: float = Field(description="計算した値", examples=[90_000])
    difference: float = Field(description="書かれた値 − 計算した値", examples=[10_000])
    tolerance: float = Field(description="許す差", examples=[2000])
    unit: str | None = Field(examples=["円"])
    what: str = Field(description="日本語の説明")


class Reading(Shape):
    """人の書き方で書かれた値と、その読み方"""

    item: str = Field(description="データ項目のキー")
    label: str
    row: int | None = Field(description="groups の表の何行目か。一度だけ書く項目では null")
    written: str = Field(description="書かれたまま。受信データにもこのまま残る")
    read: Any = Field(description="読み取った値。空白だけのときは null")
    rules: list[str] = Field(description="読んだ規則", examples=[["separator", "unit"]])
    what: str = Field(description="どの規則で読んだか")


_READINGS = "人の書き方(全角、和暦、千円など)で書かれ、確かに読み取れた値。原文は受信データに残る"


class Receipt(Shape):
    """申請の受領"""

    filing_id: UUID
    version_no: int
    business_id: UUID
    payload_sha256: str
    accepted: list[AcceptedFile]
    projected: int = Field(description="マスタに反映した項目の数")
    warnings: list[Discrepancy] = Field(
        description="受け取ったが、項目どうしの計算が合わないところ。直すときは次の版を送る"
    )
    readings: list[Reading] = Field(description=_READINGS)


class Upload(Shape):
    """添付ファイルのアップロード"""

    upload_id: UUID
    state: Literal["receiving", "completed"]
    name: str
    size_bytes: int
    sha256: str
    offset: int = Field(description="受け取ったバイト数。続きはこの位置から送る")
    media_type: str | None = Field(description="中身から見分けた形式。終わるまでは null")
    scan: Literal["clean", "quarantined", "infected"] | None
    expires_at: datetime = Field(description="この日時までに、続きと申請を送る")


class Rehearsal(Shape):
    """試し送りの結果: 何も保存していない"""

    dry_run: Literal[True]
    what: str
    version_no: int
    payload_sha256: str
    accepted: list[AcceptedFile]
    repeated: bool = Field(description="同じ内容をすでに受け取っているか")
    warnings: list[Discrepancy]
    readings: list[Reading] = Field(description=_READINGS)


class Batch(Shape):
    """一括送信の状態"""

    batch_id: UUID
    job_id: int = Field(description="取り込むジョブの番号。止まったときは、その理由が分かる")
    state: Literal["waiting", "processing", "finished"] = Field(
        description="waiting (まだ始まっていない), processing (処理中), finished (すべて済んだ)"
    )
    payload_sha256: str = Field(description="受け取ったファイルの SHA-256 (gzip は解いたもの)")
    size_bytes: int
    received: int = Field(description="受け取った申請の件数")
    accepted: int = Field(description="新しく受け取った件数")
    repeated: int = Field(description="同じ内容をすでに受け取っていた件数")
    refused: int = Field(description="断った件数。行ごとの理由は refused_lines")
    received_at: datetime
    finished_at: datetime | None = Field(description="済んでいなければ null")


class RefusedLine(Shape):
    """一括送信のうち、断った一行"""

    line_no: int = Field(description="行の番号 (1 から、空行も数える)")
    code: str = Field(description="断りの種類。一件ずつの送信と同じ", examples=["faulty_filing"])
    what: str
    why: str
    next_step: str
    faults: list[Fault] = Field(description="誤りの一覧 (先頭の 100 件まで)")


class RefusedLines(Shape):
    """断った行の一覧"""

    results: list[RefusedLine]
    metadata: Metadata
