"""Every task that there is, by name. A new one is a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mirasapo.errors import NotFound
from mirasapo.intake.batches import TASK as FILING_BATCH
from mirasapo.jobs.task import Task, a_day, a_uuid, corporate_numbers, hashes
from mirasapo.store.job_queue import PROMPT

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALL: Final = (
    Task(
        FILING_BATCH,
        "一括送信された申請を取り込みます。",
        "mirasapo.jobs.batches:filing_batch",
        {"batch_id": a_uuid},
        needs=frozenset({"batch_id"}),
        queue=PROMPT,
    ),
    Task(
        "load_nta_files",
        "国税庁法人番号のファイルを、保管庫の原本から取り込みます。",
        "mirasapo.jobs.acquire:nta_files",
        {"payloads": hashes},
        needs=frozenset({"payloads"}),
    ),
    Task(
        "load_nta_changes",
        "国税庁法人番号の変更を Web-API から取り込みます。期間を省くと、登記の最新の日から今日まで。",
        "mirasapo.jobs.acquire:nta_changes",
        {"from_day": a_day, "to_day": a_day},
        schedule="0 20 * * *",  # 05:00 in Japan
        acquires=True,
    ),
    Task(
        "load_gbizinfo",
        "gBizINFO から取り込みます。法人番号を省くと、把握している全ての法人。",
        "mirasapo.jobs.acquire:gbizinfo",
        {"numbers": corporate_numbers},
        schedule="0 13 * * 6",  # Saturday 22:00 in Japan
        acquires=True,
    ),
    Task(
        "load_jgrants",
        "jGrants から補助金の情報を取り込みます。",
        "mirasapo.jobs.acquire:jgrants",
        schedule="30 20 * * *",
        acquires=True,
    ),
    Task(
        "rebuild_master",
        "受信データからマスタを作り直します。",
        "mirasapo.jobs.upkeep:rebuild_master",
    ),
    Task(
        "verify_lake",
        "保管庫の全ての原本を読み直し、記録と照合します。",
        "mirasapo.jobs.upkeep:verify_lake",
        schedule="0 18 * * 6",  # Sunday 03:00 in Japan
    ),
    Task(
        "expire_payloads",
        "保存期間の過ぎた、断った受信データと申請に使われなかったファイルを消去します。",
        "mirasapo.jobs.upkeep:expire_payloads",
        schedule="17 17 * * *",  # 02:17 in Japan
    ),
    Task(
        "tidy_uploads",
        "期限の過ぎたアップロードと、Idempotency-Key の応答を消します。",
        "mirasapo.jobs.upkeep:tidy_uploads",
        schedule="17 * * * *",
    ),
    Task(
        "scan_quarantined",
        "ウイルス検査がある場合、隔離している添付ファイルを検査にかけ直します。",
        "mirasapo.jobs.upkeep:scan_quarantined",
        schedule="*/30 * * * *",
    ),
    Task(
        "forget_jobs",
        "終わって30日を過ぎたジョブの記録を消します。",
        "mirasapo.jobs.upkeep:forget_jobs",
        schedule="47 17 * * *",
    ),
)
TASKS: Final[Mapping[str, Task]] = {task.name: task for task in _ALL}


def task_named(name: str) -> Task:
    """The task of that name. Raises NotFound, with the names that there are."""
    try:
        return TASKS[name]
    except KeyError:
        raise NotFound(
            f"ジョブ {name} はありません。",
            "この名前の仕事は登録されていません。",
            f"あるもの: {'、'.join(TASKS)}。",
        ) from None
