"""Make a cut: read, pseudonymise, write, enter into the ledger, and only then let it appear.

The files are written beside their place under a hidden name. The ledger's entries, one per
business, are committed in the transaction that read the values; the folder takes its name after
that. So a cut without entries cannot exist; entries of a cut that never appeared can.
"""

from __future__ import annotations

import json
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, text

from mirasapo.cuts.columns import PURPOSE, RECIPIENT, cut_columns, require_study
from mirasapo.cuts.manifest import (
    FORMAT,
    MANIFEST,
    Content,
    Study,
    filings_schema,
    manifest,
    panel_schema,
)
from mirasapo.cuts.parquet import write_table
from mirasapo.cuts.pseudonyms import pseudonyms
from mirasapo.cuts.queries import consent_totals_query, filings_query, panel_query
from mirasapo.errors import BadInput, NotFound, NotReady
from mirasapo.ledger import entries
from mirasapo.store.tables import narrowing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Row

    from mirasapo.catalog import Catalog, Policy
    from mirasapo.cuts.pseudonyms import Pseudonyms
    from mirasapo.store.databases import Databases

THROUGH = "mirasapo ebpm cut"


def cut(
    databases: Databases,
    catalog: Catalog,
    policy: Policy,
    home: Path,
    out: Path,
    *,
    project: str = "default",
    programme: str = "04",
) -> dict[str, Any]:
    """Write the cut of `project` to the folder `out` and return what it holds.

    An earlier cut at `out` is replaced. `programme` is the one whose first filing and adoption
    stand in the panel. The answer: out, snapshot_id, project, businesses, rows (of the panel),
    filings, basis (filings by basis of secondary use), manifest.

    Raises BadInput when `out` holds something else, NotFound when no filing may be studied,
    NotAllowed when the Agency has closed what a study needs, NotReady when `out` is not writable.
    """
    study = Study(catalog, policy, project, catalog.programme(programme))
    names = pseudonyms(home, project)
    _refuse_foreign(out)
    with _scratch(out) as folder:
        engine = databases.cut.execution_options(isolation_level="REPEATABLE READ")
        with engine.begin() as conn:
            # The planner cannot count rows behind row security; its nested loops over all
            # businesses would take quadratic time.
            conn.execute(text("SET LOCAL enable_nestloop = off"))
            content = _read(conn, study, names)
            made = _write(folder, study, content)
            entries.record_all(conn, _entries(content, project))
        _appear(folder, out)
    return {
        "out": str(out),
        "snapshot_id": made["snapshot_id"],
        "project": project,
        **made["counts"],
        "manifest": str(out / MANIFEST),
    }


def _read(conn: Connection, study: Study, names: Pseudonyms) -> Content:
    moment = conn.execute(select(func.now())).scalar_one()
    columns = cut_columns(study.catalog, study.policy, _narrowed_bits(conn))
    require_study(columns)
    content = Content(moment, columns)
    for row in conn.execute(filings_query(study.catalog, columns)):
        content.made_up |= row.made_up
        content.filings.append(_pseudonymised(row, content, names, "header"))
    for row in conn.execute(panel_query(study.catalog, columns, study.programme.code)):
        content.panel.append(_pseudonymised(row, content, names, "period", "profile", "count"))
    if not content.panel:
        raise NotFound(
            "切り出せるデータがありません。",
            "二次利用の同意があり、決算の記載がある申請が一件もありません。",
            "申請を取り込むか、mirasapo sample で見本を作ってください。",
        )
    totals = conn.execute(consent_totals_query()).all()
    content.consents = {row.answer: row.filings for row in totals}
    return content


def _narrowed_bits(conn: Connection) -> int:
    bits = select(narrowing.c.class_bits).where(
        narrowing.c.purpose == PURPOSE, narrowing.c.recipient == RECIPIENT
    )
    return conn.execute(bits).scalar() or 0


def _pseudonymised(
    row: Row[Any], content: Content, names: Pseudonyms, *kinds: str
) -> dict[str, Any]:
    """The row under its pseudonym; what it gives of its business is noted for the ledger."""
    values = dict(row._mapping)  # noqa: SLF001 - the documented name of a row as a mapping
    business_id = values.pop("business_id")
    given = content.items.setdefault(business_id, set())
    for column in content.columns:
        if column.kind in kinds and values[column.name] is not None:
            given.add(column.item.key)
    return {"pseudonym": names.of(business_id), **values}


def _write(folder: Path, study: Study, content: Content) -> dict[str, Any]:
    files = {
        **write_table(folder, "panel", panel_schema(content.columns), content.panel),
        **write_table(folder, "filings", filings_schema(content.columns), content.filings),
    }
    made = manifest(study, content, files)
    document = json.dumps(made, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(document + "\n", encoding="utf-8")
    return made


def _entries(content: Content, project: str) -> Iterator[entries.Entry]:
    for business_id in sorted(content.items):
        yield entries.Entry(
            business_id=business_id,
            actor=f"ebpm:{project}",
            purpose=PURPOSE,
            items=tuple(sorted(content.items[business_id])),
            basis="consent",
            through=THROUGH,
            allowed=True,
            reason="同意に基づき、仮名化した分析用データに含めました。",
            occurred_at=content.moment,
        )


def _refuse_foreign(out: Path) -> None:
    """Only an empty folder or an earlier cut may be replaced."""
    if not out.exists():
        return
    if out.is_dir():
        if not any(out.iterdir()):
            return
        try:
            there = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
            if there["format"] == FORMAT:
                return
        except (OSError, ValueError, KeyError, TypeError):
            pass
    raise BadInput(
        "この場所には切り出せません。",
        "分析用データではないものが入っています。",
        "--out に空のフォルダーか、新しい場所を指定してください。",
    )


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    """A hidden folder beside `out`, gone again unless it took its place."""
    folder = out.parent / f".{out.name}.{secrets.token_hex(6)}"
    try:
        folder.mkdir(parents=True, mode=0o700)
        yield folder
    except OSError as fault:
        raise NotReady(
            "分析用データを書き込めません。",
            "空き容量か権限が足りません。",
            "--out の場所を確認してください。",
        ) from fault
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _appear(folder: Path, out: Path) -> None:
    """Give the finished cut its name; an earlier one there goes."""
    earlier = folder.with_name(f"{folder.name}.earlier")
    if out.exists():
        out.rename(earlier)
    try:
        folder.rename(out)
    except OSError:
        if earlier.exists():
            earlier.rename(out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
