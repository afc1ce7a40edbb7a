"""`mirasapo map FILE --programme 04`: propose which column of an export is which item."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mirasapo.cli.output import Json, answer, read_file
from mirasapo.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirasapo.intake.export.proposal import Proposal

Exported = Annotated[Path, typer.Argument(metavar="FILE", help="制度システムの出力(CSV か .xlsx)")]
Programme = Annotated[str, typer.Option("--programme", help="制度番号(01〜16)")]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="対応表の置き場所。省くと FILE の名前に .map.yaml です。"),
]
SheetName = Annotated[str | None, typer.Option("--sheet", help="読むシートの名前")]
HeaderRow = Annotated[
    int | None, typer.Option("--header-row", min=1, help="見出しの行。省くと見つけます。")
]


def map(  # noqa: A001 — the name of the command
    exported: Exported,
    programme: Programme,
    out: Out = None,
    sheet: SheetName = None,
    header_row: HeaderRow = None,
    *,
    as_json: Json = False,
) -> None:
    """出力ファイルの列がどの項目かの案を、対応表(YAML)に書きます。人が確かめてから使います。"""
    from mirasapo.catalog import load_catalog
    from mirasapo.intake.export.grid import read_grid
    from mirasapo.intake.export.proposal import known_labels, propose
    from mirasapo.intake.export.table import Header, find_header, table_of
    from mirasapo.intake.export.writing import mapping_text

    catalog = load_catalog()
    labels = known_labels(catalog, programme)
    grid = read_grid(read_file(exported), sheet=sheet)
    header = Header(header_row) if header_row else find_header(grid, labels)
    table = table_of(grid, header)
    proposals = propose(catalog, programme, table)
    path = out or exported.with_name(f"{exported.name}.map.yaml")
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(mapping_text(catalog, programme, grid, table, proposals))
    except FileExistsError:
        raise Conflict(
            f"{path} はすでにあります。",
            "確かめた対応表を失わないように、上書きしません。",
            "--out で別の名前にしてください。",
        ) from None
    told = {
        "mapping": path,
        "programme": programme,
        "encoding": grid.encoding,
        "delimiter": grid.delimiter,
        "sheet": grid.sheet,
        "header_row": header.row,
        "header_lines": header.lines,
        "rows": len(table.lines),
        "columns": [_plain(each) for each in proposals],
        "faults": [{"row": each.row, "what": each.what, "why": each.why} for each in table.faults],
    }
    answer(told, as_json, "\n".join(_lines(path, proposals, len(table.lines), len(table.faults))))


def _plain(each: Proposal) -> dict[str, Any]:
    return {
        "column": each.column,
        "letter": each.letter,
        "item": None if each.field is None else each.field.key,
        "label": None if each.field is None else each.field.label,
        "confidence": each.confidence,
        "why": each.why,
        "unit": each.unit,
        "row": each.row,
        "candidates": list(each.others),
    }


def _lines(path: Path, proposals: Sequence[Proposal], rows: int, faults: int) -> Iterator[str]:
    taken = [each for each in proposals if each.field is not None]
    yield f"{path} に対応表の案を書きました。"
    yield f"{rows} 行、{len(proposals)} 列のうち {len(taken)} 列に案があります。"
    for each in proposals:
        said = "未定" if each.field is None else f"{each.field.section} {each.field.label}"
        yield f"  {each.letter:>3}  {each.confidence:.2f}  {each.column} → {said}"
    if faults:
        yield f"列の数が見出しと違う行が {faults} あります。"
    yield "一列ずつ確かめ、confirmed: true としてから mirasapo push --mapping で送ります。"
