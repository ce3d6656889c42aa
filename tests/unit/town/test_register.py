"""The town's register agrees, unless a new number has not answered its code."""

from cheguan.town.register import TownRegister, agrees
from domain.case.state import Case
from domain.services.catalogue import CATALOGUE
from tests.kit.life import MORNING, submission


def contact_change(*, mobile_verified: bool) -> Case:
    command = submission(
        "vehicle_contact_change", 1, MORNING.date(), mobile_verified=mobile_verified
    )
    return Case(service=command.service, facts=command.facts)


async def test_a_verified_number_passes_every_check() -> None:
    current = contact_change(mobile_verified=True)
    checks = CATALOGUE[current.service].checks
    assert all([await TownRegister().passes(check.code, current) for check in checks])
    assert agrees(current)


async def test_an_unverified_number_fails_its_check_and_no_other() -> None:
    current = contact_change(mobile_verified=False)
    assert await TownRegister().passes("C-MOBILE", current) is False
    assert await TownRegister().passes("C-OWN", current) is True
    assert not agrees(current)
