"""A code is from a closed list, is a number of an authority, or has a named reason to be neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.lint.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirasapo.catalog.model import Catalog, Item

# label → the limit without which a mistyped number would get in
_CHECKED: Mapping[str, str] = {
    "法人番号": "corporate_number",
    "団体コード": "local_government_code",
    "適格請求書発行事業者登録番号": "invoice_number",
}


def findings(catalog: Catalog) -> Iterator[Finding]:
    """Codes that anything could be written into."""
    for item in catalog.items:
        if item.type == "code":
            for what, cure in _of(catalog, item):
                yield Finding(item.key, what, cure)


def _of(catalog: Catalog, item: Item) -> Iterator[tuple[str, str]]:
    limit = item.limit
    numbered = limit.digits or limit.format or limit.check
    if item.code_list is None and not numbered and item.key not in catalog.open_points:
        what = "コード表がなく、理由も open_points.md にありません。"
        yield what, "code_list を書くか、open_points.md に項目キー・名称・理由の行を加えます。"
    for label, check in _CHECKED.items():
        if item.label_ja.endswith(label) and check not in (limit.check, limit.format):
            name = "format" if check == "invoice_number" else "check"
            yield f"{label}なのに検査がありません。", f"limit に {name}={check} を書きます。"
