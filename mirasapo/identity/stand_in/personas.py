"""The people of the stand-in: one of each kind of GビズID account, all made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


class Persona(msgspec.Struct, frozen=True, kw_only=True):
    """An account of the stand-in, in the words of GビズID's userinfo.

    `account_type` 1 entry, 2 prime, 3 member; `corp_type` 1 corporation, 2 sole proprietor;
    `prefecture` is a code (JIS X 0401). The numbers have a valid check digit and, by default, a
    registry office that does not exist, so that they belong to nobody.
    """

    sub: str
    label: str
    account_type: str
    corp_type: str
    corporate_number: str
    name: str
    prefecture: str
    address1: str
    rep_last_nm: str
    rep_first_nm: str

    def userinfo(self, scopes: frozenset[str]) -> dict[str, str]:
        """What userinfo tells of this account for these scopes."""
        if "profile" not in scopes:
            return {"sub": self.sub}
        return {
            "sub": self.sub,
            "account_type": self.account_type,
            "corp_type": self.corp_type,
            "corporate_number": self.corporate_number,
            "name": self.name,
            "prefecture_name": self.prefecture,  # the real one sends the code here, too
            "address1": self.address1,
            "rep_last_nm": self.rep_last_nm,
            "rep_first_nm": self.rep_first_nm,
        }


DEFAULTS: Final = {
    "prime": Persona(
        sub="stand-in-prime",
        label="GビズIDプライム(法人)",
        account_type="2",
        corp_type="1",
        corporate_number="7999901000001",
        name="架空製作所株式会社",
        prefecture="31",
        address1="鳥取市架空町1-1",
        rep_last_nm="架空",
        rep_first_nm="一郎",
    ),
    "member": Persona(
        sub="stand-in-member",
        label="GビズIDメンバー(法人の従業員)",
        account_type="3",
        corp_type="1",
        corporate_number="7999901000001",
        name="架空製作所株式会社",
        prefecture="31",
        address1="鳥取市架空町1-1",
        rep_last_nm="架空",
        rep_first_nm="一郎",
    ),
    "entry": Persona(
        sub="stand-in-entry",
        label="GビズIDエントリー",
        account_type="1",
        corp_type="1",
        corporate_number="5999901000003",
        name="架空商店合同会社",
        prefecture="13",
        address1="千代田区架空町2-2",
        rep_last_nm="架空",
        rep_first_nm="二子",
    ),
    "sole_proprietor": Persona(
        sub="stand-in-sole-proprietor",
        label="GビズIDプライム(個人事業主)",
        account_type="2",
        corp_type="2",
        corporate_number="3999901000005",
        name="架空工房",
        prefecture="26",
        address1="京都市架空町3-3",
        rep_last_nm="架空",
        rep_first_nm="三津子",
    ),
}


def load_personas(home: Path) -> dict[str, Persona]:
    """The personas of this home: the defaults, replaced and added to by `stand_in_personas.json`.

    A given persona needs only what differs from the default of the same key.
    Raises BadInput when the file is not of that shape.
    """
    path = home / "stand_in_personas.json"
    if not path.exists():
        return dict(DEFAULTS)
    try:
        given = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])
        return {
            **DEFAULTS,
            **{
                key: msgspec.convert({**_default(key), **facts}, Persona)
                for key, facts in given.items()
            },
        }
    except msgspec.ValidationError as fault:
        raise BadInput(
            f"{path.name} を読めません。",
            "項目が足りないか、形が違います。",
            "ファイルを確かめてください。",
        ) from fault
    except msgspec.DecodeError as fault:
        raise BadInput(
            f"{path.name} を読めません。", "JSON ではありません。", "ファイルを確かめてください。"
        ) from fault


def _default(key: str) -> dict[str, str]:
    persona = DEFAULTS.get(key)
    return {} if persona is None else msgspec.to_builtins(persona)
