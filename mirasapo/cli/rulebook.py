"""`mirasapo rulebook …`: show the rules that a connecting system follows, and check one by them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mirasapo.catalog import load_catalog
from mirasapo.catalog.rulebook import LEVELS, PROGRAMS, Rule, find_rule, load_rules
from mirasapo.cli.output import Json, answer, read_file
from mirasapo.cli.push import Attached, read_attachments
from mirasapo.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirasapo.catalog import Catalog
    from mirasapo.intake.conformance.report import Breach, Report

ZIP = b"PK\x03\x04"  # how a workbook begins
_SHOWN = 20

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_rules(*, as_json: Json = False) -> None:
    """すべての規則を番号順に表示します。"""
    rules = load_rules()
    lines = [f"{rule.id}  [{LEVELS[rule.level]}] {rule.sentence}" for rule in rules]
    answer({"rules": [asdict(rule) for rule in rules]}, as_json, "\n".join(lines))


@app.command()
def show(rule: str = typer.Argument(help="規則の番号 R-章-番号"), *, as_json: Json = False) -> None:
    """一つの規則を、守る人と確かめ方とともに表示します。"""
    found = find_rule(load_rules(), rule)
    answer(asdict(found), as_json, "\n".join(_described(found)))


@app.command()
def check(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL", help="申請の JSON、1行1件のファイル、記入した Excel の様式、URL"
        ),
    ],
    programme: Annotated[str, typer.Option("--programme", help="制度番号 01–16")],
    attach: Attached = None,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="MIRASAPO_CHECK_TOKEN", help="URL を読むためのトークン"),
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """制度のシステムの申請をルールブックで調べます。必須の規則に反すると終了コードは2です。"""
    from mirasapo.intake.conformance.endpoint import fetch
    from mirasapo.intake.conformance.report import examine
    from mirasapo.settings import require_web_address

    catalog = load_catalog()
    catalog.programme(programme)  # refused before anything is read
    by_url = source.startswith(("http://", "https://"))
    seen = fetch(require_web_address("URL", source), token) if by_url else None
    content = seen.body if seen is not None else read_file(Path(source))
    if content is not None and content.startswith(ZIP):
        content = _written_in_excel(catalog, programme, source, content)
    bodies = [] if content is None else _bodies(source, content)
    sent = read_attachments(attach) if attach else None
    report = examine(catalog, programme, bodies, sent, answer=seen)
    answer(_document(report), as_json, "\n".join(_told(report)))
    if not report.holds:
        raise typer.Exit(BadInput.exit_code)


def _bodies(source: str, content: bytes) -> list[bytes]:
    """The payloads. Raises BadInput where there is none: nothing checked is nothing kept."""
    from mirasapo.intake.conformance.bodies import bodies_of

    bodies = bodies_of(content)
    if not bodies:
        raise BadInput(
            f"{source} に申請が一件もありません。",
            "空か、空の配列([])です。一件もないときは、何も確かめられません。",
            "申請の入ったファイルか、申請を返すアドレスを指定してください。",
        )
    return bodies


def _written_in_excel(catalog: Catalog, programme: str, source: str, content: bytes) -> bytes:
    """The filing that a form says. Raises BadInput for another form, and with the cells at fault."""
    from mirasapo.catalog.workbook import read_workbook

    reading = read_workbook(catalog, content)
    if reading.programme != programme:
        raise BadInput(
            f"{source} は制度 {programme} の様式ではありません。",
            f"制度 {reading.programme} の様式に書かれています。",
            "ファイルか --programme を確かめてください。",
        )
    if reading.faults:
        cells = [
            f"{fault.sheet} {fault.cell} {fault.label}: {fault.what}{fault.why}"
            for fault in reading.faults
        ]
        more = f"\n(ほか {len(cells) - _SHOWN} か所)" if len(cells) > _SHOWN else ""
        raise BadInput(
            f"{source} に読めない欄が {len(cells)} か所あります。",
            "\n" + "\n".join(cells[:_SHOWN]) + more + "\n",
            "欄を直してください。mirasapo push --dry-run は、印をつけた写しを作ります。",
        )
    return json.dumps(reading.payload, ensure_ascii=False).encode()


def _document(report: Report) -> dict[str, Any]:
    shares = {
        domain: {**asdict(share), "percent": share.percent}
        for domain, share in report.coverage.items()
    }
    return {**asdict(report), "coverage": shares, "holds": report.holds}


def _told(report: Report) -> Iterator[str]:
    rules = {rule.id: rule for rule in load_rules()}
    for breach in report.breaches:
        yield from _told_breach(breach)
    names = {"generic": "汎用", "specific": "制度固有"}
    shares = "、".join(
        f"{names[domain]} {share.covered}/{share.of} ({share.percent}%)"
        for domain, share in report.coverage.items()
    )
    yield f"制度 {report.programme}、申請 {report.filings} 件。値のある項目: {shares}"
    must = sum(breach.level == "must" for breach in report.breaches)
    yield f"必須の規則に反するところ {must} か所、推奨の規則 {len(report.breaches) - must} か所"
    yield f"反した規則 {len(report.broken)}: {' '.join(report.broken)}"
    yield f"守られていた規則 {len(report.held)}: {' '.join(report.held)}"
    yield from (f"  {rule}: {note}" for rule, note in report.notes.items())
    yield from _listed("確かめられなかった規則", report.not_applicable, rules)
    yield from _listed("機械では確かめられない規則", report.no_program, rules)


def _told_breach(breach: Breach) -> Iterator[str]:
    where = f"{breach.filing}件目" if breach.filing else "接続先"
    number = f"(申請番号 {breach.filing_number})" if breach.filing_number else ""
    yield f"{breach.rule} [{LEVELS[breach.level]}] {where}{number} {breach.place}"
    yield f"  違い: {breach.what}"
    yield f"  規則: {breach.why}"
    yield f"  直し方: {breach.how}"
    yield ""


def _listed(title: str, found: dict[str, str], rules: dict[str, Rule]) -> Iterator[str]:
    yield f"{title} {len(found)}"
    for rule, why in found.items():
        yield f"  {rule} [{LEVELS[rules[rule].level]}] {why}"


def _described(rule: Rule) -> list[str]:
    how = PROGRAMS[rule.program]
    return [
        f"{rule.id} [{LEVELS[rule.level]}]",
        rule.sentence,
        f"守る人: {rule.who}",
        f"確かめ方: {how}({rule.why_not})" if rule.why_not else f"確かめ方: {how}",
        f"基盤の側の検査: {rule.check}" if rule.check else f"基盤の側の検査: なし({rule.open})",
    ]
