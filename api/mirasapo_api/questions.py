"""The JSON that may be sent to the API, as it is documented; a name that is not known is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated, Final
from uuid import UUID  # noqa: TC003 - pydantic reads the types of a model

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

JST: Final = timezone(timedelta(hours=9), "JST")

DataClass = Annotated[int, Field(strict=True, ge=1, le=13, description="データ区分 1–13")]
ProgrammeCode = Annotated[str, Field(pattern="^(0[1-9]|1[0-6])$")]
FiscalYear = Annotated[int, Field(ge=2000, le=2100)]
Purpose = Annotated[int, Field(strict=True, ge=1, le=9, description="利用目的 1–9")]
Until = Annotated[
    AwareDatetime | date,
    Field(description="この時まで。日付だけなら、その日の終わり (日本時間) まで"),
]


def until_moment(given: datetime | date) -> datetime:
    """The moment that is meant: of a date, its end in Japan."""
    if isinstance(given, datetime):
        return given
    return datetime.combine(given + timedelta(days=1), time(), JST)


class Question(BaseModel):
    """Something that is sent; a name that is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class SignInQuestion(Question):
    """ミラサポconnect ID"""

    name: str = Field(max_length=200, description="サインイン名", examples=["yorozu-tottori"])
    password: str = Field(max_length=256, description="パスワード")


class TicketQuestion(Question):
    """画面の引換券"""

    ticket: str = Field(min_length=20, max_length=200)


class RequestQuestion(Question):
    """開示のお願い"""

    business_id: UUID
    purpose: Purpose
    purpose_text: str = Field(min_length=1, max_length=2000, description="何のために見たいか")
    data_classes: list[DataClass] = Field(min_length=1, max_length=13)
    programmes: list[ProgrammeCode] | None = Field(None, description="制度番号。省略すると、すべて")
    fiscal_years: list[FiscalYear] | None = Field(None, description="年度。省略すると、すべて")
    valid_until: Until
    message: str | None = Field(None, max_length=2000)

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "business_id": "3f0c0d52-6e52-4c5f-9a53-0f8f6f1c7a10",
                    "purpose": 6,
                    "purpose_text": "補助金の活用についてのご相談に使います。",
                    "data_classes": [1, 6],
                    "valid_until": "2027-03-31",
                }
            ]
        },
    )


class AnswerQuestion(Question):
    """開示のお願いへの答え"""

    approved_classes: list[DataClass] = Field(
        max_length=13, description="承認するデータ区分。空なら、断る"
    )
    valid_until: Until | None = Field(None, description="お願いより短くするときだけ")
