"""Tokens: what proves an identity, and every attack that must not."""

import base64
import json
import time
from collections.abc import Iterator
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa

from api.demo_issuer import ISSUER, DemoIssuer
from api.identity import TokenVerifier
from api.issuer_keys import VerifyingKey
from api.problems import Problem
from cheguan.token import demo_token
from domain.people import Actor, Role

NOW = 1_750_000_000.0
OFFICE = "410100"


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, now: float = NOW) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Issuer:
    """An issuer that signs whatever it is told to."""

    def __init__(self) -> None:
        self.private = ed25519.Ed25519PrivateKey.generate()

    async def find(self, kid: str | None) -> VerifyingKey | None:
        return VerifyingKey("EdDSA", self.private.public_key()) if kid == "key" else None

    def sign(self, content: dict[str, object], **header: object) -> str:
        return jwt.encode(content, self.private, "EdDSA", headers={"kid": "key", **header})


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def verifier(issuer: Issuer, clock: Clock) -> TokenVerifier:
    return TokenVerifier(
        issuer="urn:test", keys=issuer, offices={OFFICE}, clock=clock, remembered=2
    )


def claims(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "iss": "urn:test", "aud": "cheguan", "sub": "clerk-7", "role": "clerk", "office": OFFICE,
        "iat": int(NOW), "exp": int(NOW) + 3600,
    }  # fmt: skip
    return {name: value for name, value in (whole | changes).items() if value is not None}


def part(content: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


async def refusal(verifier: TokenVerifier, token: str) -> str:
    with pytest.raises(Problem) as caught:
        await verifier.identify(token.encode())
    assert caught.value.status == 401
    assert caught.value.headers["www-authenticate"].startswith("Bearer")
    return caught.value.code


async def test_a_token_proves_an_actor(issuer: Issuer, verifier: TokenVerifier) -> None:
    token = issuer.sign(claims(scope="cases:read cases:write"))
    identity = await verifier.identify(token.encode())
    assert identity.actor == Actor(role=Role.CLERK, id="clerk-7", office=OFFICE)
    assert identity.scopes == {"cases:read", "cases:write"}


async def test_only_officers_act_for_an_office(issuer: Issuer, verifier: TokenVerifier) -> None:
    token = issuer.sign(claims(role="applicant"))
    identity = await verifier.identify(token.encode())
    assert identity.actor == Actor(role=Role.APPLICANT, id="clerk-7")


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "urn:somebody:else"},
        {"iss": None},
        {"aud": "another-service"},
        {"aud": ["another-service"]},
        {"aud": None},
        {"exp": None},
        {"exp": "never"},
        {"exp": int(NOW) - 1},
        {"exp": int(NOW) + 12 * 3600 + 1},
        {"iat": None},
        {"iat": int(NOW) + 31, "exp": int(NOW) + 60},
        {"nbf": int(NOW) + 31},
        {"sub": None},
        {"sub": ""},
        {"sub": "x" * 65},
        {"sub": "clerk 7"},
        {"sub": "李明"},
        {"sub": "clerk\n"},
        {"sub": 7},
        {"sub": "410102199003071230"},
        {"sub": "41010219900307123X"},
        {"sub": "id-41010219900307123x"},
        {"sub": "13800138000"},
        {"sub": "tel.8613800138000"},
        {"role": None},
        {"role": "system"},
        {"role": "administrator"},
        {"role": ["clerk"]},
        {"office": None},
        {"office": "999999"},
        {"role": "supervisor", "office": "410200"},
        {"id_index": "MDEyMzQ1Njc4OWFiY2RlZg=="},
        {"id_index": "410102199003071230"},
        {"id_index": ["MDEyMzQ1Njc4OWFiY2RlZg", ""]},
        {"id_index": 7},
        {"channel": "pigeon"},
        {"channel": 7},
        {"channel": "online_app"},
        {"role": "applicant", "channel": "window"},
        {"role": "applicant", "channel": ["online_app", "self_service"]},
        {"role": "applicant", "user_kind": "anybody"},
        {"role": "applicant", "user_kind": ["real_name", None]},
    ],
    ids=str,
)
async def test_a_genuine_token_with_unacceptable_claims_is_refused(
    issuer: Issuer, verifier: TokenVerifier, changes: dict[str, object]
) -> None:
    assert await refusal(verifier, issuer.sign(claims(**changes))) == "token-invalid"


async def test_clocks_may_differ_by_half_a_minute(
    issuer: Issuer, verifier: TokenVerifier, clock: Clock
) -> None:
    early = issuer.sign(claims(iat=int(NOW) + 30))
    await verifier.identify(early.encode())
    late = issuer.sign(claims(exp=int(NOW) + 60))
    clock.now = NOW + 89
    await verifier.identify(late.encode())
    clock.now = NOW + 90
    assert await refusal(verifier, late) == "token-expired"


def forgeries(issuer: Issuer) -> Iterator[str]:
    """Tokens that nobody with the key has signed."""
    good = issuer.sign(claims())
    header, payload, signature = good.split(".")
    public = issuer.private.public_key()
    pem = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    chief = part(claims(role="hq", office=None))
    yield f"{part({'alg': 'none', 'kid': 'key'})}.{payload}."
    yield f"{part({'alg': 'none', 'kid': 'key'})}.{payload}.{signature}"
    yield f"{part({'alg': 'NONE', 'typ': 'JWT'})}.{payload}."
    hmac = jwt.PyJWS(algorithms=["HS256"])
    for secret in (raw, base64.b64encode(pem) * 2):
        yield hmac.encode(
            json.dumps(claims()).encode(), secret, algorithm="HS256", headers={"kid": "key"}
        )
    yield f"{header}.{chief}.{signature}"
    yield f"{header}.{payload}.{signature[:-8]}AAAAAAAA"
    yield f"{header}.{payload}."
    yield f"{part({'alg': 'EdDSA', 'kid': 'unknown'})}.{payload}.{signature}"
    yield f"{part({'alg': 'ES256', 'kid': 'key'})}.{payload}.{signature}"
    yield f"{part({'alg': ['EdDSA'], 'kid': 'key'})}.{payload}.{signature}"
    yield f"{part({'alg': 'EdDSA', 'kid': ['key']})}.{payload}.{signature}"
    yield f"{part({'kid': 'key'})}.{payload}.{signature}"
    yield f"{part('text')}.{payload}.{signature}"
    foreign = ed25519.Ed25519PrivateKey.generate()
    yield jwt.encode(claims(), foreign, algorithm="EdDSA", headers={"kid": "key"})
    yield jwt.encode(
        claims(),
        foreign,
        algorithm="EdDSA",
        headers={"jwk": json.loads(jwt.algorithms.OKPAlgorithm.to_jwk(foreign.public_key()))},
    )
    yield jwt.encode(claims(), ed448.Ed448PrivateKey.generate(), algorithm="EdDSA")
    yield jwt.encode(claims(), ec.generate_private_key(ec.SECP256R1()), algorithm="ES256")
    rsa_key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    yield jwt.encode(claims(), rsa_key, algorithm="RS256", headers={"kid": "key"})
    yield issuer.sign(claims(), crit=["exp"])
    yield issuer.sign(claims(), b64=False)
    yield from ("", ".", "..", "a.b.c", "\xff.\xff.\xff", good + ".x", good[:-1], "x" * 5_000)
    yield base64.urlsafe_b64encode(b"[" * 2_500).rstrip(b"=").decode() + ".e30.x"


async def test_no_forgery_is_believed(issuer: Issuer, verifier: TokenVerifier) -> None:
    await verifier.identify(issuer.sign(claims()).encode())
    for token in forgeries(issuer):
        assert await refusal(verifier, token) == "token-invalid"


async def test_a_token_that_was_believed_is_not_believed_after_its_time(
    issuer: Issuer, verifier: TokenVerifier, clock: Clock
) -> None:
    token = issuer.sign(claims(exp=int(NOW) + 60))
    assert await verifier.identify(token.encode()) is await verifier.identify(token.encode())
    clock.now = NOW + 3600
    assert await refusal(verifier, token) == "token-expired"


async def test_only_so_many_tokens_are_remembered(issuer: Issuer, verifier: TokenVerifier) -> None:
    tokens = [issuer.sign(claims(sub=f"clerk-{number}")).encode() for number in range(3)]
    first = [await verifier.identify(token) for token in tokens]
    assert await verifier.identify(tokens[2]) is first[2]
    assert await verifier.identify(tokens[0]) is not first[0]


async def test_the_demo_token_of_the_command_line_is_believed(tmp_path: Path) -> None:
    token = demo_token(tmp_path, Role.SUPERVISOR, OFFICE, "chief")
    verifier = TokenVerifier(issuer=ISSUER, keys=DemoIssuer(tmp_path), offices={OFFICE})
    identity = await verifier.identify(token.encode())
    assert identity.actor == Actor(role=Role.SUPERVISOR, id="chief", office=OFFICE)
    assert identity.expires_at > time.time()
    assert (tmp_path / "demo-issuer.pem").stat().st_mode & 0o777 == 0o600
