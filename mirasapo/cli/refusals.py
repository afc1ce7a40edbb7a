"""Whatever ends a command before its answer, as a refusal with a sentence and an exit code."""

from __future__ import annotations

import errno
import re
from typing import Any

from typer import Abort
from typer.exceptions import TyperException

from mirasapo.errors import BadInput, MirasapoError, NotReady

# what an operator can do something about; anything else of the system is a fault of ours
_SYSTEM = {
    errno.ENOSPC: "空き容量がありません。",
    errno.EDQUOT: "割り当てられた容量を使い切りました。",
    errno.EACCES: "権限がありません。",
    errno.EPERM: "権限がありません。",
    errno.EROFS: "読取専用の場所です。",
}

_NO_SUCH_COMMAND = re.compile(r"No such command '(.*?)'\.(?: Did you mean '?(.*?)'?\?)?")
_TOO_MANY = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)")


def refusal_of(fault: Exception) -> MirasapoError:
    """The refusal to tell: `fault` itself, or what it means to the person at the terminal."""
    if isinstance(fault, MirasapoError):
        return fault
    if isinstance(fault, TyperException):
        return _misused(fault)
    if isinstance(fault, Abort):
        return BadInput("入力がありませんでした。", "取りやめました。")
    if isinstance(fault, OSError) and fault.errno in _SYSTEM:
        return NotReady(
            f"{fault.filename or 'ファイル'} を読み書きできません。",
            _SYSTEM[fault.errno],
            "容量と権限を確かめてから、もう一度実行してください。",
        )
    return MirasapoError(
        "内部の誤りで止まりました。",
        f"想定していない状態です({type(fault).__name__})。",
        "-v を付けて実行すると詳しい経過が出ます。",
    )


def _misused(fault: Any) -> BadInput:
    """A command that was called wrongly; typer keeps these classes private, so by their names."""
    context = getattr(fault, "ctx", None)
    command = context.command_path if context else "mirasapo"
    what, why = "命令の書き方が正しくありません。", f"({fault.message.rstrip('.')})"
    match type(fault).__name__:
        case "NoSuchOption":
            similar = "、".join(fault.possibilities or ())
            what, why = _no_such("オプション", fault.option_name, similar)
        case "MissingParameter":
            what, why = f"{_name(fault.param)} が指定されていません。", ""
        case "BadParameter":
            what, why = f"{_name(fault.param)} の値が使えません。", _wanted(fault)
        case "BadOptionUsage":
            what = f"オプション {fault.option_name} の値がありません。"
        case "NoArgsIsHelpError":
            what, why = f"{command} の後に、何をするかがありません。", ""
        case "UsageError" if found := _NO_SUCH_COMMAND.fullmatch(fault.message):
            what, why = _no_such("命令", found[1], found[2])
        case "UsageError" if found := _TOO_MANY.fullmatch(fault.message):
            what, why = f"{found[1]} は余分です。", ""
    return BadInput(what, why, f"書き方は {command} --help で確かめられます。")


def _wanted(fault: Any) -> str:
    """What a value would have had to be, by the check of pydantic that it failed."""
    found = fault.__cause__.errors()[0] if hasattr(fault.__cause__, "errors") else {}
    limits = found.get("ctx", {})
    return {
        "int_parsing": "整数で指定します。",
        "float_parsing": "数で指定します。",
        "greater_than_equal": f"{limits.get('ge')} 以上で指定します。",
        "less_than_equal": f"{limits.get('le')} 以下で指定します。",
    }.get(found.get("type", ""), "")


def _no_such(kind: str, name: str, similar: str | None) -> tuple[str, str]:
    return f"{kind} {name} はありません。", f"似た名前: {similar}。" if similar else ""


def _name(parameter: Any) -> str:
    argument = parameter.param_type_name == "argument"
    return str(parameter.metavar or parameter.name) if argument else str(parameter.opts[0])
