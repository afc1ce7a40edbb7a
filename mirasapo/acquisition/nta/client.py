"""The client of the register's Web-API: numbers, days and names asked for, answers as files.

An answer is a register file (CSV with a control line, or XML) and is written down as it came; what it
says is read by `files.py` like any other. A question beyond the service's limits is divided, and an
answer that the service divides is fetched whole.
"""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

import httpx

from mirasapo.acquisition.http import LATER, PoliteClient
from mirasapo.acquisition.nta.config import (
    CSV_UTF_8,
    MOST_BYTES,
    MOST_DAYS,
    MOST_NUMBERS,
    MOST_PARTS,
    SUFFIXES,
    TIMEOUT_SECONDS,
    VERSION,
    XML,
)
from mirasapo.catalog.check_digit import is_corporate_number
from mirasapo.errors import BadInput, Upstream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_NAME = "法人番号 Web-API"
_CSV_HEAD = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2},([0-9]+),([0-9]+),([0-9]+)\s")
_XML_HEAD = re.compile(
    rb"<count>([0-9]+)</count>\s*<divideNumber>([0-9]+)</divideNumber>"
    rb"\s*<divideSize>([0-9]+)</divideSize>"
)
_HEAD_BYTES = 1_000


class RegisterApi:
    """A connection to the service; `rate` is requests per second, 0 for no limit.

    `form` is the type of the answers: CSV in Shift_JIS or UTF-8, or XML. `clock` and `sleep` are for
    tests.
    """

    def __init__(
        self,
        base_url: str,
        application_id: str,
        *,
        rate: float = 1.0,
        form: str = CSV_UTF_8,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if form not in SUFFIXES:
            raise BadInput(
                "法人番号 Web-API の応答の形式を選べません。",
                "01(CSV Shift_JIS)、02(CSV UTF-8)、12(XML)だけがあります。",
                "どれかにしてください。",
            )
        self._form, self._id = form, application_id
        self._base = f"{base_url.rstrip('/')}/{VERSION}"
        self._http = PoliteClient(
            _NAME,
            headers={"Accept": "*/*"},
            rate=rate,
            timeout=TIMEOUT_SECONDS,
            transport=transport,
            clock=clock,
            sleep=sleep,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def numbers(self, folder: Path, numbers: Sequence[str], *, history: bool = False) -> list[Path]:
        """The rows of these corporate numbers, with their earlier ones if `history`; files in `folder`.

        Raises BadInput for a number that is none, Upstream when the service does not answer well.
        """
        for number in numbers:
            if not is_corporate_number(number):
                raise BadInput(
                    f"法人番号 {number} が正しくありません。",
                    "13桁の数字でないか、検査用数字が合いません。",
                    "番号を確かめてください。",
                )
        files: list[Path] = []
        wanted = list(dict.fromkeys(numbers))
        for begin in range(0, len(wanted), MOST_NUMBERS):
            some = wanted[begin : begin + MOST_NUMBERS]
            asked = {"number": ",".join(some), "history": str(int(history))}
            files += self._answers(folder, "num", asked, f"num_{some[0]}")
        return files

    def changes(self, folder: Path, first: date, last: date) -> list[Path]:
        """What changed from `first` to `last`, both included, 50 days a question; files in `folder`.

        Raises BadInput for days in the wrong order, Upstream.
        """
        if last < first:
            raise BadInput(
                "取得する期間が正しくありません。",
                "終わりの日が始まりの日より前です。",
                "--from と --to を確かめてください。",
            )
        files: list[Path] = []
        while first <= last:
            until = min(last, first + timedelta(days=MOST_DAYS - 1))
            asked = {"from": first.isoformat(), "to": until.isoformat()}
            files += self._answers(folder, "diff", asked, f"diff_{first:%Y%m%d}_{until:%Y%m%d}")
            first = until + timedelta(days=1)
        return files

    def names(self, folder: Path, name: str, *, inside: bool = False) -> list[Path]:
        """The bodies whose name begins with `name`, or has it `inside`; files in `folder`.

        Variants of spelling are the service's own (target 1: 曖昧検索). Raises Upstream.
        """
        asked = {"name": name, "mode": "2" if inside else "1", "target": "1"}
        return self._answers(folder, "name", asked, "name")

    def _answers(
        self, folder: Path, resource: str, asked: Mapping[str, str], label: str
    ) -> list[Path]:
        """One question's answer, every part of it, each in a file named after `label`."""
        content = self._get(resource, asked)
        _, parts = _require_answer(content, self._form, part=1)
        files = []
        for part in range(1, parts + 1):
            if part > 1:
                content = self._get(resource, {**asked, "divide": str(part)})
                if _require_answer(content, self._form, part=part)[1] != parts:
                    raise _unreadable("応答の分割の数が途中で変わりました。")
            path = folder / f"{label}_{part}of{parts}{SUFFIXES[self._form]}"
            path.write_bytes(content)
            files.append(path)
        return files

    def _get(self, resource: str, asked: Mapping[str, str]) -> bytes:
        answer = self._http.get(
            f"{self._base}/{resource}",
            params={"id": self._id, "type": self._form, **asked},
            most_bytes=MOST_BYTES,
        )
        _require_success(answer.status)
        return answer.content


def _require_success(status: int) -> None:
    if status == httpx.codes.OK:
        return
    if status in (httpx.codes.BAD_REQUEST, httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND):
        raise Upstream(
            "法人番号 Web-API に断られました。",
            f"状態 {status} が返りました。アプリケーション ID かアドレスが違うおそれがあります。",
            "MIRASAPO_NTA_ID と MIRASAPO_NTA_URL を確かめてください。",
        )
    raise Upstream("法人番号 Web-API から取得できません。", f"状態 {status} が返りました。", LATER)


def _require_answer(content: bytes, form: str, *, part: int) -> tuple[int, int]:
    """How many rows all parts have, and how many parts there are, of the head of an answer.

    Raises Upstream for what is no answer, or another part than `part`.
    """
    head = content[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    found = _XML_HEAD.search(head) if form == XML else _CSV_HEAD.match(head)
    if found is None:
        raise _unreadable("決められた形の応答ではありません。")
    rows, number, parts = (int(each) for each in found.groups())
    if not rows:
        return 0, 1
    if number != part or not part <= parts <= MOST_PARTS:
        raise _unreadable("分割された応答の番号が合いません。")
    return rows, parts


def _unreadable(why: str) -> Upstream:
    return Upstream(
        "法人番号 Web-API の応答を読めません。", why, "MIRASAPO_NTA_URL を確かめてください。"
    )
