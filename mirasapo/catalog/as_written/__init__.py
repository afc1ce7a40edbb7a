"""Values as people write them, each read in one place into the one way of the data model.

Whatever way a text comes in (the API, a workbook, an export), `read_value` reads it: mixed widths,
eras, units, thousands separators, words for yes and no, labels of codes. What a text says in more
than one way is never guessed: it raises `Unclear`, and becomes an issue on its item.

A rule only ever widens: a text that has been read once is read the same for ever, as the master is
built again from the texts in the lake (docs/decisions/0004).
"""

from mirasapo.catalog.as_written.corporate_number import read_corporate_number, spoilt
from mirasapo.catalog.as_written.name import LEGAL_FORMS, full_name
from mirasapo.catalog.as_written.plain import RULES, Reading, Unclear
from mirasapo.catalog.as_written.value import Taken, may_be_spelled, read_value, sentence, take

__all__ = [
    "LEGAL_FORMS",
    "RULES",
    "Reading",
    "Taken",
    "Unclear",
    "full_name",
    "may_be_spelled",
    "read_corporate_number",
    "read_value",
    "sentence",
    "spoilt",
    "take",
]
