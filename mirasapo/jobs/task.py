"""A task: a name under which a job is queued, what it calls, and the ids that it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput
from mirasapo.store.job_queue import SLOW

if TYPE_CHECKING:
    from mirasapo.app.root import Platform

Progress = Callable[[int, int | None], None]
"""Says how many are done of how many (None: not known); raises when the job is to stop."""

Reader = Callable[[str], object]
"""Reads one id from its text. Raises ValueError for a text that is none."""

_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Attempt:
    """One attempt at a job: its number, whether there was one before, and whom to tell."""

    job_id: int
    again: bool
    progress: Progress


@dataclass(frozen=True)
class Task:
    """`call` names a function `module:name` that is imported when the first job of it runs.

    It is called as `call(platform, **ids)`, with what else it takes of an `Attempt`, and gives
    counts or something whose `as_dict()` gives them. It must be safe to run again: a job whose
    worker was killed is taken up from its beginning. `schedule` is a crontab line in UTC; `label` says in
    Japanese what is done.
    """

    name: str
    label: str
    call: str
    takes: Mapping[str, Reader] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    queue: str = SLOW
    schedule: str | None = None
    acquires: bool = False

    def read(self, given: Mapping[str, str]) -> dict[str, object]:
        """The ids as the function takes them. Raises BadInput for one that is none, or missing."""
        unknown = sorted(given.keys() - self.takes.keys())
        missing = sorted(self.needs - given.keys())
        if unknown or missing:
            takes = "、".join(self.takes) or "何も取りません"
            raise BadInput(
                f"ジョブ {self.name} の引数が正しくありません。",
                f"{'、'.join(unknown or missing)} が{'余分です' if unknown else 'ありません'}。",
                f"取る引数: {takes}。",
            )
        return {name: self._read(name, text) for name, text in given.items()}

    def _read(self, name: str, text: str) -> object:
        try:
            return self.takes[name](text)
        except ValueError:
            raise BadInput(
                f"ジョブ {self.name} の {name} を読めません。",
                "この引数が取る識別子の形ではありません。",
                "値を確かめてください。",
            ) from None

    @cached_property
    def function(self) -> Callable[..., Any]:
        """What `call` names."""
        module, _, name = self.call.partition(":")
        found: Callable[..., Any] = getattr(import_module(module), name)
        return found

    def run(self, platform: Platform, attempt: Attempt, given: Mapping[str, str]) -> dict[str, Any]:
        """Do it; the counts of its outcome, and nothing that could be a value of an item."""
        ids: dict[str, Any] = self.read(given)
        takes = signature(self.function).parameters
        ids |= {name: value for name, value in vars(attempt).items() if name in takes}
        found = self.function(platform, **ids)
        told = found.as_dict() if hasattr(found, "as_dict") else found or {}
        return {name: count for name, count in told.items() if isinstance(count, int | float)}


def a_day(text: str) -> date:
    """2021-07-31"""
    return date.fromisoformat(text)


def a_uuid(text: str) -> UUID:
    """The id of a row of ours."""
    return UUID(text)


def hashes(text: str) -> list[str]:
    """Payloads of the lake by their SHA-256, with commas between."""
    return [_require(each, _HASH.fullmatch(each) is not None) for each in _split(text)]


def corporate_numbers(text: str) -> list[str]:
    """Corporate numbers with commas between."""
    return [_require(each, is_corporate_number(each)) for each in _split(text)]


def _split(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")]


def _require(text: str, holds: bool) -> str:
    if not holds:
        raise ValueError
    return text
