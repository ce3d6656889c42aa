"""What a verified token may say, and how much of it this service believes."""

import re
from base64 import urlsafe_b64decode
from collections.abc import Collection
from typing import Final

import msgspec

from api.security.events import (
    TOKEN_EXPIRED,
    TOKEN_OF_ANOTHER,
    TOKEN_UNACCEPTABLE,
    SecurityEvent,
)
from domain.identifiers import mobile
from domain.identifiers.invalid import InvalidIdentifier
from domain.people import Actor, Role
from domain.services.choices import Channel, UserKind
from domain.services.vouched import Vouched
from domain.services.ways import OFFICERS, ways_of

LEEWAY: Final = 30
LONGEST_LIFE: Final = 12 * 3600

_SUBJECT: Final = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
_INDEX: Final = re.compile(r"[A-Za-z0-9_-]{22}\Z")
_PERSONAL_NUMBER: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|(?:86)?1[3-9]\d{9})(?!\d)")
OF_AN_OFFICE: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
OFFICIALS: Final = OF_AN_OFFICE | {Role.HQ}


class ClaimsRefused(Exception):
    """The token is genuine but not acceptable. ``why`` is for our log, and not for the caller."""

    def __init__(self, why: SecurityEvent = TOKEN_UNACCEPTABLE) -> None:
        super().__init__(why.code)
        self.why = why


class TokenClaims(msgspec.Struct, frozen=True):
    """The claims of a token (RFC 7519 §4.1), and our own from ``role`` and ``office`` on.

    ``id_index`` is the blind index of the holder's ID number as base64url without padding, or
    several of them during a change of the index key. The identity provider makes it with the key
    of the indexes, so the number itself stays there. Without it only the subject tells who he is
    (ADR 40). ``channel`` is where he signed in, and ``user_kind`` what the provider knows of him,
    one or several of them (ADR 52). ``phone_number`` is that of OpenID Connect Core
    1.0 §5.1, and is believed if the provider has verified it. Instants are seconds since 1970 in
    UTC.
    """

    iss: str
    aud: str | tuple[str, ...]
    exp: float
    iat: float
    sub: str
    role: Role
    office: str | None = None
    scope: str = ""
    nbf: float | None = None
    id_index: str | tuple[str, ...] = ()
    channel: Channel | tuple[Channel, ...] = ()
    user_kind: UserKind | tuple[UserKind, ...] = ()
    phone_number: str | None = None
    phone_number_verified: bool | str | None = None


_DECODER: Final = msgspec.json.Decoder(TokenClaims)


def read_claims(payload: bytes) -> TokenClaims:
    """Reads the claims. Raises :class:`ClaimsRefused` if one is missing or of a wrong type."""
    try:
        return _DECODER.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ClaimsRefused from None


def id_indexes(claims: TokenClaims) -> frozenset[bytes]:
    """The blind indexes of the holder's ID number. Raises :class:`ClaimsRefused` for another text.

    An index that cannot be read is no reason to go on without it: nobody would be warned.
    """
    told = (claims.id_index,) if isinstance(claims.id_index, str) else claims.id_index
    if not all(map(_INDEX.match, told)):
        raise ClaimsRefused
    return frozenset(urlsafe_b64decode(f"{index}==") for index in told)


def own_mobile(claims: TokenClaims) -> str | None:
    """The official's mobile number, if the provider has verified one. It is written nowhere.

    Of a citizen none is taken from a token, because his is what his application tells.
    """
    if claims.role not in OFFICIALS or claims.phone_number_verified is not True:
        return None
    try:
        return mobile.parse(claims.phone_number or "").text
    except InvalidIdentifier:
        return None


def vouched(claims: TokenClaims) -> Vouched:
    """What a form may say of its sender. Raises :class:`ClaimsRefused` for another's channel.

    Of a citizen no more is believed than the token says: without ``user_kind`` he has registered
    online. At a counter the officer sees who stands before him.
    """
    named = frozenset({claims.channel} if isinstance(claims.channel, str) else claims.channel)
    channels = ways_of(claims.role, named)
    if not named <= channels:
        raise ClaimsRefused
    told = {claims.user_kind} if isinstance(claims.user_kind, str) else claims.user_kind
    unsaid = UserKind if claims.role in OFFICERS else {UserKind.WEB_REGISTERED}
    return Vouched(channels, frozenset(told or unsaid))


def is_pseudonym(subject: str) -> bool:
    """Whether a subject is written as one, and looks like no number of a person."""
    return bool(_SUBJECT.match(subject)) and not _PERSONAL_NUMBER.search(subject)


def check_claims(
    claims: TokenClaims,
    *,
    issuer: str,
    home: str,
    audience: str,
    offices: Collection[str],
    now: float,
) -> Actor:
    """The actor for whom ``claims`` speak at ``now``. He bears no name of the ``home`` issuer.

    Raises :class:`ClaimsRefused` for another issuer or audience, for a time that has not come
    or has passed (by more than 30 s), for a life beyond 12 h, for a subject that looks like a
    personal number, for the role ``system``, and for an officer without a known office.
    """
    audiences = (claims.aud,) if isinstance(claims.aud, str) else claims.aud
    if claims.iss != issuer or audience not in audiences:
        raise ClaimsRefused(TOKEN_OF_ANOTHER)
    sound = (
        claims.iat <= now + LEEWAY
        and (claims.nbf is None or claims.nbf <= now + LEEWAY)
        and 0 < claims.exp - claims.iat <= LONGEST_LIFE
        and is_pseudonym(claims.sub)
        and claims.role is not Role.SYSTEM
    )
    if not sound:
        raise ClaimsRefused
    if claims.exp + LEEWAY <= now:
        raise ClaimsRefused(TOKEN_EXPIRED)
    office = claims.office if claims.role in OF_AN_OFFICE else None
    if claims.role in OF_AN_OFFICE and office not in offices:
        raise ClaimsRefused
    foreign = "" if issuer == home else issuer
    return Actor(role=claims.role, id=claims.sub, office=office, issuer=foreign)
