"""One rule, three forms: `decide` in Python, the SQL expression, row security – and the gate.

The SQL expression is asked for every actor and purpose in every drawn world; row security and the
gate, which cost more, for some of them and always for the supporters in a consultation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.disclosure_town import (
    WORLDS,
    Drawn,
    Town,
    compare_everywhere,
    compare_filings,
    compare_gate,
    compare_rows,
    facts_of,
    make_town,
    written,
)

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

ROUNDS = settings(
    max_examples=15,  # of twelve businesses each
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def town(platform: Platform) -> Town:
    return make_town(platform)


@ROUNDS
@given(drawn=WORLDS)
def test_sql_expression_is_the_rule(town: Town, drawn: Drawn) -> None:
    compare_everywhere(town, facts_of(town, drawn), town.everybody)


@settings(ROUNDS, max_examples=20)
@given(drawn=WORLDS, data=st.data())
def test_row_security_is_the_rule(town: Town, drawn: Drawn, data: st.DataObject) -> None:
    facts = facts_of(town, drawn)
    asked = data.draw(st.lists(st.sampled_from(town.everybody), min_size=3, max_size=3))
    with written(town, facts) as conn:
        for actor, purpose in [*asked, (town.actors[0], 6), (town.actors[1], 6)]:
            compare_rows(town, conn, actor, purpose, facts)


@settings(ROUNDS, max_examples=20)
@given(drawn=WORLDS, data=st.data())
def test_gate_is_the_rule(town: Town, drawn: Drawn, data: st.DataObject) -> None:
    facts = facts_of(town, drawn)
    actor, purpose = data.draw(st.sampled_from(town.everybody))
    business_id = data.draw(st.sampled_from(town.businesses[:2]))
    with written(town, facts) as conn:
        for who, why in ((actor, purpose), (town.actors[0], 6)):
            compare_gate(town, conn, who, why, business_id, facts)
            compare_filings(town, conn, who, why, facts)
