"""The public keys with which an issuer's tokens are verified.

Only Ed25519 and P-256 keys are kept. A key fixes its algorithm, so a token cannot choose one.
Neither ``none`` nor an HMAC under a public key can ever match.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, Protocol

import httpx
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from jwt import PyJWK, PyJWKSet, PyJWTError

_LOG: Final = logging.getLogger(__name__)
_FETCH_AT_MOST_EVERY: Final = 30.0
_KEEP_AT_MOST: Final = 240.0


class VerifyingKey(NamedTuple):
    """A public key, with the one algorithm that it verifies."""

    algorithm: str
    key: Ed25519PublicKey | EllipticCurvePublicKey


class IssuerUnreachable(Exception):
    """No key of the issuer is known, so nobody's identity can be verified."""


class IssuerKeys(Protocol):
    """Where a verifier finds keys."""

    async def find(self, kid: str | None) -> VerifyingKey | None:
        """The key named ``kid``, or, without a name, the only key there is."""
        ...


def pick(keys: Mapping[str | None, VerifyingKey], kid: str | None) -> VerifyingKey | None:
    """The key named ``kid`` among ``keys``, or, without a name, the only one."""
    if kid is None and len(keys) == 1:
        return next(iter(keys.values()))
    return keys.get(kid)


def fetch(url: str) -> bytes:
    """Fetches the document at ``url``. It follows no redirect and blocks for seconds at most."""
    try:
        return httpx.get(url, timeout=3).raise_for_status().content
    except httpx.HTTPError as error:
        raise OSError(type(error).__name__) from None


class NobodysKeys:
    """Those of no issuer, with which nobody proves who he is."""

    async def find(self, kid: str | None) -> VerifyingKey | None:
        del kid
        return None


class PublishedKeys:
    """The key set (RFC 7517) that an issuer publishes, fetched in a thread and kept.

    It is fetched again when a token names an unknown key, or when the set is four minutes old,
    but at most once in 30 s: strangers' tokens must not become requests to the issuer. While
    the issuer cannot be reached, the known keys stay valid.
    """

    def __init__(
        self,
        url: str,
        *,
        fetch: Callable[[str], bytes] = fetch,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._fetch = fetch
        self._clock = clock
        self._keys: dict[str | None, VerifyingKey] = {}
        self._tried_at = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def find(self, kid: str | None) -> VerifyingKey | None:
        """Finds a key. Raises :class:`IssuerUnreachable` if none was ever fetched."""
        found = pick(self._keys, kid)
        if found is None or self._clock() - self._tried_at > _KEEP_AT_MOST:
            await self._refresh()
            found = pick(self._keys, kid)
        if not self._keys:
            raise IssuerUnreachable
        return found

    async def _refresh(self) -> None:
        async with self._one_at_a_time:
            if self._clock() - self._tried_at < _FETCH_AT_MOST_EVERY:
                return
            self._tried_at = self._clock()
            try:
                document = await asyncio.to_thread(self._fetch, self._url)
                self._keys = _usable(PyJWKSet.from_json(document.decode()).keys)
            except (OSError, ValueError, AttributeError, PyJWTError) as wrong:
                why = wrong if isinstance(wrong, OSError) else type(wrong).__name__
                _LOG.warning("The keys of the issuer cannot be had: %s", why)


def _usable(keys: list[PyJWK]) -> dict[str | None, VerifyingKey]:
    usable: dict[str | None, VerifyingKey] = {}
    for jwk in keys:
        key = jwk.key
        if jwk.public_key_use not in (None, "sig"):
            continue
        if isinstance(key, Ed25519PublicKey):
            usable[jwk.key_id] = VerifyingKey("EdDSA", key)
        elif isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
            usable[jwk.key_id] = VerifyingKey("ES256", key)
    return usable
