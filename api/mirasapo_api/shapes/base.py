"""What every answer is made of: lists with their metadata, and refusals."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class Shape(BaseModel):
    """Something that comes back."""


class ResultSet(Shape):
    """ページングの情報"""

    count: int = Field(description="results の件数")
    offset: int
    limit: int


class Metadata(Shape):
    """一覧の情報"""

    resultset: ResultSet


class Fault(Shape):
    """誤り一つ"""

    where: str | None = None
    item: str | None = Field(None, description="データ項目のキー")
    label: str | None = Field(None, description="データ項目の名称")
    what: str
    why: str | None = None


class Problem(Shape):
    """断りの応答 (RFC 9457, application/problem+json)"""

    type: str = Field(examples=["urn:mirasapo:problem:not_allowed"])
    title: str
    status: int
    detail: str = Field(description="何が起きたか、なぜか、次に何をすればよいか")
    code: str = Field(examples=["not_allowed"])
    what: str
    why: str
    next_step: str
    faults: list[Fault] | None = Field(None, description="誤りの一覧 (422 のとき)")


class OAuthRefusal(Problem):
    """トークンを出せないときの応答 (RFC 6749 §5.2): error に、断りの内容を添える"""

    error: Literal["invalid_client", "invalid_request", "invalid_scope", "unsupported_grant_type"]
