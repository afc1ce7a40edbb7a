"""Programmes of the data model, and subsidies that anyone may apply for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from mirasapo_api.shapes.base import Metadata, ResultSet, Shape


class Programme(Shape):
    """データモデルの対象の16制度の一つ"""

    code: str = Field(examples=["04"])
    name_ja: str
    short_ja: str
    basis: str = Field(description="二次利用の根拠: deemed (みなし同意), individual (個別の同意)")
    filed_by: str = Field(description="business (事業者) または institution (支援機関)")
    system: str = Field(description="jgrants, jgrants_and_own, own, own_planned")
    form_versions: list[str]


class Programmes(Shape):
    """16制度の一覧"""

    results: list[Programme]
    metadata: Metadata


class Call(Shape):
    """公募"""

    call_id: str | None
    round: str | None
    regions: list[str]
    region_detail: str | None
    accepts_from: date | None = Field(description="募集開始日 (日本)")
    accepts_until: date | None = Field(description="募集終了日 (日本)")
    accepts_until_at: datetime | None = Field(description="募集終了の時刻。出所にあるときだけ")
    project_until: date | None


class PublishedFile(Shape):
    """公募要領などのファイル"""

    kind: str
    name: str
    sha256: str
    size_bytes: int


class ListedSubsidy(Shape):
    """補助金などの支援制度 (一覧)"""

    subsidy_id: UUID
    source: str = Field(description="jgrants, mirasapo_navi, jnet21")
    source_id: str
    programme: str | None = Field(description="16制度のどれか。確かなときだけ")
    title: str
    catch_phrase: str | None
    kind: str | None
    organisers: list[str]
    regions: list[str] = Field(description="空なら、出所に記載がない")
    employees: str | None
    rate: str | None
    amount_cap_yen: int | None = Field(description="円。null は、上限なしか記載なし")
    url: str | None
    as_of_at: datetime = Field(description="出所の更新日時。なければ取得日時")
    checked_at: datetime
    calls: list[Call]
    attribution: str = Field(description="表示するときに添える出典")


class Total(ResultSet):
    """ページングの情報と全体の件数"""

    total: int = Field(description="条件に合う全体の件数")


class TotalMetadata(Shape):
    """一覧の情報"""

    resultset: Total


class Subsidies(Shape):
    """支援制度の一覧"""

    results: list[ListedSubsidy]
    metadata: TotalMetadata


class Change(Shape):
    """前の版から変わった項目"""

    column: str
    label_ja: str
    before: Any
    after: Any


class SubsidyVersion(Shape):
    """支援制度の版"""

    version_no: int
    as_of_at: datetime
    seen_at: datetime = Field(description="この版を取り込んだ日時")
    changes: list[Change]


class Subsidy(ListedSubsidy):
    """支援制度の詳細と版"""

    number: str | None
    summary: str | None
    detail_html: str | None = Field(description="安全な要素だけの HTML")
    purposes: list[str]
    industries: list[str]
    keywords: list[str]
    eligible: str | None
    usage: str | None
    reception: str | None
    multiple_requests: bool | None
    governing_law: str | None
    application_url: str | None
    published_on: date | None
    unpublished_on: date | None
    first_seen_at: datetime
    attachments: list[PublishedFile]
    source_ja: str
    licence: str
    versions: list[SubsidyVersion] = Field(description="新しい順")
