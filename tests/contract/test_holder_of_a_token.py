"""What a token says of the human being who holds it."""

import pytest

from api.identity import TokenVerifier
from domain.people import Actor
from domain.services.choices import UserKind
from tests.contract.test_identity import OFFICE, Clock, Issuer, claims


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


async def test_whoever_another_issuer_vouches_for_bears_its_name(issuer: Issuer) -> None:
    """So the store's own issuer, and one that came later, may give one subject to two people."""
    told = [await _told(issuer, home) for home in (None, "urn:test", "urn:first")]
    assert [each.issuer for each in told] == ["", "", "urn:test"]
    assert len({each.caller for each in told}) == 2


async def _told(issuer: Issuer, home: str | None) -> Actor:
    verifier = TokenVerifier(
        issuer="urn:test", home=home, keys=issuer, offices={OFFICE}, clock=Clock()
    )
    return (await verifier.identify(issuer.sign(claims()).encode())).actor


@pytest.mark.parametrize(
    ("told", "indexes"),
    [
        (None, set()),
        ("MDEyMzQ1Njc4OWFiY2RlZg", {b"0123456789abcdef"}),
        (
            ["MDEyMzQ1Njc4OWFiY2RlZg", "_____________________w"],
            {b"0123456789abcdef", b"\xff" * 16},
        ),
    ],
)
async def test_a_token_may_tell_the_index_of_the_holder_s_id_number(
    issuer: Issuer, told: object, indexes: set[bytes]
) -> None:
    verifier = TokenVerifier(issuer="urn:test", keys=issuer, offices={OFFICE}, clock=Clock())
    identity = await verifier.identify(issuer.sign(claims(id_index=told)).encode())
    assert identity.id_indexes == indexes


@pytest.mark.parametrize(
    ("told", "channels", "kinds"),
    [
        ({"role": "applicant"}, {"online_web", "online_app"}, {"web_registered"}),
        (
            {"role": "applicant", "channel": "online_web", "user_kind": "unit"},
            {"online_web"},
            {"unit"},
        ),
        (
            {"role": "partner", "channel": ["self_service"], "user_kind": ["unit", "real_name"]},
            {"self_service"},
            {"unit", "real_name"},
        ),
        (
            {"role": "clerk"},
            {"window", "extended_hours_window", "emergency", "deferred"},
            {*map(str, UserKind)},
        ),
        ({"role": "carrier"}, set(), {"web_registered"}),
    ],
    ids=["citizen", "channel and kind", "partner", "clerk", "carrier"],
)
async def test_a_token_vouches_for_a_channel_and_a_kind_of_user(
    issuer: Issuer, told: dict[str, object], channels: set[str], kinds: set[str]
) -> None:
    """Of a citizen nothing is believed that the token does not say."""
    verifier = TokenVerifier(issuer="urn:test", keys=issuer, offices={OFFICE}, clock=Clock())
    identity = await verifier.identify(issuer.sign(claims(**told)).encode())
    assert {*map(str, identity.vouched.channels)} == channels
    assert {*map(str, identity.vouched.user_kinds)} == kinds


VERIFIED = {"phone_number": "+8613812345678", "phone_number_verified": True}


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ({}, None),
        (VERIFIED, "13812345678"),
        (VERIFIED | {"role": "hq"}, "13812345678"),
        (VERIFIED | {"role": "applicant"}, None),
        (VERIFIED | {"phone_number": "138 1234 5678"}, "13812345678"),
        (VERIFIED | {"phone_number": "+12025550123"}, None),
        (VERIFIED | {"phone_number": None}, None),
        (VERIFIED | {"phone_number_verified": False}, None),
        (VERIFIED | {"phone_number_verified": "true"}, None),
        ({"phone_number": "+8613812345678"}, None),
    ],
)
async def test_an_official_s_own_number_is_the_one_that_was_verified(
    issuer: Issuer, told: dict[str, object], number: str | None
) -> None:
    """It is shown nowhere, as little as in a log."""
    verifier = TokenVerifier(issuer="urn:test", keys=issuer, offices={OFFICE}, clock=Clock())
    identity = await verifier.identify(issuer.sign(claims(**told)).encode())
    assert identity.mobile == number
    assert "13812345678" not in repr(identity)
