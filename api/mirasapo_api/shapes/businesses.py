"""Businesses as they are found and shown."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from mirasapo_api.shapes.base import Metadata, Shape


class Hit(Shape):
    """検索で見つかった事業者 (公表情報)"""

    business_id: UUID
    corporate_number: str = Field(description="法人番号", examples=["1130001011420"])
    name: str
    kana: str | None
    address: str | None
    status: str = Field(description="active または closed")
    closed_on: date | None = Field(description="登記記録の閉鎖等の日")
    successor_number: str | None = Field(description="承継先の法人番号 (登記のとおり)")
    succeeded_by: str | None = Field(
        description="承継先をたどった先の、いま存続している法人番号。たどり着けないときは null"
    )
    made_up: bool = Field(description="見本 (架空) か")
    open_classes: list[int] = Field(description="いま自分に開いているデータ区分")


class Succession(Shape):
    """法人番号が、いまどの法人につながるか (公表情報)"""

    numbers: list[str] = Field(
        description="この番号から承継先をたどった番号。自身から始まる", examples=[["1130001011420"]]
    )
    end: str = Field(
        description="終わりの状態。living (存続), closed (閉鎖、承継先なし), deleted (番号の削除),"
        " unknown (終わりの番号が登記の情報にない), cycle (承継先が輪になっている)"
    )
    business_id: UUID | None = Field(description="終わりの法人。unknown と cycle では null")
    name: str | None = Field(description="終わりの法人の名称。検索対象除外の法人では null")
    succeeded_by: str | None = Field(
        description="この番号を承継して存続している法人番号。自身が存続していれば null"
    )


class Hits(Shape):
    """検索の結果"""

    results: list[Hit]
    metadata: Metadata


class Value(Shape):
    """開示された値一つ"""

    layer: str = Field(description="open (公表情報), master (最新情報), filing (申請)")
    table: str
    row_key: str | None
    row_no: int | None
    filing_no: int | None = Field(description="この応答の中で申請を区別する番号 (1 から)")
    filing_id: UUID | None = Field(
        description="申請を示す欄 (番号、版、制度、年度、根拠、時点) は、制度活用情報 (区分10) が"
        "開示されていないときと、公表情報では null"
    )
    version_no: int | None
    programme: str | None
    fiscal_year: int | None
    item_key: str
    label_ja: str
    unit: str | None
    value: Any
    value_ja: str | None = Field(description="コードの値の日本語。コードでない値では null")
    source: str = Field(
        description="nta, gbizinfo, または申請を送ったシステム。それも開示されていないときは filing"
    )
    basis: str | None = Field(description="open, deemed, individual, none")
    as_of_on: date | None
    data_class: int
    third_party: bool = Field(description="事業者以外の人や団体についての値か")


class ClosedClass(Shape):
    """開いていないデータ区分とその理由"""

    data_class: int
    reason: str


class Revealed(Shape):
    """開示された情報"""

    business_id: UUID
    purpose: int
    values: list[Value]
    open_classes: list[int]
    closed_classes: list[ClosedClass]
    ledger_entry: int | None = Field(description="閲覧記録の番号")
