"""Schema `open`, 支援機関: who may support, of which kind, from when until when.

`open.support_institution` is what disclosure decides by, folded from all lists: the newest one says
what an institution is, and what it no longer names has ended. An institution without a number is
from no list.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    Uuid,
    text,
)

from mirasapo.store.tables.base import NEW_ID, NOW, metadata, moment


def _said() -> list[Column[object]]:
    """What a list says of an institution."""
    return [
        Column("name", Text, nullable=False),
        Column(
            "kind",
            Text,
            nullable=False,
            comment="支援機関の種別, after the policy's closed list (※3)",
        ),
        Column("region", Text, comment="都道府県, or 全国"),
        Column(
            "certified_institution_number", Text, comment="認定経営革新等支援機関ID番号, 12 digits"
        ),
        Column("certified_on", Date, comment="認定日"),
        Column("certified_until", Date, comment="認定期限, the last day of the certification"),
    ]


support_institution = Table(
    "support_institution",
    metadata,
    Column("institution_id", Uuid, primary_key=True, server_default=NEW_ID),
    Column("number", Text, unique=True, comment="機関番号 in the lists; none for one of no list"),
    *_said(),
    Column("valid_from", Date, comment="the first day on which it may support; none: always"),
    Column("valid_until", Date, comment="the last one; none: until a list no longer names it"),
    Column("as_of_on", Date, comment="基準日 of the newest list that names it"),
    Column("made_up", Boolean, nullable=False, server_default=text("false")),
    Index(
        "uq_support_institution_name_kind",
        "name",
        "kind",
        unique=True,
        postgresql_where=text("number IS NULL"),
    ),
    schema="open",
    comment="支援機関",
)

institution_list = Table(
    "institution_list",
    metadata,
    Column("as_of_on", Date, primary_key=True, comment="基準日: what the list says holds that day"),
    Column("revision", Integer, primary_key=True, comment="counts corrections of a day's list"),
    Column("payload_sha256", Text, nullable=False),
    Column("received_at", moment, nullable=False, server_default=NOW),
    schema="open",
    comment="支援機関の一覧: each list that was taken in, by its day, never by arrival",
)

institution_version = Table(
    "institution_version",
    metadata,
    Column("as_of_on", Date, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("number", Text, primary_key=True, comment="機関番号"),
    Column("institution_id", Uuid, nullable=False, comment="made from the number, always the same"),
    *_said(),
    ForeignKeyConstraint(
        ["as_of_on", "revision"],
        ["open.institution_list.as_of_on", "open.institution_list.revision"],
    ),
    Index(None, "number"),
    schema="open",
    comment="支援機関の版: what each list says of each institution",
)
