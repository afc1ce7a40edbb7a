"""The tasks: each can be called, takes ids only, and runs when its schedule says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from inspect import signature
from uuid import UUID

import pytest
from croniter import croniter

from mirasapo.errors import BadInput
from mirasapo.jobs import task as reading
from mirasapo.jobs.task import Attempt, Task
from mirasapo.jobs.tasks import TASKS

READERS = {reading.a_day, reading.a_uuid, reading.corporate_numbers, reading.hashes}


@pytest.mark.parametrize("task", TASKS.values(), ids=list(TASKS))
def test_a_task_calls_a_function_that_takes_what_it_says(task):
    parameters = set(signature(task.function).parameters)
    assert parameters - {"platform", *Attempt.__dataclass_fields__} == set(task.takes)
    assert task.needs <= set(task.takes)
    assert set(task.takes.values()) <= READERS  # ids: no reader takes free text
    assert task.label.endswith("。")


@pytest.mark.parametrize("task", [t for t in TASKS.values() if t.schedule], ids=lambda t: t.name)
def test_a_schedule_is_a_crontab_line(task):
    assert croniter(task.schedule, datetime(2026, 11, 1, tzinfo=UTC)).get_next(datetime)


@pytest.mark.parametrize(
    ("reader", "text", "read"),
    [
        (reading.a_day, "2021-07-31", date(2021, 7, 31)),
        (reading.a_uuid, "0" * 32, UUID(int=0)),
        (reading.hashes, "a" * 64 + "," + "b" * 64, ["a" * 64, "b" * 64]),
        (reading.corporate_numbers, "7000012050002, 7000012050002", ["7000012050002"] * 2),
    ],
)
def test_ids_are_read(reader, text, read):
    assert reader(text) == read


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (reading.a_day, "昨日"),
        (reading.a_uuid, "1"),
        (reading.hashes, "a" * 63),
        (reading.hashes, "A" * 64),
        (reading.hashes, ""),
        (reading.corporate_numbers, "1234567890123"),
        (reading.corporate_numbers, "株式会社ひみつ"),
    ],
)
def test_what_is_no_id_is_refused_without_repeating_it(reader, text):
    with pytest.raises(BadInput) as refused:
        Task("x", "x。", "os:getcwd", {"given": reader}).read({"given": text})
    assert "given" in refused.value.what
    assert not text or text not in refused.value.sentence
