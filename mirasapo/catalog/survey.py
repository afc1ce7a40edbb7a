"""The survey of the report's chapter 2.1.1: how 103 programmes became the 16 of this model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.catalog.model import BASES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog.model import Programme
    from mirasapo.catalog.source import Entry, Place, Source

PROGRAMMES = "programmes.yaml"
PRIORITIES = {"high": "高", "middle": "中", "low": "低"}
SYSTEMS = {
    "jgrants": "jGrants",
    "jgrants_and_own": "jGrants(一部 個別システム)",
    "own": "個別システム",
    "own_planned": "個別システム(予定)",
}
PROVISIONS = {"no": "×", "no_jgrants": "×※", "partly": "△"}
REPORTED = {"surveyed": 103, "digitised": 53, "useful": 24}
"""The sums of the report's chapter 2.1.1; `SELECTED` are those of its three priorities."""
SELECTED = {"high": 16, "middle": 3, "low": 5}
_SURVEY = "surveyed・digitised・useful の件数と priorities を書きます。"
_RESTORE = "報告書 2.1.1 の件数に戻します。"
_VERSION = re.compile(r"20[0-9]{2}-[1-9]")
_FILERS = ("business", "institution")


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the three priorities: why, how many, and the programmes by name."""

    name: str
    label_ja: str
    reason: str
    count: int
    programmes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """How the 16 were chosen: surveyed → digitised → useful → by priority."""

    surveyed: int
    digitised: int
    useful: int
    priorities: tuple[Priority, ...]

    @property
    def set_aside(self) -> int:
        """Digitised programmes that the report left for another year (本年度検討対象外)."""
        return self.digitised - self.useful


def resolve_survey(
    source: Source, raw: Mapping[str, Any], programmes: Mapping[str, Programme]
) -> Survey:
    """The survey; the names of priority 高 are those of the model's programmes."""
    read: dict[str, Any] = {"surveyed": 0, "digitised": 0, "useful": 0}
    found: list[Priority] = []
    for entry in source.entries(PROGRAMMES, {"survey": raw.get("survey")}):
        listed = entry.cells.pop("priorities", None)
        if entry.cells.keys() != read.keys() or not all(map(_is_count, entry.cells.values())):
            what = "survey の見出しが足りないか、余っています。"
            source.report(PROGRAMMES, entry.line, what, _SURVEY)
            continue
        read = entry.cells
        for name, count in REPORTED.items():
            if read[name] != count:
                what = f"{name} が {read[name]} 件です(報告書では {count} 件)。"
                source.report(PROGRAMMES, entry.line.of(name), what, _RESTORE)
        found = [
            _priority(source, each, [form.name_ja for form in programmes.values()])
            for each in source.entries(PROGRAMMES, listed)
        ]
        if tuple(each.name for each in found) != tuple(PRIORITIES):
            what = "priorities の見出しか順が違います。"
            cure = f"{'・'.join(PRIORITIES)} の順に書きます。"
            source.report(PROGRAMMES, entry.line.of("priorities"), what, cure)
        if sum(each.count for each in found) != read["useful"]:
            what = f"優先度の件数の和が useful の {read['useful']} 件と合いません。"
            source.report(PROGRAMMES, entry.line.of("useful"), what, "count か useful を直します。")
    return Survey(**read, priorities=tuple(found))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _priority(source: Source, entry: Entry, high: list[str]) -> Priority:
    cells = entry.cells
    names = high if entry.name == "high" else cells.get("names")
    listed = tuple(map(str, names)) if isinstance(names, list) else ()
    if len(set(listed)) != cells.get("count"):
        what = f"優先度 {entry.name} の制度が {len(set(listed))} 件です。"
        line = entry.line.of("count" if entry.name == "high" else "names")
        source.report(PROGRAMMES, line, what, "count と同じ件数を書きます。")
    if entry.name in SELECTED and cells.get("count") != SELECTED[entry.name]:
        what = f"優先度 {entry.name} の count が、報告書の {SELECTED[entry.name]} 件と違います。"
        source.report(PROGRAMMES, entry.line.of("count"), what, _RESTORE)
    if not cells.get("reason"):
        what = f"優先度 {entry.name} の reason がありません。"
        source.report(PROGRAMMES, entry.line.of("reason"), what, "報告書の選別理由を書きます。")
    return Priority(
        entry.name,
        PRIORITIES.get(entry.name, ""),
        str(cells.get("reason")),
        cells["count"] if _is_count(cells.get("count")) else 0,
        listed,
    )


def check_programme(source: Source, place: Place, form: Programme) -> None:
    """Report every cell of a programme that is none of its choices, or that its items belie."""
    for name, choices in (
        ("basis", BASES),
        ("filed_by", _FILERS),
        ("system", SYSTEMS),
        ("provides_api", PROVISIONS),
        ("in_data_model", (True, False)),
        ("secondary_use_2021", (True, False)),
    ):
        value = getattr(form, name)
        if value not in tuple(choices):  # a list in its place has no hash
            what = f"{name}「{value}」は知らない値です。"
            cure = f"{'・'.join(map(_written, choices))} のどれかにします。"
            source.report(PROGRAMMES, place.of(name), what, cure)

    if form.in_data_model is not bool(form.items) and form.in_data_model in (True, False):
        what = f"制度 {form.code} の項目が {len(form.items)} 件あるのに、統合状況が違います。"
        source.report(PROGRAMMES, place.of("in_data_model"), what, "true にします。")
    if sorted(set(form.form_versions)) != list(form.form_versions) or not all(
        map(_VERSION.fullmatch, form.form_versions)
    ):
        what = f"制度 {form.code} の様式の版が、年度-番号の古い順に一度ずつの並びではありません。"
        cure = '["2020-1", "2021-1"] のように書きます。'
        source.report(PROGRAMMES, place.of("form_versions"), what, cure)


def _written(choice: str | bool) -> str:
    return str(choice).lower() if isinstance(choice, bool) else choice
