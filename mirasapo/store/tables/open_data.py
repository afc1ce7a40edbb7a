"""Schema `open`: public by source, no row security: what search reads."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from mirasapo.store.tables.base import NEW_ID, metadata

item = Table(
    "item",
    metadata,
    Column("item_key", Text, primary_key=True, comment="<category>.<item>"),
    Column(
        "table_name", Text, nullable=False, comment="stem: filing_<stem> and, if generic, <stem>"
    ),
    Column("column_name", Text, nullable=False),
    Column("data_class", SmallInteger, nullable=False, comment="データ区分 1–13 of the policy"),
    Column(
        "third_party", Boolean, nullable=False, comment="about a person other than the business"
    ),
    Column(
        "bit", BigInteger, nullable=False, comment="1 << (data_class-1), << 13 more if third_party"
    ),
    Column("label_ja", Text, nullable=False),
    UniqueConstraint("table_name", "column_name"),
    schema="open",
    comment="データ項目: the catalogue as the database knows it; written by `mirasapo db init`",
)

ceiling = Table(
    "ceiling",
    metadata,
    Column("purpose", SmallInteger, primary_key=True, comment="利用目的 1–9"),
    Column("recipient", SmallInteger, primary_key=True, comment="提供先 1–8"),
    Column("class_bits", BigInteger, nullable=False, comment="データ区分 that the policy opens"),
    schema="open",
    comment="the policy's ceiling (rulebook/policy.yaml); written by `mirasapo db init`",
)

register_body = Table(
    "register_body",
    metadata,
    Column("corporate_number", Text, primary_key=True, comment="法人番号"),
    Column("business_id", Uuid, nullable=False, server_default=NEW_ID, unique=True),
    Column("sequence_number", BigInteger, nullable=False, comment="一連番号 within its file"),
    Column("process", Text, nullable=False, comment="処理区分"),
    Column("correction", Text, nullable=False, comment="訂正区分"),
    Column("updated_on", Date, nullable=False, comment="更新年月日"),
    Column("changed_on", Date, comment="変更年月日"),
    Column("name", Text, nullable=False, comment="商号又は名称"),
    Column("written_name", Text, comment="as the row writes it, where ＿ stands for a character"),
    Column("kind", Text, comment="法人種別"),
    Column("prefecture", Text),
    Column("city", Text),
    Column("street", Text),
    Column("local_government_code", Text, comment="団体コード, 6 digits with its check digit"),
    Column("postal_code", Text),
    Column("address_outside", Text, comment="国外所在地"),
    Column("closed_on", Date),
    Column("close_cause", Text),
    Column("successor_number", Text, comment="承継先法人番号"),
    Column("change_detail", Text, comment="変更事由の詳細"),
    Column("assigned_on", Date),
    Column("name_en", Text),
    Column("address_en", Text),
    Column("kana", Text),
    Column(
        "out_of_search",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="検索対象除外",
    ),
    Column(
        "made_up",
        Boolean,
        nullable=False,
        server_default=text("false"),
        comment="sample data, no real body",
    ),
    Column("search_name", Text, nullable=False, comment="name normalised for search"),
    Column(
        "grams", ARRAY(Integer), nullable=False, comment="bigrams of search_name and kana, packed"
    ),
    Column("payload_sha256", Text, nullable=False),
    Index(None, "grams", postgresql_using="gin"),
    Index(
        "ix_register_body_search_name_prefix",
        "search_name",
        postgresql_ops={"search_name": "text_pattern_ops"},
    ),
    schema="open",
    comment="国税庁法人番号: the newest row of each body",
)

register_spelling = Table(
    "register_spelling",
    metadata,
    Column("corporate_number", Text, primary_key=True, comment="法人番号"),
    Column("name", Text, primary_key=True, comment="商号又は名称, not to be held by Shift_JIS"),
    schema="open",
    comment="names of the register that its Shift_JIS files replace by ＿",
)

published_record = Table(
    "published_record",
    metadata,
    Column("business_id", Uuid, primary_key=True),
    Column("source", Text, primary_key=True, comment="gbizinfo, …"),
    Column("as_of_on", Date, nullable=False, comment="更新年月日 of the record as a whole"),
    Column("payload_sha256", Text, nullable=False),
    schema="open",
    comment="公表情報: which record of a source is the newest of a business",
)

support_institution = Table(
    "support_institution",
    metadata,
    Column("institution_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("name", Text, nullable=False),
    Column(
        "kind", Text, nullable=False, comment="支援機関の種別, after the policy's closed list (※3)"
    ),
    Column("region", Text),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("made_up", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("name", "kind"),
    schema="open",
    comment="支援機関",
)
