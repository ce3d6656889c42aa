"""A callback counts if one of our secrets has signed its very bytes within five minutes."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from domain.inbox.webhook_signature import (
    NotSigned,
    SecretUnusable,
    Signed,
    secret_of,
    sign,
    verify,
    written,
)

SECRET, OTHER = b"s" * 32, b"o" * 32
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
BODY = b'{"type":"payment.completed"}'
SIGNED = sign(SECRET, "msg_1", NOW, BODY)


def test_the_example_of_the_specification_is_signed_as_it_says() -> None:
    """The values stand in the tests of the reference libraries."""
    secret = secret_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    at = datetime.fromtimestamp(1614265330, UTC)
    signed = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, b'{"test": 2432232314}')
    assert signed.signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("apart", [timedelta(0), timedelta(minutes=5), timedelta(minutes=-5)])
def test_it_is_believed_for_five_minutes_either_way(apart: timedelta) -> None:
    assert verify([OTHER, SECRET], SIGNED, BODY, NOW + apart) == "msg_1"


@pytest.mark.parametrize("apart", [timedelta(minutes=5, seconds=1), timedelta(minutes=-6)])
def test_what_is_older_or_from_the_future_is_not(apart: timedelta) -> None:
    with pytest.raises(NotSigned):
        verify([SECRET], SIGNED, BODY, NOW + apart)


def test_one_of_several_signatures_is_enough() -> None:
    both = SIGNED._replace(signature=f"v1a,AAAA v1,AAAA {SIGNED.signature}")
    assert verify([SECRET], both, BODY, NOW) == "msg_1"


@pytest.mark.parametrize(
    "signed",
    [
        Signed(None, None, None),
        SIGNED._replace(id=None),
        SIGNED._replace(id="msg_2"),
        SIGNED._replace(id="msg.1"),
        SIGNED._replace(timestamp=None),
        SIGNED._replace(timestamp="-1"),
        SIGNED._replace(timestamp="9" * 12),
        SIGNED._replace(timestamp=f" {SIGNED.timestamp}"),
        SIGNED._replace(signature=None),
        SIGNED._replace(signature=""),
        SIGNED._replace(signature="v1,"),
        SIGNED._replace(signature=f"v1a{(SIGNED.signature or '')[2:]}"),
        SIGNED._replace(signature="v1,签名"),
        SIGNED._replace(signature=" ".join([*["v1,AAAA"] * 8, SIGNED.signature or ""])),
    ],
)
def test_what_is_missing_or_differs_is_not_believed(signed: Signed) -> None:
    with pytest.raises(NotSigned):
        verify([SECRET], signed, BODY, NOW)


def test_nothing_is_believed_without_a_secret_or_under_another() -> None:
    for secrets in ([], [OTHER]):
        with pytest.raises(NotSigned):
            verify(secrets, SIGNED, BODY, NOW)


def test_no_changed_bit_passes() -> None:
    draw, accepted = random.Random(84), 0
    for _ in range(1_000):
        body = bytearray(BODY)
        body[draw.randrange(len(body))] ^= 1 << draw.randrange(8)
        try:
            verify([SECRET], SIGNED, bytes(body), NOW)
            accepted += 1
        except NotSigned:
            pass
    assert accepted == 0


def test_a_secret_is_written_as_the_standard_says() -> None:
    assert secret_of(written(SECRET)) == SECRET
    for text in ("", "whsec_", "whsec_AAAA", "whsec_!", written(SECRET)[6:], written(b"x" * 65)):
        with pytest.raises(SecretUnusable):
            secret_of(text)
