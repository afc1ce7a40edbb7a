"""`mirasapo model …`: check, show and generate the data model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from mirasapo.catalog import Catalog, Item, Problem, load_catalog, load_policy
from mirasapo.catalog.documents.words import SENSITIVITIES_JA
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.load import examine
from mirasapo.catalog.policy import examine_policy, policy_problems
from mirasapo.catalog.relations import examine_relations
from mirasapo.catalog.rulebook import examine_rules
from mirasapo.catalog.schemas import form_schema
from mirasapo.catalog.value import how_to_write
from mirasapo.cli.output import Json, answer, write_new
from mirasapo.errors import BadInput
from mirasapo.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirasapo.catalog.limit import Limit

app = typer.Typer(no_args_is_help=True)


@app.command()
def check(*, as_json: Json = False) -> None:
    """データモデルとルールブックの参照・件数・生成物を検査します。誤りがあれば終了コードは2です。"""
    catalog, problems = _everything()
    counts = {
        domain: sum(item.domain == domain for item in catalog.items)
        for domain in ("generic", "specific")
    }
    errors = [asdict(problem) for problem in problems]
    summary = (
        f"汎用 {counts['generic']} 項目、制度固有 {counts['specific']} 項目、"
        f"{len(catalog.tables)} 表、{len(catalog.programmes)} 制度、"
        f"コード表 {len(catalog.code_lists)}、計算式 {len(catalog.formulas)}"
    )
    lines = [summary, *map(str, problems), f"誤り {len(problems)} 件"]
    answer(
        {
            **counts,
            "programmes": len(catalog.programmes),
            "formulas": len(catalog.formulas),
            "errors": errors,
        },
        as_json,
        "\n".join(lines),
    )
    if problems:
        raise typer.Exit(BadInput.exit_code)


@app.command()
def generate(*, as_json: Json = False) -> None:
    """data_model から、一覧表・辞書・図・JSON Schema・データベースの SQL を作り直します。"""
    from mirasapo.app.generators import generate_all

    made = generate_all(load_catalog(), load_policy())
    lines = [*(f"書きました: {name}" for name in made.written)]
    lines += [f"消しました: {name}" for name in made.removed]
    answer(asdict(made), as_json, "\n".join(lines or ["すべて最新です。"]))


@app.command()
def seal(
    why: Annotated[str, typer.Option("--why", help="改めたわけ(seals.csv に残ります)")],
    *,
    as_json: Json = False,
) -> None:
    """公開の表・計算式・項目の関係を改めると決めたとき、今の内容を封印し直します。"""
    from mirasapo.catalog.seal import SEALED
    from mirasapo.catalog.seal import seal as seal_files

    if not why.strip():
        raise BadInput(
            "封印し直せません。",
            "なぜ改めたかが書かれていません。",
            "--why に、改めると決めたわけを書いてください。",
        )
    sealed = [
        f"{folder}/{file}"
        for folder in SEALED
        for file in seal_files(
            resource(folder), folder, why.strip(), datetime.now(ZoneInfo("Asia/Tokyo")).date()
        )
    ]
    lines = [f"封印しました: {file}" for file in sealed]
    answer({"sealed": sealed}, as_json, "\n".join(lines or ["封印のときから変わっていません。"]))


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", help="書き出すフォルダー")] = Path(
        "data_model_export"
    ),
    *,
    as_json: Json = False,
) -> None:
    """属性一覧表(Excel)とデータ辞書(HTML)を書き出します。"""
    from mirasapo.app.generators import export as export_documents

    catalog = load_catalog()
    written = [str(path) for path in export_documents(out, catalog, load_policy())]
    answer(
        {"items": len(catalog.items), "written": written},
        as_json,
        "\n".join(f"書きました: {path}" for path in written),
    )


@app.command()
def show(item: str = typer.Argument(help="項目キー"), *, as_json: Json = False) -> None:
    """一つのデータ項目を表示します。"""
    catalog = load_catalog()
    described = _described(catalog, catalog.item(item))
    width = max(map(len, described))
    text = "\n".join(f"{name:<{width}}  {_plain(value)}" for name, value in described.items())
    answer(described, as_json, text)


@app.command()
def schema(
    programme: str = typer.Argument(help="制度番号 01–16"), *, as_json: Json = False
) -> None:
    """一つの制度の申請の JSON Schema を表示します。"""
    made = form_schema(load_catalog(), programme)
    answer(made, as_json, json.dumps(made, ensure_ascii=False, indent=1))


@app.command()
def example(
    programme: str = typer.Argument(help="制度番号 01–16"), *, as_json: Json = False
) -> None:
    """一つの制度の、いちばん小さい申請の JSON を表示します。"""
    made = minimal_filing(load_catalog(), programme)
    answer(made, as_json, json.dumps(made, ensure_ascii=False, indent=1))


@app.command()
def template(
    programme: str = typer.Argument(help="制度番号 01–16"),
    *,
    _xlsx: Annotated[
        bool, typer.Option("--xlsx", help="Excel のブックにします。今はこの形式だけです。")
    ] = True,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="書き出すファイル。省くと filing_04.xlsx などです。"),
    ] = None,
    as_json: Json = False,
) -> None:
    """一つの制度の申請を書き込む Excel の様式を作ります。"""
    from mirasapo.catalog.workbook import template as make_template
    from mirasapo.catalog.workbook.layout import data_model_version, sheets

    catalog = load_catalog()
    made = sheets(catalog, programme)
    file = out or Path(f"filing_{programme}.xlsx")
    content = make_template(catalog, programme)
    write_new(file, content)
    form = catalog.programme(programme)
    said = {
        "file": file,
        "programme": programme,
        "data_model": data_model_version(catalog, programme),
        "sheets": len(made),
        "items": len(form.items),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    text = f"{file}\n{form.short_ja}: {len(made)} シート、{len(form.items)} 項目"
    answer(said, as_json, text)


def _everything() -> tuple[Catalog, list[Problem]]:
    """The catalogue as far as it goes, and the problems of the data model and the rulebook."""
    model, rulebook = resource("data_model"), resource("rulebook")
    examined = examine(model)
    policy, wrong = examine_policy(rulebook)
    project = rulebook.parent if (rulebook.parent / "tests").is_dir() else None
    wrong += examine_rules(rulebook, project)[1]
    catalog = examined.catalog if examined.readable else None
    wrong += examine_relations(rulebook, catalog, examined.refused)[1]
    in_model = list(examined.problems)
    if policy is not None and catalog is not None:
        wrong += policy_problems(policy, catalog, examined.refused)
        if not in_model:
            from mirasapo.app.generators import drift

            in_model += drift(model, examined.catalog, policy)
    return examined.catalog, [*_below("data_model", in_model), *_below("rulebook", wrong)]


def _below(folder: str, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, file=f"{folder}/{problem.file}") for problem in problems]


def _described(catalog: Catalog, item: Item) -> dict[str, Any]:
    policy = load_policy()
    return {
        "key": item.key,
        "number": item.number,
        "label_ja": item.label_ja,
        "label_en": item.label_en,
        "definition": item.definition,
        "domain": item.domain,
        "category": catalog.categories[item.category],
        "type": item.type,
        "unit": item.unit,
        "form_unit": item.form_unit,
        "limit": _limits(item.limit),
        "how_to_write": how_to_write(item),
        "array": item.array,
        "entity": item.entity,
        "table": item.table,
        "repeat_group": item.repeat_group,
        "row_key": item.row_key,
        "key_role": item.key_role,
        "references": item.references,
        "programmes": sorted(item.programmes),
        "data_class": item.data_class,
        "data_class_ja": policy.data_classes[item.data_class],
        "class_reason": item.class_reason,
        "third_party": item.third_party,
        "sensitivity": item.sensitivity,
        "sensitivity_ja": SENSITIVITIES_JA[item.sensitivity],
        "master_policy": item.master_policy,
        "master_unit": item.master_unit,
        "master_reason": item.master_reason,
        "code_list": None if item.codes is None else item.codes.name,
        "code_list_revision": None if item.codes is None else item.codes.revision,
        "code_list_source": None if item.codes is None else item.codes.source,
        "codes": None if item.codes is None else dict(item.codes.codes),
        "valid_from": item.valid_from and item.valid_from.isoformat(),
        "valid_until": item.valid_until and item.valid_until.isoformat(),
        "open_point": catalog.open_points.get(item.key),
        "certainty": item.certainty,
        "source": item.source,
    }


def _limits(limit: Limit) -> dict[str, Any]:
    """The limits that are set, by their names in the data model."""
    named = {each.name: getattr(limit, each.name) for each in fields(limit)}
    named.pop("constraints")
    return {name: value for name, value in named.items() if value not in (None, ())}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, dict):
        return "、".join(f"{code} {label}" for code, label in value.items())
    if isinstance(value, list | tuple):
        return " ".join(value)
    return "" if value is None else str(value)
