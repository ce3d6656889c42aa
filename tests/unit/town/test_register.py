"""The town's register agrees, unless a new number has not answered its code."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from cheguan.town.register import TownRegister, agrees
from domain.case.state import Case
from tests.kit.life import MORNING, submission

CASE_ID: Final = UUID(int=7)


def contact_change(*, mobile_verified: bool) -> Case:
    command = submission(
        "vehicle_contact_change", 1, MORNING.date(), mobile_verified=mobile_verified
    )
    return Case(service=command.service, facts=command.facts)


async def found(current: Case) -> Mapping[str, bool | None]:
    return (await TownRegister(lambda: MORNING)(CASE_ID, current)).verdicts


async def test_a_verified_number_passes_every_check() -> None:
    current = contact_change(mobile_verified=True)
    assert all((await found(current)).values())
    assert agrees(current)


async def test_an_unverified_number_fails_its_check_and_no_other() -> None:
    current = contact_change(mobile_verified=False)
    assert await found(current) == {"C-OWN": True, "C-MOBILE": False}
    assert not agrees(current)


async def test_it_says_nothing_of_what_an_officer_decides() -> None:
    command = submission("plate_reissue", 1, MORNING.date())
    assert await found(Case(service=command.service, facts=command.facts)) == {}
