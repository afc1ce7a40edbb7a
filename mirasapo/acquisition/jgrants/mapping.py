"""One subsidy of jGrants (v1 or v2) as an entry of the catalogue, after the mapping of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mirasapo.acquisition.jgrants import SOURCE
from mirasapo.acquisition.jgrants.attachments import taken_of
from mirasapo.acquisition.programmes.fields import ATTACHMENT, Field, Issue, fields_of, read_fields
from mirasapo.acquisition.programmes.record import JAPAN, Attachment, Call, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROUNDS = "workflow"
_BELOW = f"{_ROUNDS}[]."
_CALL = "call."


@dataclass(frozen=True, slots=True)
class Read:
    """The entry (None without id or title), what was unclear, and fields that nobody knows."""

    entry: Entry | None
    issues: tuple[Issue, ...]
    unknown: tuple[str, ...]


def read_subsidy(raw: Mapping[str, Any]) -> Read:
    """Read the object of a detail answer."""
    fields = [each for each in fields_of(SOURCE) if each.versions != "none"]
    of_entry = [each for each in fields if not each.column.startswith(_CALL)]
    reading = read_fields([each for each in of_entry if "[]." not in each.path], raw)
    source_id = reading.values.get("source_id")
    unclear = list(reading.unclear)
    calls = tuple(_calls(raw, fields, unclear))
    files = tuple(_attachments(raw, fields, unclear))
    issues = tuple(Issue(source_id or "?", each.path, each.label_ja, why) for each, why in unclear)
    if not source_id or not reading.values.get("title"):
        lacking = Issue(source_id or "?", "id・title", "補助金ID・補助金名", "値がありません。")
        return Read(None, (*issues, lacking), _unknown(raw, fields))
    regions = tuple(dict.fromkeys(region for call in calls for region in call.regions))
    entry = Entry(SOURCE, **reading.values, regions=regions, calls=calls, attachments=files)
    return Read(entry, issues, _unknown(raw, fields))


def _calls(
    raw: Mapping[str, Any], fields: list[Field], unclear: list[tuple[Field, str]]
) -> Iterator[Call]:
    """The rounds of a v2 answer; a v1 answer is its own one round."""
    of_call = [each for each in fields if each.column.startswith(_CALL)]
    rounds = raw.get(_ROUNDS)
    several = isinstance(rounds, list) and rounds
    each_round = [(each, _BELOW) for each in rounds or []] if several else [(raw, "")]
    for said, below in each_round:
        if not isinstance(said, dict):
            unclear.append((of_call[-1], "公募回の形が違います。"))
            continue
        own = [each for each in of_call if each.path.startswith(_BELOW) == bool(below)]
        reading = read_fields(own, said, below)
        unclear += reading.unclear
        values = {key: value for key, value in reading.values.items() if value}
        ends_at = values.get("accepts_until_at")
        if ends_at is not None:
            values["accepts_until"] = ends_at.astimezone(JAPAN).date()
        if values:
            yield Call(**values)


def _attachments(
    raw: Mapping[str, Any], fields: list[Field], unclear: list[tuple[Field, str]]
) -> Iterator[Attachment]:
    for each in fields:
        if each.convert != ATTACHMENT:
            continue
        for said in raw.get(each.path.removesuffix("[]")) or []:
            taken = taken_of(said.get("data")) if isinstance(said, dict) else None
            name = said.get("name") if isinstance(said, dict) else None
            if taken is None:
                unclear.append((each, "ファイルの中身がないか、読めません。"))
            else:
                yield Attachment(
                    kind=each.label_ja,
                    name=name if isinstance(name, str) and name else "名前のないファイル",
                    sha256=taken.sha256,
                    size_bytes=taken.size_bytes,
                )


def _unknown(raw: Mapping[str, Any], fields: list[Field]) -> tuple[str, ...]:
    known = {each.path.partition("[]")[0] for each in fields}
    inner = {each.path.removeprefix(_BELOW) for each in fields if each.path.startswith(_BELOW)}
    rounds = raw.get(_ROUNDS)
    below = {
        f"{_BELOW}{name}"
        for each in (rounds if isinstance(rounds, list) else [])
        if isinstance(each, dict)
        for name in each.keys() - inner
    }
    return tuple(sorted({*(raw.keys() - known), *below}))
