"""Finds out who is asking: a bearer token becomes an :class:`Identity`, or the answer is 401."""

import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from hashlib import sha256
from typing import Final

import msgspec
from jwt import InvalidSignatureError, PyJWS, PyJWTError

from api.issuer_keys import IssuerKeys, IssuerUnreachable
from api.problems import Problem
from api.security.events import TOKEN_EXPIRED, TOKEN_FORGED, TOKEN_MALFORMED, SecurityEvent
from api.security.log import noted
from api.token_claims import (
    ClaimsRefused,
    check_claims,
    id_indexes,
    own_mobile,
    read_claims,
    vouched,
)
from domain.people import Actor
from domain.services.vouched import Vouched

LONGEST_TOKEN: Final = 4_096
# With the four minutes for which a key set is kept, a key that its issuer withdraws stops working
# within five minutes, however long its tokens would live.
_BELIEVED_FOR: Final = 60
_JWS: Final = PyJWS(algorithms=["EdDSA", "ES256"])


class Identity(msgspec.Struct, frozen=True):
    """Who is asking, and what the token allows. ``expires_at`` is seconds since 1970.

    ``id_indexes`` are the blind indexes of his ID number, if the token tells them. A form that he
    sends may say of him what is ``vouched`` for. ``mobile`` is an official's own number, if the
    token tells it.
    """

    actor: Actor
    issuer: str
    scopes: frozenset[str]
    expires_at: float
    id_indexes: frozenset[bytes] = frozenset()
    vouched: Vouched = Vouched()
    mobile: str | None = None

    def __repr__(self) -> str:
        return f"Identity({self.principal})"

    @property
    def principal(self) -> str:
        """The one who asks, as no one else is called: two issuers may give one subject."""
        return principal(self.issuer, self.actor)


def principal(issuer: str, by: Actor) -> str:
    """Issuer, role and subject as a text in which none of them runs into the next."""
    return msgspec.json.encode((issuer, by.role, by.id)).decode()


class _Believed(msgspec.Struct, frozen=True):
    identity: Identity
    until: float


class TokenVerifier:
    """Verifies the tokens of one issuer, and remembers the last ``remembered`` of them.

    A token that was seen before costs one hash. The token itself is not kept. ``clock`` gives
    seconds since 1970. ``home`` is the store's own issuer, whose name its events leave out; it
    is ``issuer`` itself for a store that has none yet.
    """

    def __init__(
        self,
        *,
        issuer: str,
        keys: IssuerKeys,
        offices: Collection[str],
        home: str | None = None,
        audience: str = "cheguan",
        clock: Callable[[], float] = time.time,
        remembered: int = 4_096,
    ) -> None:
        self._issuer = issuer
        self.home = home or issuer
        self._keys = keys
        self._offices = frozenset(offices)
        self._audience = audience
        self._clock = clock
        self._remembered = remembered
        self._believed: OrderedDict[bytes, _Believed] = OrderedDict()

    async def identify(self, token: bytes) -> Identity:
        """The identity that a token proves. Raises a 401 :class:`Problem`, or 503 without a key."""
        if len(token) > LONGEST_TOKEN:
            raise _refused(TOKEN_MALFORMED)
        mark = sha256(token).digest()
        known = self._believed.get(mark)
        now = self._clock()
        if known is not None and now < known.until:
            self._believed.move_to_end(mark)
            return known.identity
        identity = await self._verify(token, now)
        self._believed[mark] = _Believed(identity, min(identity.expires_at, now + _BELIEVED_FOR))
        self._believed.move_to_end(mark)
        if len(self._believed) > self._remembered:
            self._believed.popitem(last=False)
        return identity

    def believed(self, token: bytes) -> Identity | None:
        """The identity of a token that was verified lately. Nothing is verified for it."""
        if len(token) > LONGEST_TOKEN:
            return None
        known = self._believed.get(sha256(token).digest())
        return known.identity if known and self._clock() < known.until else None

    async def _verify(self, token: bytes, now: float) -> Identity:
        payload = await self._payload(token)
        try:
            claims = read_claims(payload)
            holder, said = id_indexes(claims), vouched(claims)
            actor = check_claims(
                claims,
                issuer=self._issuer,
                home=self.home,
                audience=self._audience,
                offices=self._offices,
                now=now,
            )
        except ClaimsRefused as refused:
            raise _refused(refused.why) from None
        scopes = frozenset(claims.scope.split())
        return Identity(actor, claims.iss, scopes, claims.exp, holder, said, own_mobile(claims))

    async def _payload(self, token: bytes) -> bytes:
        """The bytes that the issuer signed. The header only tells the name of the key."""
        try:
            kid = _JWS.get_unverified_header(token).get("kid")
            found = await self._keys.find(kid)
            if found is None:
                raise _refused(TOKEN_FORGED)
            payload: bytes = _JWS.decode(token, found.key, algorithms=[found.algorithm])
        except IssuerUnreachable:
            raise Problem("identity-unavailable", 503, headers={"retry-after": "30"}) from None
        except InvalidSignatureError:
            raise _refused(TOKEN_FORGED) from None
        except (PyJWTError, ValueError, TypeError):
            raise _refused(TOKEN_MALFORMED) from None
        return payload


def _refused(why: SecurityEvent) -> Problem:
    """The 401 for a token. The caller learns no more than whether its time has passed."""
    noted(why)
    return unauthenticated("token-expired" if why is TOKEN_EXPIRED else "token-invalid")


def unauthenticated(code: str) -> Problem:
    """The 401 for ``code``, with the challenge of RFC 6750 §3."""
    challenge = 'Bearer realm="cheguan"'
    if code != "unauthenticated":
        challenge += ', error="invalid_token"'
    return Problem(code, 401, headers={"www-authenticate": challenge})
