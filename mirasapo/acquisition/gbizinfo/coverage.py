"""A page: every field of gBizINFO's contract, the item it becomes, or why it is not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.acquisition.gbizinfo.config import VERSIONS
from mirasapo.acquisition.gbizinfo.contract import envelope, fields
from mirasapo.catalog.mapping import CONVERSIONS

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, MappedField

_HEAD = """# gBizINFO の項目

REST API の v1 と v2 が答える項目が、データモデルのどの項目に入るか。取り込まない項目には理由があります。
`data_model/mappings/gbizinfo.csv` とサービスの OpenAPI
(`mirasapo/acquisition/gbizinfo/contract/`)から作られます。手で直しません。受信データ(JSON)は、取り込まない項目も含めてそのままレイクに残ります。
"""


def coverage_page(catalog: Catalog) -> str:
    """docs/reference/gbizinfo_fields.md"""
    mapped = catalog.mappings["gbizinfo"]
    said = {
        path: label for version in reversed(VERSIONS) for path, label in fields(version).items()
    }
    taken = [each for each in mapped if each.item is not None]
    left = [each for each in mapped if each.item is None]
    lines = [_HEAD, "| 版 | 項目 | 取り込む | 取り込まない |", "|---|---|---|---|"]
    for version in VERSIONS:
        here = {each.path for each in mapped if version in _versions(each)}
        used = {each.path for each in taken if version in _versions(each)}
        lines.append(f"| {version} | {len(here)} | {len(used)} | {len(here - used)} |")
    lines += ["", "## 取り込む項目", "", "| 項目 | 版 | 名称 | データ項目 | 読み方 | 注 |"]
    lines += ["|---|---|---|---|---|---|"]
    lines += [
        f"| `{each.path}` | {' '.join(_versions(each))} | {_label(said, each.path)} |"
        f" `{each.item.key}` {each.item.label_ja} | {CONVERSIONS[each.convert]} | {each.note} |"
        for each in taken
        if each.item is not None
    ]
    lines += ["", "## 取り込まない項目", "", "| 項目 | 版 | 名称 | 理由 |", "|---|---|---|---|"]
    lines += [
        f"| `{each.path}` | {' '.join(_versions(each))} | {_label(said, each.path)} | {each.note} |"
        for each in left
    ]
    around = "、".join(f"`{name}`" for name in sorted(envelope(VERSIONS[0])))
    lines += ["", "## 応答の外側", "", f"記録を囲むものは項目ではありません: {around}。", ""]
    nested = "特許の分類(`classifications`)は一覧のなかの一覧で、一つ目だけが項目になります。"
    lines += [nested + "ほかは受信データに残ります。"]
    return "\n".join(lines) + "\n"


def _versions(each: MappedField) -> list[str]:
    return each.columns["versions"].split()


def _label(said: dict[str, str], path: str) -> str:
    """The contract's words; of a part of an open map its own name."""
    return said.get(path, path.rpartition(".")[2]).replace("|", "/").replace("\n", " ")
