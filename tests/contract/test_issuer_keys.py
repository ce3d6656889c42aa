"""The keys of an issuer: fetched when needed, not at strangers' wish, and only usable ones."""

import asyncio
import json
import threading

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

from api.identity import TokenVerifier
from api.issuer_keys import IssuerUnreachable, PublishedKeys
from api.problems import Problem
from domain.people import Role

ED25519 = ed25519.Ed25519PrivateKey.generate()
P256 = ec.generate_private_key(ec.SECP256R1())


def jwk(kid: str, key: object, **more: object) -> dict[str, object]:
    match key:
        case rsa.RSAPublicKey():
            written = jwt.algorithms.RSAAlgorithm.to_jwk(key)
        case ec.EllipticCurvePublicKey():
            written = jwt.algorithms.ECAlgorithm.to_jwk(key)
        case ed25519.Ed25519PublicKey() | ed25519.Ed25519PrivateKey() | ed448.Ed448PublicKey():
            written = jwt.algorithms.OKPAlgorithm.to_jwk(key)
        case _:
            raise TypeError
    return {**json.loads(written), "kid": kid, **more}


class Issuer:
    """An issuer's web page and a clock, both in the hand of the test."""

    def __init__(self, *keys: dict[str, object]) -> None:
        self.document: bytes | None = json.dumps({"keys": keys}).encode()
        self.fetched = 0
        self.threads: set[int] = set()
        self.now = 1_000.0

    def fetch(self, url: str) -> bytes:
        self.fetched += 1
        self.threads.add(threading.get_ident())
        if self.document is None:
            raise OSError
        return self.document

    def keys(self) -> PublishedKeys:
        return PublishedKeys("https://issuer/keys", fetch=self.fetch, clock=lambda: self.now)


async def test_keys_are_fetched_once_and_off_the_event_loop() -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()), jwk("b", P256.public_key()))
    keys = issuer.keys()
    found = await asyncio.gather(*[keys.find(kid) for kid in "abab"])
    assert [key.algorithm for key in found if key] == ["EdDSA", "ES256", "EdDSA", "ES256"]
    assert issuer.fetched == 1
    assert threading.get_ident() not in issuer.threads


async def test_only_ed25519_and_p256_signing_keys_are_used() -> None:
    issuer = Issuer(
        jwk("rsa", rsa.generate_private_key(public_exponent=65_537, key_size=2_048).public_key()),
        jwk("p384", ec.generate_private_key(ec.SECP384R1()).public_key()),
        jwk("ed448", ed448.Ed448PrivateKey.generate().public_key(), alg="EdDSA"),
        jwk("private", ED25519),
        jwk("encryption", P256.public_key(), use="enc"),
        {"kty": "oct", "kid": "oct", "k": "c2VjcmV0", "alg": "HS256"},
        {"kty": "nonsense", "kid": "nonsense"},
        jwk("good", P256.public_key(), use="sig"),
    )
    keys = issuer.keys()
    for kid in ("rsa", "p384", "ed448", "private", "encryption", "oct", "nonsense"):
        assert await keys.find(kid) is None
    assert await keys.find("good") is not None
    assert await keys.find(None) is not None


async def test_strangers_cannot_make_us_ask_the_issuer_more_than_once_in_half_a_minute() -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()))
    keys = issuer.keys()
    for number in range(100):
        assert await keys.find(f"unknown-{number}") is None
    assert issuer.fetched == 1
    issuer.now += 30
    assert await keys.find("unknown") is None
    assert issuer.fetched == 2


async def test_a_new_key_is_found_and_an_old_one_is_dropped() -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()))
    keys = issuer.keys()
    assert await keys.find("a") is not None
    issuer.document = json.dumps({"keys": [jwk("b", P256.public_key())]}).encode()
    issuer.now += 601
    assert await keys.find("a") is None
    assert await keys.find("b") is not None


async def test_a_withdrawn_key_stops_within_five_minutes() -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()))
    verifier = TokenVerifier(
        issuer="https://issuer", keys=issuer.keys(), offices=(), clock=lambda: issuer.now
    )
    content = {
        "iss": "https://issuer", "aud": "cheguan", "sub": "partner-1",
        "role": "partner", "iat": 1_000, "exp": 9_000,
    }  # fmt: skip
    token = jwt.encode(content, ED25519, algorithm="EdDSA", headers={"kid": "a"}).encode()
    await verifier.identify(token)
    issuer.document = json.dumps({"keys": [jwk("b", P256.public_key())]}).encode()
    issuer.now += 240
    await verifier.identify(token)
    issuer.now += 60
    with pytest.raises(Problem):
        await verifier.identify(token)


@pytest.mark.parametrize("document", [None, b"", b"[]", b"{}", b'{"keys":[]}', b"\xff", b"<html>"])
async def test_known_keys_go_on_while_the_issuer_is_out_of_order(
    document: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()))
    keys = issuer.keys()
    await keys.find("a")
    issuer.document = document
    issuer.now += 601
    assert await keys.find("a") is not None
    assert "keys of the issuer cannot be had" in caplog.text


async def test_without_any_key_the_answer_is_unavailable_and_not_unauthenticated() -> None:
    issuer = Issuer()
    issuer.document = None
    with pytest.raises(IssuerUnreachable):
        await issuer.keys().find("a")
    verifier = TokenVerifier(issuer="https://issuer", keys=issuer.keys(), offices=())
    token = jwt.encode({}, ED25519, algorithm="EdDSA", headers={"kid": "a"})
    with pytest.raises(Problem) as caught:
        await verifier.identify(token.encode())
    assert (caught.value.status, caught.value.code) == (503, "identity-unavailable")


async def test_a_token_signed_with_a_published_p256_key_is_believed() -> None:
    issuer = Issuer(jwk("a", ED25519.public_key()), jwk("b", P256.public_key()))
    verifier = TokenVerifier(
        issuer="https://issuer", keys=issuer.keys(), offices=(), clock=lambda: 1_000.0
    )
    content = {
        "iss": "https://issuer", "aud": ["cheguan", "other"], "sub": "partner-1",
        "role": "partner", "iat": 1_000, "exp": 1_300,
    }  # fmt: skip
    token = jwt.encode(content, P256, algorithm="ES256", headers={"kid": "b"})
    assert (await verifier.identify(token.encode())).actor.role is Role.PARTNER
    crossed = jwt.encode(content, P256, algorithm="ES256", headers={"kid": "a"})
    with pytest.raises(Problem):
        await verifier.identify(crossed.encode())
