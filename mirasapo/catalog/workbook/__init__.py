"""A filing as an Excel workbook: an empty one to be written in, and one that was, read back.

`template` makes the workbook of a programme, `read_workbook` turns it into the payload that a
programme's system would have pushed. Both go by the same `layout`; what a cell holds is said once,
in `cell`. What is at fault goes back as a marked copy: `place` finds the cells, `mark` marks them.
"""

from mirasapo.catalog.workbook.marking import mark
from mirasapo.catalog.workbook.placing import place
from mirasapo.catalog.workbook.read import CellFault, Reading, read_workbook
from mirasapo.catalog.workbook.write import template

__all__ = ["CellFault", "Reading", "mark", "place", "read_workbook", "template"]
