"""The code lists: an index with revision and source of each, and a file of codes for most."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mirasapo.catalog.label import check_labels
from mirasapo.catalog.model import CodeList
from mirasapo.catalog.survey import PROGRAMMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.catalog.source import Entry, Source

CODE_LISTS = "code_lists/index.yaml"
_NEEDED = ("label_ja", "revision", "source")


class CodeLines(NamedTuple):
    """Where a list stands: the line of its revision in the index, its file and the lines of its codes."""

    revision: int
    file: str
    codes: Mapping[str, int]


class _Codes(NamedTuple):
    labels: dict[str, str]
    parents: dict[str, str]
    lines: dict[str, int]


def read_code_lists(
    source: Source, index: Iterable[Entry], programmes: Iterable[Entry]
) -> tuple[dict[str, CodeList], dict[str, CodeLines]]:
    """The lists of the index, and where they stand; one that lacks its source is left out."""
    lists: dict[str, CodeList] = {}
    lines: dict[str, CodeLines] = {}
    index = list(index)
    names, files = {entry.name for entry in index}, source.names("code_lists", ".csv")
    of_programmes = _Codes(
        {entry.name: entry.cells.get("short_ja", "") for entry in programmes},
        {},
        {entry.name: entry.line.of("short_ja") for entry in programmes},
    )
    for name, line, cells in index:
        missing = [key for key in _NEEDED if not cells.get(key)]
        if missing:
            what = f"コード表 {name} の {'・'.join(missing)} がありません。"
            source.report(
                CODE_LISTS, line.of(missing[0]), what, "名称、改定の版、公式の出典を書きます。"
            )
            continue
        if extra := sorted(cells.keys() - {*_NEEDED, "codes_from"}):
            what = f"コード表 {name} に知らない見出し {'・'.join(extra)} があります。"
            source.report(CODE_LISTS, line.of(extra[0]), what, "綴りを直すか、消します。")
        shared = cells.get("codes_from") == PROGRAMMES
        if not shared and f"code_lists/{name}.csv" not in files:
            what = f"コード表 {name} のファイル code_lists/{name}.csv がありません。"
            stray = sorted(file for file in files if _list_of(file) not in names)
            meant = "・".join(map(_list_of, stray))
            cure = (
                f"{meant} の綴りに直すか、ファイルを置きます。" if stray else "ファイルを置きます。"
            )
            source.give_up(CODE_LISTS, source.line_of_heading(CODE_LISTS, name), what, cure)
            continue
        file = PROGRAMMES if shared else f"code_lists/{name}.csv"
        codes = of_programmes if shared else _read_codes(source, file)
        origin = (str(cells["label_ja"]), str(cells["revision"]), str(cells["source"]))
        lists[name] = CodeList(name, *origin, codes.labels, codes.parents)
        lines[name] = CodeLines(line.of("revision"), file, codes.lines)
    check_labels(
        source,
        CODE_LISTS,
        [(each.line.of("label_ja"), str(each.cells.get("label_ja"))) for each in index],
    )
    for file in files:
        if _list_of(file) not in names:
            cure = "code_lists/index.yaml に書き足すか、ファイルを除きます。"
            source.report(file, 1, "index.yaml に版と出典がありません。", cure)
    return lists, lines


def _list_of(file: str) -> str:
    return file.removeprefix("code_lists/").removesuffix(".csv")


def _read_codes(source: Source, file: str) -> _Codes:
    codes = _Codes({}, {}, {})
    meanings: dict[tuple[str, str], str] = {}  # a label may come again under another parent
    for line, row in source.rows(file, ("code", "label_ja")):
        code, label, parent = row["code"], row["label_ja"], row.get("parent", "")
        if code in codes.labels:
            what = f"コード {code} は二度書かれています。"
            source.report(file, line, what, "片方の行を消します。")
            continue
        if not code.strip() or not label.strip():
            what = "コードか名称が空です。"
            source.report(file, line, what, "両方を書くか、行を消します。")
        same = meanings.setdefault((parent, label), code)
        if same != code:
            what = f"コード {same} と {code} が同じ名称「{label}」です。"
            source.report(file, line, what, "違う意味なら名称を分け、同じ意味なら片方を消します。")
        codes.labels[code] = label
        codes.lines[code] = line
        if parent:
            codes.parents[code] = parent
    return codes
