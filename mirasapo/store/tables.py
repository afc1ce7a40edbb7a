"""The tables that are written by hand, by schema; the typed item tables come from the catalogue.

    open      public by source, no row security: what search reads
    core      filings and the master, under row security (typed item tables: `item_tables.py`)
    trust     grant lines, requests, consents, ledger
    identity  accounts, sessions, clients

`business_id` (UUID) is the key of everything; the corporate number is unique and may be absent.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

SCHEMAS = ("open", "core", "trust", "identity")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

NEW_ID = text("gen_random_uuid()")
NOW = text("clock_timestamp()")
moment = DateTime(timezone=True)

CONTEXT = ("programme", "fiscal_year", "basis")
"""What the disclosure rule asks of the filing that a row is from."""


def context_columns() -> list[Column[Any]]:
    """`CONTEXT` of `core.filing`, repeated in each row of a filing.

    Row security judges each row by its own columns. No foreign key holds the copies to the
    original: it would need a second unique index of five columns on `core.filing`, and as wide a
    probe for every row of every table. Intake writes both from one filing, nobody may change
    either, and a test compares them after every way in.
    """
    return [
        Column("programme", Text, nullable=False, comment="制度番号"),
        Column("fiscal_year", Integer, nullable=False, comment="年度"),
        Column("basis", Text, nullable=False, comment="二次利用の根拠"),
    ]


def filed_basis() -> CheckConstraint:
    """What a filing says is never `open`: that would open it to everybody."""
    return CheckConstraint("basis IN ('deemed', 'individual', 'none')", name="basis")


# ── open ──────────────────────────────────────────────────────────────────────────────────────

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

# ── core ──────────────────────────────────────────────────────────────────────────────────────

business = Table(
    "business",
    metadata,
    Column("business_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column(
        "corporate_number",
        Text,
        unique=True,
        comment="法人番号; none for sole proprietors and founders",
    ),
    Column("sole_proprietor_key", Text, unique=True, comment="個人事業主整理番号"),
    Column("made_up", Boolean, nullable=False, server_default=text("false")),
    schema="core",
    comment="事業者 with at least one filing, account or gBizINFO record",
)

payload = Table(
    "payload",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size_bytes", BigInteger, nullable=False),
    Column("media_type", Text, nullable=False),
    Column(
        "kind",
        Text,
        nullable=False,
        comment="register, gbizinfo, filing, attachment, refused_filing, …",
    ),
    Column("source", Text, nullable=False, comment="nta, gbizinfo, or the client_id of the sender"),
    Column("received_at", moment, nullable=False, server_default=NOW),
    Column("faults", JSONB, comment="of a refused payload: [{item, label, what, why}], no values"),
    schema="core",
    comment="受信データ: the manifest of the lake, by content hash",
)

filing = Table(
    "filing",
    metadata,
    Column("filing_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("version_no", Integer, primary_key=True),
    Column(
        "business_id", Uuid, ForeignKey("core.business.business_id"), nullable=False, index=True
    ),
    Column("programme", Text, nullable=False, comment="制度番号 01–16"),
    Column("filing_number", Text, nullable=False, comment="the sender's own number"),
    Column("form_version", Text, nullable=False),
    Column("procedure", Text, nullable=False, comment="new, change, report …"),
    Column("status", Text, nullable=False, comment="filed, adopted, not_adopted, withdrawn"),
    Column("fiscal_year", Integer, nullable=False, comment="年度 of the filing"),
    Column("filed_on", Date, nullable=False, comment="申請日: the as-of date of its facts"),
    Column("received_at", moment, nullable=False, server_default=NOW),
    Column("source", Text, nullable=False, comment="client_id of the programme system"),
    Column("basis", Text, nullable=False, comment="deemed, individual, none: of secondary use"),
    Column("terms_version", Text, nullable=False, comment="規約文言 under which it was made"),
    Column(
        "filed_by_institution_id", Uuid, comment="支援機関 that filed about the business (12, 14)"
    ),
    Column("payload_sha256", Text, ForeignKey("core.payload.sha256"), nullable=False),
    Column(
        "tables", ARRAY(Text), nullable=False, comment="stems of the item tables that hold its rows"
    ),
    Column("class_bits", BigInteger, nullable=False, comment="bits of all its non-null items"),
    UniqueConstraint("source", "filing_number", "version_no"),
    filed_basis(),
    schema="core",
    comment="申請: one row per version, never overwritten",
)

attachment = Table(
    "attachment",
    metadata,
    Column("filing_id", Uuid, primary_key=True),
    Column("version_no", Integer, primary_key=True),
    Column("name", Text, primary_key=True, comment="file name as sent"),
    Column("business_id", Uuid, nullable=False, index=True),
    *context_columns(),
    Column("item_key", Text, comment="the item of type file that it answers, if any"),
    Column("sha256", Text, ForeignKey("core.payload.sha256"), nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("media_type", Text, nullable=False, comment="recognised from the bytes"),
    Column("class_bits", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["filing_id", "version_no"], ["core.filing.filing_id", "core.filing.version_no"]
    ),
    filed_basis(),
    schema="core",
    comment="添付ファイル: the file lies in the lake",
)

provenance = Table(
    "provenance",
    metadata,
    Column("business_id", Uuid, ForeignKey("core.business.business_id"), primary_key=True),
    Column("table_name", Text, primary_key=True, comment="stem of the master table"),
    Column("row_key", Text, primary_key=True, comment="'' for tables of one row per business"),
    Column("item_key", Text, primary_key=True),
    Column("bit", BigInteger, nullable=False, comment="open.item.bit"),
    Column("source", Text, nullable=False, comment="nta, gbizinfo, or client_id"),
    Column("filing_id", Uuid),
    Column("version_no", Integer),
    Column("programme", Text),
    Column("fiscal_year", Integer),
    Column("basis", Text, nullable=False, comment="open, deemed, individual, none"),
    Column("as_of_on", Date, nullable=False),
    Column(
        "order_key",
        Text,
        nullable=False,
        comment="sortable: rank, as-of, sender's version, content hash",
    ),
    Column("payload_sha256", Text, nullable=False),
    schema="core",
    comment="来歴: where each current value of the master comes from",
)

# ── trust ─────────────────────────────────────────────────────────────────────────────────────

disclosure_request = Table(
    "disclosure_request",
    metadata,
    Column("request_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("business_id", Uuid, nullable=False, index=True),
    Column(
        "institution_id",
        Uuid,
        ForeignKey("open.support_institution.institution_id"),
        nullable=False,
        index=True,
    ),
    Column("requested_by", Uuid, nullable=False, comment="account of the supporter"),
    Column("purpose", SmallInteger, nullable=False),
    Column("purpose_text", Text, nullable=False, comment="in the supporter's own plain words"),
    Column("class_bits", BigInteger, nullable=False, comment="data classes asked for"),
    Column("programmes", ARRAY(Text), comment="NULL: all"),
    Column("fiscal_years", ARRAY(Integer), comment="NULL: all"),
    Column("valid_until", moment, nullable=False, comment="asked for"),
    Column("requested_at", moment, nullable=False, server_default=NOW),
    Column("answered_at", moment),
    Column("answered_by", Uuid, comment="account of the business"),
    Column("approved_bits", BigInteger, comment="NULL: not answered; 0: refused"),
    Column("withdrawn_at", moment, comment="by the supporter, before the answer"),
    Column("revoked_at", moment, comment="by the business, after the answer"),
    Column("message", Text),
    schema="trust",
    comment="開示依頼; its state is derived when read, never stored",
)

grant_line = Table(
    "grant_line",
    metadata,
    Column("line_id", BigInteger, Identity(always=True), primary_key=True),
    Column("business_id", Uuid, nullable=False),
    Column(
        "audience",
        Text,
        nullable=False,
        comment="all, kind:<kind>, institution:<uuid>, service:<client_id>",
    ),
    Column(
        "level", SmallInteger, nullable=False, comment="0 all, 1 kind, 2 institution or service"
    ),
    Column("effect", Text, nullable=False, comment="allow, deny"),
    Column("purpose", SmallInteger, nullable=False),
    Column("class_bits", BigInteger, nullable=False),
    Column("programmes", ARRAY(Text), comment="NULL: all"),
    Column("fiscal_years", ARRAY(Integer), comment="NULL: all"),
    Column("valid_from", moment, nullable=False),
    Column("valid_until", moment, comment="NULL: open-ended; compared when read"),
    Column("origin", Text, nullable=False, comment="request:<uuid> or setting:<account>"),
    CheckConstraint("effect IN ('allow', 'deny')", name="effect"),
    CheckConstraint("level BETWEEN 0 AND 2", name="level"),
    Index(None, "business_id", "audience", "purpose"),
    Index(None, "audience", "purpose", "business_id"),
    schema="trust",
    comment="開示設定 and approvals as lines: what decide() reads",
)

suspension = Table(
    "suspension",
    metadata,
    Column("suspension_id", BigInteger, Identity(always=True), primary_key=True),
    Column("business_id", Uuid, nullable=False, index=True),
    Column("valid_from", moment, nullable=False),
    Column("valid_until", moment),
    Column("set_by", Uuid, nullable=False),
    schema="trust",
    comment="one switch of the business that closes everything for everybody else",
)

narrowing = Table(
    "narrowing",
    metadata,
    Column("purpose", SmallInteger, primary_key=True),
    Column("recipient", SmallInteger, primary_key=True),
    Column("class_bits", BigInteger, nullable=False, comment="classes that the Agency has closed"),
    Column("reason", Text, nullable=False),
    schema="trust",
    comment="the Agency's own switch: narrows the ceiling, never widens it",
)

consent = Table(
    "consent",
    metadata,
    Column("consent_id", BigInteger, Identity(always=True), primary_key=True),
    Column("business_id", Uuid, nullable=False, index=True),
    Column("filing_id", Uuid, nullable=False),
    Column("answer", Text, nullable=False, comment="given, refused, withdrawn"),
    Column("basis", Text, nullable=False, comment="deemed, individual"),
    Column("terms_version", Text, nullable=False),
    Column("language", Text, nullable=False, server_default=text("'ja'")),
    Column("answered_at", moment, nullable=False, server_default=NOW),
    Column(
        "answered_by",
        Text,
        nullable=False,
        comment="account id, or client_id of the system that took it",
    ),
    CheckConstraint("answer IN ('given', 'refused', 'withdrawn')", name="answer"),
    Index(
        None, "filing_id", "consent_id"
    ),  # the newest answer of a filing, asked for each row of a cut
    schema="trust",
    comment="二次利用の同意: append only, the newest row per filing counts",
)

ledger_entry = Table(
    "ledger_entry",
    metadata,
    Column("entry_id", BigInteger, Identity(always=True), primary_key=True),
    Column("occurred_at", moment, nullable=False),
    Column("business_id", Uuid, nullable=False),
    Column("actor", Text, nullable=False, comment="account id or client_id"),
    Column("institution_id", Uuid),
    Column("on_behalf_of", Text),
    Column("purpose", SmallInteger, nullable=False),
    Column("items", ARRAY(Text), nullable=False, comment="item keys; never a value"),
    Column(
        "basis", Text, nullable=False, comment="request:<uuid>, setting, own, policy, consent …"
    ),
    Column("through", Text, nullable=False, comment="route, portal or command"),
    Column("allowed", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("canonical", LargeBinary, nullable=False, comment="canonical JSON that is hashed"),
    Column(
        "salt",
        LargeBinary,
        nullable=False,
        comment="16 random bytes; leaf = sha256(0x00 ‖ salt ‖ canonical)",
    ),
    Column("leaf_index", BigInteger, unique=True, comment="NULL until sealed"),
    Index(None, "business_id", "entry_id"),
    schema="trust",
    comment="閲覧記録: one entry per request and business, append only",
)

# ── identity ──────────────────────────────────────────────────────────────────────────────────

account = Table(
    "account",
    metadata,
    Column("account_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column(
        "role", Text, nullable=False, comment="business, supporter, officer, analyst, administrator"
    ),
    Column("issuer", Text, nullable=False, comment="OpenID issuer, or 'own'"),
    Column("sub", Text, nullable=False, comment="of the issuer; for 'own' the sign-in name"),
    Column("display_name", Text, nullable=False),
    Column("password_hash", Text, comment="argon2id; own ID only"),
    Column("business_id", Uuid, index=True),
    Column("institution_id", Uuid, ForeignKey("open.support_institution.institution_id")),
    Column("failed_at", moment, comment="last failed sign-in"),
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Column("closed_at", moment),
    UniqueConstraint("issuer", "sub"),
    schema="identity",
    comment="a person; identity is (issuer, sub)",
)

session = Table(
    "session",
    metadata,
    Column("session_hash", LargeBinary, primary_key=True, comment="sha256 of the cookie or token"),
    Column(
        "account_id", Uuid, ForeignKey("identity.account.account_id"), nullable=False, index=True
    ),
    Column("kind", Text, nullable=False, comment="browser, kernel_ticket, kernel, token"),
    Column("parent_hash", LargeBinary, comment="the browser session that a kernel token hangs on"),
    Column("csrf", Text, nullable=False),
    Column("created_at", moment, nullable=False, server_default=NOW),
    Column("seen_at", moment, nullable=False, server_default=NOW),
    Column("expires_at", moment, nullable=False),
    schema="identity",
    comment="server-side sessions; deleting the row ends it",
)

sign_in = Table(
    "sign_in",
    metadata,
    Column("state_hash", LargeBinary, primary_key=True, comment="sha256 of the OpenID state"),
    Column(
        "browser_hash",
        LargeBinary,
        nullable=False,
        comment="sha256 of the cookie of the browser that began it",
    ),
    Column("nonce", Text, nullable=False),
    Column("code_verifier", Text, nullable=False, comment="PKCE"),
    Column("return_to", Text, nullable=False, comment="local path to go to afterwards"),
    Column("expires_at", moment, nullable=False),
    schema="identity",
    comment="OpenID sign-ins under way; the row is deleted by the first callback, so no answer works twice",
)

client = Table(
    "client",
    metadata,
    Column("client_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("secret_hash", Text, nullable=False, comment="argon2id"),
    Column("kind", Text, nullable=False, comment="programme_system, private_service"),
    Column("programmes", ARRAY(Text), nullable=False),
    Column("scopes", ARRAY(Text), nullable=False),
    Column("closed_at", moment),
    schema="identity",
    comment="OAuth 2.0 clients: programme systems and private services",
)
