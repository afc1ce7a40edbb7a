"""What is generated from the data model and committed beside it, by file name.

The database's SQL is generated from the same catalogue by `mirasapo.store.schema`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from mirasapo.catalog.documents.area_map import area_map
from mirasapo.catalog.documents.attributes import attribute_list
from mirasapo.catalog.documents.dictionary import dictionary
from mirasapo.catalog.documents.erd import diagrams
from mirasapo.catalog.documents.overview import overview
from mirasapo.catalog.documents.tables import table_list
from mirasapo.catalog.documents.workbook import attribute_workbook, parts
from mirasapo.catalog.schemas import form_schema

if TYPE_CHECKING:
    from pathlib import Path

    from mirasapo.catalog.model import Catalog
    from mirasapo.catalog.policy import Policy

FOLDER = "generated"


def documents(catalog: Catalog, policy: Policy) -> dict[str, str | bytes]:
    """Every generated document by its path below data_model/: text, or an Excel file's bytes."""
    made: dict[str, str | bytes] = {
        f"{FOLDER}/README.md": overview(catalog),
        f"{FOLDER}/attribute_list.csv": attribute_list(catalog, policy),
        f"{FOLDER}/attribute_list.xlsx": attribute_workbook(catalog, policy),
        f"{FOLDER}/dictionary.html": dictionary(catalog, policy),
        f"{FOLDER}/area_map.svg": area_map(catalog),
        f"{FOLDER}/tables.md": table_list(catalog),
    }
    made |= {f"{FOLDER}/{name}": svg for name, svg in diagrams(catalog).items()}
    for code in catalog.programmes:
        schema = json.dumps(form_schema(catalog, code), ensure_ascii=False, indent=1)
        made[f"{FOLDER}/schemas/filing_{code}.schema.json"] = f"{schema}\n"
    return made


def is_fresh(path: Path, made: str | bytes) -> bool:
    """Whether the file holds this document.

    Excel files are compared by their parts: how tightly they are packed depends on the zlib.
    """
    if not path.is_file():
        return False
    if isinstance(made, str):
        return path.read_text(encoding="utf-8") == made
    try:
        return parts(path.read_bytes()) == parts(made)
    except BadZipFile:
        return False


def write(path: Path, made: str | bytes) -> None:
    """Write one document, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(made, str):
        path.write_text(made, encoding="utf-8")
    else:
        path.write_bytes(made)
