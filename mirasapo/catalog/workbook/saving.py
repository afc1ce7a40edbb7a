"""A workbook as bytes, the same for the same content.

openpyxl writes the moment of saving into the properties and into every entry of the archive; both
are put back to a fixed day, so that a file can be compared and kept by its hash.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive can hold
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_PROPERTIES = "docProps/core.xml"


def workbook_bytes(workbook: Workbook) -> bytes:
    """The workbook as a file."""
    raw, out = io.BytesIO(), io.BytesIO()
    workbook.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
