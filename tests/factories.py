"""Valid filings made up from the catalogue, the same for the same seed."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

from mirasapo.business.content import MAX_ROWS
from mirasapo.business.register import item_of
from mirasapo.catalog import load_policy, sample_value
from mirasapo.catalog.check_digit import corporate_check_digit
from mirasapo.catalog.fiscal_year import fiscal_year_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirasapo.catalog import Catalog, TableShape

FILES = 2


def made_up_number(seed: int) -> str:
    """A number with a valid check digit that no body has: no registry office is 9xxx."""
    body = f"9{random.Random(seed).randrange(10**11):011}"
    return f"{corporate_check_digit(body)}{body}"


def made_up_key(seed: int) -> str:
    """The key of a sole proprietor: 13 digits that no corporation has."""
    return f"0{seed:012}"


def filing_payload(
    catalog: Catalog,
    programme: str = "04",
    corporate_number: str | None = None,
    seed: int = 0,
    *,
    sole_proprietor_key: str | None = None,
    **header: Any,
) -> dict[str, Any]:
    """A valid filing with nearly every item of its form and two attachments.

    Filed by the corporation with the number given, else by the sole proprietor with the key given,
    else by a corporation made up from the seed. `header` replaces members of the document
    (`version`, `status`, `items` …); the fiscal year and the wording follow the day of filing.
    """
    filed_on = header.get("filed_on", "2022-05-07")
    year = fiscal_year_of(date.fromisoformat(filed_on))
    terms = load_policy().terms_of(year)
    rng = random.Random(f"{programme}/{seed}")
    number = corporate_number
    if number is None and sole_proprietor_key is None:
        number = made_up_number(seed)
    form = catalog.form(programme)
    files = [item for item in form if item.type == "file" and item.repeat_group is None][:FILES]
    payload: dict[str, Any] = {
        "programme": programme,
        "form_version": catalog.programme(programme).form_versions[-1],
        "filing_number": f"TEST-{programme}-{seed}",
        "version": 1,
        "procedure": "new",
        "status": "adopted",
        "fiscal_year": year,
        "filed_on": filed_on,
        "business": {"corporate_number": number, "sole_proprietor_key": sole_proprietor_key},
        "consent": {
            "answer": "given" if terms.secondary_use else None,
            "terms_version": terms.version,
        },
        "items": {},
        "groups": {},
        "attachments": [],
    }
    for item in form:
        if item.repeat_group is None and item.type != "file" and rng.random() < 0.95:
            payload["items"][item.key] = sample_value(item, rng)
    payload["items"][item_of(catalog, "corporate_number").key] = number  # None: not answered
    for item in files:
        name = f"{item.label_ja}-{seed}.pdf"
        payload["items"][item.key] = [name] if item.array else name
        payload["attachments"].append({"name": name, "item": item.key, "sha256": None})
    for shape in catalog.tables:
        if shape.repeated and any(item in form for item in shape.items):
            payload["groups"][shape.name] = _rows(shape, programme, rng)
    return payload | header


def filing_attachments(payload: Mapping[str, Any]) -> dict[str, bytes]:
    """A small valid file for each attachment that the payload names."""
    return {entry["name"]: file_of(entry["name"]) for entry in payload["attachments"]}


def file_of(name: str) -> bytes:
    """A small file of the kind that its name ends with; its content is the name."""
    ending = name.rpartition(".")[2]
    content = name.encode()
    if ending in {"xlsx", "docx"}:
        part = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}[ending]
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for inner in ("[Content_Types].xml", part):
                archive.writestr(zipfile.ZipInfo(inner), content)
        return buffer.getvalue()
    starts = {"pdf": b"%PDF-1.4\n", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff\xe0"}
    return starts[ending] + content


def body_of(payload: Mapping[str, Any]) -> bytes:
    """The bytes of a payload as a sender writes them."""
    return json.dumps(payload, ensure_ascii=False).encode()


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _rows(shape: TableShape, programme: str, rng: random.Random) -> list[dict[str, Any]]:
    items = [item for item in shape.items if programme in item.programmes and item.type != "file"]
    rows: dict[Any, dict[str, Any]] = {}
    for number in range(rng.randint(1, min(3, MAX_ROWS))):
        row = {item.key: sample_value(item, rng) for item in items}
        key = tuple(str(row.get(item.key)) for item in shape.row_key_items) or number
        rows[key] = row
    return list(rows.values())
