"""Rows of a bulk load arrive as they were, whatever characters are in them."""

from __future__ import annotations

from sqlalchemy import text

from mirasapo.acquisition.bulk import bulk_transaction, copy_rows

ROWS = [
    ("1", "山田", True, [1, -2], 7),
    ("2", "a\tb\\c\nd\re", False, [], -7),
    ("3", "\\N", None, None, None),
    ("4", None, True, [2**31 - 1, -(2**31)], 0),
    ("5", "", False, [0], 2**63 - 1),
    ("6", "\\", None, [1], 1),
    ("7", "{},'\"\\t", True, [1], 1),
]


def test_every_character_and_value_comes_back(platform):
    with bulk_transaction(platform.databases) as conn:
        conn.execute(
            text(
                "CREATE TEMPORARY TABLE arrived"
                " (key text, said text, flag boolean, parts int4[], number bigint) ON COMMIT DROP"
            )
        )
        copy_rows(conn, "arrived (key, said, flag, parts, number)", ROWS)
        found = conn.execute(text("SELECT * FROM arrived ORDER BY key")).all()
    assert [tuple(row) for row in found] == ROWS


def test_more_rows_than_are_written_at_once(platform):
    with bulk_transaction(platform.databases) as conn:
        conn.execute(text("CREATE TEMPORARY TABLE arrived (number bigint) ON COMMIT DROP"))
        copy_rows(conn, "arrived (number)", ([number] for number in range(2_500)))
        found = conn.execute(text("SELECT count(*), sum(number) FROM arrived")).one()
    assert tuple(found) == (2_500, 2_499 * 1_250)
