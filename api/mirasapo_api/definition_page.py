"""The definition of the API as HTML: operations by subject, then shapes; no script, nothing from afar."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from mirasapo.errors import refusals
from mirasapo_api.definition import PATH, operations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Node = dict[str, Any]
_REFERENCE = "#/components/schemas/"
_SAYS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "const")


def definition_body(document: Node) -> str:
    """The page's body; every operation and shape has an address of its own on it."""
    parts = [
        _paragraphs(document["info"]["description"]),
        _link(document),
        '<nav aria-label="目次"><ul class="plain-list">',
    ]
    tags = {tag["name"]: tag["description"] for tag in document["tags"]}
    listed = [*tags, "断りの応答", "データの形"]
    parts += [f'<li><a href="#{escape(name)}">{escape(name)}</a></li>' for name in listed]
    parts.append("</ul></nav>")
    for tag, said in tags.items():
        parts.append(f'<h2 id="{escape(tag)}">{escape(tag)}</h2><p>{escape(said)}</p>')
        parts += [
            _operation(method, path, operation)
            for method, path, operation in operations(document)
            if operation["tags"][0] == tag
        ]
    parts += ['<h2 id="断りの応答">断りの応答</h2>', _refusals()]
    parts.append('<h2 id="データの形">データの形</h2>')
    schemas = document["components"]["schemas"]
    parts += [_shape(name, schemas[name]) for name in sorted(schemas)]
    return "\n".join(parts)


def _link(document: Node) -> str:
    version, release = escape(document["openapi"]), escape(document["info"]["version"])
    return f'<p><a href="{PATH}">OpenAPI {version} の文書 (JSON)</a>、版 {release}</p>'


def _operation(method: str, path: str, operation: Node) -> str:
    title = f"{escape(operation['summary'])} <code>{method.upper()} {escape(path)}</code>"
    asks = "" if operation.get("security") else '<p class="quiet">サインインせずに使えます。</p>'
    parts = [
        f'<details id="{escape(operation["operationId"])}"><summary>{title}</summary>',
        _paragraphs(operation.get("description", "")),
        asks,
    ]
    if operation.get("parameters"):
        rows = [
            (
                f"<code>{escape(each['name'])}</code> <span>({_PLACES[each['in']]})</span>",
                _kind(each["schema"]),
                "必須" if each.get("required") else "",
                escape(each.get("description", "")),
                _value(each.get("example")),
            )
            for each in operation["parameters"]
        ]
        parts.append(_table("パラメーター", ("名前", "型", "必須", "説明", "例"), rows))
    for kind, body in operation.get("requestBody", {}).get("content", {}).items():
        parts.append(f"<h4>本文 <code>{escape(kind)}</code></h4>")
        parts.append(_properties(body["schema"]) or f"<p>{_kind(body['schema'])}</p>")
        if "example" in body:
            parts.append(f"<h5>例</h5><pre><code>{_shown(body['example'])}</code></pre>")
    answers = [
        (
            escape(status),
            escape(response["description"]),
            "、".join(
                _kind(body.get("schema", {})) for body in response.get("content", {}).values()
            ),
        )
        for status, response in sorted(operation["responses"].items())
    ]
    parts.append(_table("応答", ("状態", "説明", "形"), answers))
    return "\n".join([*parts, "</details>"])


_PLACES = {"query": "問い合わせ", "path": "パス", "header": "ヘッダー", "cookie": "クッキー"}


def _shape(name: str, schema: Node) -> str:
    said = escape(schema.get("description", ""))
    inside = _properties(schema) or f"<p>{_kind(schema)}</p>"
    return (
        f'<details id="shape-{escape(name)}"><summary>{said} <code>{escape(name)}</code></summary>'
        f"{inside}</details>"
    )


def _properties(schema: Node) -> str:
    """The table of an object's properties; '' for anything else."""
    required = schema.get("required", ())
    rows = [
        (
            f"<code>{escape(name)}</code>",
            escape(each.get("title", "")),
            _kind(each),
            "必須" if name in required else "",
            escape(each.get("description", "")),
        )
        for name, each in schema.get("properties", {}).items()
    ]
    return _table("", ("名前", "日本語名", "型", "必須", "説明"), rows) if rows else ""


def _kind(schema: Node) -> str:
    """What a value may be, with a link where it is a shape of its own."""
    if "$ref" in schema:
        name = escape(schema["$ref"].removeprefix(_REFERENCE))
        return f'<a href="#shape-{name}">{name}</a>'
    if "anyOf" in schema:
        return " または ".join(_kind(each) for each in schema["anyOf"])
    if "enum" in schema:
        return "、".join(f"<code>{_shown(each)}</code>" for each in schema["enum"])
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}))} の配列"
    kind = escape(" ".join(filter(None, [_type(schema), schema.get("format")])))
    limits = ", ".join(f"{name} {_shown(schema[name])}" for name in _SAYS if name in schema)
    return f"{kind} <span>({limits})</span>" if limits else kind


def _type(schema: Node) -> str:
    kind = schema.get("type", "何でも")
    return "、".join(kind) if isinstance(kind, list) else str(kind)


def _refusals() -> str:
    rows = [
        (
            str(each.status),
            f"<code>{escape(each.code)}</code>",
            f"<code>{escape(each.urn())}</code>",
            escape(each.meaning_ja),
        )
        for each in refusals()
    ]
    return _table("", ("状態", "code", "type", "意味"), rows)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table that scrolls by itself where the screen is narrow; its cells are HTML already."""
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        '<div class="wide-table" tabindex="0" role="region" aria-label="'
        f'{escape(caption or "表")}"><table>{title}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _paragraphs(text: str) -> str:
    blocks = (block.strip() for block in text.replace("\n- ", "\n\n- ").split("\n\n"))
    return "".join(f"<p>{escape(block)}</p>" for block in blocks if block)


def _value(example: Any) -> str:
    return "" if example is None else f"<code>{_shown(example)}</code>"


def _shown(example: Any) -> str:
    """An example as it is written: a text as it is, a form's parts and JSON indented."""
    if isinstance(example, str):
        return escape(example)
    if isinstance(example, dict):
        example = {name: _unpacked(each) for name, each in example.items()}
    return escape(json.dumps(example, ensure_ascii=False, indent=2))


def _unpacked(part: Any) -> Any:
    """The JSON that is sent as a text, as JSON."""
    if isinstance(part, str) and part.startswith("{"):
        found: Mapping[str, Any] = json.loads(part)
        return found
    return part
