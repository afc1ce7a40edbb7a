"""Schema `trust`: grant lines, requests, consents, ledger."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    Uuid,
    text,
)

from mirasapo.store.tables.base import NEW_ID, NOW, metadata, moment

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
