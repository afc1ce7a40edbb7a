"""Hostile answers on demand: what a relying party must refuse, switched on by tests."""

from __future__ import annotations

import base64
import hmac
import json
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from joserfc import jwt
from joserfc.jwk import RSAKey

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR: Final = 3600


class Fault(Enum):
    """One way in which the stand-in answers wrongly."""

    OTHER_ISSUER = auto()
    OTHER_AUDIENCE = auto()
    OTHER_AUDIENCE_OUR_AZP = auto()
    SECOND_AUDIENCE = auto()
    EXPIRED = auto()
    ISSUED_IN_FUTURE = auto()
    OTHER_NONCE = auto()
    NO_NONCE = auto()
    OTHER_KEY = auto()
    ALG_NONE = auto()
    HS256_WITH_PUBLIC_KEY = auto()
    NO_ID_TOKEN = auto()
    OTHER_SUB_IN_USERINFO = auto()


Claims = dict[str, Any]

_CLAIMS: Final[dict[Fault, Callable[[Claims], Claims]]] = {
    Fault.OTHER_ISSUER: lambda claims: claims | {"iss": "https://other.example/oauth/"},
    Fault.OTHER_AUDIENCE: lambda claims: claims | {"aud": "another-client"},
    Fault.OTHER_AUDIENCE_OUR_AZP: lambda claims: (
        claims | {"aud": "another-client", "azp": claims["aud"]}
    ),
    Fault.SECOND_AUDIENCE: lambda claims: claims | {"aud": [claims["aud"], "another-client"]},
    Fault.EXPIRED: lambda claims: claims | {"exp": claims["iat"] - HOUR},
    Fault.ISSUED_IN_FUTURE: lambda claims: (
        claims | {"iat": claims["iat"] + HOUR, "exp": claims["iat"] + 2 * HOUR}
    ),
    Fault.OTHER_NONCE: lambda claims: claims | {"nonce": "another-nonce"},
    Fault.NO_NONCE: lambda claims: {key: claims[key] for key in claims if key != "nonce"},
}


def sign(claims: Claims, key: RSAKey, faults: frozenset[Fault]) -> str:
    """The ID token with these claims, as wrong as the faults say."""
    for fault in faults & _CLAIMS.keys():
        claims = _CLAIMS[fault](claims)
    header = {"alg": "RS256", "typ": "JWT", "kid": key.kid}
    if Fault.ALG_NONE in faults:
        return f"{_segment(header | {'alg': 'none'})}.{_segment(claims)}."
    if Fault.HS256_WITH_PUBLIC_KEY in faults:
        # By hand: the library refuses to take a public key for a secret.
        signed = f"{_segment(header | {'alg': 'HS256'})}.{_segment(claims)}"
        mac = hmac.digest(key.as_pem(private=False), signed.encode(), "sha256")
        return f"{signed}.{_base64(mac)}"
    if Fault.OTHER_KEY in faults:
        key = RSAKey.generate_key(2048, {"kid": str(key.kid)})
    return jwt.encode(header, claims, key, algorithms=["RS256"])


def _segment(part: Claims) -> str:
    return _base64(json.dumps(part).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
