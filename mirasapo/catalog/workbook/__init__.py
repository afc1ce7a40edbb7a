"""A filing as an Excel workbook: an empty one to be written in, and one that was, read back.

`template` makes the workbook of a programme, `read_workbook` turns it into the payload that a
programme's system would have pushed. Both go by the same `layout`; what a cell holds is said once,
in `cell`.
"""

from mirasapo.catalog.workbook.read import CellFault, Reading, read_workbook
from mirasapo.catalog.workbook.write import template

__all__ = ["CellFault", "Reading", "read_workbook", "template"]
