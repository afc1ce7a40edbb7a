"""Every refusal of the project: one tree, with its HTTP status and exit code in one place.

    MirasapoError                 500  1
    ├── BadInput                  422  2   a file, value, number or id that cannot be read for certain
    │   ├── FaultyFiling          422  2   a filing with faults, each listed with item, label, what, why
    │   └── KeyReused             422  2   an Idempotency-Key under which another request was answered
    ├── NotSignedIn               401  3   nobody, or a session or token that has ended
    ├── NotAllowed                403  4   somebody, but not for this
    ├── NotFound                  404  5   nothing under that id that this person may know of
    ├── Conflict                  409  6   the state does not permit it (answered twice, other content)
    │   ├── Erased                409  6   bytes that were erased by order, sent again
    │   ├── KeyInFlight           409  6   an Idempotency-Key whose request is not answered yet
    │   └── OffsetMismatch        409  6   a part of an upload that does not begin where the upload ends
    ├── Upstream                  502  7   gBizINFO, the register or the OpenID provider did not answer well
    └── NotReady                  503  8   database, lake or portal not there (yet)

A message says what happened, why, and what to do next, in plain Japanese: people read it in the
portal, the terminal and the `detail` of a problem+json answer. It never carries the value of an item.
"""

from __future__ import annotations

from typing import Any, ClassVar


class MirasapoError(Exception):
    """A refusal that a person reads: `what` happened, `why`, and what to do `next_step`."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "internal"
    meaning_ja: ClassVar[str] = "システムの中で問題が起きた"

    def __init__(self, what: str, why: str = "", next_step: str = "", **members: Any) -> None:
        self.what = what
        self.why = why
        self.next_step = next_step
        self.members = (
            members  # extra members of the problem+json answer: ids and faults, no values
        )
        super().__init__(self.sentence)

    @classmethod
    def urn(cls) -> str:
        """The kind of refusal as an address: the `type` of a problem+json answer. It never changes."""
        return f"urn:mirasapo:problem:{cls.code}"

    @property
    def sentence(self) -> str:
        """The refusal as one text: what, why, next."""
        return "".join(part for part in (self.what, self.why, self.next_step) if part)

    @property
    def document(self) -> dict[str, Any]:
        """The refusal for a program: the same words as HTTP's problem+json and `--json` answer."""
        return {
            "code": self.code,
            "what": self.what,
            "why": self.why,
            "next_step": self.next_step,
            **self.members,
        }


class BadInput(MirasapoError):
    """A file, value, number or id that cannot be read for certain."""

    status, exit_code, code = 422, 2, "bad_input"
    meaning_ja = "依頼・ファイル・値・番号を、確かには読めない"


class FaultyFiling(BadInput):
    """A filing with faults; `members["faults"]` lists them all."""

    code = "faulty_filing"
    meaning_ja = "申請に誤りがある。誤りは faults にすべて並ぶ"


class KeyReused(BadInput):
    """An Idempotency-Key under which another request was answered."""

    code = "idempotency_key_reused"
    meaning_ja = "この Idempotency-Key は、別の内容の送信に使われている"


class NotSignedIn(MirasapoError):
    """Nobody is signed in, or the session or token has ended."""

    status, exit_code, code = 401, 3, "not_signed_in"
    meaning_ja = "サインインしていないか、期限が切れている"


class NotAllowed(MirasapoError):
    """Somebody is signed in, but may not do this."""

    status, exit_code, code = 403, 4, "not_allowed"
    meaning_ja = "サインインしているが、この操作は許されていない"


class NotFound(MirasapoError):
    """Nothing under that id that this person may know of."""

    status, exit_code, code = 404, 5, "not_found"
    meaning_ja = "その番号のものはないか、知ることのできないもの"


class Conflict(MirasapoError):
    """The state does not permit it: answered already, or the same id with other content."""

    status, exit_code, code = 409, 6, "conflict"
    meaning_ja = "いまの状態ではできない (答え済み、同じ番号で違う内容など)"


class Erased(Conflict):
    """Bytes that were erased by order; `members["sha256"]` lists them."""

    code = "erased"
    meaning_ja = "法令に基づいて消去した受信データと同じもの。受け取らない"


class KeyInFlight(Conflict):
    """An Idempotency-Key under which the same sender has a request that is not answered yet."""

    code = "idempotency_key_in_flight"
    meaning_ja = "同じ Idempotency-Key の送信を処理している"


class OffsetMismatch(Conflict):
    """A part that does not begin where the upload ends; `members["offset"]` says where that is."""

    code = "offset_mismatch"
    meaning_ja = "続きの位置が違う。正しい位置は offset"


class Upstream(MirasapoError):
    """An outside service did not answer, or answered something unreadable."""

    status, exit_code, code = 502, 7, "upstream"
    meaning_ja = "外部のサービスが正しく応答しない"


class NotReady(MirasapoError):
    """A part of the platform (database, lake, portal) is not there yet."""

    status, exit_code, code = 503, 8, "not_ready"
    meaning_ja = "データベースや保管庫などの準備ができていない"


def refusals() -> list[type[MirasapoError]]:
    """Every refusal with a code of its own that the imported modules know, by status and code."""
    found: list[type[MirasapoError]] = [MirasapoError]
    for each in found:
        found += each.__subclasses__()  # the list grows while it is gone through
    own = {each for each in found if "code" in vars(each)}
    return sorted(own, key=lambda each: (each.status, each.code))
