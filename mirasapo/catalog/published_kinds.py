"""The kinds of things that are published, and what the data model says of each now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirasapo.catalog.code_list_file import CODE_LISTS
from mirasapo.catalog.published import Group, Kind, Thing
from mirasapo.catalog.source import Place
from mirasapo.catalog.survey import PROGRAMMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirasapo.catalog.code_list_file import CodeLines
    from mirasapo.catalog.model import CodeList, Item, Programme
    from mirasapo.catalog.published import Name

KEYS = Kind(
    file="published_keys.csv",
    label_ja="項目キー",
    names=("item",),
    group_of=lambda name: (name[0].partition(".")[0],),
    cells={
        "type": "型",
        "unit": "単位",
        "row_key": "行の鍵の印",
        "code_list": "コード表",
        "data_class": "データ区分",
        "third_party": "第三者の印",
    },
    fixed=frozenset({"type", "unit", "row_key"}),
    gone="キーを元に戻します。使わなくなった項目は valid_until を書いて残します。",
)
CODES = Kind(
    file="published_codes.csv",
    label_ja="コード",
    names=("code_list", "revision", "code"),
    group_of=lambda name: name[:2],
    cells={"label_ja": "名称"},
    fixed=frozenset(),
    gone="コードを元に戻します。表が改定されたのなら、index.yaml の revision を新しくします。",
)
FORMS = Kind(
    file="published_programmes.csv",
    label_ja="制度",
    names=("programme",),
    group_of=lambda _: ("",),
    cells={"basis": "根拠", "filed_by": "出す人", "form_versions": "様式の版"},
    fixed=frozenset(),
    gone="制度を元に戻します。",
)


def keys_now(items: Iterable[Item], places: Mapping[str, tuple[str, int]]) -> dict[Name, Group]:
    """The items of each category."""
    groups: dict[Name, Group] = {}
    for item in items:
        file, line = places[item.key]
        cells = (
            item.type,
            item.unit or "",
            _mark(item.row_key),
            item.code_list or "",
            str(item.data_class),
            _mark(item.third_party),
        )
        group = groups.setdefault((item.category,), Group(file, line, {}))
        group.things[item.key,] = Thing(file, Place.at(line, {}), cells)
    return groups


def _mark(yes: bool) -> str:
    return "yes" if yes else ""


def codes_now(lists: Mapping[str, CodeList], lines: Mapping[str, CodeLines]) -> dict[Name, Group]:
    """The codes of each list, in its revision."""
    return {
        (name, each.revision): Group(
            CODE_LISTS,
            lines[name].revision,
            {
                (name, each.revision, code): Thing(
                    lines[name].file, Place.at(lines[name].codes[code], {}), (label,)
                )
                for code, label in each.codes.items()
            },
        )
        for name, each in lists.items()
    }


def forms_now(forms: Mapping[str, Programme], lines: Mapping[str, Place]) -> dict[Name, Group]:
    """The programmes, all in one group."""
    things: dict[Name, Thing] = {
        (code,): Thing(
            PROGRAMMES, lines[code], (form.basis, form.filed_by, " ".join(form.form_versions))
        )
        for code, form in forms.items()
    }
    return {("",): Group(PROGRAMMES, 1, things)}
