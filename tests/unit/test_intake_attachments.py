"""What a file is by its bytes, and whether the files named are those sent."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from mirasapo.business.content import Form
from mirasapo.intake.attachments import MAX_BYTES, Matching, is_file_name
from mirasapo.intake.kinds import KINDS, kind_of
from tests.factories import file_of, sha256_of

if TYPE_CHECKING:
    from mirasapo.catalog import Catalog, Item

PROGRAMME = "04"


@pytest.fixture(scope="module")
def item(catalog: Catalog) -> Item:
    """An item of type file that is answered by one file."""
    return next(each for each in catalog.form(PROGRAMME) if each.type == "file" and not each.array)


def match(
    catalog: Catalog, items: dict[str, Any], entries: Any, sent: dict[str, bytes]
) -> tuple[Matching, tuple[Any, ...]]:
    content = Form(catalog, PROGRAMME).read(items, None)
    assert content.faults == []
    matching = Matching(catalog, content, sent)
    return matching, matching.match(entries)


@pytest.mark.parametrize("kind", KINDS)
def test_中身から形式を見分ける(kind: str) -> None:
    assert kind_of(file_of(f"見本.{kind}")) == kind


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00", b"#!/bin/sh\n", b"PK\x03\x04 not a zip", b"<html>%PDF-", b"GIF89a"],
)
def test_知らない中身は受け取らない(content: bytes) -> None:
    assert kind_of(content) is None


def test_マクロを含む表計算は受け取らない(catalog: Catalog) -> None:
    content = zip_of("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")
    assert kind_of(content) is None
    matching, accepted = match(catalog, {}, [{"name": "表.xlsx"}], {"表.xlsx": content})
    assert accepted == ()
    (fault,) = matching.faults
    assert "マクロ" in fault.what


def test_名前が多すぎるzipは開かない() -> None:
    assert kind_of(zip_of("[Content_Types].xml", "xl/workbook.xml")) == "xlsx"
    many = (f"{number}" for number in range(10_000))
    assert kind_of(zip_of("[Content_Types].xml", "xl/workbook.xml", *many)) is None
    long = (f"{number:01000}" for number in range(4_001))
    assert kind_of(zip_of("[Content_Types].xml", "xl/workbook.xml", *long)) is None


def zip_of(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"")
    return buffer.getvalue()


def test_表計算でも文書でもないzipは受け取らない() -> None:
    assert kind_of(file_of("a.xlsx").replace(b"xl/workbook.xml", b"xl/workbook.xxx")) is None


def test_合うファイルは識別値つきで受け取る(catalog: Catalog, item: Item) -> None:
    sent = {"図面.pdf": file_of("図面.pdf"), "写真.jpg": file_of("写真.jpg")}
    entries = [
        {"name": "図面.pdf", "item": None, "sha256": sha256_of(sent["図面.pdf"])},
        {"name": "写真.jpg"},
    ]
    matching, (drawing, photo) = match(catalog, {item.key: "図面.pdf"}, entries, sent)
    assert matching.faults == []
    assert (drawing.item_key, drawing.class_bits) == (item.key, item.bit)
    assert (photo.item_key, photo.class_bits) == (None, 1 << 7)
    assert drawing.sha256 == sha256_of(sent["図面.pdf"])
    assert photo.media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("entries", "sent", "what"),
    [
        ([{"name": "a.pdf"}], [], "送られていません"),
        ([], ["a.pdf"], "申請に挙げられていません"),
        ([{"name": "a.pdf"}, {"name": "a.pdf"}], ["a.pdf"], "二度"),
        ([{"name": "a.pdf", "sha256": "0" * 64}], ["a.pdf"], "一致しません"),
        ([{"name": "../a.pdf"}], [], "読めません"),
        ([{"name": "a.pdf", "path": "b"}], ["a.pdf"], "読めません"),
        ([{"name": "a.pdf", "item": 3}], ["a.pdf"], "読めません"),
        (["a.pdf"], ["a.pdf"], "読めません"),
        ([{"name": "a.pdf", "item": "nobody.knows"}], ["a.pdf"], "ファイルの項目ではありません"),
        ({"name": "a.pdf"}, [], "形が違います"),
    ],
    ids=str,
)
def test_合わないファイルは理由を添えて断る(
    catalog: Catalog, entries: Any, sent: list[str], what: str
) -> None:
    matching, accepted = match(catalog, {}, entries, {name: file_of(name) for name in sent})
    assert any(what in fault.what for fault in matching.faults)
    assert accepted == () or what == "二度"


def test_名前の末尾と中身は同じ形式でなければならない(catalog: Catalog) -> None:
    matching, accepted = match(catalog, {}, [{"name": "a.pdf"}], {"a.pdf": file_of("a.png")})
    assert [fault.what for fault in matching.faults] == [
        "ファイル「a.pdf」: 名前と中身の形式が違います。"
    ]
    assert accepted == ()
    matching, (photo,) = match(catalog, {}, [{"name": "A.JPEG"}], {"A.JPEG": file_of("a.jpg")})
    assert (matching.faults, photo.media_type) == ([], "image/jpeg")


def test_大きすぎるファイルは断る(catalog: Catalog) -> None:
    big = file_of("a.pdf").ljust(MAX_BYTES + 1)
    matching, accepted = match(catalog, {}, [{"name": "a.pdf"}], {"a.pdf": big})
    (fault,) = matching.faults
    assert fault.why.startswith("20MBまでです。")
    assert accepted == ()


def test_項目の値は一覧にあるファイルの名前である(catalog: Catalog, item: Item) -> None:
    matching, _ = match(catalog, {item.key: "b.pdf"}, [], {})
    assert [(fault.item, fault.label) for fault in matching.faults] == [(item.key, item.label_ja)]


def test_一覧の項目と項目の値は合わなければならない(catalog: Catalog, item: Item) -> None:
    entries = [{"name": "a.pdf", "item": item.key}]
    matching, _ = match(catalog, {}, entries, {"a.pdf": file_of("a.pdf")})
    assert [fault.item for fault in matching.faults] == [item.key]


@pytest.mark.parametrize(
    "name", ["", "..", "a/b.pdf", "a\\b.pdf", "a\n.pdf", "a\x00.pdf", "x" * 256, None, 3]
)
def test_フォルダーや制御文字を含む名前は使えない(name: Any) -> None:
    assert not is_file_name(name)
