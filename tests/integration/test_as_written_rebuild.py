"""A value as people write it: the master holds what was read, the lake what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mirasapo.business.rebuild import rebuild
from mirasapo.business.state import state
from mirasapo.intake.receive import receive
from tests import factories

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

HELD = text(
    """
    SELECT trade_name, capital_yen
      FROM core.business_profile JOIN core.business USING (business_id)
     WHERE business.corporate_number = :number
    """
)
WRITTEN = {
    "business_identity.trade_name": "㈱見本",
    "business_identity.capital_yen": "１，０００万円",
}
READ = ("株式会社見本", 10_000_000)


def test_the_master_is_rebuilt_from_the_texts_in_the_lake(platform: Platform) -> None:
    number = factories.made_up_number(77)
    document = factories.filing_payload(
        platform.catalog, "04", number, 77, items=WRITTEN, groups={}, attachments=[]
    )
    receipt = receive(
        platform.databases,
        platform.lake,
        platform.catalog,
        client_id="jgrants-04",
        programmes=["04"],
        body=factories.body_of(document),
        attachments={},
    )
    assert [each.written for each in receipt.readings] == list(WRITTEN.values())
    assert "１，０００万円".encode() in platform.lake.get(receipt.payload_sha256)

    def held() -> tuple[Any, Any]:
        with platform.databases.intake.begin() as conn:
            values = tuple(conn.execute(HELD, {"number": number}).one())
            return values, state(conn, platform.catalog)

    before = held()
    assert before[0] == READ
    rebuild(platform.databases, platform.lake, platform.catalog)
    assert held() == before
