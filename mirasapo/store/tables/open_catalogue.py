"""Schema `open`, 制度カタログ: what public sources say of subsidies and other support.

`open.subsidy` and the tables below it hold the newest version, which lists and searches read;
`open.subsidy_version` every version, added and never changed.
"""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from mirasapo.store.tables.base import NEW_ID, NOW, metadata, moment


def _texts(name: str, comment: str) -> Column[list[str]]:
    return Column(name, ARRAY(Text), nullable=False, server_default=text("'{}'"), comment=comment)


def _of_subsidy() -> Column[object]:
    return Column(
        "subsidy_id",
        Uuid,
        ForeignKey("open.subsidy.subsidy_id", ondelete="CASCADE"),
        primary_key=True,
    )


subsidy = Table(
    "subsidy",
    metadata,
    Column("subsidy_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("source", Text, nullable=False, comment="jgrants, mirasapo_navi, jnet21"),
    Column("source_id", Text, nullable=False, comment="the source's own id or address"),
    Column("programme", Text, comment="制度番号 01–16, where it is certain"),
    Column("number", Text, comment="制度の管理番号"),
    Column("title", Text, nullable=False, comment="名称"),
    Column("catch_phrase", Text, comment="キャッチコピー・副題"),
    Column("summary", Text, comment="概要"),
    Column("detail_html", Text, comment="内容"),
    Column("kind", Text, comment="種別"),
    _texts("organisers", "所管・実施機関"),
    _texts("regions", "対象地域"),
    _texts("purposes", "利用目的"),
    _texts("industries", "業種"),
    _texts("keywords", "キーワード"),
    Column("employees", Text, comment="従業員数の条件"),
    Column("eligible", Text, comment="対象者"),
    Column("usage", Text, comment="利用方法"),
    Column("rate", Text, comment="補助率"),
    Column("amount_cap_yen", BigInteger, comment="上限額(円)"),
    Column("reception", Text, comment="申請受付"),
    Column("multiple_requests", Boolean, comment="複数申請の可否"),
    Column("governing_law", Text, comment="根拠法令"),
    Column("url", Text, comment="詳細ページ"),
    Column("application_url", Text, comment="申請先"),
    Column("published_on", Date, comment="公開開始日"),
    Column("unpublished_on", Date, comment="公開終了日"),
    Column("as_of_at", moment, nullable=False, comment="as the source dates it, else when fetched"),
    Column("content_sha256", Text, nullable=False, comment="of the newest version"),
    Column("first_seen_at", moment, nullable=False, server_default=NOW),
    Column("checked_at", moment, nullable=False, server_default=NOW, comment="last seen there"),
    Column("search_text", Text, nullable=False, comment="normalised for search"),
    UniqueConstraint("source", "source_id"),
    schema="open",
    comment="制度カタログ: the newest version of each subsidy or other support, by source",
)

subsidy_call = Table(
    "subsidy_call",
    metadata,
    _of_subsidy(),
    Column("position", Integer, primary_key=True),
    Column("call_id", Text, comment="公募回ID"),
    Column("round", Text, comment="公募回"),
    _texts("regions", "対象地域"),
    Column("region_detail", Text, comment="対象地域の詳細"),
    Column("accepts_from", Date, comment="募集開始日 in Japan"),
    Column("accepts_until", Date, comment="募集終了日 in Japan"),
    Column("accepts_until_at", moment, comment="the exact end, where the source has one"),
    Column("project_until", Date, comment="事業終了期限"),
    schema="open",
    comment="公募: the calls of the newest version",
)

subsidy_attachment = Table(
    "subsidy_attachment",
    metadata,
    _of_subsidy(),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="公募要領, 交付要綱・概要, 様式"),
    Column("name", Text, nullable=False, comment="file name as published"),
    Column("sha256", Text, nullable=False, comment="the file lies in the lake"),
    Column("size_bytes", BigInteger, nullable=False),
    schema="open",
    comment="公募要領などのファイル of the newest version",
)

subsidy_version = Table(
    "subsidy_version",
    metadata,
    _of_subsidy(),
    Column("as_of_at", moment, primary_key=True),
    Column("content_sha256", Text, primary_key=True),
    Column("content", JSONB, nullable=False, comment="all columns, calls and attachments"),
    Column("seen_at", moment, nullable=False, server_default=NOW),
    Column("payload_sha256", Text, nullable=False),
    schema="open",
    comment="制度カタログの版: numbered by (as_of_at, content_sha256), never by arrival",
)
