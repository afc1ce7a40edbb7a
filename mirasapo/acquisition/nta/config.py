"""How the register's Web-API is asked, and its limits; address and id are settings."""

from __future__ import annotations

VERSION = "4"
CSV_SHIFT_JIS, CSV_UTF_8, XML = "01", "02", "12"
SUFFIXES = {CSV_SHIFT_JIS: ".csv", CSV_UTF_8: ".csv", XML: ".xml"}

MOST_NUMBERS = 10  # of one question
MOST_DAYS = 50  # of one question, both ends counted
MOST_PARTS = 10_000

MOST_BYTES = 256 << 20  # of one answer
TIMEOUT_SECONDS = 120.0  # divided answers are slow in coming
