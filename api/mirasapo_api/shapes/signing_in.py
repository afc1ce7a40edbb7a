"""Tokens, who is signed in, and the words that screens use."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from mirasapo_api.shapes.base import Shape


class SessionToken(Shape):
    """スクリプト用のトークン"""

    token: str = Field(description="Authorization: Bearer に付けて送る")
    expires_at: datetime


class KernelToken(Shape):
    """画面用のトークン: 使うたびに延び、サインアウトで終わる"""

    token: str
    expires_in: int = Field(description="秒", examples=[900])


class AccessToken(Shape):
    """システム用のトークン (RFC 6749)"""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="秒", examples=[600])
    scope: str = Field(examples=["filings:write:04"])


class NamedBusiness(Shape):
    """事業者の名前"""

    business_id: UUID
    name: str | None = Field(description="個人事業主など、法人番号公表サイトにないときは null")
    corporate_number: str | None


class NamedInstitution(Shape):
    """支援機関"""

    institution_id: UUID
    name: str
    kind: str


class Me(Shape):
    """サインインしている人"""

    account_id: UUID
    role: str
    display_name: str
    recipient: int = Field(description="提供先 1–8。0 は、どの提供先でもない")
    business: NamedBusiness | None
    institution: NamedInstitution | None
    permissions: list[str]
    expires_at: datetime
    csrf_token: str | None = Field(description="ブラウザーの Cookie で来たときだけ")


class Named(Shape):
    """番号と名称"""

    number: int
    name_ja: str


class NamedKind(Shape):
    """支援機関の種別"""

    kind: str
    name_ja: str


class NamedProgramme(Shape):
    """制度"""

    code: str
    name_ja: str
    short_ja: str


class NamedTable(Shape):
    """データモデルの表"""

    table: str
    label_ja: str
    row_key: list[str] = Field(description="行を見分ける項目のキー。なければ空")


class Vocabulary(Shape):
    """画面に出す言葉と、自分の提供先に開きうるデータ区分"""

    purposes: list[Named]
    data_classes: list[Named]
    recipients: list[Named]
    institution_kinds: list[NamedKind]
    programmes: list[NamedProgramme]
    tables: list[NamedTable]
    ceiling: dict[str, list[int]] = Field(description="利用目的ごとの、上限のデータ区分")
