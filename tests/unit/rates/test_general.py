"""Who may ask how often, and what an operator may grant."""

import msgspec
import pytest

from api.rates.general import ANONYMOUS, APPLICANT, OFFICE, PROGRAM, GeneralRates, RateGrant
from domain.people import Actor, Role

GRANTS = msgspec.json.decode(
    b'[{"network": "10.41.0.0/16", "burst": 50000, "refill_s": 10},'
    b' {"network": "2001:db8::/32", "burst": 7, "refill_s": 1},'
    b' {"role": "partner", "subject": "partner-7", "burst": 20000, "refill_s": 5}]',
    type=list[RateGrant],
)


def test_everybody_has_the_bucket_of_his_kind() -> None:
    rates = GeneralRates()
    found = {role: rates.of_principal(Actor(role, "x")) for role in Role}
    assert found[Role.APPLICANT] == APPLICANT
    assert found[Role.PARTNER] == found[Role.CARRIER] == PROGRAM
    assert {found[role] for role in (Role.CLERK, Role.HQ, Role.AUDITOR)} == {OFFICE}
    assert rates.of_address("203.0.113.7") == rates.of_address("unknown") == ANONYMOUS


def test_a_grant_holds_for_whom_it_names_and_for_nobody_else() -> None:
    rates = GeneralRates(GRANTS, times=2)
    assert rates.of_address("10.41.7.1").burst == 50_000
    assert rates.of_address("2001:db8:1:2::/64").burst == 7
    assert rates.of_address("10.42.7.1").burst == 2 * ANONYMOUS.burst
    assert rates.of_principal(Actor(Role.PARTNER, "partner-7")).burst == 20_000
    assert rates.of_principal(Actor(Role.APPLICANT, "partner-7")).burst == 2 * APPLICANT.burst


@pytest.mark.parametrize(
    "wrong",
    [
        b'{"burst": 1, "refill_s": 1}',
        b'{"burst": 0, "refill_s": 1, "network": "10.0.0.0/8"}',
        b'{"burst": 1, "refill_s": 0, "network": "10.0.0.0/8"}',
        b'{"burst": 1, "refill_s": 1, "network": "10.0.0.1/8"}',
        b'{"burst": 1, "refill_s": 1, "subject": "x"}',
        b'{"burst": 1, "refill_s": 1, "role": "partner"}',
        b'{"burst": 1, "refill_s": 1, "network": "10.0.0.0/8", "subject": "x", "role": "partner"}',
        b'{"burst": 1, "refill_s": 1, "network": "10.0.0.0/8", "else": 1}',
    ],
)
def test_a_grant_that_says_too_little_or_too_much_is_refused(wrong: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wrong, type=RateGrant)
