"""The table of rules at the end of each chapter: what it says, and whether rules.yaml says the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from mirasapo.catalog.rulebook import Rule
    from mirasapo.catalog.source import Source

CHAPTERS = tuple(f"{number:02}" for number in range(13))  # 00 is the overview
_ROW = re.compile(r"\| (R-[0-9-]+) \| (.+) \| (.+) \| (.+) \|")
_MEANT = re.compile(r"\s*\|\s*R-[0-9]")
_FORM = "「| 番号 | 規則 | 強さ | 確かめ方 |」の形で書きます。"
_COLUMNS = ("規則の文", "強さ", "確かめ方")


class Row(NamedTuple):
    """A line of a chapter's table of rules."""

    file: str
    line: int
    id: str
    said: tuple[str, str, str]


def compare(
    source: Source,
    file: str,
    rules: Mapping[str, tuple[int, Rule]],
    chapters: Sequence[str],
    refused: Collection[str],
) -> None:
    """Every rule of `file` stands once, in the table of its own chapter, word for word.

    Rules that were `refused` have a problem of their own.
    """
    for number in CHAPTERS:
        if not any(name.startswith(f"{number}_") for name in chapters):
            what = f"{number}章のファイルがありません。"
            source.report(f"{number}_*.md", 1, what, "章のファイルを元の名前で置きます。")
    rows = [row for name in chapters for row in _rows(source, name)]
    counted = Counter(row.id for row in rows)
    for rule_id, (line, rule) in rules.items():
        if not counted[rule_id]:
            what = f"規則 {rule_id} が {rule.chapter}章 の表にありません。"
            source.report(file, line, what, "章の表に行を書き足すか、番号を直します。")
    for row in rows:
        faults = [] if row.id in refused else _row_faults(row, rules, file)
        if counted[row.id] > 1:
            faults = [*faults, ("が表に二度以上あります。", "一つを残して消すか、番号を直します。")]
        for what, cure in faults:
            source.report(row.file, row.line, f"規則 {row.id} {what}", cure)


def _rows(source: Source, file: str) -> Iterator[Row]:
    for number, line in source.lines(file):
        found = _ROW.fullmatch(line)
        if found is not None:
            rule_id, *said = found.groups()
            yield Row(file, number, rule_id, (said[0], said[1], said[2]))
        elif _MEANT.match(line):
            source.report(file, number, "規則の表の行を読めません。", _FORM)


def _row_faults(
    row: Row, rules: Mapping[str, tuple[int, Rule]], file: str
) -> list[tuple[str, str]]:
    if row.id not in rules:
        return [(f"が {file} にありません。", f"{file} に書き足すか、番号を直します。")]
    rule = rules[row.id][1]
    faults = []
    if not row.file.startswith(f"{rule.chapter}_"):
        cure = f"{rule.chapter}章 の表に移すか、番号を直します。"
        faults.append((f"は {rule.chapter}章 の規則です。", cure))
    for name, here, there in zip(_COLUMNS, row.said, rule.row, strict=True):
        if there and here != there:  # a word unknown has been reported
            cure = f"「{there}」に合わせるか、{file} を直します。"
            faults.append((f"の{name}が {file} と違います。", cure))
    return faults
