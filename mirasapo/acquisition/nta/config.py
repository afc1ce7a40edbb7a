"""How the register's Web-API is asked: its limits, and patience; address and id are settings."""

from __future__ import annotations

VERSION = "4"
CSV_SHIFT_JIS, CSV_UTF_8, XML = "01", "02", "12"
SUFFIXES = {CSV_SHIFT_JIS: ".csv", CSV_UTF_8: ".csv", XML: ".xml"}

MOST_NUMBERS = 10  # of one question
MOST_DAYS = 50  # of one question, both ends counted
MOST_PARTS = 10_000

TIMEOUT_SECONDS = 120.0
RETRIED = frozenset({429, 500, 502, 503, 504})
BACK_OFF_SECONDS = (1.0, 4.0, 16.0)
LONGEST_WAIT_SECONDS = 60.0
