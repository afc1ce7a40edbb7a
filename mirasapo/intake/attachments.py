"""Attachments: what a file really is, by its bytes, and whether those named are those sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Self

from mirasapo.catalog import Fault
from mirasapo.intake.kinds import KINDS, Kind, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mirasapo.business.content import Content
    from mirasapo.catalog import Catalog, Item
    from mirasapo.intake.scanning import Scan

    Uploads = Mapping[str, "Sent"]
    """Files that were uploaded before the filing, by SHA-256."""

_MB = 1_000_000
MAX_BYTES = 20 * _MB
MAX_NAME = 255
# A file that answers no item is part of what was applied for: 申請事業内容.
_UNASSIGNED_CLASS = 8
_UNASSIGNED_BIT = 1 << (_UNASSIGNED_CLASS - 1)
_LABEL = "添付ファイル"
_SPELLINGS = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class AcceptedFile:
    """An attachment that fits: the lake has it under `sha256`; `item_key` is what it answers."""

    name: str
    item_key: str | None
    sha256: str
    size_bytes: int
    media_type: str
    class_bits: int
    scan: Scan


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent, with a filing or before it, and what its bytes say of it."""

    sha256: str
    size_bytes: int
    kind: Kind
    scan: Scan
    max_bytes: int = MAX_BYTES

    @classmethod
    def of(cls, content: bytes, scan: Scan = "quarantined") -> Self:
        """What is known of a file that is at hand."""
        return cls(sha256(content).hexdigest(), len(content), recognise(BytesIO(content)), scan)


class Matching:
    """The files that a filing names (`attachments`, items of type file) against those sent.

    A file that did not come with the filing may have been uploaded before: its entry says which by
    its `sha256`. `scans`: what the scanner said of those that came along, by name.
    """

    def __init__(
        self,
        catalog: Catalog,
        content: Content,
        sent: Mapping[str, bytes],
        uploads: Uploads | None = None,
        scans: Mapping[str, Scan] | None = None,
    ) -> None:
        self.faults: list[Fault] = []
        self._catalog = catalog
        self._uploads = uploads or {}
        self._sent = {
            name: Sent.of(content, (scans or {}).get(name, "quarantined"))
            for name, content in sent.items()
        }
        self._answers = dict(_files_of_items(catalog, content))

    def match(self, entries: Any) -> tuple[AcceptedFile, ...]:
        """The accepted files; whatever does not fit is added to `faults`."""
        if entries is None:
            entries = []
        if not isinstance(entries, list):
            self._fault("attachments", _LABEL, "形が違います。", "添付ファイルの配列で書きます。")
            return ()
        named = [entry for entry in entries if self._is_entry(entry)]
        names = [entry["name"] for entry in named]
        for entry in named:
            if entry["name"] not in self._sent and entry.get("sha256") in self._uploads:
                self._sent[entry["name"]] = self._uploads[entry["sha256"]]
        self._compare_names(names)
        for name, item in self._answers.items():
            if name not in names:
                why = "attachments に同じ名前のファイルを挙げてください。"
                self._fault(item.key, item.label_ja, "添付ファイルの一覧にない名前です。", why)
        accepted = (self._accept(entry) for entry in named if entry["name"] in self._sent)
        return tuple(file for file in accepted if file is not None)

    def _is_entry(self, entry: Any) -> bool:
        if (
            isinstance(entry, dict)
            and is_file_name(entry.get("name"))
            and entry.keys() <= {"name", "item", "sha256"}
            and all(isinstance(entry.get(key), str | None) for key in ("item", "sha256"))
        ):
            return True
        why = "name(フォルダーを含まないファイル名)と、あれば item と sha256 を書きます。"
        self._fault("attachments", _LABEL, "添付ファイルの記載を読めません。", why)
        return False

    def _compare_names(self, names: Sequence[str]) -> None:
        for name, count in Counter(names).items():
            if count > 1:
                self._file_fault(name, "二度挙げられています。", "名前は一度だけ挙げます。")
            if name not in self._sent:
                why = "申請に挙げたファイルは、すべて一緒に送ってください。"
                self._file_fault(name, "送られていません。", why)
        for name in self._sent.keys() - set(names):
            why = "送るファイルは、すべて attachments に挙げてください。"
            self._file_fault(name, "申請に挙げられていません。", why)

    def _accept(self, entry: Mapping[str, Any]) -> AcceptedFile | None:
        name, sent = entry["name"], self._sent[entry["name"]]
        before = len(self.faults)
        if entry.get("sha256") not in (None, sent.sha256):
            why = "途中で変わったか、別のファイルです。もう一度送ってください。"
            self._file_fault(name, "内容が sha256 と一致しません。", why)
        item = self._answered_item(entry)
        self._check_content(name, sent, item)
        if sent.kind.name is None or len(self.faults) > before:
            return None
        return AcceptedFile(
            name=name,
            item_key=item.key if item else None,
            sha256=sent.sha256,
            size_bytes=sent.size_bytes,
            media_type=KINDS[sent.kind.name],
            class_bits=item.bit if item else _UNASSIGNED_BIT,
            scan=sent.scan,
        )

    def _check_content(self, name: str, sent: Sent, item: Item | None) -> None:
        own_limit = item.limit.max_mb if item else None
        limit = min(own_limit * _MB, sent.max_bytes) if own_limit else sent.max_bytes
        kind = sent.kind.name
        if sent.size_bytes > limit:
            why = f"{limit // _MB}MBまでです。"
            if limit == MAX_BYTES:
                why += "大きなファイルは、先にアップロードしてから申請に挙げてください。"
            self._file_fault(name, "大きすぎます。", why)
            return
        if sent.scan == "infected":
            why = "送る前に、ウイルス対策ソフトで確かめてください。"
            self._file_fault(name, "ウイルスが見つかりました。", why)
            return
        if sent.kind.macros:
            why = "マクロを含まない形式で保存し直してください。"
            self._file_fault(name, "マクロを含むファイルは受け取れません。", why)
            return
        taken = item.limit.media if item and item.limit.media else tuple(KINDS)
        ending = name.rpartition(".")[2].lower()
        if kind is None or kind not in taken:
            why = f"{'・'.join(taken)} のどれかの形式で送ってください。"
            self._file_fault(name, "受け取れない形式です。", why)
        elif _SPELLINGS.get(ending, ending) != kind:
            why = f"中身は {kind} です。名前の末尾を中身に合わせてください。"
            self._file_fault(name, "名前と中身の形式が違います。", why)

    def _answered_item(self, entry: Mapping[str, Any]) -> Item | None:
        """The item of type file that the entry answers, by its own word or by the item's value."""
        by_value = self._answers.get(entry["name"])
        key = entry.get("item")
        if key is None or (by_value is not None and by_value.key == key):
            return by_value
        item = self._catalog.items_by_key.get(key)
        if item is None or item.type != "file":
            why = "添付書類の項目キーを書きます。"
            self._fault(key, _LABEL, "ファイルの項目ではありません。", why)
        else:
            why = "その項目の値に、このファイルの名前を書いてください。"
            self._fault(key, item.label_ja, "項目の値と添付ファイルが合いません。", why)
        return None

    def _file_fault(self, name: str, what: str, why: str) -> None:
        item = self._answers.get(name)
        key, label = (item.key, item.label_ja) if item else ("attachments", _LABEL)
        self._fault(key, label, f"ファイル「{name}」: {what}", why)

    def _fault(self, key: str, label: str, what: str, why: str) -> None:
        self.faults.append(Fault(key, label, what, why))


def is_file_name(name: Any) -> bool:
    """A printable name without a folder."""
    return (
        isinstance(name, str)
        and 0 < len(name) <= MAX_NAME
        and name.isprintable()
        and not {"/", "\\"} & set(name)
        and name not in {".", ".."}
    )


def _files_of_items(catalog: Catalog, content: Content) -> Iterator[tuple[str, Item]]:
    for stem, rows in content.rows.items():
        for item in catalog.table(stem).items:
            if item.type != "file":
                continue
            for row in rows:
                value = row.get(item.column)
                for name in value if isinstance(value, list) else [value]:
                    if name is not None:
                        yield name, item
