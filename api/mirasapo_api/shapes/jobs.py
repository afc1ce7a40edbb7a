"""How far a job is."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from mirasapo_api.shapes.base import Shape


class JobRefusal(BaseModel):
    """ジョブが終えられなかった理由"""

    code: str = Field(examples=["upstream"])
    what: str
    why: str
    next_step: str


class Job(Shape):
    """時間のかかる処理の状態"""

    job_id: int
    task: str = Field(description="仕事の名前")
    state: Literal["waiting", "running", "succeeded", "failed", "cancelled"]
    attempts: int = Field(description="これまでに試みて、終えられなかったか終えた回数")
    queued_at: datetime | None
    not_before: datetime | None = Field(None, description="やり直しを待つとき、次に試みる日時")
    started_at: datetime | None = Field(None, description="最後に始めた日時")
    finished_at: datetime | None = None
    done: int | None = Field(None, description="どこまで進んだか")
    total: int | None = Field(None, description="全体の数。分からないときは null")
    outcome: dict[str, float] | None = Field(None, description="結果の件数")
    refusal: JobRefusal | None = Field(None, description="最後の試みが断られた理由")
