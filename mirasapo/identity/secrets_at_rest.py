"""What is kept of a secret: argon2id of a password, sha256 of a random token."""

from __future__ import annotations

import hashlib
import secrets
from threading import BoundedSemaphore
from typing import Final

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from mirasapo.errors import NotReady

# 19 MiB, 2 passes: OWASP's minimum. The library's own default costs 15 times as much time, which
# anybody could make the server spend by sending wrong passwords.
_HASHER: Final = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))
_AT_ONCE: Final = BoundedSemaphore(2)
_WAIT_SECONDS: Final = 5.0

# Verified in place of a hash that is not there, so that an unknown name costs the same time.
_NOBODY: Final = (
    "$argon2id$v=19$m=19456,t=2,p=1$9eyhyndSdgDIhvH7tDa9Rg"
    "$BucDSty4ixDzB+Y4Lnbv+MYEDxfrXbFZ2QkvSiaxAos"
)


def random_token() -> str:
    """256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """The sha256 under which a random token is kept; no salt, for it has 256 bits of its own."""
    return hashlib.sha256(token.encode()).digest()


def hash_password(password: str) -> str:
    """The argon2id hash of a password or client secret."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def password_matches(password: str, kept: str | None) -> bool:
    """Whether the password belongs to the hash; `kept` None (nobody) is False, and takes as long.

    Raises NotReady when too many are being checked at once.
    """
    if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
        raise too_many()
    try:
        return _HASHER.verify(password, kept or _NOBODY) and kept is not None
    finally:
        _AT_ONCE.release()


def too_many() -> NotReady:
    """The refusal when too many passwords are being checked at once."""
    return NotReady(
        "いまはサインインを受け付けられません。",
        "サインインが混み合っています。",
        "少し待ってから、もう一度お試しください。",
    )
