"""Schema `core`: filings and the master, under row security (typed item tables: `item_tables`)."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from mirasapo.store.tables.base import NEW_ID, NOW, context_columns, filed_basis, metadata, moment

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
        comment="register, gbizinfo, filing, batch, attachment, refused_filing, …",
    ),
    Column("source", Text, nullable=False, comment="nta, gbizinfo, or the client_id of the sender"),
    Column("received_at", moment, nullable=False, server_default=NOW),
    Column("faults", JSONB, comment="of a refused payload: [{item, label, what, why}], no values"),
    Column(
        "scan",
        Text,
        comment="of a file that people read: clean, quarantined (never given out), infected",
    ),
    Column(
        "within_sha256",
        Text,
        ForeignKey("core.payload.sha256"),
        comment="the batch whose object holds these bytes; null: an object of their own",
    ),
    Column("offset_bytes", BigInteger, comment="where they begin in it"),
    CheckConstraint("scan IN ('clean', 'quarantined', 'infected')", name="scan"),
    CheckConstraint("(within_sha256 IS NULL) = (offset_bytes IS NULL)", name="slice"),
    Index(None, "within_sha256", "offset_bytes"),
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

statement = Table(
    "statement",
    metadata,
    Column("payload_sha256", Text, ForeignKey("core.payload.sha256"), primary_key=True),
    Column(
        "business_id", Uuid, ForeignKey("core.business.business_id"), nullable=False, index=True
    ),
    Column("kind", Text, nullable=False, comment="correction, settlement"),
    Column("document", Text, nullable=False, comment="the payload's own text, as in the lake"),
    CheckConstraint("kind IN ('correction', 'settlement')", name="kind"),
    schema="core",
    comment="訂正・裁定: what the business itself put right, and which claim a person took",
)

conflict = Table(
    "conflict",
    metadata,
    Column(
        "conflict_id", Text, primary_key=True, comment="of business and unit: the same every time"
    ),
    Column(
        "business_id", Uuid, ForeignKey("core.business.business_id"), nullable=False, index=True
    ),
    Column("table_name", Text, nullable=False, comment="stem of the master table"),
    Column("row_key", Text, nullable=False),
    Column("unit", Text, nullable=False, comment="first column of what is decided together"),
    Column("item_keys", ARRAY(Text), nullable=False, comment="the items that differ"),
    Column("kind", Text, nullable=False, comment="mismatch, disagree"),
    Column("state", Text, nullable=False, comment="open, settled, outdated"),
    Column(
        "claims",
        JSONB,
        nullable=False,
        comment="[{source, reference, as_of_on, payload_sha256, claim_hash}], the winner first;"
        " no values",
    ),
    Column("settled_by", Text, comment="payload_sha256 of the settlement"),
    schema="core",
    comment="食い違い: where sources contradict each other, derived with the master",
)
idempotent_answer = Table(
    "idempotent_answer",
    metadata,
    Column("client_id", Text, primary_key=True),
    Column("idempotency_key", Text, primary_key=True, comment="the sender's Idempotency-Key"),
    Column(
        "request_sha256",
        Text,
        nullable=False,
        comment="of what was asked for, the body, the files and their names",
    ),
    Column("answer", Text, nullable=False, comment="the JSON that was answered"),
    Column("answered_at", moment, nullable=False, server_default=NOW),
    Column("expires_at", moment, nullable=False, index=True),
    schema="core",
    comment="answers by Idempotency-Key, each written in the transaction of what it answers",
)

upload = Table(
    "upload",
    metadata,
    Column("upload_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("client_id", Text, nullable=False, comment="who may go on with it and refer to it"),
    Column("name", Text, nullable=False, comment="file name as announced"),
    Column(
        "size_bytes", BigInteger, nullable=False, comment="as announced, in the end as received"
    ),
    Column("sha256", Text, nullable=False, comment="as announced, in the end as received"),
    Column("media_type", Text, comment="recognised from the bytes; null until all are there"),
    Column("started_at", moment, nullable=False, server_default=NOW),
    Column("expires_at", moment, nullable=False, index=True),
    Column("completed_at", moment, comment="from then on the lake has it and a filing may name it"),
    Index(None, "client_id", "sha256"),
    schema="core",
    comment="attachments that are sent in parts, before the filing that names them by SHA-256",
)

erasure = Table(
    "erasure",
    metadata,
    Column("erasure_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column(
        "kind", Text, nullable=False, comment="term: its time was over; order: on legal grounds"
    ),
    Column("erased_at", moment, nullable=False, server_default=NOW),
    Column("ordered_by", Text, nullable=False, comment="who ordered it, or the login of the term"),
    Column("law", Text, comment="根拠条文 of an order"),
    Column("reason", Text, nullable=False, comment="never what was erased"),
    Column("business_id", Uuid),
    Column("filing_id", Uuid),
    Column("source", Text, comment="client_id of the sender of the filing"),
    Column("filing_number", Text),
    CheckConstraint("kind IN ('term', 'order')", name="kind"),
    CheckConstraint("kind = 'term' OR (law <> '' AND filing_id IS NOT NULL)", name="law"),
    schema="core",
    comment="消去: what is no longer held, by whose order and on which ground; never a value",
)

erased_object = Table(
    "erased_object",
    metadata,
    Column("erasure_id", Uuid, ForeignKey("core.erasure.erasure_id"), primary_key=True),
    Column("sha256", Text, primary_key=True, index=True),
    Column("kind", Text, nullable=False, comment="that of the payload"),
    Column("size_bytes", BigInteger, nullable=False),
    Column("removed_at", moment, comment="from then on the lake has it no more"),
    schema="core",
    comment="消去した受信データ: by content hash; of an order the same bytes are not taken in again",
)

acquisition = Table(
    "acquisition",
    metadata,
    Column("acquisition_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("source", Text, nullable=False, comment="gbizinfo, …"),
    Column("version", Text, nullable=False, comment="of the source's API"),
    Column("started_at", moment, nullable=False, server_default=NOW),
    Column("finished_at", moment, comment="null: it goes on where it stopped"),
    schema="core",
    comment="取得: one gathering from an outside service, which may take days",
)

acquisition_step = Table(
    "acquisition_step",
    metadata,
    Column("acquisition_id", Uuid, ForeignKey("core.acquisition.acquisition_id"), primary_key=True),
    Column("kind", Text, primary_key=True, comment="question, number"),
    Column("name", Text, primary_key=True, comment="what is asked, as JSON; a corporate number"),
    Column("outcome", Text, comment="null until it is done"),
    Column("why", Text, comment="of what is not whole or was not taken"),
    Column("tries", Integer, nullable=False, server_default=text("0"), comment="that failed"),
    CheckConstraint("kind IN ('question', 'number')", name="kind"),
    Index(
        "ix_acquisition_step_waiting",
        "acquisition_id",
        "kind",
        "tries",
        "name",
        postgresql_where=text("outcome IS NULL"),
    ),
    schema="core",
    comment="what an acquisition has asked and what it has still to ask",
)

batch = Table(
    "batch",
    metadata,
    Column("batch_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("client_id", Text, nullable=False, comment="who sent it and may ask for it"),
    Column("programmes", ARRAY(Text), nullable=False, comment="what it could file for then"),
    Column("payload_sha256", Text, nullable=False, comment="of the bytes as they were sent"),
    Column(
        "object_sha256",
        Text,
        ForeignKey("core.payload.sha256"),
        nullable=False,
        index=True,
        comment="where they lie: the same, until a line of them was erased",
    ),
    Column("job_id", BigInteger, nullable=False, comment="that takes it in"),
    Column("size_bytes", BigInteger, nullable=False),
    Column("received", Integer, nullable=False, comment="filings in it: lines that are not blank"),
    Column("accepted", Integer, nullable=False, server_default=text("0")),
    Column("repeated", Integer, nullable=False, server_default=text("0")),
    Column("refused", Integer, nullable=False, server_default=text("0")),
    Column("line_no", Integer, nullable=False, server_default=text("0"), comment="lines done"),
    Column(
        "offset_bytes",
        BigInteger,
        nullable=False,
        server_default=text("0"),
        comment="where the next line begins: moved in the transaction of the rows",
    ),
    Column("received_at", moment, nullable=False, server_default=NOW),
    Column("finished_at", moment, comment="null: not all lines are done"),
    Index(None, "received_at", postgresql_where=text("finished_at IS NULL")),
    schema="core",
    comment="一括送信: many filings sent as one NDJSON, and how far they are taken in",
)

batch_line = Table(
    "batch_line",
    metadata,
    Column("within_sha256", Text, ForeignKey("core.payload.sha256"), primary_key=True),
    Column("offset_bytes", BigInteger, primary_key=True),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", Text, index=True, comment="none: longer than a filing may be"),
    schema="core",
    comment="what lies where in the object of a batch, taken in or not: so that it can be erased",
)

batch_refusal = Table(
    "batch_refusal",
    metadata,
    Column("batch_id", Uuid, ForeignKey("core.batch.batch_id"), primary_key=True),
    Column("line_no", Integer, primary_key=True, comment="from 1, blank lines counted"),
    Column("code", Text, nullable=False, comment="of the refusal, as in problem+json"),
    Column("what", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("next_step", Text, nullable=False),
    Column("faults", JSONB, nullable=False, comment="[{item, label, what, why}], no values"),
    schema="core",
    comment="lines of batches that were not taken in, and why",
)

OF_INTAKE = tuple(
    each.name
    for each in (
        acquisition,
        acquisition_step,
        batch,
        batch_line,
        batch_refusal,
        conflict,
        erased_object,
        erasure,
        idempotent_answer,
        payload,
        statement,
        upload,
    )
)
"""The tables of `core` that are about receiving: intake's own, nobody else reads them."""
