"""Schema `identity`: accounts, sessions, clients."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from mirasapo.store.tables.base import NEW_ID, NOW, metadata, moment

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
