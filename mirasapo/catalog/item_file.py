"""The item files: a row per item, as many as the report counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mirasapo.catalog.model import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mirasapo.catalog.source import Source

ITEM_COLUMNS = (
    "number",
    "item",
    "label_ja",
    "label_en",
    "definition",
    "type",
    "unit",
    "form_unit",
    "limit",
    "array",
    "repeat_group",
    "entity",
    "key_role",
    "references",
    "programmes",
    "data_class",
    "class_reason",
    "third_party",
    "sensitivity",
    "master_policy",
    "master_unit",
    "master_reason",
    "code_list",
    "valid_from",
    "valid_until",
    "certainty",
    "source",
)
COUNTS = {"generic": 443, "specific": 802}
_NUMBER = re.compile(r"[GS][0-9]{4}")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line of an item file, unresolved."""

    file: str
    line: int
    domain: str
    category: str
    cells: Mapping[str, str]

    @property
    def key(self) -> str:
        """The key of the item that the row describes."""
        return f"{self.category}.{self.cells['item']}"


def read_items(source: Source) -> list[ItemRow]:
    """The rows of all item files; one that is out of the order of its file's numbers is reported."""
    rows = [
        ItemRow(file, line, domain, category_of(file), cells)
        for domain in DOMAINS
        for file in source.names(domain, ".csv")
        for line, cells in source.rows(file, ITEM_COLUMNS)
    ]
    before: dict[str, str] = {}
    for row in rows:
        number, initial = row.cells["number"], row.domain[0].upper()
        last = COUNTS[row.domain]
        in_form = number[:1] == initial and _NUMBER.fullmatch(number) is not None
        if not in_form or not 1 <= int(number[1:]) <= last:
            what = f"項番「{number}」は {initial}0001 から {initial}{last:04} までの番号ではありません。"
            source.report(row.file, row.line, what, "この項目に付けた番号に戻します。")
        elif number <= before.get(row.file, ""):
            what = f"項番 {number} が前の行の {before[row.file]} より後の番号ではありません。"
            source.report(row.file, row.line, what, "行を項番の順に並べるか、番号を元に戻します。")
        before[row.file] = number
    return rows


def check_counts(source: Source, rows: list[ItemRow], published: Collection[str]) -> None:
    """Report a count that is not the report's, where it can be told at the file that changed."""
    found = Counter(row.domain for row in rows)
    for domain, expected in COUNTS.items():
        files = source.names(domain, ".csv")
        found[domain] += sum(len(source.misshapen.get(file, ())) for file in files)
        if found[domain] != expected:
            what = f"{domain} の項目が {found[domain]} 件です({expected} 件のはずです)。"
            for file, said in _changed(rows, files, published) or [(files[-1], "")]:
                cure = "足りない行を戻すか、余る行を除きます。項目の数は報告書の数です。"
                source.report(file, _last_line(rows, file), what + said, cure)


def _changed(
    rows: list[ItemRow], files: list[str], published: Collection[str]
) -> list[tuple[str, str]]:
    """The files that have another number of items than were published, and what they have."""
    now = Counter(row.file for row in rows)
    due = Counter(key.partition(".")[0] for key in published)
    return [
        (file, f"公開した {name} の項目は {due[name]} 件、この表は {now[file]} 件です。")
        for file, name in ((file, category_of(file)) for file in files)
        if now[file] != due[name]
    ]


def _last_line(rows: list[ItemRow], file: str) -> int:
    return max((row.line for row in rows if row.file == file), default=1)


def category_of(file: str) -> str:
    """The category whose items a file has: its name."""
    return file.rsplit("/", 1)[1].removesuffix(".csv")
