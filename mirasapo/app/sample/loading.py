"""Load a sample: register rows, support institutions, filings, withdrawals, and the truth.

Everything goes the way that real data go, and everything says that it is made up. Loading the same
sample again changes nothing; a larger one adds to it, another seed adds another sample.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from mirasapo.app.sample import numbers
from mirasapo.app.sample.bodies import body_of, register_row
from mirasapo.app.sample.filings import CLIENTS, INSTITUTION_NAMES, Filings, number_prefix
from mirasapo.app.sample.truth import truth
from mirasapo.app.sample.world import make_world
from mirasapo.business.identify import Identity, ensure_all
from mirasapo.business.search import index_terms
from mirasapo.consent import consents
from mirasapo.disclosure.acting import act_as
from mirasapo.disclosure.rule import APPLICANT, Actor
from mirasapo.errors import MirasapoError
from mirasapo.identity.directory import Institution
from mirasapo.intake.bulk import receive_many
from mirasapo.intake.receive import Delivery
from mirasapo.store.tables import business, filing, payload, register_body, support_institution

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection, Table

    from mirasapo.app.root import Platform
    from mirasapo.app.sample.bodies import Body
    from mirasapo.app.sample.world import World

SOURCE = "sample"
_BATCH = 1000
INSTITUTION_KINDS = ("consultation_desk", "chamber", "certified_supporter")
_CONSENTS = text("""
    SELECT newest.answer, count(*) AS filings
      FROM (SELECT DISTINCT ON (c.filing_id) c.filing_id, c.answer
              FROM trust.consent c ORDER BY c.filing_id, c.consent_id DESC) AS newest
      JOIN core.filing f ON f.filing_id = newest.filing_id AND f.version_no = 1
     WHERE starts_with(f.filing_number, :prefix)
     GROUP BY newest.answer ORDER BY newest.answer
""")


def load(platform: Platform, businesses: int, seed: int) -> dict[str, Any]:
    """Load `businesses` made-up businesses of `seed`.

    The answer: seed, businesses, register_rows, institutions, filings (new ones), repeated (there
    already), consents (filings by the answer that stands), truth (the file that has the effect).

    Raises BadInput for a size or seed that has no made-up numbers.
    """
    numbers.require(businesses, seed)
    world = make_world(businesses, seed)
    bodies = {one.index: body_of(platform.catalog, seed, one) for one in world.businesses}
    register_rows = _load_register(platform, world, bodies)
    institutions = load_institutions(platform)
    made = list(Filings(platform.catalog, platform.policy, world))
    there = _filing_numbers(platform, seed)
    received = receive_many(
        platform.databases,
        platform.lake,
        platform.catalog,
        (
            Delivery(one.client_id, [one.programme], one.body)
            for one in made
            if one.filing_number not in there
        ),
        made_up=True,
    )
    if received.refused:
        raise MirasapoError(
            "見本の申請を取り込めませんでした。",
            "見本がデータモデルに合っていません。",
            "見本とデータモデルの版を確かめてください。",
            refused=received.refused,
        )
    _withdraw(platform, [bodies[one.index] for one in world.businesses if one.withdraws])
    with platform.databases.intake.begin() as conn:
        asked = {"prefix": number_prefix(seed)}
        standing = {row.answer: row.filings for row in conn.execute(_CONSENTS, asked)}
    return {
        "seed": seed,
        "businesses": businesses,
        "register_rows": register_rows,
        "institutions": len(institutions),
        "filings": received.accepted,
        "repeated": len(made) - received.accepted,
        "consents": standing,
        "truth": str(_write_truth(platform.settings.home, world)),
    }


def _filing_numbers(platform: Platform, seed: int) -> set[str]:
    """The sample's filings that are there already; receiving them again would only cost time."""
    numbers = select(filing.c.filing_number).where(
        filing.c.filing_number.startswith(number_prefix(seed), autoescape=True)
    )
    with platform.databases.intake.begin() as conn:
        return set(conn.scalars(numbers))


def _load_register(platform: Platform, world: World, bodies: Mapping[int, Body]) -> int:
    """The corporations as rows of the register, flagged as made up; returns how many are new."""
    rows = [
        register_row(bodies[one.index], one) for one in world.businesses if not one.sole_proprietor
    ]
    if not rows:
        return 0
    lines = "\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
    content = lines.encode()
    sha256 = platform.lake.put(content)
    manifest = {
        "sha256": sha256,
        "size_bytes": len(content),
        "media_type": "application/jsonl",
        "kind": "register",
        "source": SOURCE,
    }
    with platform.databases.intake.begin() as conn:
        conn.execute(insert(payload).values(manifest).on_conflict_do_nothing())
        # a business may have signed in before the register knew it
        known = {
            row.corporate_number: row.business_id
            for row in conn.execute(
                select(business.c.corporate_number, business.c.business_id).where(
                    business.c.corporate_number.in_([row["corporate_number"] for row in rows])
                )
            )
        }
        return sum(
            _add(conn, register_body, [_columns(row, known, sha256) for row in batch])
            for batch in (rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH))
        )


def _columns(
    row: Mapping[str, Any], known: Mapping[str, UUID], payload_sha256: str
) -> dict[str, Any]:
    search_name, grams = index_terms(row["name"], row["kana"])
    dates = {name: date.fromisoformat(row[name]) for name in row if name.endswith("_on")}
    return {
        **row,
        **dates,
        "business_id": known.get(row["corporate_number"]) or uuid4(),
        "made_up": True,
        "search_name": search_name,
        "grams": grams,
        "payload_sha256": payload_sha256,
    }


def load_institutions(platform: Platform) -> dict[str, Institution]:
    """The made-up support institutions, one of a kind, by name."""
    pairs = zip(INSTITUTION_NAMES, INSTITUTION_KINDS, strict=True)
    rows = [{"name": name, "kind": kind, "made_up": True} for name, kind in pairs]
    table = support_institution
    with platform.databases.intake.begin() as conn:
        _add(conn, table, rows)
        found = conn.execute(
            select(table.c.institution_id, table.c.name, table.c.kind).where(
                table.c.name.in_(INSTITUTION_NAMES), table.c.made_up
            )
        )
        return {row.name: Institution(*row) for row in found}


def _add(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert what is not there yet; the number of new rows."""
    return conn.execute(insert(table).values(list(rows)).on_conflict_do_nothing()).rowcount


def _withdraw(platform: Platform, bodies: Collection[Body]) -> None:
    """Withdraw, as the business itself, what it had given with its filings.

    A consent that somebody changed in the portal since is left as it is.
    """
    with platform.databases.intake.begin() as conn:
        identities = [Identity(one.corporate_number, one.sole_proprietor_key) for one in bodies]
        ids = ensure_all(conn, identities, made_up=True)
    for business_id in ids.values():
        account = f"{SOURCE}:{business_id}"
        with platform.databases.gateway.begin() as conn:
            act_as(conn, Actor(account, APPLICANT, business_id=business_id))
            for consent in consents.of_business(conn, business_id):
                if consent.answer == consents.GIVEN and consent.answered_by in CLIENTS.values():
                    consents.withdraw(conn, consent.filing_id, answered_by=account)


def _write_truth(home: Path, world: World) -> Path:
    """Write what a study of all samples of this home has to find; the file says which they are."""
    path = home / "sample" / "truth.json"
    sizes = {world.seed: len(world.businesses)}
    with suppress(FileNotFoundError):
        for sample in json.loads(path.read_text(encoding="utf-8"))["samples"]:
            seed = sample["seed"]
            sizes[seed] = max(sizes.get(seed, 0), sample["businesses"])
    worlds = [make_world(size, seed) for seed, size in sorted(sizes.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_suffix(".new")
    scratch.write_text(json.dumps(truth(worlds), ensure_ascii=False, indent=1), encoding="utf-8")
    scratch.replace(path)
    return path
