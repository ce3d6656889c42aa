"""Who may see which case; a foreign one does not exist."""

import pytest

from domain.access import may_see, offices_of
from domain.offices.tree import OFFICES
from domain.people import Actor, Role

EVERYWHERE = {Role.HQ, Role.AUDITOR, Role.SYSTEM, Role.CARRIER}
OFFICERS = {Role.CLERK, Role.SUPERVISOR}
OWNERS = {Role.APPLICANT, Role.PARTNER}
OWNER = Actor(Role.APPLICANT, "owner")


def sees(role: Role, *, id: str = "someone", office: str | None = None) -> bool:
    """Whether he sees a case of ``owner``, who submitted it in the same role."""
    return may_see(Actor(role, id, office), office="410122", owner=Actor(role, "owner"))


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_reach(role: Role) -> None:
    assert role in EVERYWHERE | OFFICERS | OWNERS
    assert sees(role) is (role in EVERYWHERE)


@pytest.mark.parametrize("role", sorted(OWNERS))
def test_applicants_see_their_own_cases_whatever_the_office(role: Role) -> None:
    assert sees(role, id="owner")
    assert not sees(role, office="410122")


@pytest.mark.parametrize(
    "another",
    [
        Actor(Role.PARTNER, "owner"),
        Actor(Role.APPLICANT, "another"),
        Actor(Role.APPLICANT, "owner", issuer="https://another.example"),
        Actor(Role.CLERK, "owner", "410300"),
    ],
    ids=str,
)
def test_the_subject_alone_opens_nothing(another: Actor) -> None:
    assert may_see(OWNER, office="410122", owner=OWNER)
    assert not may_see(another, office="410122", owner=OWNER)


@pytest.mark.parametrize("role", sorted(OFFICERS))
@pytest.mark.parametrize(
    ("office", "seen"),
    [
        ("410122", True),
        ("410100", True),
        ("41", True),
        ("410300", False),
        ("410100.br1", False),
        ("4101", False),
        ("999999", False),
    ],
)
def test_officers_see_the_cases_of_their_subtree(role: Role, office: str, seen: bool) -> None:
    assert sees(role, office=office) is seen
    assert not sees(role, id="owner")


@pytest.mark.parametrize("role", sorted(EVERYWHERE | OFFICERS))
@pytest.mark.parametrize("office", [None, "41", "410100", "410100.br1", "999999"])
def test_the_offices_of_somebody_are_those_whose_cases_he_sees(
    role: Role, office: str | None
) -> None:
    by = Actor(role, "someone", office)
    assert offices_of(by) == [each for each in OFFICES if may_see(by, office=each, owner=OWNER)]


@pytest.mark.parametrize("role", sorted(OWNERS))
def test_an_applicant_has_no_office(role: Role) -> None:
    assert offices_of(Actor(role, "someone", "41")) == []
