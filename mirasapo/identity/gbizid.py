"""GビズID: which of its accounts may sign in, and for which business.

The provider sends no personal data in the ID token; everything here comes from userinfo.
Source: GビズID接続システム向けガイドライン 2.9版 §3.4.1, as nobizid (MIT) tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import NotAllowed
from mirasapo.identity.openid import Registration, unreadable

if TYPE_CHECKING:
    from mirasapo.identity.openid import Signed
    from mirasapo.settings import Settings

# Always sent: a question without scope grants everything that was arranged beforehand.
SCOPE: Final = "openid profile"
CALLBACK: Final = "/auth/gbizid/callback"

ENTRY, PRIME, MEMBER = "1", "2", "3"
CORPORATION, SOLE_PROPRIETOR = "1", "2"


@dataclass(frozen=True, slots=True)
class BusinessIdentity:
    """For whom a GビズID プライム account acts: exactly one of number and key is set."""

    issuer: str
    sub: str
    display_name: str
    corporate_number: str | None
    sole_proprietor_key: str | None


def registration(settings: Settings, client_secret: str) -> Registration:
    """How this platform is registered with the provider of the settings."""
    return Registration(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=client_secret,
        redirect_uri=settings.base_url + CALLBACK,
        scope=SCOPE,
    )


def business_identity(signed: Signed) -> BusinessIdentity:
    """The business of a プライム account, a corporation or a sole proprietor.

    Raises NotAllowed for an account of another kind, Upstream when the number is missing or wrong.
    """
    facts = {key: str(value) for key, value in signed.userinfo.items() if value is not None}
    _require_prime(facts.get("account_type", ""))
    number, name = facts.get("corporate_number", ""), facts.get("name", "")
    if not number or not name:
        raise unreadable("事業者を特定する番号か名称が届きませんでした。")
    # A sole proprietor's number looks like a corporate number and is none: never look it up.
    if facts.get("corp_type") == SOLE_PROPRIETOR:
        return BusinessIdentity(signed.issuer, signed.sub, name, None, number)
    if facts.get("corp_type") != CORPORATION or not is_corporate_number(number):
        raise unreadable("法人番号が正しくありません。")
    return BusinessIdentity(signed.issuer, signed.sub, name, number, None)


def _require_prime(account_type: str) -> None:
    if account_type == PRIME:
        return
    kind = {ENTRY: "GビズIDエントリー", MEMBER: "GビズIDメンバー"}.get(account_type)
    raise NotAllowed(
        "このアカウントではサインインできません。",
        f"{kind or 'この種類のアカウント'}はご利用いただけません。"
        "ご利用いただけるのはGビズIDプライムだけです。",
        "GビズIDプライムのアカウントでサインインし直してください。",
    )
