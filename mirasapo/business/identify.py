"""Which business is meant: from a corporate number or a sole proprietor's key to its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Text, bindparam, text

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Identity:
    """How a sender names a business: exactly one of the two is set."""

    corporate_number: str | None
    sole_proprietor_key: str | None

    def __post_init__(self) -> None:
        if (self.corporate_number is None) == (self.sole_proprietor_key is None):
            raise BadInput(
                "事業者を特定できません。",
                "法人番号と個人事業主整理番号は、どちらか一方だけが必要です。",
                "どちらか一方を指定してください。",
            )

    @property
    def text(self) -> str:
        """A sortable name of the business that holds no generated id."""
        if self.corporate_number is not None:
            return f"c:{self.corporate_number}"
        return f"s:{self.sole_proprietor_key}"


# The register's business_id is THE id of a body; made_up follows it too. `business_id` as conflict
# target would be wrong: two senders may bring the same new number at the same moment.
_BODIES = text(
    """
    INSERT INTO core.business (business_id, corporate_number, made_up)
    SELECT coalesce(body.business_id, gen_random_uuid()), asked.number,
           coalesce(body.made_up, :made_up)
      FROM unnest(:numbers) AS asked(number)
      LEFT JOIN open.register_body AS body ON body.corporate_number = asked.number
     ORDER BY asked.number
    ON CONFLICT (corporate_number) DO NOTHING
    """
).bindparams(bindparam("numbers", type_=ARRAY(Text)))
_PROPRIETORS = text(
    """
    INSERT INTO core.business (sole_proprietor_key, made_up)
    SELECT asked.key, :made_up FROM unnest(:keys) AS asked(key) ORDER BY asked.key
    ON CONFLICT (sole_proprietor_key) DO NOTHING
    """
).bindparams(bindparam("keys", type_=ARRAY(Text)))
_FIND = text(
    """
    SELECT business_id, corporate_number, sole_proprietor_key FROM core.business
     WHERE corporate_number = ANY (:numbers) OR sole_proprietor_key = ANY (:keys)
    """
).bindparams(bindparam("numbers", type_=ARRAY(Text)), bindparam("keys", type_=ARRAY(Text)))


def ensure_all(
    conn: Connection, identities: Collection[Identity], *, made_up: bool = False
) -> dict[Identity, UUID]:
    """Make sure that each business has its row in `core.business`; the ids by identity.

    A known number keeps its id, a body of the register gets the register's, anything else a new
    one.
    """
    asked = _asked(identities)
    found = _find(conn, asked)
    if any(each not in found for each in identities):
        if asked["numbers"]:
            conn.execute(_BODIES, {"numbers": asked["numbers"], "made_up": made_up})
        if asked["keys"]:
            conn.execute(_PROPRIETORS, {"keys": asked["keys"], "made_up": made_up})
        found = _find(conn, asked)
    return {each: found[each] for each in identities}


def ensure(
    conn: Connection,
    *,
    corporate_number: str | None = None,
    sole_proprietor_key: str | None = None,
    made_up: bool = False,
) -> UUID:
    """Make sure that one business has its row; exactly one of number and key must be given.

    Raises BadInput otherwise.
    """
    identity = Identity(corporate_number, sole_proprietor_key)
    return ensure_all(conn, [identity], made_up=made_up)[identity]


def _asked(identities: Collection[Identity]) -> dict[str, list[str]]:
    """Numbers and keys in one order: two transactions that insert the same wait, not deadlock."""
    numbers = {each.corporate_number for each in identities if each.corporate_number is not None}
    keys = {each.sole_proprietor_key for each in identities if each.sole_proprietor_key is not None}
    return {"numbers": sorted(numbers), "keys": sorted(keys)}


def _find(conn: Connection, asked: dict[str, list[str]]) -> dict[Identity, UUID]:
    found: dict[Identity, UUID] = {}
    for row in conn.execute(_FIND, asked):
        # A proprietor that became a company is found by either name.
        if row.corporate_number is not None:
            found[Identity(row.corporate_number, None)] = row.business_id
        if row.sole_proprietor_key is not None:
            found[Identity(None, row.sole_proprietor_key)] = row.business_id
    return found
