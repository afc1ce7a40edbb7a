"""Corporate numbers out of a file: one a line, or the first column of a CSV."""

from __future__ import annotations

import csv
import unicodedata
from typing import TYPE_CHECKING

from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.encoding import encoding_of
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 64 << 20
_NAMED = 5


def read_numbers(path: Path) -> list[str]:
    """The numbers of a file, each once, in its order; a first line without a digit is a heading.

    Raises BadInput for a file that cannot be read or has a line that is no corporate number.
    """
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise _refused(path, f"ファイルがないか、{MOST_BYTES >> 20} MB を超えています。")
    lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    encoding = encoding_of(lines)
    if encoding is None:
        raise _refused(path, "文字コードが UTF-8 でも Shift_JIS でもありません。")
    found: dict[str, None] = {}
    wrong: list[int] = []
    for place, line in enumerate(lines, start=1):
        written = _first_cell(line.decode(encoding, errors="replace"))
        if not written or (place == 1 and not any(map(str.isdigit, written))):
            continue
        if is_corporate_number(written):
            found[written] = None
        else:
            wrong.append(place)
    if wrong:
        named = "・".join(map(str, wrong[:_NAMED]))
        raise _refused(path, f"法人番号でない行が{len(wrong):,}あります({named}行目 など)。")
    if not found:
        raise _refused(path, "法人番号が一つもありません。")
    return list(found)


def _first_cell(line: str) -> str:
    try:
        cells = next(csv.reader([line]), [])
    except csv.Error:
        return line
    return unicodedata.normalize("NFKC", cells[0]).strip() if cells else ""


def _refused(path: Path, why: str) -> BadInput:
    return BadInput(
        f"{path.name} の法人番号を読めません。",
        why,
        "13桁の法人番号を1行に一つ書いたファイルを指定してください。",
    )
