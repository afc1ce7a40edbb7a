"""年度: from April to March, called by the year in which it begins."""

from __future__ import annotations

from datetime import date

_APRIL = 4


def fiscal_year_of(day: date) -> int:
    """The fiscal year that a day lies in."""
    return day.year if day.month >= _APRIL else day.year - 1


def first_day_of(fiscal_year: int) -> date:
    """The first of April on which a fiscal year begins."""
    return date(fiscal_year, _APRIL, 1)
