"""The JSON that may be sent to the API, as it is documented; a name that is not known is refused."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated, Final, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from mirasapo.catalog.value_type import LAST_DAY

T = TypeVar("T")

JST: Final = timezone(timedelta(hours=9), "JST")

DataClass = Annotated[int, Field(strict=True, ge=1, le=13, description="データ区分 1–13")]
ProgrammeCode = Annotated[str, Field(pattern="^(0[1-9]|1[0-6])$")]
FiscalYear = Annotated[int, Field(strict=True, ge=2000, le=2100)]
Purpose = Annotated[int, Field(strict=True, ge=1, le=9, description="利用目的 1–9")]

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(_DAY.pattern + r"T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})")
_END: Final = datetime.combine(LAST_DAY, time(), JST) + timedelta(days=1)


def _each_once(given: list[T]) -> list[T]:
    """The same list. A doubled entry is a mistake of the program that sends it."""
    if len(set(given)) < len(given):
        raise PydanticCustomError("doubled", "named twice")
    return given


def _until(given: object) -> datetime:
    moment = _moment(given)
    if moment is None:
        raise PydanticCustomError("until", "neither a date nor a moment")
    if moment > _END:
        raise PydanticCustomError("until_too_late", "after the last day")
    return moment


def _moment(given: object) -> datetime | None:
    """The moment that is meant: of a date, its end in Japan. None for anything else."""
    try:
        if isinstance(given, str) and _DAY.fullmatch(given):
            return datetime.combine(date.fromisoformat(given), time(), JST) + timedelta(days=1)
        if isinstance(given, str) and _MOMENT.fullmatch(given):
            return datetime.fromisoformat(given)
    except ValueError:
        return None
    except OverflowError:  # 9999-12-31 has no next day
        return datetime.max.replace(tzinfo=JST)
    return None


Once = Annotated[
    list[T], AfterValidator(_each_once), Field(json_schema_extra={"uniqueItems": True})
]
Until = Annotated[
    datetime,
    PlainValidator(_until),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "format": each} for each in ("date", "date-time")],
            "description": "この時まで。日付だけなら、その日の終わり (日本時間) まで。"
            f"{LAST_DAY} までの、これからの日時",
        }
    ),
]


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
    data_classes: Once[DataClass] = Field(min_length=1, max_length=13)
    programmes: Once[ProgrammeCode] | None = Field(None, description="制度番号。省略すると、すべて")
    fiscal_years: Once[FiscalYear] | None = Field(None, description="年度。省略すると、すべて")
    valid_until: Until
    message: str | None = Field(None, max_length=2000)


class AnswerQuestion(Question):
    """開示のお願いへの答え"""

    approved_classes: Once[DataClass] = Field(
        max_length=13, description="承認するデータ区分。空なら、断る"
    )
    valid_until: Until | None = Field(None, description="お願いより短くするときだけ")


class CorrectionQuestion(Question):
    """自社の最新情報の訂正"""

    item: str = Field(
        max_length=200,
        description="データ項目のキー",
        examples=["business_identity.employee_count"],
    )
    value: str | int | float | bool | list[str] = Field(
        description="正しい値。型と単位はデータ項目のとおり", examples=[12]
    )
