"""The accounts of a demonstration: who signs in, with which name and password.

Passwords and secrets are made at random for each home, once, and kept in `demo_accounts.json`
(readable by the platform's own account only), so that a second start tells the same ones.
"""

from __future__ import annotations

import json
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exists, select, update

from mirasapo.app.sample import numbers
from mirasapo.app.sample.bodies import CITY, Body, body_of
from mirasapo.app.sample.filings import CLIENTS
from mirasapo.app.sample.loading import load_institutions
from mirasapo.app.sample.world import PERSONA, make_world
from mirasapo.business.identify import ensure
from mirasapo.errors import NotReady
from mirasapo.identity import clients, own_id
from mirasapo.identity.accounts import OWN
from mirasapo.identity.secrets_at_rest import hash_password, password_matches, random_token
from mirasapo.store.tables import account, client, register_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mirasapo.app.root import Platform
    from mirasapo.catalog import Catalog
    from mirasapo.identity.directory import Institution

FILE: Final = "demo_accounts.json"
PERSONAS: Final = "stand_in_personas.json"
PERSONA_KEY: Final = "prime"
PROGRAMME: Final = "04"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in with ミラサポconnect ID; supporters belong to an institution."""

    role: str
    name: str
    display_name: str
    institution: str | None = None


SUPPORTERS: Final = (
    Person("supporter", "supporter-yorozu", "見本 花子(架空)", "見本よろず支援拠点(架空)"),
    Person("supporter", "supporter-chamber", "見本 次郎(架空)", "見本商工会議所(架空)"),
)
OFFICER: Final = Person("officer", "officer", "見本 職員(架空)")
ANALYST: Final = Person("analyst", "analyst", "見本 分析者(架空)")


def demo_accounts(platform: Platform, seed: int) -> dict[str, Any]:
    """Make sure that the accounts of the demonstration are there and tell them.

    The answer: supporters, officer, analyst (name, password, display_name; supporters also
    institution_id, institution, kind), client (client_id, secret, programmes), business (persona,
    business_id, corporate_number, name). Calling it again gives the same.

    Raises NotReady when the sample of `seed` was not loaded.
    """
    known = _told_before(platform.settings.home)
    business = _persona(platform, seed)
    institutions = load_institutions(platform)
    with platform.databases.gateway.begin() as conn:
        made = {
            "supporters": [_own_id(conn, known, one, institutions) for one in SUPPORTERS],
            "officer": _own_id(conn, known, OFFICER, institutions),
            "analyst": _own_id(conn, known, ANALYST, institutions),
            "client": _client(conn, known),
            "business": business,
        }
    _keep(platform.settings.home / FILE, made)
    return made


def _told_before(home: Path) -> dict[str, str]:
    """Passwords and secrets by sign-in name or client_id; empty at the first start."""
    try:
        told = json.loads((home / FILE).read_text(encoding="utf-8"))
        people = [*told["supporters"], told["officer"], told["analyst"]]
        known = {one["name"]: one["password"] for one in people}
        return {**known, told["client"]["client_id"]: told["client"]["secret"]}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise NotReady(
            f"{FILE} を読めません。",
            "壊れているか、読む権限がありません。",
            "このファイルを退避してから、もう一度実行してください。",
        ) from fault


def _own_id(
    conn: Connection,
    known: Mapping[str, str],
    person: Person,
    institutions: Mapping[str, Institution],
) -> dict[str, str]:
    """An account of ミラサポconnect ID with the password that was told, or with a new one."""
    institution = institutions[person.institution] if person.institution else None
    password = known.get(person.name) or secrets.token_urlsafe(12)
    own = (account.c.issuer == OWN) & (account.c.sub == person.name)
    kept = conn.execute(select(account.c.password_hash).where(own)).scalar_one_or_none()
    if kept is None:
        own_id.create_account(
            conn,
            role=person.role,
            name=person.name,
            password=password,
            display_name=person.display_name,
            institution_id=institution.institution_id if institution else None,
        )
    elif not password_matches(password, kept):
        # the database outlived the home: what was told is lost
        conn.execute(update(account).where(own).values(password_hash=hash_password(password)))
    told = {"name": person.name, "password": password, "display_name": person.display_name}
    if institution is None:
        return told
    return {
        **told,
        "institution_id": str(institution.institution_id),
        "institution": institution.name,
        "kind": institution.kind,
    }


def _client(conn: Connection, known: Mapping[str, str]) -> dict[str, Any]:
    """The programme system's OAuth client with the secret that was told, or with a new one."""
    client_id = CLIENTS[PROGRAMME]
    secret = known.get(client_id) or random_token()
    own = client.c.client_id == client_id
    kept = conn.execute(select(client.c.secret_hash).where(own)).scalar_one_or_none()
    if kept is None:
        secret = clients.register(
            conn,
            client_id=client_id,
            name="jGrants 事業再構築補助金(見本)",
            kind="programme_system",
            programmes=[PROGRAMME],
            scopes=["filings:write"],
        )
    elif not password_matches(secret, kept):
        conn.execute(update(client).where(own).values(secret_hash=hash_password(secret)))
    return {"client_id": client_id, "secret": secret, "programmes": [PROGRAMME]}


def _persona(platform: Platform, seed: int) -> dict[str, str]:
    """Give the stand-in a GビズID of the sample's first business."""
    numbers.require(PERSONA, seed)
    business = make_world(PERSONA, seed).businesses[PERSONA - 1]
    body = body_of(platform.catalog, seed, business)
    number = numbers.corporate_number(seed, PERSONA)
    with platform.databases.intake.begin() as conn:
        there = exists().where(register_body.c.corporate_number == number)
        if not conn.execute(select(there)).scalar_one():
            raise NotReady(
                "見本の事業者がありません。",
                "この種(seed)の見本がまだ取り込まれていません。",
                "mirasapo sample を実行してください。",
            )
        business_id = ensure(conn, corporate_number=number, made_up=True)
    _write_persona(platform.settings.home / PERSONAS, platform.catalog, body, number)
    return {
        "persona": PERSONA_KEY,
        "business_id": str(business_id),
        "corporate_number": number,
        "name": body.name,
    }


def _write_persona(path: Path, catalog: Catalog, body: Body, number: str) -> None:
    """Set our persona in the stand-in's file; personas that others wrote there stay."""
    codes = {name: code for code, name in catalog.code_lists["prefecture"].codes.items()}
    persona = {
        "sub": f"sample-{number}",
        "label": "GビズIDプライム(見本の法人)",
        "account_type": "2",
        "corp_type": "1",
        "corporate_number": number,
        "name": body.name,
        "prefecture": codes[body.prefecture],
        "address1": f"{CITY}{body.street}",
        "rep_last_nm": body.family_name,
        "rep_first_nm": body.given_name,
    }
    there = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    _keep(path, {**there, PERSONA_KEY: persona})


def _keep(path: Path, content: Mapping[str, Any]) -> None:
    """Write a file that only the platform's own account can read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(  # made 0600
        "w", encoding="utf-8", dir=path.parent, prefix=f"{path.name}.", delete=False
    ) as scratch:
        json.dump(content, scratch, ensure_ascii=False, indent=1)
    Path(scratch.name).replace(path)
