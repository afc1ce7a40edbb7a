"""The XML form of the register (Web-API type 12): elements are named as the columns are numbered.

Streamed record by record; a document type, and with it every entity, is refused.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from mirasapo.acquisition.nta.format import COLUMNS, LAYOUTS
from mirasapo.acquisition.nta.table import Line, WrongFile, check_count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_STARTS = (b"<?xml", b"<corporations")
_LONGEST_TEXT = 1 << 16


def is_xml(head: bytes) -> bool:
    """Whether a file that begins like this is XML."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_STARTS)


class XmlTable:
    """The records of one XML file; the counts of its head are known once `rows` has begun."""

    layout = LAYOUTS[-1]

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._head: dict[str, int] = {}

    def rows(self) -> Iterator[Line]:
        """Each `corporation` as its 30 columns; what an older version leaves out is blank.

        Raises WrongFile for what is no XML of the register, or ends too early.
        """
        number = 0
        try:
            events = iterparse(self._stream, events=("start", "end"), forbid_dtd=True)
            _, root = next(events)
            if root.tag != "corporations":
                raise WrongFile("国税庁法人番号の XML ではありません。")
            for event, element in events:
                if event != "end":
                    continue
                if element.tag == "corporation":
                    number += 1
                    yield Line(number, _columns(element))
                    root.clear()  # or the whole file would stay in memory
                elif element.tag in ("count", "divideSize") and (element.text or "").isdigit():
                    self._head[element.tag] = int(element.text)
        except (ParseError, ValueError) as fault:
            if isinstance(fault, DefusedXmlException):
                raise WrongFile(
                    "XML に文書型の宣言があります。公表サイトのものではありません。"
                ) from None
            raise WrongFile(
                "XML が壊れているか、途中で切れています。もう一度取得してください。"
            ) from None

    def check_count(self, rows: int) -> None:
        """Compare with the count that the file's head announced. Raises WrongFile."""
        if "count" in self._head:
            check_count("件数(count)", (self._head["count"], self._head.get("divideSize", 1)), rows)


def _columns(record: Element) -> list[str]:
    texts = {field.tag: field.text or "" for field in record}
    columns = [texts.get(name, "").strip() for name in COLUMNS]
    if max(map(len, columns)) > _LONGEST_TEXT:
        raise WrongFile("XML の値が長すぎます。")
    if "hihyoji" not in texts:  # a version before this column
        columns[-1] = "0"
    if "latest" not in texts:
        columns[COLUMNS.index("latest")] = "1"
    return columns
