"""データ辞書: every item with all its fields in one HTML file that asks no other host for anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.documents.area_map import area_map
from mirasapo.catalog.documents.words import (
    CERTAINTIES_JA,
    COUNTS_NOTE,
    DOMAINS_JA,
    KEY_ROLES_JA,
    MASTER_POLICIES_JA,
    MASTER_UNITS_JA,
    SENSITIVITIES_JA,
    TYPES_JA,
)
from mirasapo.catalog.survey import PROVISIONS, SYSTEMS
from mirasapo.catalog.value import how_to_write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog.model import Catalog, Item
    from mirasapo.catalog.policy import Policy

_TEMPLATE = Path(__file__).with_name("dictionary.html.jinja")


def dictionary(catalog: Catalog, policy: Policy) -> str:
    """The whole page."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    page = template.render(
        note=COUNTS_NOTE,
        total=f"{len(catalog.items):,}",
        survey=catalog.survey,
        programmes=catalog.programmes.values(),
        systems=SYSTEMS,
        provisions=PROVISIONS,
        area_map=area_map(catalog),
        filters=_filters(catalog, policy),
        sections=_sections(catalog, policy),
        code_lists=catalog.code_lists.values(),
    )
    return f"{page.rstrip()}\n"


def _filters(catalog: Catalog, policy: Policy) -> list[dict[str, Any]]:
    used = {item.type for item in catalog.items}
    choices: dict[tuple[str, str], dict[Any, str]] = {
        ("domain", "領域"): DOMAINS_JA,
        ("category", "項目カテゴリ"): dict(catalog.categories),
        ("programme", "制度"): {
            code: f"{code} {form.short_ja}" for code, form in catalog.programmes.items()
        },
        ("class", "データ区分"): {
            number: f"{number} {label}" for number, label in policy.data_classes.items()
        },
        ("type", "型"): {name: label for name, label in TYPES_JA.items() if name in used},
        ("certainty", "確かさ"): CERTAINTIES_JA,
        ("open", "未決事項"): {"yes": "あり", "no": "なし"},
    }
    return [
        {"field": field, "label": label, "choices": list(values.items())}
        for (field, label), values in choices.items()
    ]


def _sections(catalog: Catalog, policy: Policy) -> Iterator[dict[str, Any]]:
    for area in catalog.areas:
        for category in area.categories:
            yield {
                "label": f"{DOMAINS_JA[area.domain]}: {catalog.categories[category]}",
                "entries": [
                    {
                        "item": item,
                        "fields": list(_fields(catalog, policy, item)),
                        "codes": item.code_list,
                        "open": catalog.open_points.get(item.key, ""),
                    }
                    for item in catalog.items
                    if item.category == category
                ],
            }


def _fields(catalog: Catalog, policy: Policy, item: Item) -> Iterator[tuple[str, str]]:
    """What is said of an item, in the order in which it is read; what it has not is left out."""
    table = catalog.tables_by_name[item.table]
    unit = item.unit or ""
    if item.form_unit:
        unit += f"(様式では{item.form_unit})"
    until = f"{item.valid_from or ''}〜{item.valid_until or ''}"
    kept = MASTER_POLICIES_JA[item.master_policy]
    if item.master_policy != "never":
        kept += f"({MASTER_UNITS_JA[item.master_unit]}ごと)"
    role = KEY_ROLES_JA.get(item.key_role or "", "")
    third = "。第三者の情報" if item.third_party else ""
    shown = {
        "英語名": item.label_en,
        "型": TYPES_JA[item.type] + (" の一覧" if item.array else ""),
        "単位": unit,
        "書き方": how_to_write(item),
        "表": f"{table.label_ja} {item.table}" + ("(繰り返し)" if table.repeated else ""),
        "鍵": f"{role} → {item.references}" if item.references else role,
        "データ区分": f"{item.data_class} {policy.data_classes[item.data_class]}{third}",
        "区分の理由": item.class_reason,
        "機微": SENSITIVITIES_JA[item.sensitivity],
        "マスタの更新": kept,
        "更新の理由": item.master_reason,
        "制度": "、".join(
            f"{code} {form.short_ja}"
            for code, form in catalog.programmes.items()
            if code in item.programmes
        ),
        "様式の版": until if item.valid_from or item.valid_until else "",
        "確かさ": CERTAINTIES_JA[item.certainty],
        "出典": item.source,
    }
    return ((name, value) for name, value in shown.items() if value)
